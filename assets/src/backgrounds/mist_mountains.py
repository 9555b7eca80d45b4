"""Mountains in the dawn mist (turns 3 and 5): the vermilion sun stands free between the two figures."""
import functools

from brush import *
from mountains import RIDGES, birds, pine_branch, red_sun, ridge, sky

GRAIN = .012
SUN = (1110, 322)
FAR = 2  # so many ridges are in the picture itself

# The bough stays above A's head (y < 190 while x < 620) and only then comes down.
BOUGH = ([(-40, 62), (96, 98), (190, 74), (300, 122), (420, 92), (520, 66), (610, 108), (676, 170), (752, 160),
          (812, 214),
          (884, 222)], 30, 4)
TWIGS = [([(192, 76), (214, 44), (250, 10)], 10, 3), ([(300, 120), (350, 150), (410, 152)], 8, 2.5),
         ([(520, 67), (570, 40), (640, 44), (690, 22)], 9, 2.5),
         ([(676, 168), (690, 226), (732, 262), (744, 306)], 8, 2.2),
         ([(752, 160), (800, 132), (846, 134)], 7, 2.2), ([(96, 98), (70, 134), (84, 166)], 8, 2.5)]
UP = -math.pi / 2
TUFTS = [(250, 30, UP), (410, 150, UP + .2), (690, 46, UP), (640, 50, UP), (746, 300, UP + .3), (728, 258, UP - .3),
         (846, 134, UP + .2), (886, 220, UP + .3), (822, 212, UP), (84, 150, UP - .3), (420, 84, UP),
         (560, 50, UP - .2),
         (180, 70, UP), (20, 74, UP), (790, 138, UP - .4)]


FLOCK = ((826, 356, 11, .1), (862, 342, 9, -.05), (898, 368, 8, .12), (776, 382, 8, 0), (936, 346, 6.5, .1))


@functools.lru_cache(maxsize=5)
def stack(ridges):
    """Sky, sun and so many of the ridges, the farthest first."""
    if not ridges:
        return red_sun(sky(paper(1, '#f5ecd9'), SUN, 1.0), *SUN, 47)
    return ridge(stack(ridges - 1), ridges - 1, SUN, 1.0, 1.0)


@functools.lru_cache(maxsize=2)
def whole(with_bough=True, flock=FLOCK):
    """The mountains as one picture, for the round window and the cinema's screen."""
    img = birds(stack(len(RIDGES)), flock)
    if with_bough:
        img = pine_branch(img, BOUGH, TWIGS, TUFTS, 77)
    return vignette(img, .16, .48)


def paint():
    """Sky, sun and the far ridges: what is nearer stands before the mist, as layers."""
    return vignette(stack(FAR), .16, .48)
