"""The desk from above under a lamp (turn 17): the page, the red pencil, the pressed wildflower, a hairpin, tea.

The picture's page breaks off; its last lines, a red underline and the seal are a layer.
"""
from brush import *
from cutting import cut, patch

GRAIN = .009
PAGE = (960, 420, 520, 700, -.055)  # centre, width, height, tilt
LAMP = (880, 300)
CUP = (1468, 372, 74)       # centre and radius


def wood():
    """Old elm: long grain, a few boards, wear where the hands lie."""
    bend = (noise(3, 2.6, ax=3) - .5) * 90
    years = noise(4, 1.5, ax=7, ay=.8, lo=3)
    rings = .5 + .5 * np.sin((yy + bend + 60 * years) / 7.5)
    img = linear('#5a3a24') * (.62 + .40 * noise(5, 2.2, ax=3) + .30 * years)[..., None]
    img = img * (1 - .16 * rings * (.4 + noise(6, 1.6, ax=6)))[..., None]
    pores = smooth(.66, .80, noise(7, .9, ax=12, ay=.8, lo=30))
    img = img * (1 - .35 * pores)[..., None]
    for y in (236, 590, 900):
        line = yy - y - 2.5 * (noise(8 + y, 2.2) - .5)
        img = img * (1 - .75 * np.exp(-(line / 2.0) ** 2))[..., None]
        img = shine(img, np.exp(-((line - 3.6) / 1.6) ** 2) * .05, '#f0c088')
    return img


def on_page(c):
    c.translate(PAGE[0], PAGE[1])
    c.rotate(PAGE[4])


def handwriting(ended):
    """Lines of small brush writing, never legible; the last line stops where the article ends."""
    ink, rng = Mask(), np.random.default_rng(21)
    c = ink.context
    on_page(c)
    for row in range(19 if ended else 17):
        y = -282 + row * 28.5
        if row in (6, 13):
            continue  # a new paragraph
        x = -180 if row in (0, 7, 14) else -206
        end = {5: 40, 12: -60, 16: 206 if ended else 34, 18: -20}.get(row, 206)  # where a paragraph stops
        while x < end - 12:
            size = 14 + rng.normal() * .8
            for _ in range(rng.integers(4, 8)):
                px, py = x + rng.uniform(.5, size - 3), y + rng.uniform(-size / 2, size / 2)
                kind = rng.random()
                dx, dy = ((rng.uniform(4, 9), rng.normal() * .8) if kind < .45 else (rng.normal() * .8,
                                                                                     rng.uniform(4, 9)) if kind < .75
                          else (rng.choice([-1, 1]) * rng.uniform(2.5, 6), rng.uniform(2.5, 6)))
                c.set_line_width(rng.uniform(.9, 1.6))
                c.move_to(px, py)
                c.curve_to(px + dx * .3, py + dy * .3 - .6, px + dx * .7, py + dy * .7 + .4, px + dx, py + dy)
                c.stroke()
            x += size + 2.4 + (6 if rng.random() < .09 else 0)
    return ink.array()


def page(img, ended):
    def sheet(c, dx=0, dy=0, turn=0.0):
        c.save()
        on_page(c)
        c.translate(dx, dy)
        c.rotate(turn)
        c.rectangle(-PAGE[2] / 2, -PAGE[3] / 2, PAGE[2], PAGE[3])
        c.fill()
        c.restore()
    for dx, dy, turn, tint, seed in ((16, 10, .045, '#d9c7a4', 31), (-8, 6, -.02, '#e2d2b0', 33),
                                     (0, 0, 0, '#efe2c6', 35)):
        m = wobble(fill_mask(lambda c: sheet(c, dx, dy, turn)), 1.0, 30)
        img = img * (1 - .50 * blur(shift(m, 7, 12), 10) * (1 - m))[..., None]
        img = img * (1 - .35 * blur(shift(m, 2, 3), 2.5) * (1 - m))[..., None]
        img = lay(img, m, paper(seed, tint))
        img = shine(img, rim(m, 2, 2, .6) * .08, '#fff0d0')
    img = glaze(img, handwriting(ended) * 1.15 * (.7 + .5 * noise(36, 1.8)), INK)
    return ending(img) if ended else img


def ending(img):
    """The director of her own sentence: two strokes of red pencil under the last words, and her seal."""
    marks = Mask()
    on_page(marks.context)
    rng = np.random.default_rng(5)
    for k in range(2):
        marks.context.set_line_width(1.7)
        marks.context.move_to(-96, 241 + k * 3.5)
        marks.context.curve_to(-70, 244 + rng.normal(), -48, 240 + k * 3 + rng.normal(), -22, 243 + k * 3)
        marks.context.stroke()
    img = glaze(img, marks.array() * .9 * smooth(.25, .55, noise(37, .7, lo=60)), VERMILION)
    stone, carved = Mask(), Mask()
    for m in (stone, carved):
        on_page(m.context)
        m.context.translate(158, 276)
        m.context.rotate(.03)
    stone.context.rectangle(-23, -23, 46, 46)
    stone.context.fill()
    c = carved.context
    c.set_line_width(2.5)
    for x0, y0, x1, y1 in ((-12, -14, 12, -15), (-9, -9, 9, -9.5), (-15, -3, 15, -4), (0, -18, 0, -3), (-5, -1, -15, 9),
                           (-6, 4, 11, 3), (11, 3, -13, 17), (-3, 8, 14, 17)):  # 麦, cut with a knife
        c.move_to(x0, y0)
        c.line_to(x1, y1)
        c.stroke()
    print_ = wobble(stone.array(), 1.2, 38) * (1 - .92 * carved.array())
    worn = smooth(.24, .44, noise(39, .9, lo=40) + .25 * (noise(40, 2.0, lo=8) - .5))
    return glaze(img, print_ * (.35 + .65 * worn) * 1.0, VERMILION * 1.05)


