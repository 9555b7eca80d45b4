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
SIZE = (1100, 1300)
MOODS = ['neutral', 'smile', 'thoughtful', 'wonder']
HEM = (1075, 190, 230)
HEAD = ['head', 'beard', 'hair', 'glasses']
LIGHT = np.array([.88, -.47])  # towards the middle of the screen and a little up, before mirroring
FACE_BOX = (380, 230, 770, 770)  # every face patch lies inside
MARGIN = 40                    # the filter's longest reach in pixels

FIGURES = {
    'researcher': dict(seed=70, face=(600, 470, 130, 190), mirror=False),
    'director': dict(seed=170, face=(600, 490, 140, 200), mirror=True),
}


class Painter:
    """One figure: its drawing, its paper, and the folder and list its pictures go to."""

    def __init__(self, name, seed, face, mirror):
        self.drawing = Drawing(HERE / f'{name}.svg')
        self.paper = Watercolour(seed, (SIZE[1], SIZE[0]), face, HEM)
        self.seed, self.mirror = seed, mirror
        self.folder = ASSETS / 'figures' / name
        self.folder.mkdir(parents=True, exist_ok=True)
        self.parts = {}

    def render(self, *layers):
        """Layers by name, those that this figure does not have left out."""
        return self.drawing.render([layer for layer in layers if layer in self.drawing.layers()])

    def head(self, brows, eyes, mouth):
        return self.render(*HEAD, f'cheeks-{brows}', f'brows-{brows}', eyes, f'mouth-{mouth}')

    def write(self, name, picture, corner=(0, 0), scale=1):
        """Cuts away what is empty, mirrors if asked, writes WebP and notes the place."""
        rows, columns = np.where(picture[..., 3] > 1 / 255)
        y0, y1, x0, x1 = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
        picture = picture[y0:y1, x0:x1]
        x, y = corner[0] + x0 * scale, corner[1] + y0 * scale
        if self.mirror:
            picture = picture[:, ::-1]
            x = SIZE[0] - x - picture.shape[1] * scale
        Image.fromarray(to_bytes(picture), 'RGBA').save(self.folder / f'{name}.webp', quality=92, method=6)
        self.parts[name] = [f'{name}.webp', int(x), int(y)] + ([float(scale)] if scale != 1 else [])

    def patches(self, variants):
        """Writes face patches of one shared shape: wherever any of the variants differs from another.

        The edge is feathered outwards, over pixels that are alike in all of them, so no seam can show.
        """
        x0, y0, x1, y1 = box = FACE_BOX
        painted = {}
        for name, args in variants.items():
            crop = self.head(*args)[y0:y1, x0:x1]
            painted[name] = self.paper.paint(crop, box)
        reference = next(iter(painted.values()))
        inner = (slice(MARGIN, -MARGIN),) * 2
        differs = np.max([np.abs(p - reference).max(-1) for p in painted.values()], 0) > 3 / 255
        border = np.zeros_like(differs)
        border[inner] = True
        assert not (differs & ~border).any(), 'a face patch reaches the border of its box'
        solid = ndimage.binary_dilation(ndimage.binary_opening(differs), iterations=7)
        shape = np.clip(blur(solid.astype(np.float32), 2.0) * 2 - .5, 0, 1)
        for name, picture in painted.items():
            picture = picture.copy()
            picture[..., 3] *= shape * border
            self.write(name, picture, (x0, y0))

    def rim(self, parts):
        """Light along the edges that face the middle of the screen, as white with alpha; parts from back to front."""
        shape = (SIZE[1], SIZE[0])
        whole = np.max(parts, 0)
        soft = blur(whole, 26)
        slope = np.stack([-ndimage.sobel(soft, 1), -ndimage.sobel(soft, 0)], -1)
        facing = (slope @ LIGHT) / np.maximum(np.hypot(slope[..., 0], slope[..., 1]), 1e-5)
        facing = smooth(-.05, .75, facing)
        light = np.zeros(shape, np.float32)
        for alpha in parts:
            def edge(reach):
                moved = ndimage.shift(alpha, (-LIGHT[1] * reach, -LIGHT[0] * reach), order=1, mode='nearest')
                return np.clip(alpha - moved, 0, 1)
            line = blur(edge(9), 1.0)
            glow = blur(edge(26), 9)
            light = light * (1 - alpha) + np.clip(line + glow * .5, 0, 1) * alpha
        brush = noise(self.seed + 20, 1.6, shape, lo=6)
        light = light * facing * (.62 + .6 * smooth(.25, .62, brush)) * self.paper.hem ** 2
        picture = np.ones(shape + (4,), np.float32)
        picture[..., 3] = np.clip(light, 0, 1)
        return picture

    def build(self):
        layers = {'body': self.render('body'), 'head': self.head('neutral', 'eyes-neutral', 'neutral'),
                  'scarf': self.render('scarf')}
        painted = {name: self.paper.paint(picture) for name, picture in layers.items()}
        for name, picture in painted.items():
            self.write(name, picture)
        eyes = {}
        for mood in MOODS:
            eyes[f'eyes_{mood}'] = (mood, f'eyes-{mood}', 'neutral')
            closed = 'closed-smile' if mood == 'smile' else 'closed-neutral'
            eyes[f'blink_{mood}'] = (mood, closed, 'neutral')
        self.patches(eyes)
        mouths = {f'mouth_{mouth}': ('neutral', 'eyes-neutral', mouth) for mouth in MOODS + ['open', 'o']}
        self.patches(mouths)

        silhouettes = [self.paper.silhouette(layers[name]) for name in ('body', 'head', 'scarf')]
        self.write('rim', self.rim(silhouettes))
        alpha = 1 - np.prod([1 - picture[..., 3] for picture in painted.values()], 0)
        half = alpha.reshape(SIZE[1] // 2, 2, SIZE[0] // 2, 2).mean((1, 3))
        mask = np.ones(half.shape + (4,), np.float32)
        mask[..., 3] = half
        self.write('mask', mask, scale=2)
        self.describe()

    def describe(self):
        text = f'size: [{SIZE[0]}, {SIZE[1]}]\nparts:\n'
        for name, part in self.parts.items():
            text += f'  {name}: [{", ".join(str(v) for v in part)}]\n'
        text += f'moods: [{", ".join(MOODS)}]\n'
        yaml.safe_load(text)
        (self.folder / 'figure.yaml').write_text(text, encoding='utf-8')


def main():
    for name, figure in FIGURES.items():
        Painter(name, **figure).build()
    ui.build(ASSETS / 'ui')


if __name__ == '__main__':
    main()
