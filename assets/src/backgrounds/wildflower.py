"""A roadside wildflower opening at dusk while the cars go by (turn 9). Only the flower is sharp.

The picture is the road; the plant, its flower (closed, opening, open) and the grass before it are layers.
"""
import functools

from brush import *
from cutting import cut, developed

GRAIN = .012
HORIZON = 566
CX, CY, R = 894, 418, 124  # the flower's heart and size
BACK = ([(.0, .10), (-.45, -.02), (-.86, -.38), (-.90, -.78), (-.58, -1.02), (-.22, -.86), (.0, -.42)],
        [(.04, .10), (.46, -.02), (.90, -.34), (.98, -.72), (.66, -1.00), (.26, -.88), (.02, -.42)],
        [(-.30, -.18), (-.50, -.72), (-.38, -1.10), (-.06, -1.22), (.26, -1.16), (.48, -.84), (.32, -.18)])
FRONT = ([(.02, .20), (-.40, .17), (-.86, -.08), (-1.06, -.40), (-.84, -.56), (-.46, -.38), (-.02, -.10)],
         [(-.02, .20), (.44, .18), (.90, -.02), (1.08, -.34), (.92, -.56), (.50, -.40), (.04, -.10)])
# Half open: a cup, the petals still folded about the heart.
HALF_BACK = ([(.0, .12), (-.26, -.06), (-.46, -.42), (-.50, -.80), (-.34, -1.0), (-.10, -.92), (.0, -.40)],
             [(.02, .12), (.28, -.06), (.50, -.38), (.56, -.74), (.42, -.98), (.16, -.92), (.02, -.40)],
             [(-.18, -.20), (-.28, -.70), (-.20, -1.02), (.0, -1.12), (.20, -1.06), (.30, -.76), (.20, -.18)])
HALF_FRONT = ([(.03, .13), (-.18, .10), (-.40, -.16), (-.55, -.54), (-.44, -.80), (-.22, -.72), (.02, -.30),
               (.07, -.02)],
              [(-.03, .13), (.21, .10), (.45, -.12), (.61, -.48), (.52, -.74), (.26, -.70), (.0, -.26), (-.06, .0)])
# Closed: two hairy sepals that have just split, and crumpled silk between them.
SILK = ([(.0, .10), (-.15, -.08), (-.185, -.38), (-.15, -.62), (-.09, -.74), (-.02, -.70), (.05, -.79), (.12, -.70),
         (.175, -.60), (.195, -.36), (.16, -.08)],)
SEPALS = ([(.02, .155), (-.12, .12), (-.225, -.04), (-.265, -.26), (-.24, -.48), (-.165, -.64), (-.075, -.68),
           (-.035, -.54), (-.045, -.30), (-.035, -.08), (.01, .06)],
          [(-.02, .155), (.13, .12), (.24, -.02), (.275, -.24), (.255, -.45), (.185, -.61), (.11, -.66), (.06, -.50),
           (.055, -.28), (.045, -.06), (.0, .06)])
STEM = [(878, 1100), (890, 960), (862, 850), (902, 742), (872, 648), (906, 560), (894, 424)]


def evening(img):
    t = smooth(-40, HORIZON, yy)
    img = img * 0 + (linear('#121a2b') * (1 - t)[..., None] + linear('#3a3d52') * t[..., None])
    img = shine(img, gauss(yy, HORIZON - 6, 90) * (.35 + .5 * noise(4, 2.5, ax=3)) * (.35 + gauss(xx, 1160, 620)),
                '#c9793f')
    img = shine(img, gauss(yy, HORIZON - 150, 130) * (.10 + .25 * noise(5, 2.4, ax=3)), '#6a4a55')
    dark = warp(noise(26, 2.3, ax=2.2, lo=2), (noise(27, 2.4) - .5) * 90, (noise(28, 2.4) - .5) * 50)
    return img * (1 - .55 * smooth(.5, .8, dark) * smooth(520, 250, yy))[..., None]


