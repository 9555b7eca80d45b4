#!/usr/bin/env python3
"""Shows an entry of backgrounds.yaml as the game does: preview.py NAME [--time 0 3 7] [--waits] [--weather rain] --out F.

With several times the frames stand in a strip, each a quarter of the stage. `--crop x y w h` cuts before that.
"""
import argparse
import math
from pathlib import Path

import numpy as np
import yaml
from PIL import Image

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent.parent / 'backgrounds'
SIZE = (1920, 1080)


def entry_of(entries, name):
    """The entry with what it takes over from the one it is like."""
    own = entries[name]
    if 'like' not in own:
        return {'picture': name, **own}
    base = entry_of(entries, own['like'])
    return {**base, **own, 'layers': base.get('layers', []) + own.get('layers', [])}


def place(image, x, y, scale, degrees=0.0):
    """The stage sized premultiplied picture of one sprite, filtered like a texture."""
    w, h = image.shape[1] * scale, image.shape[0] * scale
    a = math.radians(degrees)
    cx, cy = x + w / 2, y + h / 2
    c, s = math.cos(a) / scale, math.sin(a) / scale
    tx = -c * cx - s * cy + w / 2 / scale
    ty = s * cx - c * cy + h / 2 / scale
    out = [np.asarray(Image.fromarray(image[..., k]).transform(SIZE, Image.Transform.AFFINE, (c, s, tx, -s, c, ty),
                                                               resample=Image.Resampling.BILINEAR)) for k in range(4)]
    return np.dstack(out)


def lay(canvas, sprite, alpha, add):
    sprite = sprite * alpha
    keep = 1 if add else 1 - sprite[..., 3:]
    return np.clip(canvas * keep + sprite[..., :3], 0, 1)


def tiles(at, period, reach):
    """The places of a band's tiles along one way, the first before the stage."""
    start = at % period - period
    return [start + k * period for k in range(int((reach - start) / period) + 1)]


def compose(name, t=0.0, waits=False, weather=None, moving=True, folder=FOLDER):
    entry = entry_of(yaml.safe_load((folder / 'backgrounds.yaml').read_text(encoding='utf-8')), name)
    layers = list(entry.get('layers', []))
    if weather:
        layers += yaml.safe_load((folder / 'weather.yaml').read_text(encoding='utf-8'))[weather]['layers']
    with Image.open(folder / f'{entry["picture"]}.webp') as picture:
        canvas = np.asarray(picture.convert('RGB').resize(SIZE)).astype(np.float32) / 255
    for layer in sorted(layers, key=lambda one: bool(one.get('front'))):
        if (layer.get('waits') and not waits) or (layer.get('ambient') and not moving):
            continue
        with Image.open(folder / layer['image']) as file:
            image = np.asarray(file.convert('RGBA')).astype(np.float32) / 255
        image[..., :3] *= image[..., 3:]
        scale, every, phase = layer.get('scale', 1), layer.get('every', 8), layer.get('phase', 0)
        x, y = layer.get('at', [0, 0])
        wave = math.sin(2 * math.pi * (t / every + phase))
        sway, turn = layer.get('sway', [0, 0]), layer.get('turn', 0)
        alpha = layer.get('alpha', 1) * (1 - layer.get('breathe', 0) * (.5 - .5 * wave))
        x, y = x + sway[0] * wave, y + sway[1] * wave
        dx, dy = layer.get('drift', [0, 0])
        if 'again' in layer:
            gone = (t + (phase * layer['again'] if moving else 0)) % layer['again']
            copies = [(x + dx * gone, y + dy * gone)]
        else:
            columns = tiles(x + dx * t, image.shape[1] * scale, SIZE[0]) if dx else [x]
            rows = tiles(y + dy * t, image.shape[0] * scale, SIZE[1]) if dy else [y]
            copies = [(px, py) for py in rows for px in columns]
        for px, py in copies:
            canvas = lay(canvas, place(image, px, py, scale, turn * wave), alpha, layer.get('add', False))
    return canvas


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('name')
    parser.add_argument('--time', type=float, nargs='+', default=[0])
    parser.add_argument('--waits', action='store_true')
    parser.add_argument('--still', action='store_true', help='as with reduced motion')
    parser.add_argument('--weather')
    parser.add_argument('--crop', type=int, nargs=4)
    parser.add_argument('--out', type=Path, required=True)
    args = parser.parse_args()
    frames = []
    for t in args.time:
        frame = Image.fromarray((compose(args.name, 0 if args.still else t, args.waits, args.weather, not args.still)
                                 * 255 + .5).astype(np.uint8))
        if args.crop:
            x, y, w, h = args.crop
            frame = frame.crop((x, y, x + w, y + h))
        elif len(args.time) > 1:
            frame = frame.resize((SIZE[0] // 2, SIZE[1] // 2))
        frames.append(frame)
    columns = 2 if len(frames) > 1 else 1
    w, h = frames[0].size
    sheet = Image.new('RGB', (w * columns, h * -(-len(frames) // columns)))
    for i, frame in enumerate(frames):
        sheet.paste(frame, (w * (i % columns), h * (i // columns)))
    sheet.save(args.out)


if __name__ == '__main__':
    main()
