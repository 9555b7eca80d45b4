"""The last moment (turn 20): the two heads have turned to each other."""
import screening

GRAIN = screening.GRAIN


def paint():
    return screening.paint(turned=True)
