"""A's mountains, ink on paper: the dawn, the picture on the cinema's screen, the lab's view and the nearly white."""
import functools
from dataclasses import dataclass

from brush import *


@dataclass(frozen=True)
class Ridge:
    base: int          # y where the ridge has no peak
    height: int        # of a peak with weight 1, in pixels
    peaks: tuple       # (x, half width, weight, sharpness)
    ink: float
    fade: int          # pixels until the mist has taken the ink
    trees: int
    tree: int          # height of a tree in pixels
    seed: int


RIDGES = (
    Ridge(540, 230, ((120, 260, .50, 1.7), (500, 150, .80, 1.6), (640, 120, .55, 1.6), (960, 300, .30, 1.8),
                     (1520, 190, .50, 1.6), (1760, 150, .86, 1.6), (1900, 110, .62, 1.5)), .30, 210, 0, 0, 101),
    Ridge(650, 330, ((40, 150, .70, 1.6), (255, 92, .96, 1.7), (360, 90, .72, 1.6), (640, 220, .42, 1.8),
                     (1010, 280, .22, 1.8), (1655, 120, .72, 1.6), (1850, 170, .60, 1.6)), .52, 230, 90, 13, 131),
    Ridge(770, 370, ((-30, 160, .82, 1.6), (150, 110, .52, 1.6), (440, 170, .34, 1.7), (1330, 240, .24, 1.8),
                     (1735, 105, .84, 1.7), (1880, 110, .66, 1.6)), .80, 250, 120, 30, 171),
    Ridge(930, 330, ((-20, 260, .58, 1.7), (330, 220, .26, 1.7), (960, 320, .10, 1.8), (1540, 260, .26, 1.7),
                     (1900, 190, .62, 1.6)), 1.05, 300, 60, 70, 211),
)


def skyline(r):
    """The y of the ridge for every column."""
    x = np.arange(W).astype(np.float32) + 26 * noise_line(r.seed + 1, W * 2, 2.2, lo=2, hi=40)[:W]
    v = np.zeros(W, np.float32)
    for centre, width, weight, sharp in r.peaks:
        skew = 1 + .35 * math.sin(centre * 1.7)
        t = np.where(x < centre, (centre - x) / (width * skew), (x - centre) / (width * (2 - skew)))
        v = np.logaddexp(v * 14, 14 * weight * np.exp(-np.abs(t) ** sharp)) / 14
    v -= v.min()
    return r.base - r.height * (v + .04 * noise_line(r.seed + 2, W * 2, 2.3, lo=5, hi=260)[:W] * (.25 + v))


def fibres(h, slope, r, depth):
    """Hemp-fibre strokes (披麻皴): they hang from the ridge and run down the flank, in bundles."""
    rng = np.random.default_rng(r.seed + 60)
    bundle = noise(r.seed + 61, 1.8, lo=5)
    m = Mask()
    for _ in range(2600):
        x, d = rng.random() * W, depth * rng.random() ** 1.5
        y = h[int(x)] + 5 + d
        if y >= H or bundle[int(y), int(x)] + .22 * rng.random() < .58:
            continue
        s = float(slope[int(x)])
        lean = np.clip(s * .75, -.85, .85) + rng.normal() * .07
        n = (16 + 46 * rng.random()) * (.55 + r.ink * .6)
        bend = rng.normal() * .12
        m.context.set_source_rgba(0, 0, 0, (.25 + .5 * rng.random()) * math.exp(-d / (depth * .6)))
        m.context.set_line_width((.8 + 1.5 * rng.random()) * (.5 + .5 * r.ink))
        m.context.move_to(x, y)
        m.context.curve_to(x + n * lean * .4, y + n * .3, x + n * (lean + bend) * .8, y + n * .7,
                           x + n * (lean * .8 + bend), y + n)
        m.context.stroke()
    return wobble(m.array(), 1.5, r.seed + 62)


