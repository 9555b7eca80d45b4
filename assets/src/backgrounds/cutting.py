"""Cuts layers: a patch from two pictures of one place, a sprite from its mask. A background's `layers(picture)` yields
them; `picture` is what its paint() answered.
"""
import numpy as np
from scipy import ndimage

from layers import Layer, linear_of
from paint import blur, film_grain, linear, smooth, to_srgb

LEAST = .006  # alpha below this is no ink


def cut(name, colour, alpha, scale=1, at=(0, 0), quality=86, keep=''):
    """A layer of one colour (hex) or of an sRGB picture, seen through `alpha` and cropped to its ink.

    `at` is where the field's corner stands; `keep` names the axes ('x', 'y', 'xy') that must not be cropped, since the
    layer tiles there. The box falls on whole pixels of the file.
    """
    light = np.ones(alpha.shape + (3,), np.float32) * linear(colour) if isinstance(colour, str) else linear_of(colour)
    seen = alpha > LEAST

    def ends(axis, size):
        if 'yx'[axis] in keep:
            return 0, size
        ink = np.flatnonzero(seen.any(1 - axis))
        return max(ink[0] // scale - 1, 0) * scale, min((ink[-1] // scale + 2) * scale, size // scale * scale)

    (top, bottom), (left, right) = (ends(axis, size) for axis, size in enumerate(alpha.shape))
    return Layer(name, light[top:bottom, left:right], alpha[top:bottom, left:right], None, scale, quality,
                 at=(at[0] + left, at[1] + top))


def developed(light, grain):
    """What save() would write: sRGB with the film's grain, so that a patch carries the grain of its surroundings."""
    return np.clip(film_grain(to_srgb(light), grain) if grain else to_srgb(light), 0, 1)


def difference(before, after, floor=.02, soft=2.5):
    """Where two sRGB pictures differ: 0..1 with a soft edge."""
    apart = blur(np.abs(after - before).max(-1), 1.2)
    m = ndimage.binary_dilation(apart > floor, iterations=4).astype(np.float32)
    return smooth(.25, .95, blur(m, soft))


def patch(name, before, after, grain, floor=.02, soft=2.5, quality=90):
    """What must be laid over the picture `before` to make it `after`; both linear."""
    before, after = developed(before, grain), developed(after, grain)
    return cut(name, after, difference(before, after, floor, soft), quality=quality)
