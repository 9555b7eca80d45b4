"""A layered SVG figure -> RGBA pictures of the layers asked for.

Groups with an id `L-name` are shown when their name is asked for. A `<g class="strands">` is filled with brush hairs:
    from, to   two curves "M x y C ..." of the same form; every hair lies somewhere between them
    count      how many hairs
    width      the thickest part of a hair in drawing units
    colours    hair colours, picked at random
    opacity    the strongest opacity of a hair
    seed       the dice
"""
import io
import re
import subprocess

import numpy as np
from PIL import Image

STRANDS = re.compile(r'<g class="strands"([^>]*)/>')
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
LAYER = re.compile(r'<g id="L-([a-z-]+)"')


def curve(path):
    """'M x y C x y x y x y ...' -> control points, 3n + 1 rows of x, y."""
    return np.array([float(v) for v in re.findall(r'-?\d+(?:\.\d+)?', path)]).reshape(-1, 2)


def along(points, t):
    """The point of a chain of cubic curves at every t in 0..1."""
    pieces = (len(points) - 1) // 3
    at = np.clip(t * pieces, 0, pieces - 1e-6)
    piece = at.astype(int)
    u = (at - piece)[:, None]
    p0, p1, p2, p3 = (points[piece * 3 + i] for i in range(4))
    return p0 * (1 - u) ** 3 + 3 * p1 * u * (1 - u) ** 2 + 3 * p2 * u * u * (1 - u) + p3 * u ** 3


def hair(points, start, end, width):
    """One tapered hair as a closed path."""
    line = along(points, np.linspace(start, end, 14))
    step = np.gradient(line, axis=0)
    normal = np.stack([-step[:, 1], step[:, 0]], -1) / np.maximum(np.hypot(*step.T), 1e-6)[:, None]
    half = (np.sin(np.linspace(0, np.pi, 14)) ** .7 * width / 2)[:, None]
    outline = np.concatenate([line + normal * half, (line - normal * half)[::-1]])
    return 'M' + 'L'.join(f'{x:.1f} {y:.1f}' for x, y in outline) + 'Z'


def strands(match):
    a = dict(ATTRIBUTE.findall(match.group(1)))
    dice = np.random.default_rng(int(a['seed']))
    first, last, colours = curve(a['from']), curve(a['to']), a['colours'].split()
    paths = []
    for _ in range(int(a['count'])):
        between = dice.random()
        points = first * (1 - between) + last * between + dice.normal(0, 2.2, first.shape)
        start = dice.random() ** 2 * .5
        end = start + (1 - start) * dice.uniform(.45, 1)
        width = float(a['width']) * dice.uniform(.35, 1)
        opacity = float(a['opacity']) * dice.uniform(.35, 1)
        colour = colours[dice.integers(len(colours))]
        paths.append(f'<path d="{hair(points, start, end, width)}" fill="{colour}" opacity="{opacity:.2f}"/>')
    return '<g>' + ''.join(paths) + '</g>'


class Drawing:
    def __init__(self, path):
        with open(path, encoding='utf-8') as file:
            self.svg = STRANDS.sub(strands, file.read())

    def layers(self):
        return LAYER.findall(self.svg)

    def render(self, shown):
        """The layers named in `shown`, drawn in the file's order, as an RGBA float picture."""
        missing = set(shown) - set(self.layers())
        if missing:
            raise KeyError(f'no such layer: {sorted(missing)}')
        svg = LAYER.sub(lambda m: m.group(0) + ('' if m.group(1) in shown else ' display="none"'), self.svg)
        png = subprocess.run(['rsvg-convert'], input=svg.encode(), stdout=subprocess.PIPE, check=True).stdout
        return np.asarray(Image.open(io.BytesIO(png)).convert('RGBA')).astype(np.float32) / 255