def road(img):
    """The wet road runs off to the right of the flower; the verge is on the left of its white line."""
    far = HORIZON - 8 - 18 * (.5 + .5 * np.tanh(noise_line(9, W * 2, 2.4, lo=3, hi=60)[:W]))
    img = lay(img, blur(smooth(-3, 3, yy - far[None]), 3), '#12151d', .92)
    depth = np.clip((yy - HORIZON) / (H - HORIZON), 1e-4, 1)
    vanish = 1176
    left, right = vanish - 560 * depth, vanish + 1500 * depth
    tarmac = smooth(-3, 3, yy - HORIZON) * smooth(-6, 6, xx - left) * smooth(-6, 6, right - xx)
    img = lay(img, tarmac, linear('#232733') * (.7 + .6 * noise(12, 1.2, ax=3, lo=8))[..., None])
    img = shine(img, tarmac * gauss(xx, vanish + 40, 60 + 330 * depth) * (1 - depth) ** 1.4
                * (.3 + .7 * noise(13, 1.1, ax=5, lo=8)) * .40, '#e09a5c')
    line = smooth(-5, 5, xx - left - 26 * depth - 2) * smooth(-5, 5, left + 60 * depth + 4
                                                              - xx) * smooth(HORIZON, HORIZON + 30, yy)
    img = lay(img, blur(line, 3), '#c9c0ae', .50)
    dashes = (np.sin(7.5 * np.log(depth + .02)) > .1) * smooth(-4, 4, xx - (vanish + 380
                                                                            * depth)) * smooth(-4, 4, vanish
                                                                                               + 420 * depth + 3 - xx)
    img = lay(img, blur(dashes * smooth(HORIZON + 6, HORIZON + 30, yy), 3), '#c9c0ae', .34)
    verge = smooth(-3, 3, yy - HORIZON) * (1 - smooth(-6, 6, xx - left))
    img = lay(img, blur(verge, 3), linear('#1d211c') * (.6 + .8 * noise(14, 1.5, ax=2))[..., None], .95)
    # a car coming, one going; both only as light
    for x, y, r, colour, e in ((1140, 548, 25, '#ffe8c0', 1.0), (1202, 546, 24, '#ffe2b0', .95),
                               (1112, 552, 9, '#ffb765', .5),
                               (1278, 552, 10, '#ffb765', .35), (1250, 556, 7, '#ffd9a0', .4),
                               (1082, 556, 6, '#ffd9a0', .35),
                               (1330, 540, 13, '#8fc3d6', .20), (1010, 546, 11, '#8fc3d6', .16),
                               (1404, 548, 9, '#ffb765', .2),
                               (640, 552, 9, '#ffb765', .18), (560, 548, 12, '#ffd9a0', .14),
                               (720, 556, 7, '#ffd9a0', .2)):
        put_disc(img, x, y, r, colour, e, 0)
    below = np.exp(-np.abs(xx - 1172) / (16 + 90 * depth)) * smooth(HORIZON - 6, HORIZON + 20, yy) * (1 - depth) ** 2
    img = shine(img, below * (.4 + .8 * noise(16, 1.0, ax=6, lo=10)) * .40, '#ffe2b0')
    return bloom(img, 70, .28)


def blades(count, low, high, soft, seed, spread=W):
    rng, m = np.random.default_rng(seed), Mask()
    c = m.context
    for _ in range(count):
        x = rng.uniform(-40, spread)
        n, bend = rng.uniform(low, high) * (1.15 - .45 * x / W), rng.normal() * .17
        w = rng.uniform(2.2, 5.5) * n / 300
        c.move_to(x - w, H + 30)
        tip = (x + n * bend, H + 30 - n)
        c.curve_to(x - w, H - n * .5, x + n * bend * .4, H - n * .8, *tip)
        c.curve_to(x + n * bend * .4 + w * 1.6, H - n * .8, x + w, H - n * .5, x + w, H + 30)
        c.fill()
    return blur(m.array(), soft)


