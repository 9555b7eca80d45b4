"""The director's studio window at night in the rain (turns 1, 2, 4). Points of light, a warm rim, one crooked twig.

The lit window of the house across the street is WINDOW; the late picture has hardly another light.
"""
from brush import *

GRAIN = .009
HORIZON = 640
WINDOW = (800, 452, 15, 21)  # centre and half size of the one window across the street
VANISHING = (1010, HORIZON + 20)
AVENUES = ((-260, 1180), (470, 1250), (1330, 1240), (2250, 1120))
BRAKE_LIGHTS = 2  # the avenue that is seen from behind: the one vermilion accent
LAMPS = ('#ffb765', '#ffe2b0', '#8fc3d6')
WARM_DISCS = ('#ff9b3d', '#ffbf6b', '#ffd9a0', '#ffc58a', '#f4efe0')
COOL_DISCS = ('#6fb7c9', '#9fd8e6', '#5f8fd0')
# seed, base line, least and greatest height, least and greatest width, colour, blur, share of lit windows, their gain
ROWS = ((1, HORIZON + 30, 140, 400, 46, 100, '#2b3c55', 3.0, .13, 1.1),
        (2, HORIZON + 90, 150, 400, 80, 170, '#16202f', 4.2, .14, 1.5),
        (5, HORIZON + 200, 120, 340, 150, 300, '#0c131e', 6.5, .10, 1.9))


def sky(late):
    t = smooth(0, .55, yy / H)[..., None]
    img = linear('#0d1524') * (1 - t) + linear('#1d2c42') * t
    glow = (.28 if late else .55) * gauss(yy, HORIZON, 190) * (.5 + noise(3, 2.6, ax=2))
    img = img + linear('#6a4a45') * glow[..., None]
    return img * (.85 + .3 * noise(4, 2.4, ax=1.6))[..., None]


def tower_row(seed, base, low, high, narrow, wide, lit, awake):
    """A row of towers and one mask of lit windows for each lamp colour; `awake` is the share still lit."""
    rng, night = np.random.default_rng(seed), np.random.default_rng(seed + 900)
    body, windows = Mask(), [Mask() for _ in LAMPS]
    x = -40
    while x < W + 40:
        w = rng.uniform(narrow, wide)
        h = rng.uniform(low, high) * (.55 + .45 * math.sin(x * .004 + seed) ** 2 + .25 * (rng.random() < .12))
        c = body.context
        c.rectangle(x, base - h, w, H)
        if rng.random() < .35:
            c.rectangle(x + w * .3, base - h * 1.14, w * .35, h * .2)
        if rng.random() < .2:
            c.rectangle(x + w * .48, base - h * 1.32, 2.4, h * .35)
        c.fill()
        column, row = max(7, w / 8), max(7, w / 8) * 1.25
        y = base - h + row
        while y < base + 60:
            busy = rng.random()
            wx = x + column * .6
            while wx < x + w - column * .6:
                if rng.random() < lit * (.4 + 1.2 * busy):
                    lamp = windows[rng.choice(len(LAMPS), p=[.62, .23, .15])].context
                    if night.random() < awake:
                        lamp.rectangle(wx, y, column * .5, row * .5)
                        lamp.fill()
                wx += column
            y += row
        x += w * rng.uniform(.8, 1.35)
    return body.array(), [m.array() for m in windows]


def towers(img, late):
    for seed, base, low, high, narrow, wide, colour, soft, lit, gain in ROWS:
        body, windows = tower_row(seed, base, low, high, narrow, wide, lit, .06 if late else 1)
        body = blur(body, soft)
        fog = linear('#4a3f48') * (gauss(yy, HORIZON + 40, 170) * (.22 if late else .42))[..., None]
        img = lay(img, body, linear(colour) * (.8 + .4 * noise(seed + 50, 2.2))[..., None] + fog)
        for mask, lamp in zip(windows, LAMPS):
            img = shine(img, blur(mask, soft * .8) * gain * (.6 if late else 1), lamp)
    return img


def house(img, lit):
    """The dark house across the street with the one window that matters."""
    x, y, w, h = WINDOW
    body = boxes((x - 94, y - 116, 166, H), (x - 66, y - 146, 44, 60))
    img = lay(img, blur(body, 2.2), linear('#0b111b') * (.8 + .5 * noise(61, 2.0))[..., None], .94)
    panes = boxes(*((x + dx - 23, y + dy - 16, 22, 32) for dx in (-64, -26, 12, 50) for dy in range(-60, 330, 62)))
    img = lay(img, blur(panes, 1.8), '#131c29', .8)
    lamp = boxes((x - w, y - h, 2 * w, 2 * h))
    if not lit:
        return lay(img, blur(lamp, 1.7), '#1a2434', .9)
    bars = boxes((x - 1.4, y - h, 2.8, 2 * h), (x - w, y - 6, 2 * w, 2.6))
    lamp = blur(lamp * (1 - .7 * bars), 1.7)
    inside = .75 + .45 * smooth(y + h, y - h, yy)
    img = shine(lay(img, lamp, '#ffb765', .9), lamp * .55 * inside, '#ffe2b0')
    glow = np.exp(-np.hypot(xx - x, yy - y) / 34)
    return shine(img, glow * .20, '#ffb765')


