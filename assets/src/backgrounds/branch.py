"""The crooked branch (turns 6, 7): a too perfect landscape drawn with ruler and compass, and what made it live.

The picture is the landscape alone; branch, shadows, mist and the falling leaf are layers.
"""
from brush import *
from cutting import cut, developed

GRAIN = .008
HORIZON, MIDDLE = 560, 960
MAIN = [(1990, 46), (1800, 128), (1668, 112), (1560, 196), (1440, 196), (1352, 276), (1214, 262), (1120, 330),
        (1046, 322), (960, 396), (872, 392), (806, 452), (742, 448)]
TWIGS = [([(1560, 196), (1530, 132), (1548, 72), (1504, 10)], 26, 7),
         ([(1440, 198), (1424, 270), (1452, 330), (1428, 398)], 21, 4),
         ([(1352, 274), (1296, 214), (1300, 150), (1246, 104)], 18, 3.5),
         ([(1214, 264), (1176, 208), (1112, 200), (1078, 150)], 15, 3),
         ([(1120, 328), (1112, 392), (1060, 436), (1062, 496)], 13, 3),
         ([(960, 394), (934, 338), (876, 320), (858, 268)], 10, 2.4),
         ([(872, 392), (846, 436), (856, 484), (836, 520)], 8, 2), ([(1298, 154), (1330, 112)], 7, 2),
         ([(1062, 438), (1024, 450)], 6, 2),
         ([(1112, 202), (1086, 226), (1052, 228)], 6, 2), ([(878, 321), (846, 332)], 4.5, 1.6),
         ([(1430, 392), (1400, 428)], 5, 1.8)]
# x, y, length, direction, how much of the blade is seen
LEAVES = [(1246, 102, 52, -2.4, .42), (1078, 148, 46, -1.9, .5), (858, 266, 44, -2.0, .45),
          (1428, 400, 50, 1.9, .4), (1400, 430, 44, 2.5, .5), (836, 522, 40, 1.9, .42), (1052, 228, 40, 3.0, .4),
          (1504, 30, 46, -2.2, .45), (1062, 498, 44, 1.4, .48)]
FALLING = (740, 450, 60, 2.45, .52)  # the last leaf of the branch's tip
OVER = 80  # the branch is painted so far to the left of its place, and so goes on beyond the picture's edge


def hill(j, x):
    """The y of the j-th row of hills: a plain cosine, the same for ever."""
    return HORIZON - (96 - 26 * j) * (.5 - .5 * np.cos(2 * math.pi * (x - MIDDLE) * (1 + .5 * j) / 480
                                                       + math.pi * (j + 1)))


def perfect_landscape(img):
    """Equal hills, an exact sun, a grid that runs to one point: beautifully wrong."""
    lines = Mask()
    c = lines.context
    c.set_line_width(1.15)
    for k in range(-15, 16):
        c.move_to(MIDDLE, HORIZON)
        c.line_to(MIDDLE + k * 210, H + 120)
        c.stroke()
    for k in range(1, 12):
        y = HORIZON + 520 * (k / 11) ** 2.1
        c.move_to(0, y)
        c.line_to(W, y)
        c.stroke()
    for j in range(3):
        for x in range(-8, W + 8, 4):
            c.line_to(x, hill(j, x))
        c.stroke()
    for r in (118, 124):
        c.new_sub_path()
        c.arc(MIDDLE, 330, r, 0, 7)
        c.stroke()
    for k in range(24):
        a = k * math.pi / 12
        c.move_to(MIDDLE + 136 * math.cos(a), 330 + 136 * math.sin(a))
        c.line_to(MIDDLE + 158 * math.cos(a), 330 + 158 * math.sin(a))
        c.stroke()
    for j in range(3):  # each hill is one flat tone
        h = hill(j, np.arange(W))
        img = glaze(img, smooth(-1, 1, yy - h[None]) * smooth(HORIZON + 1, HORIZON - 1, yy) * .09, INDIGO)
    return glaze(img, lines.array() * .30, INDIGO)


def leaf(c, x, y, n, angle, seen):
    """A pointed leaf, its outline only."""
    c.save()
    c.translate(x, y)
    c.rotate(angle)
    c.scale(n, n * seen)
    closed(c, [(0, 0), (.16, -.26), (.42, -.40), (.72, -.26), (1.02, .03), (.74, .24), (.44, .36), (.16, .22)])
    c.restore()


def leaf_veins(c, x, y, n, angle, seen):
    c.save()
    c.translate(x, y)
    c.rotate(angle)
    c.set_line_width(1.5)
    c.move_to(-n * .22, n * .02)
    c.curve_to(0, 0, n * .5, -n * .04 * seen, n, 0)
    c.stroke()
    c.set_line_width(.8)
    for t in (.2, .38, .55, .72):
        for side in (-1, 1):
            c.move_to(n * t, 0)
            c.line_to(n * (t + .16), side * n * seen * .30 * (1 - abs(t - .45)))
            c.stroke()
    c.restore()


