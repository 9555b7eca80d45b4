"""The lab with the round window (turns 11, 12, 13): mirror, then window. Bare walls beside it, low things under it.

The mirror is a layer over the window, and a veil that takes the morning from the room.
"""
import mist_mountains
import screening
from brush import *
from cutting import cut, developed

GRAIN = .011
CX, CY, R = 960, 388, 306
DESK = 770
LOOK = (-70, 6)  # where the round window stands before the mountains


def wall(mirror):
    """Cool lime wash, lighter round the opening."""
    d = np.hypot(xx - CX, yy - CY)
    img = paper(4, '#d9cbb4')
    brushed = noise(6, 1.1, ax=3, ay=.7, lo=8)
    img = glaze(img, 1.30 * (.55 + .5 * noise(5, 2.4, ax=1.6) + .25 * brushed) * (.45 + .60 * smooth(R, R + 560, d)),
                INDIGO * .60 + INK * .20)
    if mirror:  # no light comes through it yet
        img = img * np.array([.50, .55, .60], np.float32)
    return img + (linear('#f3d9b0') * (.04 if mirror else .20)) * (gauss(d, R, 130) * (d > R))[..., None]


def dawn():
    """The mountains, a little further off than on the paper, so that sun, bough and mist all show."""
    source, scale = mist_mountains.whole(), .80
    y = np.clip((yy - CY) / scale + 400 + LOOK[1], 0, H - 1)
    x = np.clip((xx - CX) / scale + 960 + LOOK[0], 0, W - 1)
    return np.stack([ndimage.map_coordinates(source[..., k], [y, x], order=1) for k in range(3)], -1) * 1.04


def reflection():
    """Old silvered glass: the screening room left for right, dim, clouded at the rim and spotted."""
    source, scale = screening.paint(), 1.45
    y = np.clip((yy - CY) / scale + 600, 0, H - 1)
    x = np.clip(984 - (xx - CX) / scale, 0, W - 1)
    seen = np.stack([ndimage.map_coordinates(source[..., k], [y, x], order=1) for k in range(3)], -1)
    seen = blur(seen, 1.8) * np.array([.46, .54, .60], np.float32) + linear('#26323a') * .30
    d = np.hypot(xx - CX, yy - CY) / R
    cloud = np.clip(smooth(.62, 1.02, d) * (.3 + .8 * noise(61, 2.2)), 0, 1)
    seen = lay(seen, cloud, '#39464c', .8)
    spots = smooth(.70, .90, noise(62, 2.0, lo=14)) * smooth(.55, .98, d)
    seen = seen * (1 - .4 * spots)[..., None]
    sheen = gauss((xx - CX) * .8 + (yy - CY) * .6, -60, 46) + .6 * gauss((xx - CX) * .8 + (yy - CY) * .6, 30, 16)
    return shine(seen, sheen * .035, '#d6e2e6')


def window(img, mirror):
    """The moon window with its deep reveal, or the mirror that hangs in its place."""
    d = np.hypot(xx - CX, yy - CY) + 2.4 * (noise(3, 1.8, lo=4) - .5)
    inside = smooth(R + 1.2, R - 1.2, d)
    img = lay(img, inside, reflection() if mirror else dawn())
    reveal = smooth(R - 40, R, np.hypot(xx - CX - 9, yy - CY - 13)) * inside
    img = img * (1 - .34 * reveal)[..., None]
    for r, w, colour in ((R + 15, 32, '#2b211b'), (R + 1, 5, '#8a6844'), (R + 32, 3, '#7b5c3d')):
        ring = smooth(w / 2 + 1.2, w / 2 - 1.2, np.abs(d - r))
        lit = .7 + .6 * smooth(-1, 1, (yy - CY) / R)
        img = lay(img, ring, linear(colour) * ((.75 + .5 * noise(r, 1.4, ax=2, lo=6)) * lit)[..., None])
    # the ring is joined from three pieces of wood
    for angle in (-2.3, -.2, 1.9):
        ux, uy = math.cos(angle), math.sin(angle)
        across, along = np.abs((xx - CX) * uy - (yy - CY) * ux), (xx - CX) * ux + (yy - CY) * uy
        seam = smooth(2.2, .8, across) * smooth(R, R + 3, along) * smooth(R + 32, R + 29, along)
        img = img * (1 - .6 * seam)[..., None]
    return img


