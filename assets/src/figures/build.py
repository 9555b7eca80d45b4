#!/usr/bin/env python3
"""Rebuilds assets/figures/ and assets/ui/ from the drawings beside this file. Same input, same pictures."""
import pathlib
import sys

import numpy as np
import yaml
from PIL import Image
from scipy import ndimage

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import ui  # noqa: E402
from drawing import Drawing  # noqa: E402
from paint import blur, noise, smooth, to_bytes  # noqa: E402
from watercolour import Watercolour  # noqa: E402

ASSETS = HERE.parent.parent
SIZE = (1100, 1300)  # the canvas, in drawing units
ZOOM = 1.6           # pixels in a unit: a figure stands on a 4K screen one pixel for one
MOODS = ['neutral', 'smile', 'thoughtful', 'wonder']
HEM = (1075, 190, 230)
HEAD = ['head', 'beard', 'hair', 'glasses']
LIGHT = np.array([.88, -.47])  # towards the middle of the screen and a little up, before mirroring
EYES_BOX = (390, 270, 790, 610)   # the patches of eyes and brows lie inside,
MOUTH_BOX = (480, 470, 790, 730)  # those of the mouth
MARGIN = 30                       # the filter's longest reach

FIGURES = {
    'researcher': dict(seed=70, face=(600, 470, 130, 190), mirror=False, pivot=(548, 742),
                       tilt=dict(smile=1.2, thoughtful=2.2, wonder=-1.2)),
    'director': dict(seed=170, face=(600, 490, 140, 200), mirror=True, pivot=(556, 760),
                     tilt=dict(smile=-1.2, thoughtful=-2.4, wonder=1.2)),
}


