"""Helpers shared by the backgrounds: what every picture does with the pigments, masks and noise of paint.py.

Pictures hold linear light in float32, shape (H, W, 3). A mask is (H, W), 0..1.
"""
import math

import cairo
import numpy as np
from scipy import ndimage
from scipy.interpolate import CubicSpline

from paint import STAGE, Mask, absorb, blur, glaze, hex_srgb, linear, noise, noise_line, paper, smooth, to_linear, warp

H, W = STAGE

__all__ = [
    'absorb', 'bloom', 'blur', 'boxes', 'cairo', 'closed', 'disc', 'expose', 'fill_mask', 'gauss', 'glaze',
    'granulate', 'H', 'hex_srgb', 'lay', 'linear', 'Mask', 'math', 'motes', 'ndimage', 'noise',
    'noise_line', 'np', 'paper', 'polygon', 'put_disc', 'rim', 'shift', 'shine', 'smooth', 'taper',
    'to_linear', 'vignette', 'W', 'warp', 'wobble', 'xx', 'yy', 'INDIGO', 'INK', 'OCHRE', 'ROSE', 'UMBER',
    'VERMILION', 'WARM',
]

yy, xx = np.mgrid[0:H, 0:W].astype(np.float32)

INDIGO = absorb('#2f4a63')
INK = absorb('#2a2d36')
VERMILION = absorb('#c8452c')
WARM = absorb('#dc9466')
ROSE = absorb('#d8a092')
OCHRE = absorb('#b98a4f')
UMBER = absorb('#6b4d35')


def lay(img, mask, colour, strength=1.0):
    """Opaque paint: moves the picture towards `colour` (hex or linear array) where the mask is."""
    c = linear(colour) if isinstance(colour, str) else colour
    m = (mask * strength)[..., None]
    return img * (1 - m) + c * m


def shine(img, amount, colour):
    """Light: adds `colour` in the given amounts."""
    return img + amount[..., None] * linear(colour)


def granulate(img, amount, seed):
    """Pigment settles unevenly: large clouds, brush-sized mottling and the tooth of the paper."""
    g = .5 * (noise(seed, 2.4) - .5) + .28 * (noise(seed + 1, 1.2, lo=12) - .5) + .22 * (noise(seed + 2, .5, lo=120)
                                                                                         - .5)
    return np.power(np.clip(img, 1e-3, None), 1 + amount * g[..., None])


def bloom(img, sigma, gain, floor=0.0):
    """Bright places spread over their surroundings."""
    small = np.maximum(img - floor, 0)[::2, ::2]
    spread = np.stack([blur(small[..., k], sigma / 2) for k in range(3)], -1)
    return img + gain * ndimage.zoom(spread, (2, 2, 1), order=1)[:H, :W]


def expose(img, gain=1.0, shoulder=0.0):
    """Exposure with a soft shoulder, so lamps keep their colour."""
    img = np.maximum(img, 0)
    return gain * img / (1 + shoulder * img)


def vignette(img, strength, cy=.46, wide=.62, start=.6):
    d = np.hypot((xx - W / 2) / (W * wide), (yy - H * cy) / (H * .68))
    return img * (1 - strength * smooth(start, 1.3, d))[..., None]


def gauss(x, centre, width):
    return np.exp(-((x - centre) / width) ** 2)


def disc(x, y, r, soft=1.2, rough=0.0, seed=0):
    d = np.hypot(xx - x, yy - y)
    if rough:
        d = d + rough * 2 * (noise(seed, 1.6) - .5)
    return smooth(r + soft, r - soft, d)


def fill_mask(draw):
    """The mask of whatever `draw` paints on a cairo context."""
    m = Mask()
    draw(m.context)
    return m.array()


def boxes(*rectangles):
    """The mask of upright rectangles: (x, y, width, height)."""
    def draw(c):
        for r in rectangles:
            c.rectangle(*r)
        c.fill()
    return fill_mask(draw)


def polygon(*points):
    def draw(c):
        for p in points:
            c.line_to(*p)
        c.close_path()
        c.fill()
    return fill_mask(draw)


