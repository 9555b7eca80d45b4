"""What may fall or drift over any background: small pictures that join their own edges, and single leaves and petals."""
import branch
from brush import *
from layers import Layer, plain


def tiled(draw, width, height, soft):
    """The mask of what `draw(context)` paints, continued over all four edges."""
    m = Mask(width, height)
    for dx in (-width, 0, width):
        for dy in (-height, 0, height):
            m.context.save()
            m.context.translate(dx, dy)
            draw(m.context)
            m.context.restore()
    return ndimage.gaussian_filter(m.array(), soft, mode='wrap')


def dots(seed, count, width, height, size, soft):
    def draw(c):
        rng = np.random.default_rng(seed)
        for _ in range(count):
            c.set_source_rgba(0, 0, 0, rng.uniform(.35, 1))
            c.new_sub_path()
            c.arc(rng.random() * width, rng.random() * height, size[0] + (size[1] - size[0]) * rng.random() ** 2, 0, 7)
            c.fill()
    return tiled(draw, width, height, soft)


def leaf(name, seen, pigment, seed):
    n, box = 34, 44
    y, x = np.mgrid[0:box, 0:box]
    m = Mask(box, box)
    branch.leaf(m.context, 8, box / 2, n * .86, 0, seen)
    vein = Mask(box, box)
    branch.leaf_veins(vein.context, 8, box / 2, n * .86, 0, seen)
    light = np.exp(-(pigment * (.75 + .35 * noise(seed, 1.6, (box, box))[..., None])))
    light = light * (1 - .45 * vein.array())[..., None] * (1.1 - .3 * smooth(box * .4, box * .7, y))[..., None]
    return Layer(name, light.astype(np.float32), np.clip(m.array() + vein.array() * (x < 10), 0, 1), quality=88)


def petal(name):
    m = Mask(24, 24)
    closed(m.context, [(3, 12), (8, 5), (17, 4), (21, 9), (19, 12), (21, 16), (15, 20), (8, 18)])
    a = blur(m.array(), .5)
    y, x = np.mgrid[0:24, 0:24]
    light = np.exp(-absorb('#d8a092') * (.35 + .75 * smooth(20, 3, x))[..., None])
    return Layer(name, light.astype(np.float32), a * .95, quality=88)


def beam():
    """A projector's beam: from a point beyond the right upper corner it widens to the left."""
    x, y = 2060 - xx, yy - 60
    across = (y - x * .22) / (30 + x * .24)
    a = np.exp(-np.abs(across) ** 2.6) * smooth(2100, 300, x) * (.75 + .5 * (noise(701, 2.4, ax=3) - .5))
    return Layer('weather_beam', plain('#ffe9c8', a), a, (0, 0, W, H), 8, 60, 90)


def layers():
    mist_cloud = noise(711, 2.8, (80, 480), ax=2.2)
    row = np.linspace(0, 1, 80)[:, None]
    mist = smooth(0, .45, row) * smooth(1, .55, row) * smooth(.18, .95, mist_cloud)
    flakes = dots(721, 90, 480, 480, (.9, 2.4), .7)
    motes_ = dots(731, 60, 400, 400, (.5, 1.5), .6)
    umber = OCHRE * .8 + UMBER * .35
    return [Layer('weather_mist', plain('#e9e6df', mist), mist, quality=60, alpha_quality=85),
            Layer('weather_snow', plain('#f4f4f2', flakes), flakes, quality=50, alpha_quality=80),
            Layer('weather_dust', plain('#ffe9c8', motes_), motes_, quality=50, alpha_quality=80),
            beam(), leaf('weather_leaf', .56, umber, 741), leaf('weather_leaf_thin', .30, umber + UMBER * .2, 742),
            petal('weather_petal')]
