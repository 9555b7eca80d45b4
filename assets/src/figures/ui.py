"""The few pictures of the interface: ink wash, seal, gap of light, drop, bird, brush stroke, paper, and the application's icon."""
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from paint import Mask, blur, hex_srgb, noise, smooth, to_bytes

ICON_FONT = '/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf'


def write(path, grey, alpha):
    """White-to-grey picture with alpha, to be tinted where it is drawn."""
    rgb = np.repeat(np.broadcast_to(grey, alpha.shape)[..., None], 3, -1)
    Image.fromarray(to_bytes(np.concatenate([rgb, alpha[..., None]], -1)), 'RGBA').save(path, quality=92, method=6)


def wash():
    """An ink wash laid with a wide brush: ragged above, dense below; its left edge continues its right one."""
    shape = (420, 1920)
    y = np.arange(shape[0], dtype=np.float32)[:, None]
    swell = noise(501, 2.8, shape, ax=2.6, lo=1, hi=8) - .5
    cloud = noise(502, 2.2, shape, ax=2.0, lo=2) - .5
    hairs = noise(503, 1.1, shape, ax=11.0, ay=.7, lo=8) - .5
    tooth = noise(504, .6, shape, lo=60) - .5
    depth = y - 58 - 30 * swell - 26 * cloud
    veil = smooth(-70, 84, depth) ** 1.3
    stroke = smooth(-10, 64, depth + 58 * hairs + 22 * tooth)
    dry = 1 - .45 * smooth(.05, .28, hairs + .5 * tooth) * smooth(78, 4, depth)
    alpha = 1 - (1 - .72 * veil) * (1 - .88 * stroke * dry)
    alpha = alpha * smooth(0, 44, y)
    floor = .958 + .026 * (noise(505, 2.2, shape, ax=2.0) - .5)
    full = smooth(84, 134, y + 20 * cloud)
    return 1.0, np.clip(alpha * (1 - full) + np.maximum(alpha * floor, floor) * full, 0, .975)


def worn_square(size, radius, seed):
    """The print of a stone seal: uneven edge, thin ink, a few holes."""
    big = size * 4
    plate = Image.new('L', (big, big), 0)
    edge = round(big * .035)
    ImageDraw.Draw(plate).rounded_rectangle((edge, edge, big - edge, big - edge), radius * 4, fill=255)
    alpha = np.asarray(plate.resize((size, size), Image.LANCZOS)).astype(np.float32) / 255
    shape = (size, size)
    rough = noise(seed, 1.4, shape, lo=4) - .5
    alpha = smooth(.36, .64, blur(alpha, size / 80) + .26 * rough)
    worn = smooth(.62, .86, noise(seed + 3, 2.4, shape, lo=1.5))
    holes = 1 - .85 * smooth(.20, .12, noise(seed + 1, 1.0, shape, lo=9) + .12 * (1 - worn) - .10 * worn)
    thin = .88 + .12 * smooth(.3, .6, noise(seed + 2, 1.8, shape, lo=3, hi=20))
    return alpha * holes * thin


def seal():
    shape = (128, 128)
    grey = .86 + .14 * smooth(.25, .75, noise(603, 1.5, shape, lo=3))
    return grey, worn_square(128, 17, 600)


def glow():
    """The light of a silence. Left, a square: a point. Right, two squares: a lamp behind paper, brightest in the middle."""
    y, x = np.mgrid[0:256, 0:256].astype(np.float32)
    r = np.hypot(x - 127.5, y - 127.5) / 128
    point = (.62 * np.exp(-(r / .17) ** 2) + .38 * np.exp(-(r / .42) ** 2)) * smooth(1.0, .55, r)
    shape = (256, 512)
    y, x = np.mgrid[0:256, 0:512].astype(np.float32)
    fibres = noise(811, 1.3, shape, ax=7.0, ay=.8, lo=6) - .5
    cloud = noise(812, 2.2, shape, ax=1.6, lo=2) - .5
    u, v = np.abs(x - 255.5) / 256, np.abs(y - 127.5) / 128
    out = np.maximum(u - .46, 0) / .46, np.maximum(v - .14, 0) / .60
    edge = np.hypot(*out) + .05 * fibres + .05 * cloud
    sheet = smooth(1.0, .0, edge) ** 1.1
    hot = .70 + .30 * np.exp(-((u / .52) ** 2 + (v / .46) ** 2))
    halo = .10 * np.exp(-((u / .62) ** 2 + (v / .50) ** 2) * 1.6) * smooth(1, .7, np.maximum(u, v))
    lamp = np.maximum(sheet * hot * (1 + .34 * fibres + .20 * cloud), halo)
    return 1.0, np.clip(np.concatenate([point, lamp], 1), 0, 1)