def desk(img):
    edge = smooth(DESK - 1.5, DESK + 1.5, yy)
    img = img * (1 - .5 * np.exp(-np.clip(DESK - yy, 0, None) / 26) * (1 - edge))[..., None]
    img = lay(img, edge, linear('#33251c') * (.7 + .6 * noise(31, 1.3, ax=9, ay=.5, lo=4))[..., None])
    light = gauss(xx, CX - 30, 480) * smooth(1060, DESK, yy) * edge
    img = shine(img, light * (.14 + .05 * noise(32, 1.2, ax=9, ay=.5, lo=6)), '#f3d3a0')
    img = shine(img, smooth(4, 0, np.abs(yy - DESK - 2)) * .36 * gauss(xx, CX, 640), '#f0c992')
    return img * (1 - .5 * smooth(820, 1080, yy))[..., None]


def thing(img, mask, colour, lit=.5, shade=1.0, seed=201, side=3):
    """One object on the desk: body colour, pigment, light from the window behind it on its upper edges."""
    m = wobble(mask, 1.4, seed)
    img = lay(img, m, linear(colour) * (.65 + .7 * noise(seed + 2, 2.0))[..., None] * shade, .96)
    return shine(img, (rim(m, side, 2, .8) * .5 + rim(m, 0, 3, .8)) * lit, '#f0cf9c')


def twig(c):
    """A crooked twig in a glass, growing up across the moon window."""
    taper(c, [(806, 744), (812, 690), (786, 636), (812, 586), (790, 530), (824, 486), (826, 440)], 8.5, 2, 3)
    for points, w in (([(788, 640), (752, 612), (744, 574), (724, 550)], 4.6),
                      ([(811, 588), (850, 566), (864, 530), (892, 520)], 4.6),
                      ([(792, 532), (766, 506), (766, 474)], 3.6), ([(824, 488), (852, 462)], 3),
                      ([(862, 534), (856, 500)], 2.6),
                      ([(746, 580), (760, 556)], 2.4)):
        taper(c, points, w, 1.4, int(points[0][0]))


def glass(img):
    """A chemist's beaker with water: nearly nothing but edges."""
    left, right, top, bottom, water = 770, 846, 676, 806, 722
    body = fill_mask(lambda c: (c.move_to(left - 5, top), c.curve_to(left, top + 8, left, top + 10, left, top + 16),
                                c.line_to(left, bottom - 10),
                                c.curve_to(left, bottom, left + 4, bottom, left + 12, bottom),
                                c.line_to(right - 12, bottom),
                                c.curve_to(right - 4, bottom, right, bottom, right, bottom - 10),
                                c.line_to(right, top), c.close_path(), c.fill()))
    img = lay(img, body, '#8fa3a8', .10)
    img = lay(img, body * smooth(water - 1, water + 2, yy), '#54707c', .38)
    img = shine(img, body * smooth(2.4, 0, np.abs(yy - water)) * .30, '#f3e2c0')
    img = shine(img, rim(body, 3, 0, .9) * .42 + rim(body, -3, 0, .9) * .24 + rim(body, 0, -4, 1) * .30, '#f3e2c0')
    marks = boxes(*((right - 26, y, 14 if k % 2 else 20, 1.6) for k, y in enumerate(range(702, 792, 15))))
    return shine(img, marks * .22, '#f3e2c0')


