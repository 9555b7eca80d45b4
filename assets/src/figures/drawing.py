"""A layered SVG figure -> RGBA pictures of the layers asked for.

Groups with an id `L-name` are shown when their name is asked for. Three kinds of empty groups are filled with
brush work; their curves are chains of cubics, "M x y C x y x y x y ...":

`<g class="strands">`: hairs between two curves of the same form, `from` and `to`
    count      how many hairs
    width      the thickest part of a hair in drawing units
    colours    hair colours, picked at random
    opacity    the strongest opacity of a hair
    seed       the dice
    locks      into how many locks the hairs gather (none: they lie anywhere)
    wave       how far a hair strays from its place, in drawing units
    start      a hair begins within this share of the curve
    reach      and goes over at least this share of what is left
`<g class="ink">`: brush lines along every curve of `d`, thickest (`width`) in the middle or, with taper="end",
    at the start; `fill` and `opacity` as in SVG
`<g class="knit">`: rows of knitted stitches between the curves `from` and `to`: `rows`, `count` of stitches in a row,
    `colours` from dark to light, `opacity`, `seed`
"""
import io
import re
import subprocess

import numpy as np
from PIL import Image

BRUSHWORK = re.compile(r'<g class="(strands|ink|knit)"([^>]*)/>')
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
LAYER = re.compile(r'<g id="L-([a-z-]+)"')


def curve(path):
    """'M x y C x y x y x y ...' -> control points, 3n + 1 rows of x, y."""
    return np.array([float(v) for v in re.findall(r'-?\d*\.?\d+', path)]).reshape(-1, 2)


def along(points, t):
    """The point of a chain of cubic curves at every t in 0..1."""
    pieces = (len(points) - 1) // 3
    at = np.clip(t * pieces, 0, pieces - 1e-6)
    piece = at.astype(int)
    u = (at - piece)[:, None]
    p0, p1, p2, p3 = (points[piece * 3 + i] for i in range(4))
    return p0 * (1 - u) ** 3 + 3 * p1 * u * (1 - u) ** 2 + 3 * p2 * u * u * (1 - u) + p3 * u ** 3


def closed(points):
    return 'M' + 'L'.join(f'{x:.1f} {y:.1f}' for x, y in points) + 'Z'


def brush_line(points, start, end, width, taper='both', steps=16):
    """One tapered line as a closed path."""
    t = np.linspace(0, 1, steps)
    line = along(points, start + (end - start) * t)
    step = np.gradient(line, axis=0)
    normal = np.stack([-step[:, 1], step[:, 0]], -1) / np.maximum(np.hypot(*step.T), 1e-6)[:, None]
    profile = (1 - t) ** .8 * np.minimum(1, .35 + t * 6) if taper == 'end' else np.sin(t * np.pi) ** .7
    half = (profile * width / 2)[:, None]
    return closed(np.concatenate([line + normal * half, (line - normal * half)[::-1]]))


def strands(a):
    dice = np.random.default_rng(int(a['seed']))
    first, last, colours = curve(a['from']), curve(a['to']), a['colours'].split()
    locks, wave = int(a.get('locks', 0)), float(a.get('wave', 2.2))
    latest, reach = float(a.get('start', .5)), float(a.get('reach', .45))
    if locks:
        seat = (np.arange(locks) + dice.uniform(.2, .8, locks)) / locks
        bend = dice.normal(0, wave, (locks,) + first.shape)
        tone = dice.integers(len(colours), size=locks)
    paths = []
    for _ in range(int(a['count'])):
        colour = dice.integers(len(colours))
        if locks:
            lock = dice.integers(locks)
            between = np.clip(seat[lock] + dice.normal(0, .28 / locks), 0, 1)
            stray = bend[lock] + dice.normal(0, wave * .22, first.shape)
            colour = tone[lock] if dice.random() < .6 else colour
        else:
            between, stray = dice.random(), dice.normal(0, wave, first.shape)
        points = first * (1 - between) + last * between + stray
        start = dice.random() ** 2 * latest
        end = start + (1 - start) * dice.uniform(reach, 1)
        width = float(a['width']) * dice.uniform(.35, 1)
        opacity = float(a['opacity']) * dice.uniform(.35, 1)
        line = brush_line(points, start, end, width)
        paths.append(f'<path d="{line}" fill="{colours[colour]}" opacity="{opacity:.2f}"/>')
    return ''.join(paths)


