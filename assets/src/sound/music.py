"""The piece "Room for Wonder" and its sparser variation.

The theme asks twelve bars long and leaves its last note out. The middle turns to B minor, meets a C natural, and stops.
When the theme returns, an octave higher and in the other instrument, the missing note is played. Both pieces end in
silence, so they may start again from the beginning.
"""
import numpy as np

from synth import Score, celesta, felt_piano, hertz, low_strings, silk_string

# Bass, then four tones from low to high; a bar each.
THEME_CHORDS = [c.split() for c in (
    'D2 A3 D4 E4 A4', 'B1 A3 D4 F#4 A4', 'G1 B3 D4 F#4 A4', 'A1 A3 D4 E4 A4', 'F#2 A3 D4 F#4 A4', 'E2 G3 B3 D4 F#4',
    'G1 B3 D4 F#4 B4', 'A1 A3 D4 E4 F#4', 'B1 A3 C#4 D4 F#4', 'G1 A3 B3 D4 F#4', 'E2 A3 B3 D4 E4', 'A1 A3 B3 E4 A4')]
MIDDLE_CHORDS = [c.split() for c in (
    'B1 F#3 B3 C#4 D4', 'F#2 A3 C#4 E4 F#4', 'G1 B3 D4 F#4 A4', 'F#2 A3 D4 F#4 A4', 'E2 G3 B3 D4 F#4',
    'D2 F#3 B3 D4 F#4', 'C2 G3 B3 E4 F#4', 'B1 G3 B3 D4 G4', 'A1 G3 A3 D4 E4')]

# Beat, note, beats held.
THEME = '''0 F#5 2, 2 E5 1, 3 D5 4, 8 A4 1.5, 9.5 B4 .5, 10 D5 5, 16 A5 1, 17 F#5 1, 18 E5 3.5, 22 D5 1, 23 B4 4,
    28 D5 1, 29 E5 1, 30 A4 5, 36 F#5 1.5, 37.5 A5 .5, 38 B5 2, 40 A5 1, 41 E5 3.5, 45 C#5 .5, 45.5 E5 2'''
UNSAID = '48 D5 6'
MIDDLE = '''1 B3 1, 2 D4 1, 3 F#4 4, 9 E4 1, 10 C#4 1, 11 D4 4, 16.5 A4 1.5, 18 B4 1, 19 F#4 4, 24 E4 1, 25 F#4 1,
    26 D5 5, 31 B4 1, 32 C5 5'''
LAST = '0 F#5 1.5, 2 E5 1.5, 4 D5 6'


def melody(text):
    for note in text.split(','):
        beat, name, held = note.split()
        yield float(beat), name, float(held)


def octave(name, up):
    return name[:-1] + str(int(name[-1]) + up)


class Time:
    """Seconds of a beat: four beats a bar, every fourth bar a little longer, as a phrase breathes."""

    def __init__(self, beats_per_minute, bars):
        lengths = [240 / beats_per_minute * (1.07 if bar % 4 == 3 else 1) for bar in range(bars + 1)]
        self.starts = np.concatenate([[0], np.cumsum(lengths)])

    def __call__(self, beat):
        return float(np.interp(beat, np.arange(len(self.starts)) * 4, self.starts))


def sing(score, time, rng, start, notes, instrument, strength, up=0, place=0.0, wet=.5):
    for beat, name, held in melody(notes):
        at = time(start + beat) + rng.uniform(-.012, .03)
        seconds = time(start + beat + held) - time(start + beat) + .5
        loud = strength * rng.uniform(.88, 1.08) * (1.06 if beat % 4 == 0 else 1)
        pitch = hertz(octave(name, up))
        if instrument is silk_string:
            slide = rng.choice((0, 0, -1, -2)) if held >= 2 else 0
            tone = silk_string(pitch, seconds + 1, loud, rng, slide=slide, sway=9 if held >= 3 else 0)
        else:
            tone = instrument(pitch, seconds + 1, loud, rng)
        score.put(max(at, 0), tone, place, wet)


