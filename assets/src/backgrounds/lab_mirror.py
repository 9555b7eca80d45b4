"""The lab while the round window is still a mirror (turns 11, 12): it shows two people who look at a screen."""
import lab

GRAIN = lab.GRAIN


def paint():
    return lab.paint(mirror=True)