def ink(a):
    width, taper = float(a['width']), a.get('taper', 'both')
    lines = [curve(part) for part in a['d'].split('M') if part.strip()]
    d = ''.join(brush_line(points, 0, 1, width, taper, 28) for points in lines)
    return f'<path d="{d}" fill="{a["fill"]}" opacity="{a.get("opacity", "1")}"/>'


def knit(a):
    dice = np.random.default_rng(int(a['seed']))
    first, last, colours = curve(a['from']), curve(a['to']), a['colours'].split()
    rows, count, paths = int(a['rows']), int(a['count']), []
    t = np.linspace(0, 1, count + 3)
    for row in range(rows):
        upper, spine, lower = (along(first * (1 - s) + last * s, t) for s in np.array([row, row + .5, row + 1]) / rows)
        for i in range(count):
            tall = np.hypot(*(lower[i] - upper[i]))
            for side, lit in ((lower, -.14), (upper, .14)):  # the two legs of the V, the upper one in the light
                foot, tip = side[i] * .8 + spine[i] * .2, spine[i + 2] * .94 + side[i + 2] * .06
                bend = side[i + 1] * .74 + spine[i + 1] * .26
                leg = np.array([foot, bend, side[i + 1] * .3 + spine[i + 1] * .7, tip])
                tone = np.clip(.5 + lit + dice.normal(0, .09), 0, .999)
                opacity = float(a['opacity']) * dice.uniform(.8, 1)
                paths.append(f'<path d="{brush_line(leg, 0, 1, max(tall * .36, .8), steps=10)}" '
                             f'fill="{colours[int(tone * len(colours))]}" opacity="{opacity:.2f}"/>')
    return ''.join(paths)


KINDS = {'strands': strands, 'ink': ink, 'knit': knit}


def brushwork(match):
    return f'<g>{KINDS[match.group(1)](dict(ATTRIBUTE.findall(match.group(2))))}</g>'


class Drawing:
    """The layers of one SVG, each drawn once, `zoom` pixels to a unit."""

    def __init__(self, path, zoom=1):
        with open(path, encoding='utf-8') as file:
            self.svg = BRUSHWORK.sub(brushwork, file.read())
        self.zoom = zoom
        self.layers = LAYER.findall(self.svg)
        self.drawn = {}

    def layer(self, name):
        """One layer as a premultiplied float picture, cut to what is drawn, and its place (rows, columns)."""
        if name not in self.drawn:
            svg = LAYER.sub(lambda m: m.group(0) + ('' if m.group(1) == name else ' display="none"'), self.svg)
            command = ['rsvg-convert', '--zoom', str(self.zoom)]
            png = subprocess.run(command, input=svg.encode(), stdout=subprocess.PIPE, check=True).stdout
            image = Image.open(io.BytesIO(png)).convert('RGBA')
            x0, y0, x1, y1 = image.getchannel('A').getbbox()
            picture = np.asarray(image.crop((x0, y0, x1, y1))).astype(np.float32) / 255
            picture[..., :3] *= picture[..., 3:]
            self.drawn[name] = picture, (slice(y0, y1), slice(x0, x1)), image.size[::-1]
        return self.drawn[name]

    def render(self, shown):
        """The layers named in `shown`, laid over each other in the file's order, as an RGBA float picture."""
        missing = set(shown) - set(self.layers)
        if missing:
            raise KeyError(f'no such layer: {sorted(missing)}')
        whole = None
        for name in self.layers:
            if name not in shown:
                continue
            picture, place, size = self.layer(name)
            if whole is None:
                whole = np.zeros(size + (4,), np.float32)
            whole[place] = whole[place] * (1 - picture[..., 3:]) + picture
        whole[..., :3] /= np.maximum(whole[..., 3:], 1e-4)
        return np.clip(whole, 0, 1)