def shift(a, dx, dy):
    """The mask moved by whole pixels; what comes in from outside is a copy of the edge."""
    p = np.pad(a, ((abs(dy), abs(dy)), (abs(dx), abs(dx))), mode='edge')
    return p[abs(dy) - dy:abs(dy) - dy + a.shape[0], abs(dx) - dx:abs(dx) - dx + a.shape[1]]


def rim(mask, dx, dy, soft=.8):
    """The edge of a mask that faces the direction (-dx, -dy)."""
    return blur(np.clip(mask - shift(mask, dx, dy), 0, 1), soft) if soft else np.clip(mask - shift(mask, dx, dy), 0, 1)


def wobble(mask, amount, seed):
    """A hand never draws a straight edge."""
    dx = (noise(seed, 2.2, lo=5, hi=60) - .5) * 2 * amount
    dy = (noise(seed + 1, 2.2, lo=5, hi=60) - .5) * 2 * amount
    return warp(mask, dx, dy)


def closed(c, points):
    """Fills a smooth closed contour through the points."""
    p = np.array(points + points[:1], float)
    curve = CubicSpline(np.arange(len(p)), p, bc_type='periodic')
    q = curve(np.linspace(0, len(p) - 1, 16 * len(p)))
    c.move_to(*q[0])
    for x, y in q[1:]:
        c.line_to(x, y)
    c.close_path()
    c.fill()


def taper(c, points, w0, w1, seed=0, knots=.15):
    """A brush stroke through the points whose width goes from w0 to w1 and swells unevenly. Answers its middle line."""
    p = np.array(points, float)
    n = 40 * len(p)
    q = CubicSpline(np.arange(len(p)), p)(np.linspace(0, len(p) - 1, n))
    width = np.linspace(w0, w1, n) * (1 + knots * noise_line(seed + int(abs(p[0, 0])), n * 2, 1.6, lo=3)[:n])
    along = np.gradient(q, axis=0)
    across = np.stack([-along[:, 1], along[:, 0]], 1)
    across /= np.linalg.norm(across, axis=1, keepdims=True) + 1e-6
    left, right = q + across * width[:, None] / 2, q - across * width[:, None] / 2
    c.move_to(*left[0])
    for x, y in left[1:]:
        c.line_to(x, y)
    for x, y in right[::-1]:
        c.line_to(x, y)
    c.close_path()
    c.fill()
    c.new_sub_path()
    c.arc(q[-1][0], q[-1][1], width[-1] / 2, 0, 7)
    c.fill()
    return q


def put_disc(img, cx, cy, r, colour, energy, rings=.05):
    """A light out of focus, in place: a disc with a brighter edge, cut like a cat's eye towards the corners."""
    x0, x1 = int(max(cx - r * 1.3, 0)), int(min(cx + r * 1.3, W))
    y0, y1 = int(max(cy - r * 1.3, 0)), int(min(cy + r * 1.3, H))
    if x1 <= x0 or y1 <= y0:
        return
    x, y = xx[y0:y1, x0:x1], yy[y0:y1, x0:x1]
    vx, vy = (cx - W / 2) / W, (cy - H / 2) / H
    d = np.hypot(x - cx, y - cy) / r
    eye = np.hypot(x - cx + vx * r * .9, y - cy + vy * r * .9) / r
    a = smooth(1.02, .95, d) * smooth(1.10, 1.02, eye) * (.62 + .30 * smooth(.70, .97, d) + rings * np.sin(d * 26))
    img[y0:y1, x0:x1] += (a * energy)[..., None] * linear(colour)


def motes(count, x, y, size, seed):
    """Dust in the air: a mask of soft points within the ranges x, y (pixels) and size (radius)."""
    rng, m = np.random.default_rng(seed), Mask()
    for _ in range(count):
        m.context.new_sub_path()
        m.context.arc(rng.uniform(*x), rng.uniform(*y), rng.uniform(*size), 0, 7)
        m.context.fill()
    return blur(m.array(), .9)
