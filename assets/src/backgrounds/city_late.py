"""The same window months later (turn 18): nearly all lights out, one window lit."""
import city

GRAIN = .010


def paint():
    return city.paint(late=True)