def accompany(score, time, rng, start, chords, order, strength, strings=0.0):
    """A bass note and a few tones of each chord; `order` gives for even and odd bars what sounds on which half beat."""
    for bar, (bass, *tones) in enumerate(chords):
        beat = start + 4 * bar
        bar_end = time(beat + 4.4)
        at = time(beat) + rng.uniform(0, .02)
        score.put(at, felt_piano(hertz(bass), bar_end - time(beat), .62 * strength, rng), -.15, .4)
        for half, tone in order[bar % 2].items():
            at = time(beat + half / 2) + rng.uniform(-.01, .03)
            loud = strength * rng.uniform(.5, .68)
            score.put(at, felt_piano(hertz(tones[tone]), bar_end - at, loud, rng), -.25 + .15 * tone, .45)
        if strings:
            for i, tone in enumerate((octave(bass, 1), tones[0], tones[2])):
                tone = low_strings(hertz(tone), bar_end - time(beat), strings * rng.uniform(.8, 1), rng)
                score.put(time(beat), tone, (-.5, .5, .1)[i], .8)


def drops(score, time, rng, notes, strength=.10):
    for beat, name in notes:
        score.put(time(beat), celesta(hertz(name), 2, strength * rng.uniform(.8, 1.1), rng), .45, 1.0)


def room_for_wonder():
    rng = np.random.default_rng(20)
    time = Time(60, 40)
    score = Score(time(160))
    few = [{1: 0, 3: 2, 4: 1}, {1: 1, 4: 2}]
    more = [{1: 0, 2: 1, 3: 2, 4: 3, 5: 2, 6: 1}, {1: 1, 2: 2, 3: 3, 5: 0, 6: 1}]
    accompany(score, time, rng, 0, [THEME_CHORDS[0], THEME_CHORDS[2]], [{3: 2}, {2: 1, 5: 3}], .19)
    accompany(score, time, rng, 8, THEME_CHORDS, few, .19)
    sing(score, time, rng, 8, THEME, silk_string, .47, up=-1, place=.15)
    drops(score, time, rng, [(22, 'A6'), (43, 'E6')])
    accompany(score, time, rng, 64, MIDDLE_CHORDS, more, .16, strings=.11)
    sing(score, time, rng, 64, MIDDLE, silk_string, .42, place=-.1)
    drops(score, time, rng, [(89, 'F#6'), (98, 'B6'), (98.5, 'F#6')])
    accompany(score, time, rng, 104, THEME_CHORDS, few, .17, strings=.06)
    sing(score, time, rng, 104, THEME, felt_piano, .36, place=.1)
    sing(score, time, rng, 104, '6 A3 2, 14 F#3 2, 21 B3 3, 34 E3 3, 43 G3 3', silk_string, .30, place=-.3)
    drops(score, time, rng, [(118, 'D6'), (141, 'A6')])
    sing(score, time, rng, 104, UNSAID, silk_string, .40, up=-1, place=.15)
    accompany(score, time, rng, 152, [THEME_CHORDS[0]], [{3: 2}, {}], .17)
    return score.played()


def room_for_wonder_sparse():
    rng = np.random.default_rng(21)
    time = Time(52, 30)
    score = Score(time(120))
    theme = list(melody(THEME))

    def phrase(start, first, last, instrument, strength, up, place):
        base = theme[first][0]
        text = ', '.join(f'{beat - base} {name} {held + 1}' for beat, name, held in theme[first:last])
        sing(score, time, rng, start, text, instrument, strength, up, place, .7)

    def low(start, bass, tone, strings=.0):
        accompany(score, time, rng, start, [[bass, tone, tone, tone]], [{3: 0}, {}], .19, strings)

    phrase(1, 0, 3, silk_string, .40, -1, .1)
    low(4, 'B1', 'A3')
    phrase(14, 3, 6, silk_string, .38, -1, .1)
    low(20, 'G1', 'D4')
    drops(score, time, rng, [(26, 'A6')])
    phrase(32, 6, 11, felt_piano, .36, 0, -.1)
    low(40, 'E2', 'B3')
    phrase(48, 11, 14, silk_string, .38, -1, .1)
    low(52, 'A1', 'E4')
    low(64, 'B1', 'F#3', .07)
    low(68, 'G1', 'B3', .07)
    low(72, 'C2', 'G3', .07)
    phrase(74, 14, 17, felt_piano, .34, 0, .1)
    drops(score, time, rng, [(84, 'F#6')])
    low(88, 'D2', 'A3')
    sing(score, time, rng, 92, LAST, silk_string, .36, -1, .1, .7)
    low(100, 'G1', 'D4')
    drops(score, time, rng, [(107, 'D6')], .08)
    return score.played()
