"""The pane before the city: drops that hold the street upside down, and those that run down it."""
from brush import *

SIGHT = (270, 340)      # how far to either side, and up and down, a drop sees
HORIZON = 590
CLEAR = (800, 452, 46)  # no great drop lies on the one lit window


class Glass:
    """What drops are painted on: light and coverage of the whole stage."""

    def __init__(self, street):
        # a small drop gathers a wide view in few pixels, so it must see it blurred
        self.seen = [(limit, np.stack([blur(street[..., k], sigma) for k in range(3)], -1))
                     for limit, sigma in ((7.5, 7), (4, 14), (0, 26))]
        self.light = np.zeros((H, W, 3), np.float32)
        self.alpha = np.zeros((H, W), np.float32)

    def drop(self, cx, cy, rx, ry, rng, strength=1.0):
        """One drop, its outline uneven, heavier below."""
        x0, x1 = int(max(cx - rx * 1.3 - 2, 0)), int(min(cx + rx * 1.3 + 3, W))
        y0, y1 = int(max(cy - ry * 1.3 - 2, 0)), int(min(cy + ry * 1.3 + 3, H))
        if x1 <= x0 or y1 <= y0:
            return
        u, v = (xx[y0:y1, x0:x1] - cx) / rx, (yy[y0:y1, x0:x1] - cy) / ry
        u = u * (1 + .16 * np.clip(-v, 0, 1.2))
        angle = np.arctan2(v, u)
        rough = 0 if rx < 2.4 else .07
        a, b = rng.random(2) * 6.3
        q = np.hypot(u, v) / (1 + rough * np.sin(2 * angle + a) + rough * .7 * np.sin(3 * angle + b))
        soft = 1.1 / rx
        cover = smooth(1 + soft, 1 - soft, q)
        seen = next(picture for limit, picture in self.seen if rx >= limit)
        bend = .62 + .38 * np.clip(q, 0, 1)
        sx, sy = np.clip(cx - u * bend * SIGHT[0], 0, W - 1), np.clip(HORIZON - v * bend * SIGHT[1], 0, H - 1)
        light = seen[sy.astype(int), sx.astype(int)] * 1.25
        edge = smooth(.55, 1.0, q)
        light = light * (1 - .72 * edge * smooth(.75, -.5, v))[..., None] * strength
        light = shine(light, edge * smooth(.05, .95, v) * .10 * strength, '#b9c9dd')
        spark = np.exp(-(((u + .34) / .17) ** 2 + ((v + .44) / .13) ** 2)) * (.42 if rx > 3 else .18)
        light = shine(light, spark * strength, '#dbe8f2')
        before = self.alpha[y0:y1, x0:x1]
        total = cover + before * (1 - cover)
        kept = self.light[y0:y1, x0:x1] * (before * (1 - cover))[..., None]
        self.light[y0:y1, x0:x1] = (kept + light * cover[..., None]) / np.maximum(total, 1e-3)[..., None]
        self.alpha[y0:y1, x0:x1] = total

    def film(self, alpha, colour, strength):
        """A thin wet film: a little of one light over all."""
        total = alpha * strength + self.alpha * (1 - alpha * strength)
        kept = self.light * (self.alpha * (1 - alpha * strength))[..., None]
        self.light = (kept + linear(colour) * (alpha * strength)[..., None]) / np.maximum(total, 1e-3)[..., None]
        self.alpha = total


def trails(rng, count, x0, x1):
    """Where drops have run: (x by y, y from, y to)."""
    lines = []
    for _ in range(count):
        x, y, n = rng.uniform(x0 + 20, x1 - 20), rng.uniform(30, 420), rng.uniform(160, 420)
        t = np.arange(int(n))
        wander = np.cumsum(ndimage.gaussian_filter1d(rng.normal(size=int(n)), 9)) * .42
        lines.append((x + wander - wander * np.exp(-t / 40), y + t))
    return lines


def pane(street, x0, x1, seed, tiny, small, great, runs):
    """Drops between x0 and x1. Runs are wiped clear of mist and end in a great drop."""
    glass, rng = Glass(street), np.random.default_rng(seed)
    lines = trails(rng, runs, x0, x1)
    wiped = Mask()
    for xs, ys in lines:
        wiped.context.set_line_width(13)
        wiped.context.move_to(xs[0], ys[0])
        for x, y in zip(xs[::4], ys[::4]):
            wiped.context.line_to(x, y)
        wiped.context.stroke()
    wiped = blur(wiped.array(), 1)
    where = noise(seed + 5, 1.8, lo=2)
    for _ in range(tiny):
        x, y = rng.uniform(x0, x1), rng.uniform(30, 905)
        if wiped[int(y), int(x)] < .3 and where[int(y), int(x)] > .42 * rng.random() + .26:
            r = .6 + 1.1 * rng.random() ** 2
            glass.drop(x, y, r, r * rng.uniform(1, 1.25), rng, rng.uniform(.35, .75))
    for _ in range(small):
        x, y, r = rng.uniform(x0, x1), rng.uniform(30, 900), 1.8 + 2.2 * rng.random() ** 2
        if wiped[int(y), int(x)] < .3:
            glass.drop(x, y, r, r * rng.uniform(1.05, 1.3), rng)
    for xs, ys in lines:  # what a running drop leaves behind: ever smaller beads, and its head
        y = ys[0]
        while y < ys[-1] - 16:
            share = (y - ys[0]) / len(ys)
            x = xs[int(y - ys[0])]
            r = (.8 + 2.1 * share) * rng.uniform(.6, 1.1)
            glass.drop(x + rng.normal() * .8, y, r, r * rng.uniform(1.2, 1.9), rng)
            y += rng.uniform(7, 30)
        r = rng.uniform(6, 8.5)
        glass.drop(xs[-1], ys[-1], r, r * 1.42, rng)
    for _ in range(great):
        x, y, r = rng.uniform(x0 + 8, x1 - 8), rng.uniform(40, 890), 4 + 6.5 * rng.random() ** 2.2
        if math.hypot(x - CLEAR[0], y - CLEAR[1]) > CLEAR[2] + r:
            glass.drop(x, y, r, r * rng.uniform(1.02, 1.32), rng)
    return glass.light, glass.alpha


def running(street, x, y, r, tail, seed):
    """One drop on its way, its wet tail above it."""
    glass, rng = Glass(street), np.random.default_rng(seed)
    t = np.arange(tail) / tail
    wander = r * .5 * np.sin(np.linspace(0, 5 + 3 * rng.random(), tail) + 6 * rng.random()) * (1 - t)
    m = Mask()
    for k in range(0, tail - 3, 3):
        m.context.set_source_rgba(0, 0, 0, t[k])
        m.context.set_line_width(.6 + r * .62 * t[k])
        m.context.move_to(x + wander[k], y - tail + k)
        m.context.line_to(x + wander[k + 3], y - tail + k + 3)
        m.context.stroke()
    film = blur(m.array(), .8)
    glass.film(film, '#8d9ab0', .20)
    glass.film(rim(film, -2, 0, .6), '#e9c79a', .35)
    for k in np.linspace(tail * .1, tail * .86, 5):
        b = r * (.14 + .22 * t[int(k)])
        glass.drop(x + wander[int(k)], y - tail + k, b, b * 1.6, rng)
    glass.drop(x, y, r, r * 1.5, rng)
    return glass.light, glass.alpha