def grasses(img, a, soft, colour, light, seed):
    """The verge in one depth: the nearer, the taller, the darker."""
    img = lay(img, a, linear(colour) * (.7 + .6 * noise(seed + 1, 1.8))[..., None], .96)
    return shine(img, rim(a, -2, 1, .8 + soft * .4) * light * gauss(xx, 1160, 560), '#ffc98a')


def petal(img, points, seed, deep, glow, crumple=16):
    """One petal: silk that lets the light through, veins from the heart, a crumpled margin."""
    m = Mask()
    m.context.translate(CX, CY)
    m.context.scale(R, R)
    closed(m.context, points)
    dx, dy = ((noise(seed + k, 2.0, lo=10, hi=90) - .5) * crumple for k in (0, 1))
    a = warp(m.array(), dx, dy)
    u, v = (xx - CX) / R, (yy - CY) / R + .05
    r, angle = np.hypot(u, v), np.arctan2(v, u)
    fold = noise_line(seed + 2, 720, 1.4, lo=8, hi=90)
    pleat = fold[np.clip(((angle + math.pi) / (2 * math.pi) * 719).astype(int), 0, 719)]
    pleat = blur(pleat.astype(np.float32), 1.4)
    colour = linear('#c8452c') * deep * (1 + .16 * pleat * smooth(.15, .7, r))[..., None]
    colour = colour + linear('#f26a3c') * (.8 * glow * smooth(.25, 1.15, r) * (.55 + .12 * pleat))[..., None]
    colour = colour * (1 - .60 * np.exp(-(r / .30) ** 2))[..., None]
    colour = colour * (.85 + .3 * noise(seed + 3, 1.6))[..., None]
    img = img * (1 - .30 * blur(shift(a, 0, 5), 5) * (1 - a))[..., None]
    img = lay(img, a, np.clip(colour, 0, None), .97)
    img = shine(img, rim(a, -3, 3, .9) * .30 * glow, '#ffd0a0')
    return img * (1 - .30 * rim(a, 0, -4, 1.4))[..., None]


def green(img, m, seed, lit=.5):
    img = lay(img, m, linear('#3a4a33') * (.6 + .8 * noise(seed, 1.8))[..., None], .97)
    return shine(img, rim(m, -2, 1, .7) * lit + .5 * rim(m, 2, 1, .7) * lit * .4, '#ffcf92')


def hairs(c, line, rng, n):
    """Fine hairs on a stem, seen against the light."""
    c.set_line_width(.8)
    for x, y in line[::2]:
        for side in (-1, 1):
            c.move_to(x + side * 3, y)
            c.line_to(x + side * (4 + n * rng.random()), y - n * .5 * rng.random())
            c.stroke()


def leaf_path(c, x, y, n, angle, rng):
    """A feathered poppy leaf."""
    side = 1 if math.cos(angle) > 0 else -1
    tip = (x + math.cos(angle) * n, y + math.sin(angle) * n)
    taper(c, [(x, y), (x + math.cos(angle) * n * .5, y + math.sin(angle) * n * .5 - 14), tip], 6, 2, 1, .1)
    for t in (.25, .42, .58, .74, .88):
        px, py = x + math.cos(angle) * n * t, y + math.sin(angle) * n * t - 22 * t * (1 - t) * 2
        for up in (-1, 1):
            a = angle + up * side * (.9 - .3 * t)
            k = n * .30 * (1.1 - t) * rng.uniform(.8, 1.2)
            taper(c, [(px, py), (px + math.cos(a) * k * .5, py + math.sin(a) * k * .5),
                      (px + math.cos(a + .2) * k, py + math.sin(a + .2) * k)], 8, 1.4, 2, .1)


