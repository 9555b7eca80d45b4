"""The sound kit: instruments, a room, noise that joins its own end. Everything is computed here; no recording is used.

Signals are float arrays at RATE. An instrument answers one note, mono; `Score` puts notes into a stereo room.
"""
import numpy as np
from scipy.signal import fftconvolve

RATE = 44100
STEPS = {'C': 0, 'D': 2, 'E': 4, 'F': 5, 'G': 7, 'A': 9, 'B': 11}


def hertz(name):
    """'F#5' as a frequency, A4 = 440 Hz."""
    step = STEPS[name[0]] + (1 if '#' in name else 0)
    return 440 * 2 ** ((step + 12 * (int(name[-1]) + 1) - 69) / 12)


def clock(seconds):
    return np.arange(int(seconds * RATE)) / RATE


def rise(t, seconds):
    """A soft start: half a cosine from 0 to 1."""
    return .5 - .5 * np.cos(np.pi * np.clip(t / seconds, 0, 1))


def fall(t, end, seconds):
    """1 until `end`, then down to 0 within `seconds`."""
    return 1 - rise(t - end, seconds)


def ring(n, shape, seed):
    """Noise of n samples whose end meets its start; shape(f) is its strength by frequency. Its RMS is 1."""
    rng = np.random.default_rng(seed)
    f = np.fft.rfftfreq(n, 1 / RATE)
    spectrum = shape(np.maximum(f, 1)) * (rng.standard_normal(len(f)) + 1j * rng.standard_normal(len(f)))
    spectrum[0] = 0
    noise = np.fft.irfft(spectrum, n)
    return noise / noise.std()


def band(low, high, order=2):
    return lambda f: 1 / np.sqrt((1 + (low / f) ** (2 * order)) * (1 + (f / high) ** (2 * order)))


def drift(n, seed, slowest, fastest):
    """A slow curve 0..1 that joins its own end; the limits are in turns of the whole loop."""
    rng = np.random.default_rng(seed)
    t = np.arange(n) / n * 2 * np.pi
    curve = sum(np.cos(k * t + rng.uniform(0, 2 * np.pi)) / k ** .7 for k in range(slowest, fastest + 1))
    return (curve - curve.min()) / (curve.max() - curve.min())


def felt_piano(f, held, strength, rng):
    """Strings struck through felt: few and quickly dying overtones, two strings a hair apart, a thud of the key."""
    tau = 5.5 * (220 / f) ** .55
    t = clock(min(held, 2.2 * tau) + .5)
    stiffness = 3e-4 * (f / 220) ** .8
    bright = 500 + 1500 * strength
    out = np.zeros_like(t)
    for k in range(1, 15):
        partial = k * f * np.sqrt(1 + stiffness * k * k)
        if partial > 7000:
            break
        strength_k = abs(np.sin(np.pi * k / 8.3)) / k ** .9 * np.exp(-(partial - f) / bright)
        life = tau / (1 + .28 * (k - 1) ** 1.1)
        for detune in (-1, 1):
            tone = np.sin(2 * np.pi * partial * (1 + detune * 1.6e-4) * t + rng.uniform(0, 2 * np.pi))
            out += .5 * strength_k * tone * (.62 * np.exp(-t / (life * .35)) + .38 * np.exp(-t / life))
    out *= rise(t, .011)
    thud = ring(len(t), band(50, 210), int(rng.integers(1 << 30))) * np.exp(-t / .028) * rise(t, .004)
    return strength * (1.6 * out + .016 * thud) * fall(t, t[-1] - .45, .42)


