"""The few pictures of the interface: ink wash, seal, gap of light, drop, and the application's icon."""
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from paint import blur, hex_srgb, noise, smooth, to_bytes

ICON_FONT = '/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf'


def write(path, grey, alpha):
    """White-to-grey picture with alpha, to be tinted where it is drawn."""
    rgb = np.repeat(np.broadcast_to(grey, alpha.shape)[..., None], 3, -1)
    Image.fromarray(to_bytes(np.concatenate([rgb, alpha[..., None]], -1)), 'RGBA').save(path, quality=92, method=6)


def wash():
    """An ink wash laid with a wide brush: ragged above, dense below; its left edge continues its right one."""
    shape = (420, 1920)
    y = np.arange(shape[0], dtype=np.float32)[:, None]
    swell = noise(501, 2.6, shape, ax=3.0, lo=1, hi=9) - .5
    cloud = noise(502, 2.0, shape, ax=2.2, lo=3) - .5
    hairs = noise(503, 1.0, shape, ax=9.0, ay=.8, lo=10) - .5
    tooth = noise(504, .6, shape, lo=60) - .5
    top = 74 + 46 * swell + 30 * cloud
    depth = y - top
    veil = smooth(-62, 52, depth + 20 * cloud) * .60
    stroke = smooth(-6, 26, depth - 6 + 46 * hairs + 16 * tooth)
    dry = 1 - .40 * smooth(.06, .30, hairs + .5 * tooth) * smooth(70, 8, depth)
    alpha = 1 - (1 - veil) * (1 - stroke * dry * .94)
    alpha *= smooth(0, 36, y) ** 1.2
    floor = .945 + .035 * noise(505, 2.2, shape, ax=2.0)
    alpha = alpha * (1 - smooth(104, 134, y)) + np.maximum(alpha * floor, floor) * smooth(104, 134, y)
    return 1.0, np.clip(alpha, 0, .985)


def worn_square(size, radius, seed):
    """The print of a stone seal: uneven edge, thin ink, a few holes."""
    big = size * 4
    plate = Image.new('L', (big, big), 0)
    edge = round(big * .035)
    ImageDraw.Draw(plate).rounded_rectangle((edge, edge, big - edge, big - edge), radius * 4, fill=255)
    alpha = np.asarray(plate.resize((size, size), Image.LANCZOS)).astype(np.float32) / 255
    shape = (size, size)
    rough = noise(seed, 1.2, shape, lo=5) - .5
    alpha = smooth(.34, .66, blur(alpha, size / 90) + .34 * rough)
    holes = smooth(.10, .19, noise(seed + 1, 1.3, shape, lo=7)) * .8 + .2
    thin = .88 + .12 * smooth(.3, .6, noise(seed + 2, 1.6, shape, lo=3, hi=20))
    return alpha * holes * thin


def seal():
    shape = (128, 128)
    grey = .86 + .14 * smooth(.25, .75, noise(603, 1.5, shape, lo=3))
    return grey, worn_square(128, 17, 600)


def glow():
    """A gap in a line of text, lit from behind like a window."""
    y, x = np.mgrid[0:256, 0:256].astype(np.float32)
    r = np.hypot(x - 127.5, y - 127.5) / 128
    alpha = .62 * np.exp(-(r / .17) ** 2) + .38 * np.exp(-(r / .42) ** 2)
    return 1.0, np.clip(alpha * smooth(1.0, .55, r), 0, 1)


def drop():
    """A drop of dew that hangs ready to fall."""
    y, x = np.mgrid[0:256, 0:256].astype(np.float32) / 256
    u, v = x - .5, y - .60
    width = .27 * np.where(v < 0, np.clip(1 - (-v / .50) ** 1.25, 0, 1) ** .9, 1)
    round_part = np.hypot(u, v) < .27
    tip = (v < 0) & (v > -.5) & (np.abs(u) < width)
    alpha = (round_part | tip).astype(np.float32)
    bright = .80 + .20 * smooth(.28, .05, np.hypot(u - .02, v - .10))
    bright = np.maximum(bright, smooth(.075, .03, np.hypot((u + .09) * 1.2, v + .03)))
    bright = bright - .16 * smooth(.10, .27, np.hypot(u + .04, v + .06)) * smooth(-.2, .1, v)

    def quarter(field):
        return field.reshape(64, 4, 64, 4).mean((1, 3))
    return quarter(bright), quarter(blur(alpha, 2.2))


def icon():
    """The vermilion seal of the application: 留, left white."""
    size = 256
    plate = worn_square(size, 46, 700)
    glyph = Image.new('L', (1024, 1024), 0)
    font = ImageFont.truetype(ICON_FONT, 780)
    draw = ImageDraw.Draw(glyph)
    left, top, right, bottom = draw.textbbox((0, 0), '留', font=font)
    draw.text((512 - (left + right) / 2, 512 - (top + bottom) / 2), '留', font=font, fill=255)
    sign = np.asarray(glyph.resize((size, size), Image.LANCZOS)).astype(np.float32) / 255
    sign = ndimage.grey_dilation(sign, size=(3, 3))
    sign = smooth(.36, .64, blur(sign, 1.2) + .22 * (noise(703, 1.2, (size, size), lo=8) - .5))
    tone = .90 + .16 * (noise(704, 1.8, (size, size), lo=3) - .5)
    red = hex_srgb('#c8452c') * tone[..., None]
    rgb = red * (1 - sign[..., None]) + hex_srgb('#f6ecd9') * sign[..., None]
    # the paper shows through the worn places, so the icon is readable on any ground
    print_ = np.clip(plate / .95, 0, 1)[..., None]
    solid = smooth(.30, .60, blur(plate, 5))[..., None]
    rgb = rgb * print_ + hex_srgb('#e9b9a4') * (1 - print_)
    return np.concatenate([rgb, np.maximum(solid, print_)], -1)


def build(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in {'wash': wash, 'seal': seal, 'glow': glow, 'drop': drop}.items():
        write(folder / f'{name}.webp', *picture())
    Image.fromarray(to_bytes(icon()), 'RGBA').save(folder / 'icon.png', optimize=True)