def pine(c, x, y, s, rng):
    """A far pine is a few flat boughs; a near one has pads of needles on a crooked trunk."""
    lean = (rng.random() - .5) * .2 * s
    c.set_line_width(max(.9, s * .04))
    c.move_to(x, y + 2)
    c.curve_to(x - lean * .5, y - s * .4, x + lean * 1.4, y - s * .6, x + lean, y - s)
    c.stroke()
    boughs = int(4 + s / 8)
    for j in range(boughs):
        t = (j + .5) / boughs
        yb, reach = y - s * (1.02 - t * .80), s * (.06 + .27 * t ** .8) * (.6 + .7 * rng.random())
        side = (rng.random() - .5) * reach * .9
        xb = x + lean * (1 - t)
        if s < 34:
            c.set_line_width(max(.9, s * .05 * (.6 + .8 * rng.random())))
            c.move_to(xb - reach + side, yb + reach * .22)
            c.curve_to(xb - reach * .4 + side, yb - reach * .1, xb + reach * .4 + side, yb - reach * .1,
                       xb + reach + side,
                       yb + reach * .22)
            c.stroke()
            continue
        c.set_line_width(s * .018)
        c.move_to(xb, yb + s * .04)
        c.line_to(xb + side, yb)
        c.stroke()
        for _ in range(int(18 + 20 * t)):
            u = rng.uniform(-1, 1)
            nx, ny = xb + side + u * reach, yb + reach * .26 * u * u + rng.normal() * s * .006
            a = -math.pi / 2 + u * .9 + rng.normal() * .25
            n = s * .055 * (.6 + .7 * rng.random())
            c.set_line_width(1 + .5 * rng.random())
            c.move_to(nx, ny)
            c.line_to(nx + math.cos(a) * n, ny + math.sin(a) * n)
            c.stroke()


def pines(h, r):
    rng = np.random.default_rng(r.seed + 40)
    where = noise_line(r.seed + 45, W, 1.6, lo=3)
    xs = [x for x in rng.random(r.trees * 3) * W if where[int(x)] > .25][:r.trees]
    m = Mask()
    for x in xs:
        s = r.tree * (.32 + rng.random() ** 1.6)
        pine(m.context, x, h[int(x)] + rng.random() * s * .4 + 1, s, rng)
    a = m.array()
    return np.maximum(a, blur(a, 1.2) * .6)


def sky(img, sun, strength):
    n, n2 = noise(20, 2.6, ax=1.8), noise(21, 2.4, ax=2.6, ay=.8)
    r = np.hypot((xx - sun[0]) / 1.6, yy - sun[1])
    img = glaze(img, .40 * np.exp(-(r / 430) ** 1.4) * (.7 + .6 * n) * strength, WARM * .55)
    img = glaze(img, .62 * smooth(620, -60, yy) * (.35 + .9 * n2) * (1 - .8 * np.exp(-(r / 340) ** 2)) * strength,
                INDIGO * .30)
    return glaze(img, .34 * smooth(540, 330, yy) * smooth(60, 330, yy) * n2 * strength, ROSE * .5)


def red_sun(img, x, y, r, strength=1.0):
    d = np.hypot(xx - x, yy - y) + 5 * (noise(33, 1.6) - .5)
    body = smooth(r + 2, r - 2, d)
    pooled = 1 + .25 * gauss(d, r - 3, 5)
    img = glaze(img, body * (.72 + .38 * (noise(34, 1.3) - .5)) * pooled * strength, VERMILION * .75)
    return glaze(img, .14 * np.exp(-(np.maximum(d - r, 0) / 45)) * strength, VERMILION * .5)


def pine_needles(c, x, y, size, angle, rng, count=34):
    """A fan of needles, the way a pine is written with the brush."""
    for _ in range(count):
        a = angle + (rng.random() - .5) * 2.6
        n = size * (.62 + .45 * rng.random()) * (1 - .18 * abs(a - angle))
        c.set_line_width(.9 + rng.random() * .9)
        x0, y0 = x + (rng.random() - .5) * size * .34, y + (rng.random() - .5) * size * .12
        c.move_to(x0, y0)
        c.curve_to(x0 + math.cos(a) * n * .5, y0 + math.sin(a) * n * .5, x0 + math.cos(a) * n * .8,
                   y0 + math.sin(a) * n * .76, x0 + math.cos(a) * n, y0 + math.sin(a) * n + size * .05)
        c.stroke()


