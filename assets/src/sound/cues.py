"""What is heard once: the word that comes back, thunder, the pen of the letters, and a touch of each voice. Mono."""
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


def blip_a():
    """The researcher: a fingertip on a wooden box, tuned to D."""
    t = clock(.075)
    tone = np.sin(TURN * hertz('D5') * t) * np.exp(-t * 55)
    tone += .25 * np.sin(TURN * 2.01 * hertz('D5') * t) * np.exp(-t * 90)
    return tone * rise(t, .006) * fall(t, .05, .024)


def blip_b():
    """The director: lower and softer, a felt hammer with a breath of the film gate."""
    t = clock(.08)
    tone = np.sin(TURN * hertz('A3') * t) * np.exp(-t * 48) + .3 * np.sin(TURN * 2 * hertz('A3') * t) * np.exp(-t * 80)
    return (tone + .1 * ring(len(t), band(700, 2000), 9) * np.exp(-t * 160)) * rise(t, .007) * fall(t, .055, .024)


CUES = {'celesta': celesta_note, 'thunder_far': thunder_far, 'pen_on_paper': pen_on_paper,
        'blip_a': blip_a, 'blip_b': blip_b}