def paint(mirror=False):
    img = desk(window(wall(mirror), mirror))
    img = thing(img, fill_mask(twig), '#241b16', .16, seed=201, side=-2)
    img = glass(img)
    # the notebook with the sentence about hesitation, a pencil on it
    page = polygon((934, 806), (1128, 800), (1162, 846), (916, 854))
    img = img * (1 - .4 * blur(shift(page, 4, 9), 6))[..., None]
    img = thing(img, page, '#c9b896', .2, seed=211)
    lines = Mask()
    lines.context.set_line_width(1.5)
    for k in range(5):
        lines.context.move_to(946 - 2.6 * k, 814 + 7.4 * k)
        lines.context.line_to(1112 + 5.4 * k - (k % 3) * 34 - (70 if k == 4 else 0), 809 + 7.4 * k)
        lines.context.stroke()
    img = glaze(img, lines.array() * .55, INK)
    pencil = fill_mask(lambda c: taper(c, [(1060, 836), (1104, 822), (1150, 806)], 6, 6, 1, 0))
    img = img * (1 - .35 * blur(shift(pencil, 3, 5), 3))[..., None]
    img = thing(img, pencil, '#8a6a3a', .25, seed=221)
    for y, w, h, colour, x in ((792, 158, 20, '#2c3a49', 1052), (775, 140, 17, '#6a5540', 1064),
                               (757, 150, 18, '#3d4a45', 1058)):
        img = thing(img, boxes((x + 80, y - 14, w, h)), colour, .34, seed=230 + y % 7)
    # morning coming through, with motes
    across = (xx - CX) - (yy - CY) * .30
    shaft = smooth(R, R - 170, np.abs(across)) * smooth(CY - 100, CY + 260, yy) * smooth(1080, 700, yy)
    img = shine(img, shaft * (.35 + .65 * noise(51, 2.3, ax=.8, ay=2)) * (.02 if mirror else .10), '#ffe6bd')
    img = shine(img, motes(90, (620, 1300), (420, 900), (.6, 1.6), 7) * shaft * .5, '#fff0d0')
    return vignette(img, .42, .45, .60, .55)


def veil(name, before, after):
    """The smooth part of the way from one sRGB picture to another: a dark colour with alpha, of few pixels."""
    a, b = blur(before, 10), blur(after, 10)
    alpha = np.clip(1 - (b / np.maximum(a, .02)).min(-1) + .04, .02, .9)
    colour = np.clip((b - a * (1 - alpha[..., None])) / alpha[..., None], 0, 1)
    return cut(name, colour, alpha, 8, keep='xy')


def layers(picture):
    mirror = paint(mirror=True)
    d = np.hypot(xx - CX, yy - CY)
    yield veil('lab_mirror_veil', developed(picture, 0), developed(mirror, 0))
    yield cut('lab_mirror', developed(mirror, GRAIN), smooth(R + 92, R + 46, d), quality=88)
    # behind the glass: mist that may move to and fro, gone before it reaches the ring
    pane = smooth(R - 14, R - 110, d)
    for name, seed, y, depth, strength in (('far', 71, 512, 36, .72), ('near', 74, 606, 40, .80)):
        bank = noise(seed, 2.3, ax=3.0, lo=2) + .12 * (noise(seed + 1, 1.6, ax=3, lo=6) - .5)
        yield cut(f'lab_mist_{name}', '#f6e4cc', smooth(.36, .80, bank) * gauss(yy, y, depth) * pane * strength, 2)
    across = (xx - CX) - (yy - CY) * .30
    shaft = smooth(R, R - 190, np.abs(across)) * smooth(CY - 60, CY + 240, yy) * smooth(1080, 760, yy)
    yield cut('lab_light', '#ffe6bd', blur(shaft * (.4 + .6 * noise(51, 2.3, ax=.8, ay=2)), 4) * .16, 4)
    yield cut('lab_dust', '#fff0d0', motes(64, (660, 1260), (440, 900), (.7, 1.7), 17) * smooth(.1, .6, shaft) * .55)
    near = blur(motes(22, (690, 1220), (430, 860), (1.6, 3.0), 18), 1.3)
    yield cut('lab_dust_near', '#ffeccc', near * smooth(.1, .6, shaft) * .50, 2)
    # the pane catches the room's light along its upper left edge; it is seen in mirror and window alike
    slope = (xx - CX) * .72 + (yy - CY) * .69
    sheen = gauss(slope, -150, 34) + .7 * gauss(slope, -86, 12)
    arc = gauss(d, R - 20, 9) * smooth(.2, .9, np.cos(np.arctan2(yy - CY, xx - CX) + 2.3))
    yield cut('lab_glint', '#eef2f4', np.clip((sheen * .20 * smooth(R - 8, R - 60, d) + arc * .42), 0, 1), 3)
