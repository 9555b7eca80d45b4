"""What bends in the wind over the wheat: two bands of rows, the nearest ears, a wave of light, clouds."""
import wheat
from brush import *
from layers import Layer, plain

EDGE = 40


def rows(name, first, last, top, bottom, quality):
    colour, cover = wheat.field(first, last)
    light = wheat.evening(granulate(colour, .55, 71))
    return Layer(name, light, cover, (-EDGE, top, W + EDGE, bottom), 1, quality, 75, grain=wheat.GRAIN)


def blade(c, x, y, length, angle, bend, width, light, dark):
    """A leaf of the wheat: it rises, bends over and twists, so that one face is lit."""
    t = np.linspace(0, 1, 30)
    a = angle + bend * t ** 2
    px = x + np.concatenate([[0], np.cumsum(np.cos(a))[:-1]]) * length / 30
    py = y + np.concatenate([[0], np.cumsum(np.sin(a))[:-1]]) * length / 30
    half = width * np.sin(np.pi * np.clip(t * .86 + .14, 0, 1)) ** .7 / 2
    for share, colour in ((1, dark), (.45, light)):
        c.set_source_rgba(*colour, 1)
        c.move_to(px[0], py[0])
        for k in range(30):
            c.line_to(px[k] + np.sin(a[k]) * half[k], py[k] - np.cos(a[k]) * half[k])
        for k in range(29, -1, -1):
            c.line_to(px[k] - np.sin(a[k]) * half[k] * (2 * share - 1), py[k] + np.cos(a[k]) * half[k] * (2 * share - 1))
        c.close_path()
        c.fill()


def nearest():
    """A few ears right before the eye, against the light."""
    sheet = cairo.ImageSurface(cairo.FORMAT_ARGB32, W, H + 200)
    c, rng = cairo.Context(sheet), np.random.default_rng(17)
    c.set_line_cap(cairo.LINE_CAP_ROUND)
    dark, light = hex_srgb('#2a180d'), hex_srgb('#e3a74f')
    spots = [x for x in np.arange(-10, W + 30, 46) + rng.normal(size=43) * 22 if rng.random() < .92]
    for x in sorted(spots, key=lambda _: rng.random()):
        side = abs(x - W / 2) / (W / 2)  # lower in the middle, where the words stand
        top = 930 - 110 * side ** 1.6 + rng.normal() * 34
        lean = rng.uniform(.12, .55)
        foot = x - lean * 150
        c.set_source_rgba(*wheat.mix(dark, light, .30), 1)
        c.set_line_width(4.2)
        c.move_to(foot, H + 190)
        c.curve_to(foot, H - 20, x - 40 * lean, top + 60, x, top)
        c.stroke()
        c.set_source_rgba(*wheat.mix(dark, light, .75), .8)
        c.set_line_width(1.2)
        c.move_to(foot - 1.4, H + 190)
        c.curve_to(foot - 1.4, H - 20, x - 40 * lean - 1.4, top + 60, x - 1.2, top)
        c.stroke()
        if rng.random() < .4:
            blade(c, foot + lean * 40, H + 20, rng.uniform(150, 240), -1.5 + lean * .5, rng.uniform(.8, 1.6), 13,
                  wheat.mix(dark, light, .55), wheat.mix(dark, light, .2))
        wheat.near_ear(c, x, top, -1.25 + lean * .75, rng.uniform(104, 132), light, dark, rng)
    sheet.flush()
    data = np.frombuffer(sheet.get_data(), np.uint8).reshape(H + 200, sheet.get_stride() // 4, 4)[:H, :W]
    data = data.astype(np.float32) / 255
    cover = data[..., 3]
    colour = to_linear(data[..., 2::-1] / np.maximum(cover, 1e-3)[..., None])
    lit = .88 + .6 * gauss(xx, wheat.SUN[0], 700)
    light = granulate(colour, .3, 71) * (lit * (1 - .45 * smooth(880, 1080, yy)))[..., None]
    return Layer('wheat_nearest', light, cover, (-EDGE, 690, W + EDGE, 1080), 1.4, 80, 75)


def wave():
    """Where a gust lays the ears over they give back the light: a band that joins its own end."""
    h, w = 60, 360
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    field = noise(801, 2.6, (h, w), ax=.9)
    field = ndimage.map_coordinates(field, [y, np.mod(x + y * 1.1, w)], order=1, mode='grid-wrap')
    a = smooth(.55, .90, field) * smooth(0, .3, y / h) * smooth(1, .55, y / h)
    return Layer('wheat_wave', plain('#ffca78', a), a, quality=60, alpha_quality=85)


def cloud():
    h, w = 44, 480
    field, wisp = noise(811, 2.5, (h, w), ax=3.6), noise(812, 2.1, (h, w), ax=5, lo=2)
    y = np.linspace(0, 1, h)[:, None]
    a = smooth(.48, .92, field * .7 + wisp * .3) * smooth(0, .4, y) * smooth(1, .6, y)
    return Layer('wheat_cloud', plain('#f2cdb0', a), a, quality=60, alpha_quality=85)


def layers():
    return [rows('wheat_middle', wheat.FAR, wheat.MIDDLE, 560, 880, 70),
            rows('wheat_near', wheat.MIDDLE, wheat.ROWS, 640, 1084, 70), nearest(), wave(), cloud()]
