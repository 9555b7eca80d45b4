"""A blank sheet with one branch (turns 17–19). It lies exactly where the cinema's screen will be."""
from brush import *
from cutting import cut, developed
from screening import SCREEN

GRAIN = .010


def table():
    """Pale cloth under the paper, light from the upper left."""
    img = paper(31, '#d9ccb4')
    weave = noise(32, .8, ax=7, ay=.5, lo=40) + noise(33, .8, ax=.5, ay=7, lo=40)
    img = img * (1 - .05 * (weave - 1))[..., None]
    light = np.exp(-(((xx - 620) / 1000) ** 2 + ((yy - 260) / 640) ** 2))
    img = img * (.70 + .42 * light)[..., None]
    return glaze(img, .22 * smooth(.2, 1.1, np.hypot((xx - 760) / 1250, (yy - 330) / 800)), UMBER)


def outline():
    """A deckle edge: torn by hand along the right and lower sides."""
    left, top, right, bottom = SCREEN
    m = boxes((left, top, right - left, bottom - top))
    m = warp(m, (noise(41, 1.8, lo=6) - .5) * 7, (noise(42, 1.8, lo=6) - .5) * 7)
    return smooth(.35, .65, blur(m, 1.2))


def branch(img, sheet):
    """One branch, wet in its middle and dry at its tips; a single vermilion bud. The picture, and where it is inked."""
    m = Mask()
    c = m.context
    taper(c, [(1540, 566), (1450, 584), (1366, 540), (1330, 476), (1256, 452), (1226, 392), (1150, 372), (1112, 318),
              (1036, 300)], 22, 3, 3)
    for points, w in (([(1330, 478), (1346, 420), (1328, 372), (1344, 330)], 7),
                      ([(1254, 452), (1196, 470), (1160, 506), (1120, 508)], 7),
                      ([(1226, 394), (1240, 340), (1216, 296)], 6), ([(1150, 372), (1096, 386), (1060, 420)], 5),
                      ([(1112, 320), (1120, 276), (1096, 246)], 4.5), ([(1346, 418), (1382, 392)], 3.5),
                      ([(1196, 470), (1180, 440)], 3),
                      ([(1086, 303), (1058, 326), (1022, 332)], 2.8)):
        taper(c, points, w, 1.4, int(points[0][0]))
    body = wobble(m.array(), 1.8, 51) * sheet
    bristles = smooth(.30, .62, noise(52, .9, ax=2.6, ay=.6, lo=20))
    wet = smooth(1020, 1420, xx)
    img = glaze(img, body * (.55 + .9 * wet * bristles + .35 * noise(53, 2)), INK * .85 + INDIGO * .25)
    img = glaze(img, np.clip(blur(body, 2.2) - body, 0, 1) * .12, INDIGO)
    for x, y, s, pigment in ((1034, 299, 8, VERMILION), (1041, 303, 4.5, INK)):
        bud = fill_mask(lambda c: closed(c, [(x - s * .5, y + s * .9), (x - s * .8, y - s * .1),
                                             (x - s * .1, y - s * 1.3), (x + s * .7, y - s * .3),
                                             (x + s * .5, y + s * .7)]))
        img = glaze(img, wobble(bud, .8, 54) * 1.1, pigment)
        body = np.maximum(body, wobble(bud, .8, 54))
    return img, body


def paint():
    img = table()
    sheet = outline()
    shade = blur(shift(sheet, 9, 15), 14) * (1 - sheet)
    img = img * (1 - .46 * shade)[..., None]
    img = img * (1 - .35 * blur(shift(sheet, 2, 4), 3) * (1 - sheet))[..., None]
    light = .93 + .09 * np.exp(-(((xx - 700) / 800) ** 2 + ((yy - 260) / 420) ** 2))
    page = paper(35, '#f8f1e3') * light[..., None]
    fibres = smooth(.70, .86, noise(36, 1.0, ax=3, ay=.7, lo=26)) * .05
    page = page * (1 - fibres)[..., None]
    # the fold the letter came in: one soft line of light and shade
    fold = gauss(xx, 960 + 2 * (noise(37, 2.2) - .5), 2.2)
    page = page * (1 - .06 * fold + .035 * gauss(xx, 965, 5))[..., None]
    img = lay(img, blur(sheet, .6), page)
    img = shine(img, rim(sheet, 2, 2, .6) * .10, '#fff6e4')
    return vignette(img, .26, .42)


def layers(picture):
    sheet = outline()
    inked, where = branch(paper(35, '#f8f1e3'), sheet)
    where = np.maximum(smooth(.02, .5, where), .5 * np.clip(blur(where, 2.2) - where, 0, 1))
    yield cut('sheet_branch', developed(vignette(inked, .26, .42), GRAIN), where)
    shade = blur(shift(sheet, 16, 26), 24) * (1 - blur(sheet, 2))
    yield cut('sheet_shadow', '#4a3d2e', shade * .34, 4)
    sun = np.exp(-np.hypot((xx - 700) / 620, (yy - 300) / 330) ** 2) * .045
    yield cut('sheet_light', '#fff0d2', sun, 8)
