"""Layers: the parts of a background that move. A module's `layers()` answers a list of Layer; build.py writes them.

Every Layer is painted in stage units and cut to its box there, so `at` in backgrounds.yaml is the box's left top corner.
"""
from dataclasses import dataclass

from PIL import Image

from brush import *
from paint import film_grain, to_bytes, to_srgb


@dataclass(frozen=True)
class Layer:
    name: str
    light: np.ndarray      # linear light, (rows, columns, 3)
    alpha: np.ndarray      # straight, (rows, columns)
    box: tuple = None      # left, top, right, bottom in stage units; beyond the edge the layer is mirrored
    scale: float = 1       # stage units a pixel of the file
    quality: int = 84
    alpha_quality: int = 90
    grain: float = 0
    at: tuple = None       # left, top on the stage, where `box` does not tell

    def image(self):
        rgb, alpha = to_srgb(self.light), np.clip(self.alpha, 0, 1)
        if self.grain:
            rgb = film_grain(rgb, self.grain)
        if self.box:
            rgb, alpha = cut(rgb, self.box), cut(alpha, self.box)
        if self.scale != 1:
            rgb, alpha = shrink(rgb, alpha, self.scale)
        return Image.fromarray(np.dstack([to_bytes(bleed(rgb, alpha)), to_bytes(alpha)]), 'RGBA')

    def write(self, folder):
        path = folder / f'{self.name}.webp'
        self.image().save(path, quality=self.quality, alpha_quality=self.alpha_quality, method=6)
        return path


def cut(a, box):
    """The part of a stage sized array in the box; what lies outside the stage is mirrored."""
    x0, y0, x1, y1 = box
    h, w = a.shape[:2]
    pad = ((max(0, -y0), max(0, y1 - h)), (max(0, -x0), max(0, x1 - w))) + ((0, 0),) * (a.ndim - 2)
    a = np.pad(a, pad, mode='reflect')
    y, x = y0 + pad[0][0], x0 + pad[1][0]
    return a[y:y + y1 - y0, x:x + x1 - x0]


def shrink(rgb, alpha, scale):
    """Averages squares of scale × scale pixels, colours weighed by their alpha."""
    size = (round(alpha.shape[1] / scale), round(alpha.shape[0] / scale))

    def one(channel):
        return np.asarray(Image.fromarray(channel.astype(np.float32)).resize(size, Image.Resampling.BOX))

    small = one(alpha)
    weighed = np.dstack([one(rgb[..., k] * (alpha + 1e-4)) for k in range(3)])
    return weighed / (small + 1e-4)[..., None], small


def bleed(rgb, alpha):
    """Under what is clear the colour of the nearest paint goes on, so that filtering finds no dark fringe."""
    out, have = rgb * (alpha > .02)[..., None], (alpha > .02).astype(np.float32)
    for sigma in (1.5, 5, 16):
        weight = blur(have, sigma)
        spread = blur(out, sigma) / np.maximum(weight, 1e-4)[..., None]
        fill = (have < .5) & (weight > 1e-3)
        out[fill], have[fill] = spread[fill], 1
    mean = (rgb * alpha[..., None]).sum((0, 1)) / max(float(alpha.sum()), 1e-6)
    out[have < .5] = mean
    return np.clip(out, 0, 1)


def linear_of(srgb):
    return to_linear(np.clip(srgb, 0, 1))


def added(before, after, name, box, scale=1, **more):
    """The light that makes `after` of `before` when it is added in sRGB. Strongest at alpha 1; answers (Layer, gain)."""
    gain = np.clip(to_srgb(after) - to_srgb(before), 0, 1)
    alpha = gain.max(-1)
    peak = float(np.quantile(alpha[alpha > .004], .995)) if (alpha > .004).any() else 1
    light = linear_of(gain / np.maximum(alpha, 1e-3)[..., None])
    return Layer(name, light, np.clip(alpha / peak, 0, 1), box, scale, **more), peak


def plain(colour, alpha):
    """One colour everywhere: mist, glow."""
    return np.ones(alpha.shape + (3,), np.float32) * (linear(colour) if isinstance(colour, str) else colour)