def traffic(img, late, group=None, share=1.0):
    """The street's lights out of focus; with `group` only every third of them, from that one on."""
    rng, count = np.random.default_rng(31), 0

    def light(x, y, r, colour, energy):
        nonlocal count
        if group is None or count % 3 == group:
            put_disc(img, x, y, r, colour, energy * share)
        count += 1

    for _ in range(70 if late else 360):
        lane, u = rng.choice(4), rng.random() ** 1.6
        cx = VANISHING[0] + (AVENUES[lane][0] - VANISHING[0]) * u + rng.normal() * (10 + 60 * u)
        cy = VANISHING[1] + (AVENUES[lane][1] - VANISHING[1]) * u + rng.normal() * (6 + 40 * u)
        r = 4 + 34 * u * (.6 + .7 * rng.random())
        colour = rng.choice(WARM_DISCS if rng.random() < .74 else COOL_DISCS)
        if lane == BRAKE_LIGHTS and rng.random() < .55:
            colour = '#ff4a36'
        light(cx, cy, r, colour, min(1.1, 22 / (r + 12)) * rng.uniform(.3, 1) * (.35 if late else 1))
    for _ in range(26 if late else 90):
        light(rng.random() * W, HORIZON + 60 - abs(rng.normal()) * 60 + 30 * rng.normal(), rng.uniform(6, 17),
              rng.choice(WARM_DISCS + COOL_DISCS), rng.uniform(.10, .40) * (.4 if late else 1))


def bars():
    """Mullions and sill of dark wood, standing between the figures and beside them."""
    return boxes((0, 0, 54, H), (628, 0, 24, H), (1268, 0, 24, H), (1866, 0, 60, H), (0, 0, W, 38), (0, 900, W, 180))


def wood(mask):
    lamp = 1 + 1.6 * np.exp(-((xx - 150) / 500) ** 2 - ((yy - 800) / 300) ** 2)
    img = linear('#16120f') * (.7 + .6 * noise(60, 1.5, ax=8, ay=.5) * lamp)[..., None]
    return shine(img, rim(mask, 3, 0, 0) * .18 + rim(mask, -3, 0, 0) * .09 + rim(mask, 0, -2, .6) * .05, '#d98a4a')


def bottle_and_twig():
    """A bottle on the sill with one crooked twig, lit from the street: (light, mask)."""
    m = Mask()
    c = m.context
    c.move_to(1112, 903)
    c.curve_to(1088, 903, 1084, 826, 1100, 806)
    c.curve_to(1114, 790, 1116, 778, 1116, 746)
    c.line_to(1146, 746)
    c.curve_to(1146, 778, 1148, 790, 1162, 806)
    c.curve_to(1178, 826, 1174, 903, 1150, 903)
    c.close_path()
    c.fill()
    taper(c, [(1132, 780), (1136, 706), (1100, 640), (1126, 580), (1076, 520), (1016, 508), (986, 468)], 11, 2.6, 3)
    taper(c, [(1104, 648), (1060, 622), (1046, 580)], 6, 1.8, 4)
    taper(c, [(1126, 584), (1166, 546), (1170, 492), (1196, 462)], 6.5, 1.8, 5)
    taper(c, [(1078, 522), (1084, 470), (1062, 440)], 5, 1.6, 6)
    taper(c, [(1168, 540), (1200, 530)], 3.5, 1.4, 7)
    m = wobble(m.array(), 1.2, 66)
    return shine(np.zeros((H, W, 3), np.float32) + linear('#0b0d12'), rim(m, 4, -3, .7) * .50, '#e79a55'), m


def outside(late, lit=True):
    """The street, before the glass."""
    img = house(towers(sky(late), late), lit)
    traffic(img, late)
    return bloom(img * .94, 46, .5)


def graded(img, late=False):
    img = vignette(img, .50, .46, .60, .55)
    if late:
        grey = img.mean(-1, keepdims=True)
        img = (img * .82 + grey * .18) * np.array([.86, .97, 1.10], np.float32)
    return expose(img, 1.12, .28)


def paint(late=False, lit=True):
    """Only what is outside: glass, frame and twig are layers before it."""
    img = outside(late, lit)
    if late and lit:
        x, y, _, _ = WINDOW
        img = shine(img, np.exp(-(np.hypot(xx - x, yy - y) / 110) ** 1.2) * .05, '#ffb765')
    return graded(img, late)
