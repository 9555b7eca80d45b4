"""The screening room (turns 10, 14, 16, 20 and the title): two figures from behind before A's mountains.
Its birds come at the very end, so the painting has none.

SCREEN is the rectangle that the blank sheet of the letters turns into; the sky on it is kept calm for the title.
"""
import mist_mountains
from brush import *
from cutting import cut, patch
from people import HER_AWAY, HER_TURNED, HIM_AWAY, HIM_TURNED, seat

GRAIN = .011
SCREEN = (420, 112, 1500, 652)  # left, top, right, bottom
# base line, width, height of a back, gap, offset, colour, seed
SEATS = ((690, 112, 90, 16, 30, '#3a1b17', 11), (764, 162, 120, 10, -77, '#2c1411', 12),
         (868, 206, 160, 30, 46, '#1d0e0d', 13), (1000, 290, 230, 44, -60, '#0d0808', 14))
HERS, HIS = (872, 748, 152, .03), (1048, 742, 166, -.02)  # shoulders, size and tilt: they sit in the row of seed 12


def on_screen():
    """The dawn, cut to the screen, with a projector's falling off and a few scratches."""
    left, top, right, bottom = SCREEN
    w, h = right - left, bottom - top
    source = mist_mountains.whole(flock=())[40:1000]
    fit = ndimage.zoom(blur(source, .7), (h / source.shape[0], w / source.shape[1], 1), order=1)[:h, :w]
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    fit = fit * (1.05 - .32 * np.hypot((x - w / 2) / w, (y - h / 2) / h) ** 2)[..., None]
    rng = np.random.default_rng(2)
    for k in range(4):
        at = rng.random() * w
        fit = fit * (1 - .06 * np.exp(-((x - at - 2 * np.sin(y * .02 + k)) / .9) ** 2))[..., None]
    return fit


def room():
    img = linear('#14110f') * (.8 + .5 * noise(3, 2.2))[..., None]
    flutes = .5 + .5 * np.cos(xx / W * 2 * math.pi * 46)
    wall = np.where(xx < 360, smooth(-200, 360, xx), np.where(xx > 1560, smooth(2120, 1560, xx), 0))
    return shine(img, wall * (.25 + .75 * flutes ** 2) * .10 * gauss(yy, 420, 420), '#e0b489')


def screen(img):
    left, top, right, bottom = SCREEN
    picture, mask = np.zeros_like(img), np.zeros((H, W), np.float32)
    picture[top:bottom, left:right] = on_screen()
    mask[top:bottom, left:right] = 1
    frame = boxes((left - 26, top - 22, right - left + 52, bottom - top + 44))
    img = lay(img, frame, '#070606')
    glow = blur(picture, 120) * .30 + blur(picture, 34) * .12
    img = img + glow * ((1 - mask) * (.55 + .6 * noise(5, 2.4)))[..., None]
    return lay(img, blur(mask, 1.2), picture * 1.12)


def beam_mask():
    left, _, right, bottom = SCREEN
    px, py = 960, -260
    across = np.abs((xx - px) / np.maximum(yy - py, 1))
    edge = smooth(-.02, .10, (right - left) / 2 / (bottom - py) - .02 - across)
    smoke = .15 + .85 * noise(8, 2.2, ax=1.2, ay=1.6) ** 1.5
    return edge * smooth(620, -60, yy) * smoke * (.6 + .4 * noise(9, 1.0, ax=.4, ay=5, lo=3))


def seat_row(base, w, h, gap, offset, colour, seed):
    """One row of seat backs: coverage, colour and the light on the upper edge."""
    m = Mask()
    c, x, r = m.context, offset - w, h * .34
    while x < W + w:
        c.move_to(x, H + 50)
        c.line_to(x + w * .02, base + r)
        c.curve_to(x + w * .03, base + r * .3, x + w * .12, base, x + w * .25, base - h * .015)
        c.line_to(x + w * .75, base - h * .015)
        c.curve_to(x + w * .88, base, x + w * .97, base + r * .3, x + w * .98, base + r)
        c.line_to(x + w, H + 50)
        c.close_path()
        c.fill()
        x += w + gap
    a = wobble(m.array(), 1.2, seed + 30)
    centre = gauss(xx, 960, 620)
    velvet = linear(colour) * (.72 + .55 * noise(seed, 1.5))[..., None]
    velvet = velvet * (1 + 1.5 * np.exp(-np.clip(yy - base, 0, None) / 36) * centre)[..., None]
    return a, velvet, rim(a, 0, 4, 1.2) * (.22 + .62 * centre)


def paint(turned=False):
    img = screen(room())
    beam = beam_mask()
    img = shine(img, beam * .085, '#ffe2b8')
    for row in SEATS:
        a, velvet, edge = seat_row(*row)
        img = shine(lay(img, a, velvet), edge * .55, '#f0bf8a')
        if row[-1] == 11:
            img = seat(img, HER_TURNED if turned else HER_AWAY, *HERS, 40)
            img = seat(img, HIM_TURNED if turned else HIM_AWAY, *HIS, 44)
    img = shine(img, motes(170, (0, W), (0, 640), (.6, 1.9), 6) * beam * 1.2, '#fff0d0')
    return vignette(img, .45, .42)


def spots(count, seed, inside, size, glow=0.0):
    """Points of light in the beam: where a random point falls on a mask, as often as the mask is bright."""
    rng, m = np.random.default_rng(seed), Mask()
    while count:
        x, y = rng.uniform(0, W), rng.uniform(0, 600)
        if rng.random() < inside[int(y), int(x)]:
            m.context.set_source_rgba(0, 0, 0, rng.uniform(.25, 1) ** 1.5)
            m.context.new_sub_path()
            m.context.arc(x, y, rng.uniform(*size), 0, 7)
            m.context.fill()
            count -= 1
    points = blur(m.array(), .9)
    return np.clip(points + glow * blur(points, 7), 0, 1)


def mist(seed, y, depth):
    """A bank of mist that may move a little inside the screen: its own alpha ends before the screen does."""
    left, _, right, _ = SCREEN
    streaks = smooth(.36, .78, noise(seed, 2.3, ax=3.4) + .12 * (noise(seed + 1, 1.6, ax=3, lo=6) - .5))
    return streaks * gauss(yy, y, depth) * smooth(left + 22, left + 240, xx) * smooth(right - 22, right - 240, xx)


def layers(picture):
    left, top, right, bottom = SCREEN
    yield patch('screening_turned', picture, paint(turned=True), GRAIN)
    yield cut('screening_mist_far', '#efe4d0', mist(71, 470, 46) * .62, 2)
    yield cut('screening_mist_near', '#e9e0d2', mist(74, 546, 30) * .60, 2)
    cone, spill = beam_mask(), boxes((left, top, right - left, bottom - top))
    cone /= cone.max()
    yield cut('screening_beam', '#ffe2b8', blur(cone * (1 - .62 * blur(spill, 8)), 6) * .26, 4)
    inside = np.clip(cone * 1.5, 0, 1)
    yield cut('screening_dust', '#fff0d4', spots(70, 81, inside, (.7, 1.5)) * .8, 1)
    yield cut('screening_dust_near', '#ffe9c4', blur(spots(26, 82, inside, (1.6, 2.8)), 1.2) * .6, 2)
    middle = inside * gauss(xx, 990, 150) * gauss(yy, 330, 150)
    yield cut('screening_dust_gathered', '#ffdfa6', spots(46, 83, middle, (1.1, 2.4), .9) * .9, 2)
    yield cut('screening_light', '#ffe9c8', .10 * blur(spill, 3) + .16 * blur(spill, 70) * (1 - spill), 4)