def pine_branch(img, main, twigs, tufts, seed, size=44):
    """A pine bough in ink: `main` and `twigs` are (points, w0, w1), `tufts` are needle fans (x, y, angle)."""
    bark, dark, light = Mask(), Mask(), Mask()
    rng = np.random.default_rng(seed)
    for points, w0, w1 in (main, *twigs):
        taper(bark.context, points, w0, w1, seed)
    for x, y, angle in tufts:
        for k in range(3):
            to = (light if k == 1 else dark).context
            pine_needles(to, x + rng.normal() * size * .35, y + rng.normal() * size * .16, size * rng.uniform(.8, 1.15),
                         angle + rng.normal() * .25, rng, 30)
    b = wobble(bark.array(), 1.6, seed + 4)
    dry = smooth(.25, .62, noise(seed + 5, .9, ax=2.5, ay=.6, lo=14))
    cracks = smooth(.55, .8, noise(seed + 6, 1.1, ax=1.6, ay=.8, lo=30))
    img = glaze(img, light.array() * .6, INDIGO * .5 + absorb('#6f8a5a') * .6)
    img = glaze(img, b * (.72 + .62 * dry) * (1 - .35 * cracks * (1 - rim(b, 0, -5, 2))), INK * .85 + INDIGO * .25)
    return glaze(img, dark.array() * .85 * (.6 + .7 * noise(seed + 7, 1.8)),
                 INDIGO * .75 + INK * .35 + absorb('#6f8a5a') * .35)


@functools.lru_cache(maxsize=4)
def _ridge_fields(i):
    r = RIDGES[i]
    h = skyline(r)
    slope = ndimage.gaussian_filter1d(np.gradient(ndimage.gaussian_filter1d(h, 9)), 12)
    return h, slope


def ridge(img, i, sun, ink, mist, trees=True):
    """One ridge and the mist that lies before it. `ink` scales its density, `mist` the fog (1 is the dawn)."""
    r = RIDGES[i]
    h, slope = _ridge_fields(i)
    d = yy - h[None, :] + (4.4 + 2.4 * i) * (noise(r.seed + 3, 1.5, lo=8) - .5)
    deep = np.clip(d, 0, None)
    edge = smooth(-1.3, 1.5, d)
    mottle = noise(r.seed + 6, 2.2)
    fall = np.exp(-deep / (r.fade * (.5 + noise(r.seed + 7, 2.8, ax=1.6))))
    wet = 1 + .40 * np.exp(-deep / 6)
    dens = edge * r.ink * fall * wet * (.62 + .55 * mottle)
    dens = dens + edge * fibres(h, slope, r, r.fade) * fall ** .6 * (.20 + .34 * i * .7)
    toward = np.sign(sun[0] - xx) * slope[None, :]
    dens = dens * np.clip(1 - .75 * np.clip(toward, -.5, .75) * np.exp(-deep / 90), .35, 1.5)
    if trees and r.trees:
        dens = np.maximum(dens, pines(h, r) * r.ink * 1.25 * (.75 + .5 * mottle))
    img = glaze(img, dens * ink, INDIGO * (.66 - .05 * i) + INK * (.12 + .15 * i))
    glow = np.hypot((xx - sun[0]) / 1.6, yy - sun[1])
    img = glaze(img, edge * .18 * np.exp(-(glow / 520) ** 2) * fall * ink, WARM)
    cloud, swell = noise(r.seed + 8, 2.5, ax=2.6, ay=.9), noise(r.seed + 9, 2.2, ax=1.5)
    top = r.base - r.height * .16 + 70 * (swell - .5)
    band = smooth(0, 170, yy - top) * (1 - .75 * smooth(200, 380, yy - top) * min(1, 1 / mist))
    fog = np.clip(band * (.42 + .85 * cloud) * mist, 0, 1) * .90
    g = np.exp(-(glow / 640) ** 2)[..., None]
    colour = linear('#f3e8d5') * (1 - g) + linear('#f8dcba') * g
    return img * (1 - fog[..., None]) + colour * fog[..., None]


def bird(c, x, y, size, tilt):
    c.save()
    c.translate(x, y)
    c.rotate(tilt)
    c.set_line_width(max(1.3, size * .16))
    c.move_to(-size, -size * .35)
    c.curve_to(-size * .6, -size * .6, -size * .2, -size * .3, 0, 0)
    c.curve_to(size * .25, -size * .35, size * .7, -size * .62, size * 1.05, -size * .25)
    c.stroke()
    c.restore()


def birds(img, flock):
    return glaze(img, fill_mask(lambda c: [bird(c, *b) for b in flock]) * .85, INK)