def silk_string(f, held, strength, rng, slide=0.0, sway=0.0):
    """A plucked silk string, as of a guqin: a slide from `slide` semitones away, then a `sway` in cents."""
    tau = 3.4 * (220 / f) ** .6
    t = clock(min(held, 2.4 * tau) + .4)
    cents = 14 * np.exp(-t / .05) + 100 * slide * (1 - rise(t - .05, .22))
    cents = cents + sway * rise(t - .55, .6) * np.sin(2 * np.pi * (4.3 + .3 * np.sin(t)) * t) * np.exp(-t / 2.5)
    phase = 2 * np.pi * np.cumsum(f * 2 ** (cents / 1200)) / RATE
    out = np.zeros_like(t)
    for k in range(1, 22):
        if k * f > 6500:
            break
        strength_k = abs(np.sin(np.pi * k * .137)) / k ** 1.15 * np.exp(-k * f / (2200 + 1800 * strength))
        out += strength_k * np.sin(k * phase + rng.uniform(0, .3)) * np.exp(-t / (tau / (1 + .11 * (k - 1) ** 1.25)))
    nail = ring(len(t), band(1400, 3600), int(rng.integers(1 << 30))) * np.exp(-t / .009)
    return strength * (.55 * out * rise(t, .004) + .02 * nail * rise(t, .002)) * fall(t, t[-1] - .38, .36)


def low_strings(f, held, strength, rng):
    """A few bowed strings far away, no attack to speak of."""
    t = clock(held + 2.6)
    out = np.zeros_like(t)
    for _ in range(4):
        waver = 4 * np.sin(2 * np.pi * rng.uniform(3.8, 4.9) * t + rng.uniform(0, 6)) + rng.uniform(-7, 7)
        phase = 2 * np.pi * np.cumsum(f * 2 ** (waver / 1200)) / RATE + rng.uniform(0, 6)
        out += sum(np.sin(k * phase) / k ** 1.7 for k in range(1, 7) if k * f < 3000)
    return strength * .16 * out * rise(t, 2.2) * fall(t, held - .2, 2.7)


def celesta(f, held, strength, rng):
    """A struck steel bar over wood: one clear tone, a high glint that is gone at once."""
    t = clock(2.8)
    out = np.sin(2 * np.pi * f * t) * np.exp(-t / .75) + .16 * np.sin(2 * np.pi * 4.02 * f * t) * np.exp(-t / .13)
    out += .05 * np.sin(2 * np.pi * 2.76 * f * t + rng.uniform(0, 6)) * np.exp(-t / .08)
    return strength * out * rise(t, .004) * fall(t, 2.2, .6)


def room(seconds=3.4, seed=11):
    """Impulse of a small empty hall, stereo: noise whose high tones die first, and a few early steps."""
    t = clock(seconds)
    rng = np.random.default_rng(seed)
    sides = []
    for side in (0, 1):
        tail = np.zeros_like(t)
        for i, (low, high, life) in enumerate(((90, 350, .52), (350, 1200, .46), (1200, 3200, .30), (3200, 7000, .15))):
            loud = np.sqrt(high - low) * (1, 1, .8, .5)[i]
            tail += loud * ring(len(t), band(low, high), seed * 100 + 10 * i + side) * np.exp(-t / life)
        tail *= rise(t - .022, .05) * fall(t, seconds - .6, .6)
        tail *= .7 / np.sqrt((tail ** 2).sum())
        for step in rng.uniform(.009, .06, 7):
            tail[int(step * RATE)] += rng.choice((-1, 1)) * .09 * np.exp(-step / .04)
        sides.append(tail)
    return np.stack(sides, 1)


class Score:
    """Notes in a stereo room. Places run from -1, left, to 1, right; `wet` is how much of a note the room answers."""

    def __init__(self, seconds):
        self.dry = np.zeros((int(seconds * RATE), 2))
        self.sent = np.zeros_like(self.dry)

    def put(self, start, tone, place=0.0, wet=.5):
        first = int(start * RATE)
        tone = tone[:len(self.dry) - first]
        angle = (place + 1) * np.pi / 4
        stereo = tone[:, None] * np.array([np.cos(angle), np.sin(angle)])
        self.dry[first:first + len(tone)] += stereo
        self.sent[first:first + len(tone)] += wet * stereo

    def played(self):
        n = len(self.dry)
        answer = np.stack([fftconvolve(self.sent[:, side], room()[:, side])[:n] for side in (0, 1)], 1)
        t = np.arange(n) / RATE
        return (self.dry + answer) * (rise(t, .02) * fall(t, t[-1] - 2.0, 1.9))[:, None]
