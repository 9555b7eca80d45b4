"""What moves round the dew: the blade with its drops, lights out of focus, a glint, steam."""
import dew
from brush import *
from layers import Layer, added, plain

EDGE = 40


def blade():
    """The blade and its drops, cut from the picture with and without them."""
    light, mask = dew.whole()
    return Layer('dew_blade', light, mask, (-EDGE, 360, 1580, 1060), 1, 84, 85, grain=dew.GRAIN)


def bokeh(group):
    """A third of the lights, a little brighter: those not behind the great drop."""
    before = np.zeros((H, W, 3), np.float32) + .30
    after = before.copy()
    for k, (cx, cy, r, e) in enumerate(dew.lights()):
        if k % 3 == group:
            after = shine(after, dew.light(cx, cy, r) * e * 1.3, '#ffe9bc')
    return added(before, after, f'dew_bokeh_{group + 1}', (0, 0, W, 800), 4)


def glint():
    """The sun's spark on the great drop, with a breath of glow."""
    x, y = dew.SPARK
    d, u, v = np.hypot(xx - x, yy - y), np.abs(xx - x), np.abs(yy - y)
    rays = np.exp(-u / 34) * np.exp(-v / 2.2) + np.exp(-v / 24) * np.exp(-u / 2.2)
    a = np.clip(np.exp(-(d / 9) ** 2) + .55 * rays + .22 * np.exp(-(d / 34) ** 1.3), 0, 1) * smooth(96, 60, d)
    return Layer('dew_glint', plain('#fff6e0', a), a, (x - 96, y - 96, x + 96, y + 96), 1.5, 70, 90)


def steam():
    """Mist of the morning over the field behind: a band that joins its own end."""
    cloud = noise(901, 2.7, (90, 480), ax=2.4)
    row = np.linspace(0, 1, 90)[:, None]
    a = smooth(0, .5, row) * smooth(1, .5, row) * smooth(.2, .95, cloud)
    return Layer('dew_steam', plain('#f6e6bd', a), a, quality=60, alpha_quality=85)


def layers():
    return [blade(), *(bokeh(k) for k in range(3)), glint(), steam()]
