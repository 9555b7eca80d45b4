"""What stands before the street and what moves in it: frame, twig, glass, rain, lights."""
import functools

import city
from brush import *
from city_glass import pane, running
from layers import Layer, added, plain

PANE = (640, 1280)  # the middle pane, under the edges of its mullions
RUNS = ((706, 7.5, 120, 71), (888, 6.2, 100, 72), (1236, 7.0, 130, 73), (330, 7.6, 120, 74))  # x, radius, tail, seed


@functools.lru_cache(maxsize=2)
def street(late):
    return city.outside(late)


def frame():
    bars = city.bars()
    shadow = blur(bars, 14) * .35 * (1 - bars)
    alpha = bars + shadow
    light = city.graded(city.wood(bars)) * (bars / np.maximum(alpha, 1e-3))[..., None]
    return Layer('city_frame', light, alpha, (-40, -40, 1960, 1120), 2.5, 90, 95)


def twig():
    light, mask = city.bottle_and_twig()
    return Layer('city_twig', city.graded(light), mask, (970, 424, 1220, 908), 1, 84, 90)


def sill(late):
    """The sill gives back the lights above it, blurred."""
    bars = city.bars()
    above = street(late) * (1 - bars)[..., None]
    light, mask = city.bottle_and_twig()
    above = lay(above, mask, light)
    below = np.zeros_like(above)
    below[904:1080] = above[900 - (np.arange(904, 1080) - 900)]
    below = np.stack([ndimage.gaussian_filter(below[..., k], (10, 5)) for k in range(3)], -1)
    wood = city.wood(bars)
    lit = wood + below * (smooth(900, 906, yy) * smooth(1080, 905, yy) * .34)[..., None]
    name = 'city_late_sill' if late else 'city_sill'
    return added(city.graded(wood, late), city.graded(lit, late), name, (0, 900, 1920, 1080), 3)


def rain():
    """Streaks of rain that join their own beginning: one picture, used near and far."""
    rng, m = np.random.default_rng(91), Mask()
    for _ in range(520):
        x, y, n = rng.random() * W, rng.random() * H, rng.uniform(26, 110)
        m.context.set_source_rgba(0, 0, 0, rng.uniform(.15, .9) ** 2)
        m.context.set_line_width(rng.uniform(1.0, 2.6))
        for dy in (0, -H):
            m.context.move_to(x, y + dy)
            m.context.line_to(x - n * .02, y + dy + n)
            m.context.stroke()
    a = ndimage.gaussian_filter(m.array(), (3.0, .7), mode=('wrap', 'nearest'))
    return Layer('city_rain', plain('#b4c4d8', a), a, None, 3, 50, 80)


def bokeh(group):
    before = street(False)
    after = before.copy()
    city.traffic(after, False, group, .62)
    return added(city.graded(before), city.graded(after), f'city_bokeh_{group + 1}', (0, 540, 1920, 912), 3)


def windows():
    """The lit windows of the towers, a third of them a little brighter."""
    before = street(False)
    after = before.copy()
    for k, (seed, base, low, high, narrow, wide, _, soft, lit, gain) in enumerate(city.ROWS):
        _, masks = city.tower_row(seed, base, low, high, narrow, wide, lit, 1)
        share = smooth(.50, .58, noise(seed + 77, 1.2, lo=6))
        for mask, lamp in zip(masks, city.LAMPS):
            after = shine(after, blur(mask, soft * .8) * gain * .8 * share, lamp)
    house = boxes((700, 330, 176, 600))
    after = lay(after, house, before)
    return added(city.graded(before), city.graded(after), 'city_windows', (0, 270, 1920, 870), 3, quality=70, alpha_quality=70)


def unlit(late):
    """The one window dark: the same street, cut round it."""
    x, y, _, _ = city.WINDOW
    r = 360 if late else 200
    alpha = smooth(r, r * .66, np.hypot(xx - x, yy - y))
    box = (x - r, y - r, x + r, y + r)
    return Layer('city_late_dark' if late else 'city_dark', city.paint(late, False), alpha, box, 2, 84, 80,
                 grain=.010 if late else .009)


def far_light_on():
    x, y, r = 1136, 424, 30
    after = street(False).copy()
    mask = blur(boxes((x - 6, y - 8, 12, 16)), 3.4)
    after = shine(after, mask * 1.5, '#ffb765')
    return added(city.graded(street(False)), city.graded(after), 'city_far_on', (x - r, y - r, x + r, y + r), 1)


def car():
    """Two headlights far off, out of focus."""
    img = np.zeros((H, W, 3), np.float32)
    put_disc(img, 960, 540, 7, '#ffe2b0', .55)
    put_disc(img, 969, 541, 6, '#ffd9a0', .5)
    return added(np.zeros_like(img), img, 'city_car', (950, 530, 980, 552), 1)


def layers():
    late, now = street(True), street(False)
    out = [frame(), twig(), sill(False), sill(True), rain(), *(bokeh(k) for k in range(3)), windows(), unlit(False),
           unlit(True), far_light_on(), car()]
    drops = (('city_drops', now, *PANE, 8, 2300, 330, 44, 6, 1), ('city_drops_left', now, 40, 640, 9, 1500, 300, 40, 6, 2),
             ('city_drops_right', now, 1280, 1880, 10, 1500, 300, 40, 6, 2),
             ('city_late_drops', late, *PANE, 8, 700, 120, 22, 3, 1),
             ('city_late_drops_left', late, 40, 640, 9, 300, 90, 20, 3, 2),
             ('city_late_drops_right', late, 1280, 1880, 10, 300, 90, 20, 3, 2))
    for name, seen, x0, x1, seed, tiny, small, great, runs, scale in drops:
        light, alpha = pane(seen, x0, x1, seed, tiny, small, great, runs)
        out.append(Layer(name, city.graded(light, seen is late), alpha, (x0, 30, x1, 910), scale, 82, 80))
    for k, (x, r, tail, seed) in enumerate(RUNS[:3]):
        light, alpha = running(now, x, 500, r, tail, seed)
        out.append(Layer(f'city_run_{k + 1}', city.graded(light), alpha, (x - 12, 500 - tail, x + 12, 514), 1, 84, 90))
    return out