class Painter:
    """One figure: its drawing, its paper, and the folder and list its pictures go to."""

    def __init__(self, name, seed, face, mirror, pivot, tilt):
        self.drawing = Drawing(HERE / f'{name}.svg', ZOOM)
        self.paper = Watercolour(seed, SIZE, ZOOM, face, HEM)
        self.seed, self.mirror, self.pivot, self.tilt = seed, mirror, pivot, tilt
        self.folder = ASSETS / 'figures' / name
        self.folder.mkdir(parents=True, exist_ok=True)
        self.parts = {}

    def render(self, *layers):
        """Layers by name, those that this figure does not have left out."""
        return self.drawing.render([layer for layer in layers if layer in self.drawing.layers])

    def face(self, brows, eyes, mouth):
        """The head with a mood's brows and cheeks, a mouth, and eyes: a mood, a mood and '-away', or closed ones."""
        mood = eyes.removesuffix('-away')
        shown = [eyes] if eyes.startswith('closed') else [f'whites-{mood}', f'iris-{eyes}', f'lids-{mood}']
        return self.render(*HEAD, f'cheeks-{brows}', f'brows-{brows}', *shown, f'mouth-{mouth}')

    def write(self, name, picture, corner=(0, 0), unit=None, quality=86, coarser=1):
        """Cuts away what is empty, mirrors if asked, writes WebP and notes the place.

        `unit` is the width of a pixel; the file's pixels are `coarser` times as large.
        """
        unit = unit or 1 / ZOOM
        rows, columns = np.where(picture[..., 3] > 1 / 255)
        y0, y1, x0, x1 = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
        picture = picture[y0:y1, x0:x1]
        x, y = corner[0] + x0 * unit, corner[1] + y0 * unit
        if self.mirror:
            picture = picture[:, ::-1]
            x = SIZE[0] - x - picture.shape[1] * unit
        image = Image.fromarray(to_bytes(picture), 'RGBA')
        if coarser != 1:
            image = image.resize((round(image.width / coarser), round(image.height / coarser)), Image.LANCZOS)
        image.save(self.folder / f'{name}.webp', quality=quality, method=6)
        self.parts[name] = [f'{name}.webp', round(float(x), 3), round(float(y), 3), round(float(unit * coarser), 4)]

    def patches(self, variants, area):
        """Writes face patches of one shared shape: wherever any of the variants differs from another.

        The edge is feathered outwards, over pixels that are alike in all of them, so no seam can show.
        """
        x0, y0, x1, y1 = box = [round(v * ZOOM) for v in area]
        margin = round(MARGIN * ZOOM)
        painted = {}
        for name, args in variants.items():
            crop = self.face(*args)[y0:y1, x0:x1]
            painted[name] = self.paper.paint(crop, box)
        reference = next(iter(painted.values()))
        inner = (slice(margin, -margin),) * 2
        differs = np.max([np.abs(p - reference).max(-1) for p in painted.values()], 0) > 4 / 255
        border = np.zeros_like(differs)
        border[inner] = True
        assert not (differs & ~border).any(), 'a face patch reaches the border of its box'
        solid = ndimage.binary_dilation(ndimage.binary_opening(differs), iterations=round(6 * ZOOM))
        shape = np.clip(blur(solid.astype(np.float32), 2.0 * ZOOM) * 2 - .5, 0, 1)
        for name, picture in painted.items():
            picture = picture.copy()
            picture[..., 3] *= shape * border
            self.write(name, picture, area[:2])
        whole = np.zeros(self.paper.shape, bool)
        whole[y0:y1, x0:x1] = shape > 0
        return whole

    def rim(self, parts):
        """Light along the edges that face the middle of the screen, 0..1, of each part; parts from back to front."""
        soft = blur(np.max(parts, 0), 26 * ZOOM)
        slope = np.stack([-ndimage.sobel(soft, 1), -ndimage.sobel(soft, 0)], -1)
        steep = np.hypot(slope[..., 0], slope[..., 1]) * ZOOM
        facing = smooth(-.05, .75, (slope @ LIGHT) / np.maximum(steep / ZOOM, 1e-6)) * smooth(.002, .03, steep)
        brush = noise(self.seed + 20, 1.8, self.paper.shape, lo=6, hi=90)
        paint = facing * (.72 + .45 * smooth(.25, .62, brush)) * self.paper.hem ** 2
        lights = []
        for alpha in parts:
            def edge(reach):
                by = (-LIGHT[1] * reach * ZOOM, -LIGHT[0] * reach * ZOOM)
                return np.clip(alpha - ndimage.shift(alpha, by, order=1, mode='nearest'), 0, 1)
            light = np.clip(blur(edge(8), 1.0 * ZOOM) + blur(edge(26), 9 * ZOOM) * .5, 0, 1)
            lights = [before * (1 - alpha) for before in lights] + [light * alpha * paint]
        return lights

    def write_light(self, name, alpha, share, quality=80):
        """White with alpha, stored `share` times smaller."""
        rows, columns = (n // share * share for n in alpha.shape)
        small = alpha[:rows, :columns].reshape(rows // share, share, columns // share, share).mean((1, 3))
        picture = np.ones(small.shape + (4,), np.float32)
        picture[..., 3] = np.clip(small, 0, 1)
        self.write(name, picture, unit=share / ZOOM, quality=quality)

    def build(self):
        layers = {'body': self.render('body'), 'head': self.face('neutral', 'neutral', 'neutral'),
                  'scarf': self.render('scarf')}
        painted = {name: self.paper.paint(picture) for name, picture in layers.items()}
        self.write('body', painted['body'], quality=78, coarser=1.28)
        self.write('head', painted['head'])
        self.write('scarf', painted['scarf'], quality=80)
        if 'lock' in self.drawing.layers:
            self.write('hair', self.paper.paint(self.render('lock')))
        eyes = {}
        for mood in MOODS:
            eyes[f'eyes_{mood}'] = (mood, mood, 'neutral')
            eyes[f'eyes_{mood}_away'] = (mood, f'{mood}-away', 'neutral')
            eyes[f'blink_{mood}'] = (mood, 'closed-smile' if mood == 'smile' else 'closed-neutral', 'neutral')
        upper = self.patches(eyes, EYES_BOX)
        mouths = [layer.removeprefix('mouth-') for layer in self.drawing.layers if layer.startswith('mouth-')]
        faces = {f'mouth_{mouth.replace("-", "_")}': ('neutral', 'neutral', mouth) for mouth in mouths}
        lower = self.patches(faces, MOUTH_BOX)
        assert not (upper & lower).any(), 'the patches of eyes and mouth overlap'

        body, head, scarf = (self.paper.silhouette(layers[name]) for name in ('body', 'head', 'scarf'))
        rims = self.rim([body, head, scarf])
        body, head, scarf = (painted[name][..., 3] for name in ('body', 'head', 'scarf'))
        head = head * (1 - scarf)
        body = 1 - (1 - body) * (1 - scarf)
        self.write_light('rim_body', rims[0] + rims[2], 1)
        self.write_light('rim_head', rims[1], 1)
        self.write_light('mask_body', body * (1 - head), 4)
        self.write_light('mask_head', head, 4)
        self.describe()

    def describe(self):
        x = SIZE[0] - self.pivot[0] if self.mirror else self.pivot[0]
        tilt = ', '.join(f'{mood}: {degrees}' for mood, degrees in self.tilt.items())
        text = f'size: [{SIZE[0]}, {SIZE[1]}]\npivot: [{x}, {self.pivot[1]}]\ntilt: {{{tilt}}}\nparts:\n'
        for name, part in self.parts.items():
            text += f'  {name}: [{", ".join(str(v) for v in part)}]\n'
        text += f'moods: [{", ".join(MOODS)}]\n'
        yaml.safe_load(text)
        (self.folder / 'figure.yaml').write_text(text, encoding='utf-8')


def main():
    for name in sys.argv[1:] or list(FIGURES) + ['ui']:
        if name == 'ui':
            ui.build(ASSETS / 'ui')
        else:
            Painter(name, **FIGURES[name]).build()


if __name__ == '__main__':
    main()