def cup(img):
    """Tea in a plain cup, seen from above; the lamp lies on it."""
    x, y, r = CUP
    d, angle = np.hypot(xx - x, yy - y), np.arctan2(yy - y, xx - x)
    body = smooth(r + 1.2, r - 1.2, d + 1.6 * (noise(101, 2.0, lo=8) - .5))
    cast = smooth(r + 16, r - 14, np.hypot(xx - x - 22, yy - y - 12))
    img = img * (1 - .62 * blur(cast, 9) * (1 - body))[..., None]
    towards = np.cos(angle - math.atan2(LAMP[1] - y, LAMP[0] - x))  # 1 on the side of the lamp
    clay = linear('#7d8a82') * (.72 + .42 * noise(102, 1.6))[..., None]
    img = lay(img, body, clay * (.62 + .30 * towards * smooth(r - 16, r - 3, d))[..., None])
    hollow = smooth(r - 8.5, r - 11.5, d)
    img = lay(img, hollow, linear('#5d6963') * (.75 - .40 * towards)[..., None])
    tea = smooth(r - 19, r - 22, np.hypot(xx - x - 2, yy - y - 1))
    depth = np.clip(d / r, 0, 1)
    img = lay(img, tea, linear('#8a4a1c') * (.42 + .55 * depth ** 2 + .10 * noise(103, 2.4))[..., None])
    img = shine(img, tea * np.exp(-(np.hypot((xx - x + 24) / 17, (yy - y + 4) / 8)) ** 2) * .75, '#ffe2b0')
    img = shine(img, gauss(d, r - 5, 2.6) * smooth(-.2, 1, towards) * .50, '#fff0d4')
    return shine(img, gauss(d, r - 20, 1.6) * smooth(.1, -1, towards) * .16, '#ffd9a6')


def cylinder(img, a, b, width, colour, seed):
    """A round stick lying on the desk, from a to b: shaded across, with its shadow."""
    (x0, y0), (x1, y1) = a, b
    n = math.hypot(x1 - x0, y1 - y0)
    ux, uy = (x1 - x0) / n, (y1 - y0) / n
    along, across = (xx - x0) * ux + (yy - y0) * uy, (xx - x0) * -uy + (yy - y0) * ux
    m = smooth(-1, 1, along) * smooth(n + 1, n - 1, along) * smooth(width / 2 + .8, width / 2 - .8, np.abs(across))
    img = img * (1 - .60 * blur(shift(m, 5, 9), 4) * (1 - m))[..., None]
    v = across / (width / 2)
    shade = .55 + .55 * np.clip(1 - (v + .35) ** 2, 0, 1)
    facet = np.where(np.abs(v) < .36, 1.0, .82)  # six-sided
    img = lay(img, m, linear(colour) * (shade * facet * (.9 + .2 * noise(seed, 1.8)))[..., None])
    return shine(img, m * np.exp(-((v + .38) / .12) ** 2) * .16, '#ffe6c0')


def pencil(img):
    x0, y0, x1, y1 = 1250, 590, 1330, 250
    ux, uy = (x1 - x0) / math.hypot(x1 - x0, y1 - y0), (y1 - y0) / math.hypot(x1 - x0, y1 - y0)
    tip = (x0 - ux * 46, y0 - uy * 46)
    cone = polygon(tip, (x0 + uy * 9, y0 - ux * 9), (x0 - uy * 9, y0 + ux * 9))
    img = img * (1 - .5 * blur(shift(cone, 4, 7), 3) * (1 - cone))[..., None]
    img = lay(img, cone, linear('#d2a878') * (.8 + .3 * noise(51, 1.4, lo=20))[..., None])
    lead = smooth(17, 13, np.hypot(xx - tip[0], yy - tip[1])) * cone
    img = lay(img, lead, '#b2321c')
    img = cylinder(img, (x0, y0), (x1, y1), 19, '#c8452c', 52)
    return cylinder(img, (x1 - ux * 14, y1 - uy * 14), (x1, y1), 19.5, '#8a6a44', 53)


