#!/usr/bin/env python3
"""Masks of transitions, ../../masks: the new picture comes first where the mask is dark."""
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage
from scipy.interpolate import CubicSpline

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import branch  # noqa: E402
import lab  # noqa: E402
import red_lens  # noqa: E402
from paint import blur, noise  # noqa: E402

OUT = Path(__file__).resolve().parent.parent.parent / 'masks'
SIZE = (270, 480)
STEP = 4  # stage units a pixel
Y, X = (np.mgrid[0:SIZE[0], 0:SIZE[1]].astype(np.float32) + .5) * STEP


def field(seed, beta=2.0, **more):
    return noise(seed, beta, SIZE, **more) - .5


def even(values, where=None, lo=0.0, hi=1.0):
    """The same order, spread evenly over lo..hi, so that a transition goes at an even pace."""
    where = np.ones(SIZE, bool) if where is None else where
    out = np.zeros(SIZE, np.float32)
    order = np.argsort(np.argsort(values[where], kind='stable'), kind='stable')
    out[where] = lo + (hi - lo) * order / max(1, order.size - 1)
    return out


def ink():
    """Ink spreads from a few drops; its fronts are ragged, and fine veins run ahead of them."""
    wx, wy = field(11, 2.6) * 260, field(12, 2.6) * 260
    arrival = np.full(SIZE, 1e9, np.float32)
    for x, y, late in ((520, 380, 0), (1380, 300, 110), (980, 760, 60), (240, 900, 300), (1740, 830, 260), (930, 150, 330)):
        arrival = np.minimum(arrival, np.hypot(X + wx - x, (Y + wy - y) * 1.1) + late)
    veins = np.abs(field(13, 2.2, lo=4)) * 150 + field(14, 1.6, lo=12) * 34
    return even(arrival + veins)


def iris():
    return even(np.hypot(X - 960, Y - 540))


def along_branch():
    """Its wood from the root outwards, then the paper round it."""
    start = np.full(SIZE, 1e9, np.float32)
    wood = np.zeros(SIZE, bool)
    trunk = curve(branch.MAIN)
    for points, w0, w1 in [(branch.MAIN, 92, 7)] + branch.TWIGS:
        p = curve(points)
        # a twig begins when the trunk has come to its foot
        delay = 0 if points is branch.MAIN else .72 * length_to(trunk, p[0])
        total = length_to(p, p[-1])
        for k in range(160):
            t = k / 159
            x, y = point_at(p, t)
            width = (w0 + (w1 - w0) * t) * .62 + 6
            near = np.hypot(X - x, Y - y) < width
            wood |= near
            start[near] = np.minimum(start[near], delay + t * total)
    away = ndimage.distance_transform_edt(~wood) * STEP * (1 + .5 * field(21, 2.2)) + field(22, 2.0, lo=4) * 50
    return np.where(wood, even(start + field(23, 1.0, lo=20) * 30, wood, 0, .38), even(away, ~wood, .38, 1))


def curve(points):
    """The line a brush takes through the points."""
    p = np.array(points, float)
    return CubicSpline(np.arange(len(p)), p)(np.linspace(0, len(p) - 1, 40 * len(p)))


def length_to(p, point):
    """How far along the line p its point nearest to `point` is."""
    steps = np.linalg.norm(np.diff(p, axis=0), axis=1)
    return float(np.concatenate([[0], np.cumsum(steps)])[np.linalg.norm(p - point, axis=1).argmin()])


def point_at(p, t):
    steps = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    return np.interp(t * steps[-1], steps, p[:, 0]), np.interp(t * steps[-1], steps, p[:, 1])


def lens():
    """Lids close over the red lens: the outside first, the point in its middle last."""
    u, v = (X - red_lens.CX) / 1.9, np.abs(Y - red_lens.CY) + 14 * field(31, 2.0)
    return even(-(v + np.sqrt(v * v + 4 * u * u)))  # almonds of one shape, each inside the next


def window():
    """A breath on the round window clears, from one side and with a ragged edge; then the room."""
    d = np.hypot(X - lab.CX, Y - lab.CY)
    inside = d < lab.R + 2
    front = np.hypot(X - lab.CX + 90, Y - lab.CY + 70) + field(41, 2.4, lo=3) * 210 + field(42, 1.8, lo=12) * 36
    return np.where(inside, even(front, inside, 0, .68), even(d + field(43, 2.4) * 120, ~inside, .68, 1))


def main():
    OUT.mkdir(exist_ok=True)
    for name, paint in (('ink', ink), ('iris', iris), ('branch', along_branch), ('lens', lens), ('window', window)):
        grey = blur(paint(), .6)
        grey = (grey - grey.min()) / (grey.max() - grey.min())
        Image.fromarray((grey * 255 + .5).astype(np.uint8)).save(OUT / f'{name}.webp', quality=88, method=6)


if __name__ == '__main__':
    main()
