"""The cinema's door ajar (turn 16): a strip of white morning, and outside a crooked branch."""
from brush import *
from cutting import cut, patch

GRAIN = .012
TOP, SILL = 96, 800          # of the doorway
LEFT, RIGHT = 700, 1240      # jambs
GAP = (952, 1040)            # the opening between the closed leaf and the one that stands ajar
WIDER = (952, 1104)


def outside():
    """What shows in the gap: mist, a far slope, a branch; nothing else."""
    img = paper(21, '#f7efdf')
    img = glaze(img, .35 * smooth(300, 760, yy) * (.4 + .8 * noise(22, 2.4)), INDIGO * .35)
    slope = 560 + .55 * (xx - 940) + 10 * (noise(23, 1.8) - .5)
    img = glaze(img, smooth(-2, 2, yy - slope) * np.exp(-np.clip(yy - slope, 0, None) / 80) * .42,
                INDIGO * .6 + INK * .2)
    m = Mask()
    c = m.context
    taper(c, [(1196, 128), (1140, 182), (1090, 196), (1048, 226), (1022, 216), (996, 262), (972, 262), (962, 316),
              (930, 338)], 15, 3.4, 3)
    for points, w in (([(1024, 217), (1006, 184), (1010, 152), (998, 128)], 4.2),
                      ([(996, 262), (1004, 306), (988, 344), (992, 372)], 4.2),
                      ([(1048, 226), (1040, 262), (1046, 284)], 3.2), ([(972, 263), (960, 232), (964, 210)], 3.0),
                      ([(990, 340), (974, 356)], 2.4), ([(1006, 182), (1022, 160)], 2.2)):
        taper(c, points, w, 1.3, int(points[0][1]))
    img = glaze(img, wobble(m.array(), .8, 24) * 1.7, INK)
    bud = fill_mask(lambda c: closed(c, [(992, 370), (995, 375), (994, 381), (990, 383), (988, 378), (989, 373)]))
    return glaze(img, bud * 1.5, VERMILION)


def leaf_mask(x0, x1, y0, y1, skew=0.0):
    return polygon((x0, y0), (x1, y0 + skew), (x1, y1 - skew), (x0, y1))


def padded(img, mask, x0, x1, y0, y1, seed, lit):
    """A leaf of the door: dark leather in quilted panels, with the row of studs that holds it."""
    img = lay(img, mask, linear('#191110') * (.75 + .5 * noise(seed, 1.6))[..., None])
    u, v = (xx - x0) / (x1 - x0), (yy - y0) / (y1 - y0)
    a, b = u * 3 + v * 8, u * 3 - v * 8
    quilt = np.abs(np.sin(math.pi * a)) * np.abs(np.sin(math.pi * b))
    img = shine(img, mask * quilt ** .8 * lit * .055, '#d8a071')
    img = img * (1 - .45 * mask * np.exp(-(np.minimum(np.abs(np.sin(math.pi * a)), np.abs(np.sin(math.pi * b)))
                                           / .07) ** 2))[..., None]
    studs = Mask()
    for k in range(4):
        for j in range(18):
            for half in (0, .5):
                px, py = x0 + (k + half) / 3 * (x1 - x0), y0 + (j + half) / 16 * (y1 - y0) * .998
                studs.context.new_sub_path()
                studs.context.arc(px, py, 3.2, 0, 7)
                studs.context.fill()
    s = studs.array() * mask
    return shine(img, s * (.02 + lit * .20), '#e0a868')


