#!/usr/bin/env python3
"""Paints the backgrounds: build.py [--draft FOLDER] [names…]. Without names, all of them, in the order of the story.

Every picture is a module here with `paint()`, which answers linear light, and a constant GRAIN (film grain, 0..0.02).
What lies over it and moves comes from its `layers(picture)`, or from the `layers()` of the modules of LAYERED: Layers, or
(Layer, gain) where the layer adds light; the gain is its `alpha` in backgrounds.yaml. Writes <name>.webp into
../../backgrounds and layers/ there, and checks backgrounds.yaml and weather.yaml beside them. Same program, same bytes.
"""
import argparse
import importlib
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import numpy as np  # noqa: E402
import yaml  # noqa: E402

from paint import linear, save  # noqa: E402
from preview import entry_of  # noqa: E402

OUT = HERE.parent.parent / 'backgrounds'
NAMES = ['city', 'mist_mountains', 'wheat', 'elephants', 'screening', 'dew', 'branch', 'wildflower', 'red_lens', 'lab',
         'white_mountains', 'city_late', 'door', 'desk', 'sheet']
LAYERED = ['city_layers', 'mountain_layers', 'wheat_layers', 'dew_layers', 'weather']
TEXT = '#f6ecd9'
MIN_CONTRAST = 7.0


def contrast(a, b):
    la, lb = (float(linear(c) @ np.array([.2126, .7152, .0722])) for c in (a, b))
    return (max(la, lb) + .05) / (min(la, lb) + .05)


def check_entries():
    """Every entry has its picture, text can be read on its strip, every layer is there and every file is used."""
    entries = yaml.safe_load((OUT / 'backgrounds.yaml').read_text(encoding='utf-8'))
    weather = OUT / 'weather.yaml'
    used = set()
    for entry in yaml.safe_load(weather.read_text(encoding='utf-8')).values() if weather.exists() else []:
        used |= {layer['image'] for layer in entry['layers']}
    for name in entries:
        entry = entry_of(entries, name)
        used |= {layer['image'] for layer in entry.get('layers', [])}
        if entry['picture'] not in NAMES:
            sys.exit(f'{name}: there is no such picture')
        if contrast(TEXT, entry['strip']) < MIN_CONTRAST:
            sys.exit(f'{name}: text on the strip has under {MIN_CONTRAST}:1')
        if not .22 <= entry['recede'] <= .34:
            sys.exit(f'{name}: recede is outside 0.22..0.34')
    there = {f'layers/{path.name}' for path in (OUT / 'layers').iterdir()}
    if used != there:
        sys.exit(f'not there: {sorted(used - there)}; not used: {sorted(there - used)}')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('names', nargs='*', choices=[[], *NAMES, *LAYERED], metavar='names')
    parser.add_argument('--draft', type=Path, help='write PNG there instead, and check nothing')
    args = parser.parse_args()
    (OUT / 'layers').mkdir(exist_ok=True)
    for name in args.names or NAMES + LAYERED:
        start = time.process_time()
        module = importlib.import_module(name)
        if name in NAMES:
            path = args.draft / f'{name}.png' if args.draft else OUT / f'{name}.webp'
            picture = module.paint()
            save(picture, path, grain=module.GRAIN)
            found = module.layers(picture) if hasattr(module, 'layers') else []
        else:
            found = module.layers()
        for one in found:
            layer, gain = one if isinstance(one, tuple) else (one, 1)
            path = layer.write(args.draft or OUT / 'layers')
            print(f'  {layer.name}: {path.stat().st_size} bytes, at {layer.at or layer.box}, gain {gain:.3f}')
        print(f'{name}: {time.process_time() - start:.1f} s')
    if not args.draft:
        check_entries()


if __name__ == '__main__':
    main()
