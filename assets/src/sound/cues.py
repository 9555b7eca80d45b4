"""What is heard once: the word that comes back, thunder, the pen of the letters, glass, paper, a lens,
and a touch of each voice. Mono."""
from functools import partial

import numpy as np

from beds import TURN, roll_of_thunder
from synth import RATE, band, celesta, clock, fall, hertz, ring, rise, room
from scipy.signal import fftconvolve


def in_room(sound, wet, seconds):
    """A sound with its answer of the room, `seconds` long, ending in nothing."""
    t = clock(seconds)
    padded = np.zeros_like(t)
    padded[:min(len(sound), len(t))] = sound[:len(t)]
    answer = fftconvolve(padded, room().mean(1))[:len(t)]
    return (padded + wet * answer) * fall(t, seconds - .7, .68)


def celesta_note():
    """An earlier word is made whole: one note, with its octave hardly there."""
    rng = np.random.default_rng(3)
    note = celesta(hertz('A5'), 2, 1, rng)
    note += .22 * np.roll(celesta(hertz('A6'), 2, 1, rng), int(.06 * RATE)) * rise(clock(2.8), .08)
    return in_room(note, 1.2, 3.0)


def thunder_far():
    return roll_of_thunder(6, 92)


def pen_on_paper():
    """Handwriting: strokes of uneven length in groups, as words; a pencil's grain. Ends as quiet as it starts."""
    seconds = 6
    n = seconds * RATE
    t = np.arange(n) / RATE
    rng = np.random.default_rng(17)
    pressure = np.zeros(n)
    pace = np.zeros(n)
    at = .35
    while at < seconds - 1.1:
        for _ in range(rng.integers(3, 8)):
            length = rng.uniform(.05, .17)
            inside = np.clip((t - at) / length, 0, 1)
            pressure += rng.uniform(.45, 1) * np.sin(np.pi * inside) ** 1.3
            pace += rng.uniform(.2, 1) * np.sin(np.pi * inside)
            at += length + rng.uniform(.015, .06)
        at += rng.choice((.16, .22, .3, .75))
    grain = ring(n, lambda f: band(900, 3800, 1)(f) / f ** .2, 18) * (.5 + .5 * np.abs(ring(n, band(60, 300), 19)))
    quick = ring(n, band(3200, 7500), 20)
    table = .5 * ring(n, band(90, 260), 21) * pressure ** 2
    return pressure * (grain + .28 * quick * pace) + .3 * table


def glass():
    """The mirror clears to a window: a bowl of glass, rubbed rather than struck, whose tones beat slowly."""
    t = clock(3.2)
    tone = np.zeros_like(t)
    for ratio, loud, life in ((1, 1, 1.5), (2.32, .34, .9), (4.25, .10, .45), (6.63, .03, .25)):
        for apart, share in ((-.3, .76), (.5, .24)):
            tone += share * loud * np.sin(TURN * (ratio * hertz('A5') + apart) * t) * np.exp(-t / life)
    breath = .012 * ring(len(t), band(2500, 7000), 31) * np.exp(-t / .25)
    return in_room((tone + breath) * rise(t, .16), .9, 3.4)


def page():
    """A sheet is lifted and laid over: the grip, a sweep of air that rises and falls, the soft fall."""
    seconds = .95
    t = clock(seconds)
    n = len(t)
    grain = 1 + .5 * np.abs(ring(n, band(25, 160), 41))

    def swell(at, width):
        return np.exp(-((t - at) / width) ** 2)

    low = ring(n, band(500, 1800), 42) * (.5 * swell(.16, .07) + .7 * swell(.52, .16))
    high = ring(n, band(2200, 6500), 43) * (.55 * swell(.13, .05) + .8 * swell(.42, .13))
    laid = ring(n, band(110, 480), 44) * np.exp(-np.maximum(t - .7, 0) / .05) * rise(t - .69, .012)
    return ((low + .8 * high) * grain + .9 * laid) * rise(t, .02) * fall(t, .8, .13)


def shutter():
    """A lens closes like an eye: thin blades slide over each other, then one soft stop of felt and brass."""
    t = clock(.55)
    slide = ring(len(t), band(1500, 4200), 51) * np.exp(-((t - .11) / .055) ** 2) * (.6 + .4 * np.sin(TURN * 62 * t))
    after = np.maximum(t - .2, 0)
    fallen = np.sin(TURN * (58 * after + 34 / 28 * (1 - np.exp(-28 * after)))) * np.exp(-after / .075) * rise(t - .2, .014)
    felt = ring(len(t), band(160, 700), 52) * np.exp(-after / .018) * rise(t - .2, .006)
    return in_room(.14 * slide + 1.1 * fallen + .16 * felt, .35, 1.4)


def touch_a(note):
    """The researcher: a fingertip on a wooden box."""
    t = clock(.075)
    tone = np.sin(TURN * hertz(note) * t) * np.exp(-t * 55)
    tone += .25 * np.sin(TURN * 2.01 * hertz(note) * t) * np.exp(-t * 90)
    return tone * rise(t, .006) * fall(t, .05, .024)


def touch_b(note):
    """The director: lower and softer, a felt hammer with a breath of the film gate."""
    t = clock(.08)
    tone = np.sin(TURN * hertz(note) * t) * np.exp(-t * 48) + .3 * np.sin(TURN * 2 * hertz(note) * t) * np.exp(-t * 80)
    return (tone + .1 * ring(len(t), band(700, 2000), 9) * np.exp(-t * 160)) * rise(t, .007) * fall(t, .055, .024)


# Each voice has three tones of the music's scale, so that a touch never sounds wrong in it.
BLIPS = {f'blip_{voice}{i}': partial(touch, note)
         for voice, touch, notes in (('a', touch_a, ('D5', 'E5', 'B4')), ('b', touch_b, ('A3', 'B3', 'F#3')))
         for i, note in enumerate(notes, 1)}

CUES = {'celesta': celesta_note, 'thunder_far': thunder_far, 'pen_on_paper': pen_on_paper, 'glass': glass, 'page': page,
        'shutter': shutter, **BLIPS}