def drop():
    """A drop of dew that hangs ready to fall."""
    turn = np.linspace(0, 2 * np.pi, 200)
    across, down = .30 * np.sin(turn) * np.sin(turn / 2) ** 1.6, -.40 * np.cos(turn)
    big = Image.new('L', (512, 512), 0)
    ImageDraw.Draw(big).polygon([(256 + 512 * u, 256 + 512 * v) for u, v in zip(across, down)], fill=255)
    alpha = np.asarray(big.resize((64, 64), Image.LANCZOS)).astype(np.float32) / 255
    y, x = np.mgrid[0:64, 0:64].astype(np.float32) / 64 - .5
    bright = .78 + .22 * smooth(.30, .02, np.hypot(x - .03, y - .22))
    bright = np.maximum(bright, smooth(.075, .035, np.hypot((x + .09) * 1.3, y - .09)))
    return bright, alpha


def bird():
    """A small bird far away, seen from the side: two strokes that swell from the body and thin out to the tips."""
    big = Mask(640, 320)
    c = big.context
    for wing in (((316, 196), (250, 96), (150, 54), (34, 118), (150, 92), (236, 132), (300, 214)),
                 ((312, 204), (372, 84), (470, 30), (604, 70), (484, 74), (398, 124), (340, 216))):
        c.move_to(*wing[0])
        c.curve_to(*wing[1], *wing[2], *wing[3])
        c.curve_to(*wing[4], *wing[5], *wing[6])
        c.close_path()
        c.fill()
    c.move_to(268, 190)  # the body, a little lower than the wings, and the tail behind it
    c.curve_to(300, 186, 346, 190, 392, 214)
    c.curve_to(352, 232, 312, 232, 284, 216)
    c.curve_to(258, 224, 232, 240, 214, 250)
    c.curve_to(226, 222, 246, 202, 268, 190)
    c.close_path()
    c.fill()
    image = Image.fromarray(to_bytes(blur(big.array(), 3))).resize((64, 32), Image.LANCZOS)
    alpha = np.asarray(image).astype(np.float32) / 255
    return .94, np.clip(alpha * (.86 + .14 * noise(801, 1.4, (32, 64), lo=3)), 0, 1)


def stroke():
    """One stroke of a wide brush from left to right: it presses down, lifts, and the hairs part as the ink runs out."""
    shape = (48, 640)
    y, x = np.mgrid[0:shape[0], 0:shape[1]].astype(np.float32)
    u = x / shape[1]
    v = (y - 23.5 - 1.6 * np.sin(np.pi * 1.15 * u)) / 23.5  # a hand's stroke is a little bowed
    worn = .30 * smooth(1.0, .6, u)
    body = smooth(0, .035, u) * smooth(1.0, .90, u) * (.50 + .26 * smooth(.16, .0, u) - .24 * smooth(.30, 1.0, u))
    edge = noise(511, 1.8, shape, ax=5, lo=3) - .5
    hairs = noise(512, 1.0, shape, ax=22, ay=.55, lo=6)
    alpha = smooth(.10, -.10, np.abs(v) - body - .16 * edge)
    dry = smooth(.44, .62, hairs + .36 * smooth(.96, .42, u) - .10 * smooth(.42, 1.0, u))
    return 1.0, np.clip(alpha * (worn + (1 - worn) * dry), 0, 1)


def paper():
    """Grain of a handmade sheet, seamless, to be tinted: mottled, with a few long fibres."""
    shape = (540, 960)
    mottle = noise(521, 2.2, shape, lo=2) - .5
    tooth = noise(522, .7, shape, lo=40) - .5
    fibre = smooth(.80, .96, noise(523, 1.2, shape, ax=7, lo=10)) + smooth(.82, .97, noise(524, 1.2, shape, ay=6, lo=12))
    grey = .955 + .050 * mottle + .045 * tooth - .014 * fibre
    return np.clip(grey, 0, 1), np.ones(shape, np.float32)


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
    for picture in (wash, seal, glow, drop, bird, stroke, paper):
        write(folder / f'{picture.__name__}.webp', *picture())
    small = Image.fromarray(to_bytes(icon()), 'RGBA').quantize(160, Image.Quantize.FASTOCTREE)
    small.save(folder / 'icon.png', optimize=True)
