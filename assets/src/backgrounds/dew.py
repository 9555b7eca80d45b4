"""Dew on a wheat blade (turns 5, 6, 11), macro. The drop holds the wheat field, its tree and its sun upside down."""
import wheat
from brush import *

GRAIN = .011
SPARK = (766, 462)  # on the great drop


def dawn(img):
    glow = np.hypot((xx - 1330) / 1.4, yy - 320)
    img = glaze(img, .85 * smooth(220, 1080, yy) * (.5 + .6 * noise(3, 2.7, ax=1.3)), absorb('#a08a4a', .95))
    img = glaze(img, .50 * smooth(480, 0, yy) * (.4 + .7 * noise(4, 2.5, ax=2)), absorb('#7f8f8c', .7))
    img = glaze(img, .80 * gauss(yy, 560, 200) * (.4 + .8 * noise(6, 2.5, ax=2)), absorb('#d9944a', .75))
    img = img + (linear('#ffdda2') - img * .5) * (np.exp(-(glow / 330) ** 1.5) * .62)[..., None]
    rng = np.random.default_rng(2)
    for sigma, count, density in ((36, 15, .5), (17, 9, .55)):
        m = Mask()
        for _ in range(count):
            x = rng.random() * W
            m.context.set_line_width(rng.uniform(12, 28))
            m.context.move_to(x, H + 40)
            high, sway = rng.uniform(190, 430), rng.uniform(10, 120)  # the wind has bent them all one way
            bend, tip = (x + sway * .3, high + 60), (x + sway, high)
            m.context.curve_to(x + rng.normal() * 40, 700, *bend, *tip)
            m.context.stroke()
            n, ear = math.hypot(tip[0] - bend[0], tip[1] - bend[1]) + 1, rng.uniform(90, 150)
            dx, dy = (tip[0] - bend[0]) / n * ear, (tip[1] - bend[1]) / n * ear
            taper(m.context, [tip, (tip[0] + dx * .5, tip[1] + dy * .5 - 10), (tip[0] + dx, tip[1] + dy)], 40, 10, 1,
                  .05)
        img = glaze(img, blur(m.array(), sigma) * density, absorb('#7c6c36') + absorb('#8a6a36') * .4)
    for cx, cy, r, e in lights():
        img = shine(img, light(cx, cy, r) * e, '#ffe9bc')
    return img


def lights():
    """Drops far behind, out of focus: x, y, radius, strength."""
    rng = np.random.default_rng(2)
    return [(rng.random() * W, rng.random() * 700 + 60, rng.uniform(10, 52), rng.uniform(.03, .15)) for _ in range(44)]


def light(cx, cy, r):
    d = np.hypot(xx - cx, yy - cy) / r
    return smooth(1.03, .95, d) * (.6 + .35 * smooth(.7, .98, d))


class Blade:
    """The middle line and the width of the blade, in 400 steps from the root to the tip."""

    def __init__(self):
        t = np.linspace(0, 1, 400)
        self.x = -60 + 1500 * t + 120 * np.sin(t * 2.2)
        self.y = 985 - 1010 * t ** .82 + 560 * t ** 2.6
        self.width = 78 * (1 - t) ** .75 + 3
        tx, ty = np.gradient(self.x), np.gradient(self.y)
        n = np.hypot(tx, ty)
        self.nx, self.ny = -ty / n, tx / n

    def at(self, i, across):
        return self.x[i] + self.nx[i] * self.width[i] * across, self.y[i] + self.ny[i] * self.width[i] * across

    def strip(self, a, b):
        m = Mask()
        m.context.move_to(*self.at(0, a))
        for i in range(1, 400):
            m.context.line_to(*self.at(i, a))
        for i in range(399, -1, -1):
            m.context.line_to(*self.at(i, b))
        m.context.close_path()
        m.context.fill()
        return m.array()

    def paint(self, img):
        body = blur(self.strip(-.5, .5), 1.0)
        img = lay(img, body, linear('#9a984c') * (.8 + .5 * noise(9, 1.6, ax=3))[..., None])
        for q in np.linspace(-.45, .45, 17):
            img = img * (1 - .26 * blur(self.strip(q - .010, q + .010), .7))[..., None]
        img = shine(img, blur(self.strip(-.5, -.28), 5) * body * .46, '#ffe2a0')
        img = glaze(img, blur(self.strip(.02, .5), 9) * body * .75, absorb('#66602e'))
        img = shine(img, blur(self.strip(-.03, .03), 1.1) * .28, '#fff0bd')
        hair = Mask()  # the down along the upper edge, lit from behind
        rng = np.random.default_rng(5)
        hair.context.set_line_width(.9)
        for _ in range(900):
            i = int(rng.integers(0, 396))
            x, y = self.at(i, -.5)
            n = rng.uniform(4, 12)
            hair.context.move_to(x, y)
            hair.context.line_to(x - self.nx[i] * n + rng.normal() * 2, y - self.ny[i] * n + rng.normal() * 2)
            hair.context.stroke()
        return shine(img, hair.array() * .30, '#fff0c8'), body


