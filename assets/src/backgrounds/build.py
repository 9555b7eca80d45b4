#!/usr/bin/env python3
"""Paints the backgrounds: build.py [--draft FOLDER] [names…]. Without names, all of them, in the order of the story.

Every picture is a module here with `paint()`, which answers linear light, and a constant GRAIN (film grain, 0..0.02).
Writes <name>.webp into ../../backgrounds and checks backgrounds.yaml beside them. Same program, same bytes.
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

OUT = HERE.parent.parent / 'backgrounds'
NAMES = ['city', 'mist_mountains', 'wheat', 'elephants', 'screening', 'dew', 'branch', 'wildflower', 'red_lens', 'lab',
         'white_mountains', 'city_late', 'door', 'desk', 'sheet', 'screening_turned', 'lab_mirror', 'city_unlit']
TEXT = '#f6ecd9'
MIN_CONTRAST = 7.0


def contrast(a, b):
    la, lb = (float(linear(c) @ np.array([.2126, .7152, .0722])) for c in (a, b))
    return (max(la, lb) + .05) / (min(la, lb) + .05)


def check_entries():
    """Every entry has its picture, and text can be read on its strip."""
    entries = yaml.safe_load((OUT / 'backgrounds.yaml').read_text(encoding='utf-8'))
    for name, entry in entries.items():
        base = entry
        while 'like' in base:
            base = entries[base['like']]
        light = {**base, **entry}
        if light.get('picture', name if base is entry else entry.get('like')) not in NAMES:
            sys.exit(f'{name}: there is no such picture')
        if contrast(TEXT, light['strip']) < MIN_CONTRAST:
            sys.exit(f'{name}: text on the strip has under {MIN_CONTRAST}:1')
        if not .22 <= light['recede'] <= .34:
            sys.exit(f'{name}: recede is outside 0.22..0.34')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('names', nargs='*', choices=[[], *NAMES], metavar='names')
    parser.add_argument('--draft', type=Path, help='write PNG there instead, and check nothing')
    args = parser.parse_args()
    for name in args.names or NAMES:
        start = time.process_time()
        module = importlib.import_module(name)
        path = args.draft / f'{name}.png' if args.draft else OUT / f'{name}.webp'
        save(module.paint(), path, grain=module.GRAIN)
        print(f'{name}: {time.process_time() - start:.1f} s')
    if not args.draft:
        check_entries()


if __name__ == '__main__':
    main()
