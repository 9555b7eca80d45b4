"""The window across the street has gone dark (turn 2, and turn 4)."""
import city

GRAIN = city.GRAIN


def paint():
    return city.paint(lit=False)
