"""The screening room (turns 10, 14, 16, 20 and the title): two figures from behind before A's mountains.

SCREEN is the rectangle that the blank sheet of the letters turns into; the sky on it is kept calm for the title.
"""
import functools

import mist_mountains
from brush import *

GRAIN = .011
SCREEN = (420, 112, 1500, 652)  # left, top, right, bottom
# base line, width, height of a back, gap, offset, colour, seed
SEATS = ((690, 112, 90, 16, 30, '#3a1b17', 11), (764, 162, 120, 10, -77, '#2c1411', 12),
         (868, 206, 160, 30, 46, '#1d0e0d', 13), (1000, 290, 230, 44, -60, '#0d0808', 14))
HER_HAIR = ([(-.22, -.40), (-.24, -.64), (-.10, -.86)], [(-.12, -.30), (-.14, -.58), (.0, -.86)], [(.0, -.26), (.04, -.56), (.08, -.84)],
            [(.12, -.28), (.18, -.54), (.16, -.80)], [(-.40, -.40), (-.38, -.52), (-.26, -.56)], [(-.36, -.34), (-.30, -.46), (-.20, -.50)])
HIS_HAIR = ([(-.20, -.40), (-.25, -.62), (-.26, -.86)], [(-.10, -.34), (-.14, -.62), (-.14, -.92)], [(.0, -.34), (-.02, -.64), (.02, -.94)],
            [(.10, -.36), (.13, -.64), (.12, -.94)], [(.19, -.42), (.23, -.64), (.22, -.88)])
HERS, HIS = (872, 744, 142), (1048, 734, 152)  # shoulder line x, y and scale: they sit in the row of seed 12


def on_screen():
    """The dawn, cut to the screen, with a projector's falling off and a few scratches."""
    left, top, right, bottom = SCREEN
    w, h = right - left, bottom - top
    source = mist_mountains.paint()[40:1000]
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
    frame = fill_mask(lambda c: (c.rectangle(left - 26, top - 22, right - left + 52, bottom - top + 44), c.fill()))
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


def her(c):
    """A from behind: loose low bun with the crooked hairpin, scarf, coat. Origin between the shoulders."""
    closed(c, [(-.44, .80), (-.49, .50), (-.53, .26), (-.43, .07), (-.22, -.04), (.22, -.04), (.42, .07), (.52, .26), (.48, .50),
               (.44, .80)])
    closed(c, [(-.30, .02), (-.33, -.10), (-.26, -.22), (.0, -.27), (.25, -.22), (.32, -.10), (.29, .02), (.0, .08)])  # scarf
    closed(c, [(-.30, -.52), (-.28, -.76), (-.12, -.92), (.06, -.94), (.23, -.86), (.31, -.68), (.30, -.48), (.23, -.30),
               (.10, -.20), (-.12, -.20), (-.24, -.32)])
    closed(c, [(-.34, -.34), (-.44, -.42), (-.44, -.55), (-.34, -.63), (-.22, -.60), (-.15, -.50), (-.17, -.38), (-.25, -.32)])
    taper(c, [(-.10, -.44), (-.26, -.50), (-.42, -.60), (-.52, -.60), (-.64, -.70)], .030, .016, 1, .05)
    taper(c, [(-.50, -.60), (-.56, -.68), (-.54, -.77)], .02, .011, 2, .05)
    taper(c, [(.22, -.30), (.27, -.22), (.25, -.14)], .02, .006, 3, .05)


def him(c):
    """B from behind: hair swept up and back, ears, high collar, broad coat."""
    closed(c, [(-.44, .80), (-.49, .50), (-.56, .26), (-.47, .06), (-.24, -.02), (.24, -.02), (.47, .06), (.56, .26), (.49, .50),
               (.44, .80)])
    closed(c, [(-.24, .06), (-.235, -.14), (-.19, -.26), (.0, -.30), (.19, -.26), (.235, -.14), (.24, .06)])
    closed(c, [(-.26, -.50), (-.25, -.66), (-.16, -.78), (.0, -.82), (.16, -.78), (.25, -.66), (.26, -.50), (.22, -.36),
               (.13, -.24), (-.13, -.24), (-.22, -.36)])
    closed(c, [(-.26, -.54), (-.30, -.68), (-.315, -.80), (-.27, -.92), (-.15, -.995), (.02, -1.015), (.17, -.985),
               (.28, -.90), (.31, -.78), (.29, -.66), (.26, -.54), (.12, -.44), (-.12, -.44)])
    taper(c, [(-.24, -.90), (-.10, -1.01), (.06, -1.035), (.20, -1.02)], .05, .012, 5, .05)
    taper(c, [(.10, -.98), (.24, -.95), (.33, -.88)], .05, .012, 6, .05)
    closed(c, [(-.26, -.56), (-.31, -.58), (-.325, -.50), (-.29, -.42), (-.25, -.42)])
    closed(c, [(.26, -.56), (.31, -.58), (.325, -.50), (.29, -.42), (.25, -.42)])


def people(img):
    for (x, y, s), draw, hair in ((HERS, her, HER_HAIR), (HIS, him, HIS_HAIR)):
        m = Mask()
        m.context.translate(x, y)
        m.context.scale(s, s)
        draw(m.context)
        a = wobble(m.array(), .9, 40)
        img = lay(img, a, linear('#0b0908') * (.8 + .5 * noise(44, 1.6))[..., None])
        top = smooth(y + .7 * s, y - .1 * s, yy)
        edge = rim(a, 0, 4, 1.0) + .7 * rim(a, 3 if x < 960 else -3, 1, 1.0) + .35 * rim(a, -3 if x < 960 else 3, 1, 1.0)
        strands = Mask()
        strands.context.translate(x, y)
        strands.context.scale(s, s)
        for k, points in enumerate(hair):
            taper(strands.context, points, .006, .018, k, .3)
        img = shine(img, wobble(strands.array(), 1.5, 46) * a * smooth(y - .25 * s, y - .9 * s, yy) * .035, '#f4c48e')
        img = shine(img, np.clip(edge, 0, 1.1) * top * .80, '#f4c48e')
    return img


@functools.lru_cache(maxsize=1)
def paint():
    img = screen(room())
    beam = beam_mask()
    img = shine(img, beam * .085, '#ffe2b8')
    for row in SEATS:
        a, velvet, edge = seat_row(*row)
        img = shine(lay(img, a, velvet), edge * .55, '#f0bf8a')
        if row[-1] == 11:
            img = people(img)
    img = shine(img, motes(170, (0, W), (0, 640), (.6, 1.9), 6) * beam * 1.2, '#fff0d0')
    return vignette(img, .45, .42)
