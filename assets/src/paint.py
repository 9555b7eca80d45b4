"""Pigment painting kit shared by every picture of the project.

Colours are worked on in linear light as float32. Paint is a density of pigment that swallows light
(Beer-Lambert: light * exp(-density * absorption)), so two glazes darken each other as on real paper.
Noise is 1/f^beta noise made by FFT: periodic, and the same for the same seed on every machine.
"""
import cairo
import numpy as np
from PIL import Image
from scipy import ndimage

STAGE = (1080, 1920)  # rows, columns of a background


def smooth(a, b, x):
    """0 below a, 1 above b, an S curve between (a may be greater than b)."""
    t = np.clip((x - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def hex_srgb(code):
    """'#c8452c' -> three sRGB values in 0..1."""
    code = code.lstrip('#')
    return np.array([int(code[i:i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)


def to_linear(colour):
    colour = np.asarray(colour, np.float32)
    return np.where(colour <= .04045, colour / 12.92, ((colour + .055) / 1.055) ** 2.4).astype(np.float32)


def to_srgb(light):
    light = np.clip(light, 0, None)
    return np.where(light <= .0031308, light * 12.92, 1.055 * np.power(np.maximum(light, 1e-9), 1 / 2.4) - .055)


def linear(code):
    """'#c8452c' -> three linear values: the usual way to name a colour."""
    return to_linear(hex_srgb(code))


def noise(seed, beta=2.0, shape=STAGE, ax=1.0, ay=1.0, lo=1.0, hi=1e9):
    """Periodic 1/f^beta noise in 0..1 around 0.5.

    ax, ay > 1 draw the features out along that axis, below 1 they get shorter;
    lo, hi keep only the waves with that many periods per picture height.
    """
    h, w = shape
    rng = np.random.default_rng(seed)
    ky = np.fft.fftfreq(h)[:, None] * h * ay
    kx = np.fft.rfftfreq(w)[None, :] * w * ax * (h / w)
    k = np.sqrt(kx * kx + ky * ky)
    k[0, 0] = 1
    amplitude = np.where((k >= lo) & (k <= hi), k ** (-beta / 2 - .5), 0)
    amplitude[0, 0] = 0
    phase = rng.standard_normal(k.shape) + 1j * rng.standard_normal(k.shape)
    field = np.fft.irfft2(amplitude * phase, s=shape)
    field /= field.std()
    return (.5 + .5 * np.tanh(field * .75)).astype(np.float32)


def noise_line(seed, n, beta=2.0, lo=1, hi=1e9):
    """Periodic 1/f^beta noise of one dimension, mean 0, deviation 1."""
    rng = np.random.default_rng(seed)
    k = np.fft.rfftfreq(n) * n
    k[0] = 1
    amplitude = np.where((k >= lo) & (k <= hi), k ** (-beta / 2), 0)
    amplitude[0] = 0
    line = np.fft.irfft(amplitude * (rng.standard_normal(k.shape) + 1j * rng.standard_normal(k.shape)), n)
    return line / line.std()


def warp(field, dx, dy):
    """field with each pixel taken from (x + dx, y + dy)."""
    y, x = np.mgrid[0:field.shape[0], 0:field.shape[1]].astype(np.float32)
    return ndimage.map_coordinates(field, [y + dy, x + dx], order=1, mode='reflect')


def blur(field, sigma):
    """Gaussian blur; of a colour picture the channels are not mixed."""
    if field.ndim == 3:
        return ndimage.gaussian_filter(field, (sigma, sigma, 0), mode='nearest')
    return ndimage.gaussian_filter(field, sigma, mode='nearest')


def paper(seed=1, tint='#f3ead8', shape=STAGE):
    """A sheet of paper in linear light: tooth and the clouds of age."""
    tooth = noise(seed, .6, shape, lo=30)
    cloud = noise(seed + 1, 2.2, shape)
    sheet = np.ones(shape + (3,), np.float32) * linear(tint)
    sheet *= 1 - .07 * (tooth - .5)[..., None]
    return sheet * (1 - .10 * (cloud - .5)[..., None] * np.array([.6, 1, 1.6], np.float32))


def absorb(code, strength=1.0):
    """The pigment whose density 1 gives this colour on white."""
    return (-np.log(np.maximum(linear(code), 1e-3)) * strength).astype(np.float32)


def glaze(light, density, pigment):
    """Lays pigment of a density field (rows, columns) over a picture."""
    return light * np.exp(-density[..., None] * pigment)


class Mask:
    """A cairo canvas of one channel: draw black on `.context`, read 0..1 from array()."""

    def __init__(self, width=STAGE[1], height=STAGE[0]):
        self.surface = cairo.ImageSurface(cairo.FORMAT_A8, width, height)
        self.context = cairo.Context(self.surface)
        self.context.set_source_rgba(0, 0, 0, 1)
        self.context.set_line_cap(cairo.LINE_CAP_ROUND)
        self.context.set_line_join(cairo.LINE_JOIN_ROUND)

    def array(self):
        self.surface.flush()
        rows, columns = self.surface.get_height(), self.surface.get_width()
        data = np.frombuffer(self.surface.get_data(), np.uint8).reshape(rows, self.surface.get_stride())
        return data[:, :columns].astype(np.float32) / 255


def to_bytes(values):
    """0..1 floats -> 0..255 bytes."""
    return (np.clip(values, 0, 1) * 255 + .5).astype(np.uint8)


def film_grain(picture, amount=.012, seed=9):
    """Film grain on an sRGB picture, strongest in the middle tones."""
    rng = np.random.default_rng(seed)
    grain = blur(rng.standard_normal(picture.shape[:2]).astype(np.float32), .6)
    grain /= grain.std()
    middle = 1 - np.abs(2 * picture.mean(-1, keepdims=True) - 1) ** 2 * .6
    return picture + amount * grain[..., None] * middle


def save(light, path, grain=.012, seed=9, tone=None, quality=92):
    """Writes a linear picture as WebP or PNG, after the name; tone is an sRGB -> sRGB function."""
    picture = to_srgb(light)
    if tone:
        picture = tone(picture)
    if grain:
        picture = film_grain(picture, grain, seed)
    image = Image.fromarray(to_bytes(picture))
    if str(path).endswith('.webp'):
        image.save(path, quality=quality, method=6)
    else:
        image.save(path, optimize=True)


def load(path):
    """An RGB file as a linear picture."""
    with Image.open(path) as image:
        return to_linear(np.asarray(image.convert('RGB')).astype(np.float32) / 255)
