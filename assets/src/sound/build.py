#!/usr/bin/env python3
"""Makes the sounds: build.py [names…]. Without names, all of them.

Writes <name>.ogg into ../../sound and measures it there. Same program, same bytes.
"""
import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent)]

import numpy as np  # noqa: E402
from scipy.io import wavfile  # noqa: E402

import music  # noqa: E402
from beds import BEDS  # noqa: E402
from cues import BLIPS, CUES  # noqa: E402
from measure import decoded, decibels, loudness, seam, true_peak  # noqa: E402
from synth import RATE  # noqa: E402

OUT = Path(__file__).resolve().parent.parent.parent / 'sound'
MUSIC = {'liubai': music.room_for_wonder, 'liubai_sparse': music.room_for_wonder_sparse}
TITLES = {'liubai': 'Room for Wonder 留白', 'liubai_sparse': 'Room for Wonder 留白 (sparse)'}
MUSIC_LUFS, BED_LUFS = -23.0, -30.0
CUE_PEAKS = {'celesta': -18.0, 'thunder_far': -10.0, 'pen_on_paper': -12.0, 'glass': -18.0, 'page': -15.0,
             'shutter': -9.0, **{name: -14 - 1.5 * (int(name[-1]) - 1) for name in BLIPS}}  # dBFS
CEILING = -1.0
QUALITY = {'music': 2, 'bed': 2, 'cue': 3}


def encode(name, samples, quality):
    with tempfile.NamedTemporaryFile(suffix='.wav') as wav:
        wavfile.write(wav.name, RATE, np.round(samples * 32767).astype(np.int16))
        subprocess.run(['oggenc', '-Q', '-s', '1', '-q', str(quality), '-t', TITLES.get(name, name),
                        '-a', 'The Liubai authors', '-c', 'LICENSE=CC BY 4.0', '-o', str(OUT / f'{name}.ogg'), wav.name],
                       check=True)


def turned(name, samples):
    """The loop begun a little later, where the encoder, which does not know that it is a loop, mends its seam best."""
    def heard(turn):
        encode(name, np.roll(samples, -turn), QUALITY['bed'])
        return max(seam(decoded(str(OUT / f'{name}.ogg'))))
    return np.roll(samples, -min(range(0, RATE * 7 // 10, RATE // 20), key=heard))


def build(name):
    kind, make = next((kind, sounds[name]) for kind, sounds in (('music', MUSIC), ('bed', BEDS), ('cue', CUES))
                      if name in sounds)
    path = str(OUT / f'{name}.ogg')
    samples = make()
    samples *= 10 ** ((CUE_PEAKS.get(name, -12) - decibels(np.abs(samples).max())) / 20)
    encode(name, samples, QUALITY[kind])
    if kind != 'cue':
        samples *= 10 ** (((MUSIC_LUFS if kind == 'music' else BED_LUFS) - loudness(path)) / 20)
        if kind == 'bed':
            samples = turned(name, samples)
        encode(name, samples, QUALITY[kind])
    heard = decoded(path)
    if len(heard) != len(samples):
        sys.exit(f'{name}: {len(samples)} samples became {len(heard)}')
    if true_peak(heard) >= CEILING:
        sys.exit(f'{name}: true peak {true_peak(heard):.1f} dBFS')
    print(f'{name}: {len(heard) / RATE:.1f} s, {Path(path).stat().st_size} bytes', flush=True)


def main():
    names = [*MUSIC, *BEDS, *CUES]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('names', nargs='*', choices=[[], *names], metavar='names')
    args = parser.parse_args()
    OUT.mkdir(exist_ok=True)
    for name in args.names or names:
        build(name)


if __name__ == '__main__':
    main()
