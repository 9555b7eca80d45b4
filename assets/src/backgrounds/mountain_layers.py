"""What moves in A's mountains: bands of mist at four depths, near ridges before them, a bough, birds."""
import functools

import mist_mountains as dawn
import white_mountains as white
from brush import *
from layers import Layer, added, plain
from mountains import RIDGES, bird, _ridge_fields

EDGE = 40  # what hangs over the stage, for the shift of near things


def mist_band(name, seed, width, height, colour, dense, scale, ragged=.22):
    """A band of mist that joins its own end: dense in the middle, ragged above, thinning below. Size in stage units."""
    h, w = height // scale, width // scale
    cloud, fine = noise(seed, 2.8, (h, w), ax=2.6), noise(seed + 1, 2.2, (h, w), ax=3, lo=2)
    y = np.linspace(0, 1, h)[:, None].astype(np.float32)
    swell = (noise_line(seed + 2, w, 2.4, hi=9)[None] * .09).astype(np.float32)
    body = smooth(.02, .52, y + swell) * smooth(1.0, .52, y)
    a = body * smooth(.16, .96, cloud * (1 - ragged) + fine * ragged) * dense
    return Layer(name, plain(colour, a), a, quality=60, alpha_quality=85)


def own_light(before, after, alpha):
    """What lies over `before` with this alpha where `after` is seen: darker than it where it covers thinly."""
    mixed = (after - before * (1 - alpha[..., None])) / np.maximum(alpha, .08)[..., None]
    share = np.clip(mixed.mean(-1) / np.maximum(after.mean(-1), 1e-3), 0, 1)
    return after * np.where(alpha > .98, 1, share)[..., None]


def near_ridge(name, i, top, bottom, scale):
    """One ridge with all that lies before it in the picture: opaque below its skyline, clear above."""
    h, _ = _ridge_fields(i)
    r = RIDGES[i]
    before, after = dawn.stack(i), dawn.stack(i + 1)
    d = yy - h[None, :] + (4.4 + 2.4 * i) * (noise(r.seed + 3, 1.5, lo=8) - .5)
    ground = smooth(-1.3, 1.5, d)
    darker = smooth(.02, .16, 1 - (after / np.maximum(before, 1e-3)).min(-1))
    alpha = np.maximum(ground, darker * smooth(2, -2, d))
    # where a tree thinly covers the mist its own colour is darker than what is seen
    light = own_light(before, after, alpha)
    if i + 1 < len(RIDGES):
        alpha = alpha * smooth(bottom, bottom - 70, yy)
    return Layer(name, vignette(light, .16, .48), alpha, (-EDGE, top, W + EDGE, bottom), scale, 84, 80, grain=.012)


def bough(module, name, box):
    """The pine bough, cut from the picture with and without it."""
    before, after = module.whole(with_bough=False), module.whole()
    alpha = smooth(.03, .22, 1 - (after / np.maximum(before, 1e-3)).min(-1))
    return Layer(name, own_light(before, after, alpha), alpha, box, 1, 84, 85)


def flock(name, birds, box):
    m = fill_mask(lambda c: [bird(c, *b) for b in birds])
    return Layer(name, plain('#2f3440', m), m * .85, box, 1, 80, 90)


def glow(name, sun, radius, colour, core):
    """The air round the sun, lighter; not on its disc."""
    d = np.hypot((xx - sun[0]) / 1.25, yy - sun[1])
    a = np.exp(-(d / radius) ** 1.5) * smooth(core - 6, core + 14, np.hypot(xx - sun[0], yy - sun[1]))
    r = int(radius * 2.6)
    y0 = max(0, sun[1] - r)
    return Layer(name, plain(colour, a), a * smooth(sun[1] + r, sun[1] + r - 60, yy), (sun[0] - r, y0, sun[0] + r, sun[1] + r),
                 4, 60, 90)


def layers():
    bands = (('mist_far', 401, 2400, 200, '#f6e6cc', .80, 4), ('mist_middle', 411, 2640, 240, '#f4e8d3', .95, 4),
             ('mist_near', 421, 3200, 320, '#f2e6d2', .85, 5), ('mist_white', 431, 2800, 320, '#f5ecdc', .95, 5))
    out = [mist_band(*band) for band in bands]
    out += [near_ridge('mountains_2', 2, 470, 900, 1.25), near_ridge('mountains_3', 3, 660, 1120, 1),
            bough(dawn, 'mountains_bough', (-EDGE, 0, 960, 330)), bough(white, 'white_bough', (-EDGE, 0, 400, 180)),
            glow('mountains_glow', dawn.SUN, 190, '#ffcf9e', 47), glow('white_glow', white.SUN, 150, '#ffd9bd', 30),
            flock('birds_five', dawn.FLOCK, (756, 324, 956, 404)), flock('bird_one', white.FLOCK, (856, 338, 888, 366))]
    return out