def paint(gap=GAP):
    img = linear('#0e0c0b') * (.75 + .5 * noise(3, 2.2))[..., None]
    flutes = .5 + .5 * np.cos(xx / W * 2 * math.pi * 46)
    middle = (gap[0] + gap[1]) / 2
    reach = np.exp(-np.abs(xx - middle) / 420)
    img = shine(img, (.3 + .7 * flutes ** 2) * .035 * (.25 + reach) * gauss(yy, 460, 480), '#d8b48c')
    # the frame of the doorway
    jamb = boxes((LEFT - 34, TOP - 34, RIGHT - LEFT + 68, SILL - TOP + 34))
    img = lay(img, jamb, linear('#1d1512') * (.7 + .6 * noise(31, 1.4, ax=.5, ay=5))[..., None])
    img = shine(img, (rim(jamb, 4, 0, 1) + rim(jamb, -4, 0, 1) + rim(jamb, 0, 4, 1)) * .05, '#e7b070')
    hole = leaf_mask(LEFT, RIGHT, TOP, SILL)
    img = lay(img, hole, '#040404')
    near = np.exp(-np.abs(xx - middle) / 120)
    img = padded(img, leaf_mask(LEFT + 6, gap[0], TOP + 6, SILL), LEFT + 6, gap[0], TOP + 6, SILL, 41, .30 + 1.1 * near)
    img = padded(img, leaf_mask(gap[1], RIGHT - 6, TOP - 6, SILL + 10, 12), gap[1], RIGHT - 6, TOP - 6, SILL + 10, 42,
                 .25 + .6 * near)
    # the light itself
    slit = leaf_mask(gap[0], gap[1], TOP + 6, SILL, -6)
    view = outside() * 1.12
    img = lay(img, blur(slit, 1.0), view)
    edge = boxes((gap[1] - 1, TOP - 6, 9, SILL - TOP + 14), (gap[0] - 5, TOP + 6, 5, SILL - TOP - 6))
    img = shine(img, blur(edge, 1) * .55, '#fff0d4')
    bar = boxes((gap[0] - 96, 470, 78, 10), (gap[1] + 24, 474, 96, 11))
    img = lay(img, bar, '#2a221a')
    img = shine(img, bar * .12 + rim(bar, 0, 3, .6) * .5 * near, '#f0cf9c')
    # a fan of light on the floor, with the shadow of the branch across it
    deep = np.clip((yy - SILL) / (H - SILL), 0, 1)
    left, right = gap[0] - 250 * deep, gap[1] + 120 * deep
    fan = smooth(-14, 22, xx - left) * smooth(-14, 22, right - xx) * smooth(SILL - 2, SILL + 3, yy)
    weave = .7 + .6 * noise(51, 1.2, ax=3, lo=10)
    floor = smooth(SILL - 1, SILL + 2, yy)
    img = lay(img, floor, linear('#120a09') * (.7 + .6 * noise(52, 1.3, ax=4, lo=6))[..., None])
    shadow = Mask()
    taper(shadow.context, [(1130, 838), (1040, 862), (990, 850), (930, 900), (880, 896), (810, 950)], 20, 8, 3)
    taper(shadow.context, [(990, 852), (968, 826), (972, 806)], 8, 4, 4)
    img = shine(img, fan * weave * (.55 * (1 - deep) ** 1.2 + .08) * (1 - .75 * blur(shadow.array(), 5)), '#ffe6bf')
    img = shine(img, floor * np.exp(-np.abs(xx - middle + 60 * deep) / 260) * (1 - deep) * .05, '#ffdcae')
    # smoke in the beam
    smoke = .25 + .9 * noise(61, 2.2, ax=.8, ay=1.6) ** 1.6
    air = np.exp(-np.abs(xx - middle) / 150) * smoke * smooth(40, 300, yy) * smooth(1000, 620, yy)
    img = shine(img, air * .075, '#ffe6c2')
    return expose(vignette(bloom(img, 50, .22), .5, .46), 1.0, .06)


def layers(picture):
    middle = (GAP[0] + GAP[1]) / 2
    yield patch('door_wider', picture, paint(WIDER), GRAIN, .012, 12)
    deep = np.clip((yy - SILL) / (H - SILL), 0, 1)
    view = blur(leaf_mask(GAP[0], WIDER[1], TOP + 6, SILL, -6), 3)  # what is outside stays clear
    fan = smooth(-90, 70, xx - GAP[0] + 250 * deep) * smooth(-110, 60, GAP[1] + 120 * deep - xx)
    fan *= smooth(SILL - 2, SILL + 12, yy) * (1 - .8 * deep)
    around = np.exp(-np.hypot((xx - middle) / 230, (yy - 470) / 420) ** 2)
    yield cut('door_light', '#ffecd0', .12 * fan + .11 * around * (1 - view), 4)
    smoke = smooth(.38, .85, noise(71, 2.2, ax=.8, ay=1.7, lo=2)) * smooth(90, 330, yy) * smooth(960, 640, yy)
    yield cut('door_smoke', '#ffe6c2', np.exp(-np.abs(xx - middle) / 130) * smoke * (1 - view) * .18, 4)
    near = np.exp(-np.abs(xx - middle + 40 * deep) / 110) * smooth(110, 260, yy) * smooth(1000, 800, yy)
    dust, big = motes(90, (780, 1210), (150, 960), (.6, 1.6), 15), motes(28, (800, 1190), (180, 940), (1.6, 3.2), 16)
    yield cut('door_dust', '#fff2dc', dust * smooth(.05, .7, near) * .75)
    yield cut('door_dust_near', '#fff0d4', blur(big, 1.3) * smooth(.05, .7, near) * .55, 2)