def plant(img):
    rng = np.random.default_rng(8)
    down = Mask()
    body = Mask()
    line = taper(body.context, STEM, 9, 6.5, 4, .06)
    hairs(down.context, line, rng, 9)
    bud_stem = taper(body.context, [(884, 800), (846, 730), (812, 640), (772, 560), (738, 536), (716, 566),
                                    (718, 596)], 6, 4, 5, .06)
    hairs(down.context, bud_stem, rng, 8)
    closed(body.context, [(718, 588), (700, 604), (692, 634), (700, 662), (716, 672), (732, 660), (738, 632),
                          (732, 604)])
    leaf_path(body.context, 868, 842, 180, -2.75, rng)
    leaf_path(body.context, 890, 772, 150, -.42, rng)
    img = shine(green(img, wobble(body.array(), 1, 61), 62), down.array() * .28, '#ffd9a6')
    slit = fill_mask(lambda c: taper(c, [(712, 606), (706, 636), (714, 666)], 3, 5, 1, .1))
    return lay(img, slit, '#d24a2c', .9)  # the bud shows a thread of its colour


def heart(img):
    heart = Mask()
    rng = np.random.default_rng(12)
    for _ in range(70):
        a, n = rng.uniform(-2.75, -.40), R * rng.uniform(.20, .44)
        x, y = CX + math.cos(a) * n * 1.1, CY - R * .10 + math.sin(a) * n
        heart.context.set_line_width(1.2)
        heart.context.move_to(CX + math.cos(a) * R * .08, CY - R * .08)
        heart.context.line_to(x, y)
        heart.context.stroke()
        heart.context.arc(x, y, rng.uniform(2.0, 3.6), 0, 7)
        heart.context.fill()
    closed(heart.context, [(CX - 22, CY - 6), (CX - 25, CY - 34), (CX, CY - 46), (CX + 25, CY - 34), (CX + 22, CY - 6),
                           (CX, CY + 4)])
    h = heart.array()
    return shine(lay(img, h, '#1b1216', .93), rim(h, -1, 2, .6) * .25, '#ffcf92')


def opened(img):
    for k, points in enumerate(BACK):
        img = petal(img, points, 300 + 10 * k, .72 if k < 2 else .85, .85 if k < 2 else 1.15)
    img = heart(img)
    for k, points in enumerate(FRONT):
        img = petal(img, points, 400 + 10 * k, .95, .55)
    return img


def opening(img):
    for k, points in enumerate(HALF_BACK):
        img = petal(img, points, 330 + 10 * k, .60 if k < 2 else .72, .80 if k < 2 else 1.05)
    for k, points in enumerate(HALF_FRONT):
        img = petal(img, points, 430 + 10 * k, (.74, .92)[k], (.42, .62)[k])
    return img


def closed_bud(img):
    for k, points in enumerate(SILK):
        img = petal(img, points, 360 + 10 * k, .80, .9, 6)
    rng = np.random.default_rng(19)
    for k, points in enumerate(SEPALS):
        m, down = Mask(), Mask()
        for mask in (m, down):
            mask.context.translate(CX, CY)
        m.context.scale(R, R)
        closed(m.context, points)
        down.context.set_line_width(.9)
        for x, y in points[1:6]:
            for _ in range(7):
                side = 1 if k else -1
                px, py = (x + rng.normal() * .02) * R, (y + rng.normal() * .05) * R
                down.context.move_to(px, py)
                down.context.line_to(px + side * rng.uniform(4, 11), py - rng.uniform(0, 6))
                down.context.stroke()
        a = wobble(m.array(), 1, 63 + k)
        img = img * (1 - .35 * blur(shift(a, 2 - 4 * k, 3), 3) * (1 - a))[..., None]
        img = shine(green(img, a, 65 + k, .6), down.array() * .30, '#ffd9a6')
    return img


