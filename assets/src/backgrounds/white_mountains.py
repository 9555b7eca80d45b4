"""留白: the same mountains with more mist and less else (turns 15, 17, 19)."""
from brush import *
from mountains import pine_branch, red_sun, ridge, sky

GRAIN = .010
SUN = (1110, 322)
UP = -math.pi / 2


FLOCK = [(872, 352, 8, .1)]


def whole(with_bough=True):
    img = red_sun(sky(paper(1, '#f7efdf'), SUN, .34), *SUN, 30, .9)
    mist = linear('#f5ecdc')
    clear = .10 + .80 * gauss(xx, 250, 300) * gauss(yy, 430, 190) + .45 * gauss(xx, 1740, 210) * gauss(yy, 520, 140)
    for i, ink in ((0, .55), (1, .62)):
        before = img
        img = ridge(img, i, SUN, ink, 1.5, trees=False)
        veil = np.clip(1 - clear * (.7 + .6 * noise(301 + i, 2.4, ax=2)), 0, 1) * smooth(240, 420, yy + 60)
        img = lay(img, veil, before * .55 + mist * .45)
    fog = smooth(470, 660, yy + 60 * (noise(311, 2.4, ax=2.6) - .5))
    img = lay(img, fog, mist[None, None] * (1 - .03 * (noise(312, 2.4, ax=2) - .5))[..., None], .94)
    if not with_bough:
        return vignette(img, .10, .48)
    img = pine_branch(img, ([(-40, 70), (70, 96), (150, 78), (246, 118), (330, 96)], 17, 3),
                      [([(150, 79), (184, 52), (230, 44)], 6, 2), ([(246, 117), (286, 146), (330, 150)], 5, 1.8)],
                      [(232, 44, UP), (330, 148, UP + .2), (332, 94, UP + .2), (40, 88, UP)], 77, 36)
    return vignette(img, .10, .48)


def paint():
    """Without bough and bird, which move."""
    return whole(with_bough=False)
