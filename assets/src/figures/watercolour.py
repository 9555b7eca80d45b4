"""Turns a flat SVG render into watercolour: wobbling lines, pigment pooled at edges, grain, blooms, a dissolving hem.

Every layer of a figure is painted with the same fields of noise, so layers and face patches register by construction.
"""
import numpy as np

from paint import blur, noise, smooth, to_linear, to_srgb, warp


class Watercolour:
    """The paper one figure is painted on. All lengths are in drawing units, of which a picture has `zoom` pixels each.

    size: (width, height); face: (cx, cy, rx, ry), an ellipse in which the drawing is kept clean;
    hem: (y, softness, raggedness).
    """

    def __init__(self, seed, size, zoom, face, hem, wobble=6.0):
        self.zoom = zoom
        self.shape = shape = (round(size[1] * zoom), round(size[0] * zoom))
        y, x = np.mgrid[0:shape[0], 0:shape[1]].astype(np.float32) / zoom
        away = smooth(.75, 1.3, np.hypot((x - face[0]) / face[2], (y - face[1]) / face[3]))
        self.cloth = away
        hold = wobble * zoom * (.16 + .84 * away)
        self.dx = (noise(seed, 2.6, shape, lo=5, hi=44) - .5) * hold
        self.dy = (noise(seed + 1, 2.6, shape, lo=5, hi=44) - .5) * hold
        cloud = noise(seed + 2, 2.4, shape)
        flow = noise(seed + 3, 1.4, shape, lo=10, hi=400)
        tooth = noise(seed + 4, .5, shape, lo=110, hi=520)
        brush = noise(seed + 6, 1.2, shape, ax=.35, ay=3.0, lo=10, hi=500)
        fine = .55 + .45 * away
        self.grain = .46 * (cloud - .5) + (.26 * (flow - .5) + .26 * (tooth - .5) + .20 * (brush - .5)) * fine
        # a bloom: water pushed the pigment into a thin dark line and left the inside paler
        pool = noise(seed + 7, 2.7, shape, lo=2) + .10 * (noise(seed + 8, 1.6, shape, lo=14) - .5)
        line = np.exp(-((pool - .60) / .009) ** 2)
        inside = smooth(.60, .66, pool)
        self.bloom = (.30 * line - .22 * inside) * away
        self.hue = (noise(seed + 9, 2.2, shape, lo=2) - .5)[..., None] * np.array([.22, -.02, -.24], np.float32)
        dry = smooth(.60, .80, .55 * tooth + .45 * brush)
        edge = hem[0] + (noise(seed + 5, 2.2, shape, ay=1.6) - .5) * hem[2]
        streak = (noise(seed + 10, 1.5, shape, ax=.4, ay=2.6, lo=6) - .5) * hem[2] * .34
        below = y - edge - streak
        self.hem = (1 - smooth(0, hem[1], below)) * smooth(size[1] - 10, size[1] - 150, y)
        self.dry = dry * smooth(-220, 60, below)

    def silhouette(self, picture):
        """The alpha of a whole picture after the wobble, without the hem."""
        return warp(picture[..., 3], self.dx, self.dy)

    def paint(self, picture, box=None):
        """RGBA float picture (0..1, sRGB) of the pixels (x0, y0, x1, y1), or of everything -> the same, painted."""
        x0, y0, x1, y1 = box or (0, 0, self.shape[1], self.shape[0])
        at = (slice(y0, y1), slice(x0, x1))
        alpha = picture[..., 3]
        light = to_linear(picture[..., :3]) * alpha[..., None]
        dx, dy = self.dx[at], self.dy[at]
        alpha = warp(alpha, dx, dy)
        light = np.stack([warp(light[..., i], dx, dy) for i in range(3)], -1)
        density = -np.log(np.maximum(light / np.maximum(alpha, 1e-4)[..., None], 2e-3))
        depth = density.mean(-1)

        # blurred with its alpha, so that the emptiness outside does not bleed in
        around = blur(depth * alpha, 6 * self.zoom) / np.maximum(blur(alpha, 6 * self.zoom), 1e-3)
        pooled = np.clip(depth - around, -.25, .5) / np.maximum(depth, .15)
        density = density * (1 + .36 * pooled)[..., None]
        wet_edge = np.clip(1 - blur(alpha, 4 * self.zoom), 0, .5) * alpha
        density = density + (.55 * wet_edge * np.clip(depth, .1, 1.4))[..., None]

        body = np.clip(depth / 1.2, .10, 1.0)
        density = density * (1 + self.grain[at] * body)[..., None]
        density = density * (1 + self.bloom[at] * np.clip(depth, .15, .9))[..., None]
        density = density * (1 + self.hue[at] * (.35 + .65 * self.cloth[at])[..., None])
        density = density * (1 - .45 * self.dry[at])[..., None]
        hem = self.hem[at]
        density = density * (.55 + .45 * hem)[..., None]
        alpha = alpha * hem * (1 - .5 * self.dry[at] * (1 - hem))
        return np.concatenate([to_srgb(np.exp(-density)), alpha[..., None]], -1)