@functools.lru_cache(maxsize=1)
def verge():
    """All that is behind the flower."""
    img = road(evening(np.zeros((H, W, 3), np.float32)))
    img = grasses(img, blades(260, 120, 300, 9, 71, 1100), 9, '#1a2019', .50, 71)
    img = grasses(img, blades(150, 160, 380, 4, 73, 1250), 4, '#141a14', .38, 73)
    twig = Mask()
    taper(twig.context, [(604, 1090), (640, 950), (618, 868), (668, 800), (650, 744), (700, 700)], 12, 2.4, 3)
    taper(twig.context, [(620, 872), (580, 826), (584, 780)], 6, 1.8, 4)
    taper(twig.context, [(664, 800), (706, 782), (716, 752)], 5, 1.6, 5)
    t = blur(twig.array(), 1.2)
    return shine(lay(img, t, '#17130f', .95), rim(t, -2, 1, .8) * .35, '#ffc98a')


def finish(img):
    img = granulate(expose(bloom(img, 24, .12, .4), 1.12, .12), .14, 81)
    return vignette(img, .42) * (1 - .35 * smooth(820, 1080, yy))[..., None]


def paint():
    return finish(verge())


def glow(x, y, r):
    return np.exp(-(np.hypot(xx - x, yy - y) / r) ** 1.5)


def firefly(r):
    v, u = np.mgrid[0:64, 0:64].astype(np.float32) - 31.5
    d = np.hypot(u, v)
    return np.clip(np.exp(-(d / r) ** 2) + .30 * np.exp(-(d / (r * 4)) ** 1.6), 0, 1) * smooth(31, 20, d)


def layers(picture):
    stem = plant(verge())
    shape = (np.abs(stem - verge()).max(-1) > .004).astype(np.float32)
    yield cut('wildflower_plant', developed(finish(stem), GRAIN), smooth(.25, .75, blur(shape, .7)), quality=90)
    for name, draw in (('closed', closed_bud), ('opening', opening), ('open', opened)):
        head = draw(stem)
        shape = (np.abs(head - stem).max(-1) > .012).astype(np.float32)  # without its bloom: clouds move behind it
        shape = ndimage.binary_fill_holes(shape > 0).astype(np.float32)
        yield cut(f'wildflower_{name}', developed(finish(head), GRAIN), smooth(.30, .80, blur(shape, .9)), quality=90)
    for k, (a, soft, colour, light, seed, scale) in enumerate((
            (blades(90, 120, 330, 1.2, 75, 1500), 1.2, '#0d110d', .24, 75, 2),
            (blades(30, 160, 420, 12, 77), 12, '#080a08', .25, 77, 4))):
        over = developed(finish(grasses(verge(), a, soft, colour, light, seed)), 0)
        yield cut(f'wildflower_grass_{k + 1}', over, a * .96, scale)
    wisps = warp(noise(126, 2.4, ax=2.6, lo=2), (noise(127, 2.4) - .5) * 90, (noise(128, 2.4) - .5) * 50)
    yield cut('wildflower_cloud', '#10131f', smooth(.52, .84, wisps) * smooth(470, 230, yy) * .42, 4, keep='x')
    lamps = glow(1140, 548, 46) + glow(1202, 546, 44) + .35 * glow(1170, 556, 150)
    depth = np.clip((yy - HORIZON) / (H - HORIZON), 0, 1)
    wet = np.exp(-np.abs(xx - 1172) / (20 + 110 * depth)) * smooth(HORIZON - 4, HORIZON + 24, yy) * (1 - depth) ** 2.4
    wet *= .3 + .9 * noise(16, 1.0, ax=6, lo=10)
    yield cut('wildflower_lamps', '#ffdfae', np.clip(.24 * lamps + .22 * wet, 0, 1), 3)
    dust = motes(46, (620, 1480), (320, 740), (.8, 2.0), 3) * gauss(xx, 1130, 420)
    yield cut('wildflower_dust', '#ffd9a6', dust * .55)
    yield cut('wildflower_firefly', '#ffe08c', firefly(4.0))