def paint():
    img = paper(11, '#f1e4cc')
    light = np.exp(-(((xx - 1240) / 900) ** 2 + ((yy - 250) / 560) ** 2))
    img = glaze(img, .55 * (1 - light) * (.7 + .5 * noise(12, 2.4)), absorb('#c9a67c'))
    img = glaze(img, .35 * smooth(500, 1080, yy) * (.6 + .7 * noise(13, 2.3, ax=2)), UMBER * .8)
    return finish(perfect_landscape(img))


def finish(img):
    return vignette(granulate(img, .25, 45), .26)


def moved(draw):
    def at(c):
        c.translate(-OVER, 0)
        draw(c)
    return fill_mask(at)


def wood():
    def draw(c):
        taper(c, MAIN, 92, 7, 5, .10)
        for k, (points, w0, w1) in enumerate(TWIGS):
            taper(c, points, w0, w1, 20 + k, .12)
        for x, y, r in ((1668, 118, 44), (1440, 204, 31), (1214, 268, 22), (960, 398, 13)):  # old knots
            closed(c, [(x - r * 1.3, y), (x - r * .5, y - r), (x + r * .7, y - r * .9), (x + r * 1.3, y + r * .1),
                       (x + r * .4, y + r), (x - r * .7, y + r * .9)])
    return wobble(moved(draw), 2.4, 31)


def bark(img, m):
    """Light from the upper left, grain along the wood, cracks and dry bristle marks."""
    soft = blur(m, 7)
    gx, gy = ndimage.sobel(soft, 1), ndimage.sobel(soft, 0)
    lit = np.clip((gy * .85 + gx * .30) * 3.0, -1, 1)
    grain = ndimage.map_coordinates(noise(36, 1.1, ax=3.2, ay=.55, lo=16), [np.mod(yy + .42 * xx, H - 1), xx], order=1,
                                    mode='wrap')
    cracks = smooth(.60, .82, grain) * smooth(.3, .6, soft)
    dens = m * (1.05 - .62 * lit + .45 * (noise(37, 1.4, lo=6) - .5) + .75 * cracks)
    img = glaze(img, np.clip(dens, .12 * m, None), INK * .78 + UMBER * .30 + INDIGO * .12)
    img = lay(img, m * smooth(.25, .8, lit) * smooth(.42, .60, grain), '#e8c79a', .30)
    lichen = m * smooth(.66, .76, noise(38, 1.5, lo=9)) * smooth(1000, 1250, xx + OVER) * smooth(-.5, .1, lit)
    return lay(img, blur(lichen, .8), linear('#a9ad8a') * (.8 + .5 * noise(39, .9, lo=40))[..., None], .44)


def layers(picture):
    ground = paper(11, '#e9d8ba')
    m, leaves = wood(), moved(lambda c: [leaf(c, *one) for one in LEAVES])
    # uneven shadows: sharp by the wall, lost where the branch stands far from it
    cast = np.maximum(m, leaves)
    shadow = warp(cast, -62 + 40 * (noise(33, 2.6) - .5), -104 + 46 * (noise(34, 2.6) - .5))
    far = smooth(820, 1900, xx + OVER)
    shadow = blur(shadow, 3.5) * (1 - far) + blur(shadow, 15) * far
    dense = np.exp(-(shadow * (.34 - .10 * far) * (.75 + .5 * noise(35, 2)))[..., None] * (INDIGO * .5 + UMBER * .6))
    yield cut('branch_shadow', '#473c30', (1 - dense.mean(-1)) * .98, 2, (OVER, 0))
    img = bark(ground, m)
    veins = moved(lambda c: [leaf_veins(c, *one) for one in LEAVES])
    blades = wobble(leaves, .8, 41)
    img = glaze(img, blades * (.9 + .5 * noise(42, 1.8)), OCHRE * .9 + UMBER * .25)
    img = glaze(img, veins * .7, UMBER + INK * .4)
    stalks = smooth(.1, .8, veins)
    yield cut('branch', developed(finish(img), GRAIN), np.maximum(np.maximum(m, blades), stalks), at=(OVER, 0))
    # the leaf that falls at just the right angle, with its own small shadow
    falling = wobble(fill_mask(lambda c: leaf(c, *FALLING)), .8, 43)
    veins = fill_mask(lambda c: leaf_veins(c, *FALLING))
    img = glaze(ground, falling * (.84 + .4 * (noise(44, 1.6) - .5)), VERMILION)
    img = glaze(img, veins * .55, VERMILION + UMBER * .6)
    yield cut('branch_leaf', developed(finish(img), GRAIN), np.maximum(falling, smooth(.1, .8, veins)))
    yield cut('branch_leaf_shadow', '#473c30', blur(shift(falling, 30, 50), 6) * .28, 2)
    for name, seed, y, depth, strength in (('far', 51, 520, 36, .74), ('near', 54, 672, 64, .58)):
        bank = noise(seed, 2.3, ax=3.2, lo=2) + .14 * (noise(seed + 1, 1.6, ax=3, lo=6) - .5)
        bank = smooth(.40, .86, bank) * gauss(yy, y, depth)
        yield cut(f'branch_mist_{name}', '#f2e5cb', bank * strength, 4, keep='x')
