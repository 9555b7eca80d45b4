#!/usr/bin/env python3
"""Prints what every file in ../../sound measures, decoded, and fails where one breaks a rule of the direction."""
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent)]

from build import BED_LUFS, BEDS, CEILING, CUES, MUSIC, MUSIC_LUFS, OUT  # noqa: E402
from measure import decibels, decoded, loudness, seam, true_peak  # noqa: E402
from synth import RATE  # noqa: E402

LOOPS = {*BEDS, 'pen_on_paper'}
MAX_BYTES = 3_000_000
MAX_DECODED = 16_000_000  # all beds and cues, 16 bit mono, as the mixer keeps some of them


def faults(name, x, peak, level, join):
    seconds = len(x) / RATE
    if peak >= CEILING:
        yield 'true peak'
    if x.shape[1] != (2 if name in MUSIC else 1):
        yield 'channels'
    if name in MUSIC and (seconds < 120 or abs(level - MUSIC_LUFS) > 1):
        yield 'length or loudness'
    if name in BEDS and (seconds > 20 or abs(level - BED_LUFS) > 1):
        yield 'length or loudness'
    if join and max(join) > 1:
        yield 'seam'


def main():
    paths = sorted(OUT.glob('*.ogg'))
    bad = sorted({path.stem for path in paths} ^ {*MUSIC, *BEDS, *CUES})
    if bad:
        print('files and sources differ:', *bad)
    print('file                  s ch    bytes kbit/s   LUFS RMS dB peak dB  step  flux')
    for path in paths:
        x = decoded(str(path))
        seconds, size = len(x) / RATE, path.stat().st_size
        peak, level = true_peak(x), loudness(str(path)) if seconds > .4 else float('nan')
        join = seam(x) if path.stem in LOOPS else ()
        wrong = list(faults(path.stem, x, peak, level, join))
        bad += wrong
        print(f'{path.stem:16} {seconds:6.2f} {x.shape[1]:2} {size:8} {size * .008 / seconds:6.1f} {level:6.1f} '
              f'{decibels((x ** 2).mean() ** .5):6.1f} {peak:7.1f}', *(f'{share:5.2f}' for share in join), *wrong)
    size = sum(path.stat().st_size for path in paths)
    held = sum(len(decoded(str(path))) for path in paths if path.stem not in MUSIC) * 2
    print(f'{len(paths)} files, {size} bytes; beds and cues decoded {held / 1e6:.1f} MB')
    sys.exit(1 if bad or size > MAX_BYTES or held > MAX_DECODED else 0)


if __name__ == '__main__':
    main()