def drop(img, base, land, blade_mask, cx, cy, rx, ry, tilt, main=False):
    """A drop: contact shadow with the light it gathers, the landscape inverted, a bright lower rim, two sparks."""
    x0, x1 = int(max(cx - rx * 1.9, 0)), int(min(cx + rx * 1.9, W))
    y0, y1 = int(max(cy - ry * 1.6, 0)), int(min(cy + ry * 2.0, H))
    px, py = xx[y0:y1, x0:x1] - cx, yy[y0:y1, x0:x1] - cy
    u = (px * math.cos(tilt) + py * math.sin(tilt)) / rx
    v = (-px * math.sin(tilt) + py * math.cos(tilt)) / ry
    if main:  # a heavy drop sags
        v = v + .10 * (u * u - .4) * (v < 0)
    q = np.sqrt(u * u + v * v)
    a = smooth(1 + 1.4 / rx, 1 - 1.4 / rx, q)
    here = blade_mask[y0:y1, x0:x1]
    part = img[y0:y1, x0:x1]
    shadow = np.exp(-(((px - rx * .10) / (rx * 1.05)) ** 2 + ((py - ry * .62) / (ry * .62)) ** 2) * 1.4) * .42 * here
    caustic = np.exp(-(((px + rx * .16) / (rx * .50)) ** 2 + ((py - ry * .98) / (ry * .16)) ** 2)) * .55 * here
    part = part * (1 - shadow)[..., None] + caustic[..., None] * linear('#ffe6ac')
    z = np.sqrt(np.clip(1 - q * q, 0, 1))
    k = .58 + .42 * (1 - z)
    sx, sy = np.clip(900 - u * k * 640, 0, W - 1), np.clip(470 - v * k * 440, 0, H - 1)
    seen = np.stack([ndimage.map_coordinates(land[..., j], [sy, sx], order=1) for j in range(3)], -1)
    share = (.90 if main else .55) * z[..., None] ** .4
    c = base[y0:y1, x0:x1] * (1 - share) * .9 + seen * 1.3 * share
    edge = (1 - z) ** 2.2
    c = c * (1 - .66 * edge * smooth(.6, -.6, v))[..., None] + (edge * smooth(-.2, .9, v)
                                                                * .75)[..., None] * linear('#ffeec6')
    spark = 1.5 * np.exp(-(((u + .38) / .15) ** 2 + ((v + .46) / .10) ** 2)) + .8 * np.exp(-(((u - .30) / .05) ** 2
                                                                                             + ((v - .52) / .04) ** 2))
    c = c + spark[..., None] * linear('#fff8ea')
    img[y0:y1, x0:x1] = part * (1 - a[..., None]) + c * a[..., None]


def beads():
    """The drops along the blade: x, y, radius across and along, tilt, whether it is the great one."""
    blade, rng = Blade(), np.random.default_rng(12)
    x, y = blade.at(205, 0)
    yield x + 4, y + 2, 128, 116, -.25, True
    for i, r in ((60, 34), (98, 22), (128, 46), (150, 15), (264, 40), (292, 18), (318, 27), (345, 12), (372, 9),
                 (84, 12),
                 (244, 10), (30, 20), (110, 9), (170, 8), (304, 7)):
        yield *blade.at(i, rng.uniform(-.28, .28)), r, r * .92, -.25, False
    yield blade.x[396], blade.y[396] + 20, 17, 24, 0, False


def finish(img, glow):
    """Bloom of the whole picture, grain of the paper, vignette."""
    return vignette(granulate(img + glow, .18, 71), .25)


def whole():
    """The picture with its blade, and the mask of blade and drops."""
    land = np.stack([blur(wheat.whole()[..., k], .8) for k in range(3)], -1)
    img, mask = Blade().paint(dawn(paper(5, '#f6e7c4')))
    base, alpha = img.copy(), np.maximum(mask, blur(Blade().strip(-.62, -.48), 1.5) * .75)
    for cx, cy, rx, ry, tilt, main in beads():
        drop(img, base, land, mask, cx, cy, rx, ry, tilt, main)
        u = ((xx - cx) * math.cos(tilt) + (yy - cy) * math.sin(tilt)) / rx
        v = (-(xx - cx) * math.sin(tilt) + (yy - cy) * math.cos(tilt)) / ry
        if main:
            v = v + .10 * (u * u - .4) * (v < 0)
        alpha = np.maximum(alpha, smooth(1 + 1.4 / rx, 1 - 1.4 / rx, np.hypot(u, v)))
    return finish(img, bloom(img, 26, .75, .8) - img), alpha


def paint():
    """The field behind; the blade is a layer."""
    img = dawn(paper(5, '#f6e7c4'))
    return finish(img, bloom(img, 26, .75, .8) - img)