def hairpin(img):
    """A's crooked hairpin, laid aside for the night."""
    m = fill_mask(lambda c: (taper(c, [(590, 170), (574, 256), (604, 330), (580, 410), (596, 500), (588, 572)], 14, 5,
                                   4, .12),
                             taper(c, [(578, 276), (552, 232), (546, 188)], 8, 3, 5, .1),
                             taper(c, [(594, 348), (622, 306), (634, 270)], 6, 2.6, 6, .1)))
    img = img * (1 - .55 * blur(shift(m, 5, 9), 4) * (1 - m))[..., None]
    img = lay(img, m, linear('#3a2416') * (.75 + .5 * noise(61, 1.4, lo=10))[..., None])
    return shine(img, rim(m, 2, 2, .7) * .16, '#f3c88e')


def pressed_flower(img):
    """The wildflower of the road, dry and flat, its red gone to brown rose."""
    cx, cy, r = 1176, 176, 62
    stem = fill_mask(lambda c: (taper(c, [(1176, 196), (1188, 268), (1166, 330), (1186, 400), (1172, 470)], 4.2, 2.6,
                                      3, .1),
                                taper(c, [(1172, 338), (1140, 322), (1122, 296)], 3, 1.4, 4, .1),
                                taper(c, [(1182, 384), (1214, 372), (1234, 344)], 3, 1.4, 5, .1),
                                taper(c, [(1136, 320), (1116, 326)], 4, 1.2, 6, .1),
                                taper(c, [(1130, 308), (1134, 288)], 4, 1.2, 7, .1),
                                taper(c, [(1216, 370), (1236, 374)], 4, 1.2, 8, .1),
                                taper(c, [(1224, 360), (1220, 340)], 4, 1.2, 9, .1)))
    img = img * (1 - .35 * blur(shift(stem, 2, 4), 2) * (1 - stem))[..., None]
    img = lay(img, stem, linear('#5d5a34') * (.8 + .4 * noise(71, 1.6))[..., None], .9)
    u, v = (xx - cx) / r, (yy - cy) / r
    angle, rad = np.arctan2(v, u), np.hypot(u, v)
    veins = noise_line(72, 720, 1.2, lo=20, hi=160)[np.clip(((angle + math.pi) / (2 * math.pi) * 719).astype(int), 0,
                                                            719)]
    for k, turn in enumerate((.3, 1.75, 3.1, 4.55, 5.5)):
        p = Mask()
        p.context.translate(cx, cy)
        p.context.rotate(turn)
        p.context.scale(r, r)
        closed(p.context, [(0, .05), (.32, -.34), (.72, -.55), (1.06, -.34), (1.14, .06), (1.0, .42), (.62, .52),
                           (.26, .30)])
        m = wobble(p.array(), 4.5, 75 + k)
        img = img * (1 - .30 * blur(shift(m, 2, 4), 2.5) * (1 - m))[..., None]
        tone = (.75 + .18 * rad + .10 * veins + .3 * (noise(85 + k, 1.6) - .5))
        img = lay(img, m, linear('#9c5548') * tone[..., None], .88)
        img = glaze(img, rim(m, -2, -2, 1) * .7, UMBER)
    return lay(img, np.exp(-(rad / .24) ** 2) * (.6 + .6 * noise(91, 1.0, lo=40)), '#2c1c16', .9)


def paint(ended=False):
    img = cup(hairpin(pencil(pressed_flower(page(wood(), ended)))))
    d = np.hypot((xx - LAMP[0]) / 1.18, yy - LAMP[1])
    pool = .055 + 1.20 * np.exp(-(d / 520) ** 2.2)
    img = img * pool[..., None] * (linear('#ffdcaa') / linear('#ffdcaa').max())
    img = shine(img, np.exp(-(d / 620) ** 2) * .012, '#ffc27a')
    img = granulate(img, .20, 95)
    return expose(bloom(img, 60, .10), 1.16, .12) * (1 - .30 * smooth(760, 1080, yy))[..., None]


def steam(seed, lean):
    """A curl that rises from the cup, torn thinner as it goes."""
    x, y, _ = CUP
    up = np.clip((y + 4 - yy) / 250, 0, 1)
    path = x - 14 + lean * (18 * np.sin(up * 5.2 + seed) * up ** .7 + 14 * up)
    wide = 6 + 26 * up
    other = path + 30 * np.sin(up * 7 + seed * 2) * up
    curl = np.exp(-((xx - path) / wide) ** 2) + .7 * np.exp(-((xx - other) / (wide * .55)) ** 2)
    return curl * smooth(0, .16, up) * smooth(1, .35, up) * smooth(.22, .80, noise(seed, 2.0, ax=.6, ay=1.8, lo=3))


def layers(picture):
    yield patch('desk_ending', picture, paint(ended=True), GRAIN, .03, 2)
    d = np.hypot((xx - LAMP[0]) / 1.18, yy - LAMP[1])
    yield cut('desk_lamp', '#ffc582', np.exp(-(d / 430) ** 2.2) * .07, 8)
    for k, lean in ((1, 1), (2, -1)):
        yield cut(f'desk_steam_{k}', '#e9c9a0', steam(110 + k, lean) * .46, 2)
    yield cut('desk_dust', '#ffe0b0', motes(44, (420, 1340), (60, 720), (.6, 1.5), 19) * np.exp(-(d / 430) ** 2) * .55)
