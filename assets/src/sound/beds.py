"""The beds: what is heard under a scene. Mono loops; all noise is periodic, and what is struck wraps around the end."""
import numpy as np

from synth import RATE, band, drift, fall, ring, rise

TURN = 2 * np.pi


def strike(loop, at, sound):
    """Adds a sound to a loop; what passes the end goes on at the beginning."""
    np.add.at(loop, (int(at * RATE) + np.arange(len(sound))) % len(loop), sound)


def rain_glass():
    """Steady rain outside, and drops that tap the pane: a short tone of the glass each, near ones few."""
    seconds = 14
    n = seconds * RATE
    rng = np.random.default_rng(130)
    rain = .5 * ring(n, lambda f: band(500, 5200, 1)(f) / f ** .35, 120) * (.86 + .28 * drift(n, 121, 1, 5))
    rain += .12 * ring(n, band(70, 260), 122)
    t = np.arange(int(.05 * RATE)) / RATE
    for near in rng.random(540) ** 4:
        pitch = rng.uniform(700, 2900)
        tap = np.sin(TURN * pitch * t) * np.exp(-t * rng.uniform(140, 380)) * rise(t, .0012)
        strike(rain, rng.uniform(0, seconds), tap * (.12 + 2.0 * near))
    return rain


def wind_wheat():
    """Wind that comes and goes over a field, and behind each gust the dry ears."""
    n = 15 * RATE
    gust = drift(n, 1, 1, 6) ** 1.4
    later = np.roll(gust, int(.35 * RATE))
    low = ring(n, lambda f: band(90, 420)(f) / np.sqrt(f), 10)
    mid = ring(n, lambda f: band(380, 1500)(f) / np.sqrt(f), 20)
    ears = ring(n, band(2600, 6500), 30) * np.abs(ring(n, band(14, 80), 40)) ** 1.5
    return low * (.32 + .68 * gust) + .6 * mid * (.12 + .75 * gust ** 1.5) + .11 * ears * (.05 + .95 * later ** 2)


def city():
    """A city late, through a window: its hum, and now and then a car far below."""
    seconds = 13
    n = seconds * RATE
    t = np.arange(n) / RATE
    sound = ring(n, lambda f: band(55, 240)(f) / f ** .5, 80)
    sound += .3 * ring(n, lambda f: band(300, 2400, 1)(f) / f ** .6, 90)
    for i, (at, loud) in enumerate(((2.4, .5), (7.1, .34), (10.7, .42))):
        away = (t - at + seconds / 2) % seconds - seconds / 2
        sound += loud * ring(n, lambda f: band(170, 900)(f) / f ** .3, 100 + i) * np.exp(-(away / 1.5) ** 2)
    return sound


def projector():
    """A film projector behind glass: 24 pictures a second, each pulled and let go, and its motor and fan."""
    seconds = 8
    n = seconds * RATE
    rng = np.random.default_rng(5)
    gate = np.zeros(n)
    t = np.arange(int(.03 * RATE)) / RATE
    for i in range(24 * seconds):
        at = i / 24 + rng.uniform(-4e-4, 4e-4)
        pull = rng.standard_normal(len(t)) * np.exp(-t * 420) * rng.uniform(.8, 1.2)
        strike(gate, at, (pull + .4 * np.sin(TURN * 190 * t) * np.exp(-t * 160)) * rise(t, .002))
        strike(gate, at + .45 / 24, .35 * rng.standard_normal(len(t)) * np.exp(-t * 600) * rise(t, .002))
    f = np.fft.rfftfreq(n, 1 / RATE)
    gate = np.fft.irfft(np.fft.rfft(gate) * band(120, 2600)(np.maximum(f, 1)), n)
    t = np.arange(n) / RATE
    motor = .35 * np.sin(TURN * 100 * t) + .2 * np.sin(TURN * 200 * t + .4) + .08 * np.sin(TURN * 400 * t + 1)
    fan = .4 * ring(n, band(220, 1700, 1), 140) * (1 + .2 * np.sin(TURN * 24 * t)) * (.9 + .2 * drift(n, 141, 1, 6))
    return .7 * gate / gate.std() + .45 * motor + fan


def roll_of_thunder(seconds, seed):
    """Thunder a long way off: low noise in a few overlapping swells, its high part first and soon gone."""
    rng = np.random.default_rng(seed)
    t = np.arange(int(seconds * RATE)) / RATE
    swell = np.zeros_like(t)
    for _ in range(9):
        at = rng.uniform(0, seconds * .5)
        swell += rng.uniform(.2, 1) * rise(t - at, .4) * np.exp(-np.maximum(t - at, 0) / rng.uniform(.35, 1.1))
    deep = ring(len(t), lambda f: band(34, 150)(f) / f ** .4, seed + 1)
    near = .25 * ring(len(t), lambda f: band(150, 480)(f) / f ** .5, seed + 2) * np.exp(-t / (seconds * .18))
    return (deep + near) * swell / swell.max() * rise(t, .3) * fall(t, seconds * .75, seconds * .24)


def thunder():
    """Dry grassland before the rain: warm wind, a few insects, and thunder beyond the horizon."""
    n = 18 * RATE
    t = np.arange(n) / RATE
    sound = .16 * ring(n, lambda f: band(70, 600)(f) / f ** .6, 50) * (.55 + .45 * drift(n, 51, 1, 4))
    chirps = np.maximum(0, np.sin(TURN * 17 * t)) ** 2 * drift(n, 52, 1, 7) ** 2
    sound += .006 * np.sin(TURN * 3900 * t) * chirps
    strike(sound, 1.4, .55 * roll_of_thunder(7, 60))
    strike(sound, 10.8, .30 * roll_of_thunder(6, 64))
    return sound


BEDS = {'rain_glass': rain_glass, 'wind_wheat': wind_wheat, 'city': city, 'projector': projector, 'thunder': thunder}
