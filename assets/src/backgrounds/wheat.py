"""Wheat at dusk with one old crooked tree (turns 5, 6, 7, 9). Tree and sun stand between the two figures."""
import functools

from brush import *

GRAIN = .006
HORIZON = 520
SUN = (1168, 468)
TREE = (770, 540)
ROWS = 62
FAR, MIDDLE = 25, 41  # rows in the picture itself, and up to where the middle layer goes
MIDDLE_EAR, NEAR_EAR = 46, 240  # from these stalk heights on, in pixels, an ear is drawn in pairs, and kernel by kernel


def mix(a, b, t):
    return a * (1 - t) + b * t


def sky(img):
    n, n2 = noise(20, 2.6, ax=2.4), noise(21, 2.5, ax=3.4, ay=.8)
    r = np.hypot((xx - SUN[0]) / 2.1, yy - SUN[1])
    img = glaze(img, 1.20 * smooth(470, -140, yy) * (.55 + .75 * n2) * (1 - .45 * np.exp(-(r / 300) ** 2)),
                INDIGO * .52)
    img = glaze(img, .85 * gauss(yy, 330, 150) * (.35 + .9 * n), absorb('#c9837c', .62))
    img = glaze(img, .90 * gauss(yy, HORIZON, 130) * (.6 + .5 * n2), absorb('#dc8a52', .66))
    img = glaze(img, .35 * np.exp(-(r / 190) ** 1.3), absorb('#dc8a52', .6))
    # long evening clouds: wet below, with the light caught on their under edge
    wx, wy = (noise(43, 2.4) - .5) * 120, (noise(44, 2.4) - .5) * 26
    field = warp(noise(41, 2.5, ax=5.5, lo=2), wx, wy)
    reach = smooth(90, 250, yy) * smooth(505, 410, yy)
    cloud = smooth(.52, .78, field) * reach
    wisp = smooth(.60, .85, warp(noise(42, 2.1, ax=8, ay=.8, lo=4), wx * .5, wy)) * reach
    img = glaze(img, cloud * .46 + wisp * .16, INDIGO * .5 + absorb('#c9837c', .3))
    under = np.clip(shift(cloud, 0, 9) - cloud, 0, 1)
    near = .25 + .9 * np.exp(-(np.abs(xx - SUN[0]) / 620) ** 1.5)
    return lay(img, np.clip(blur(under, 1.6) * near * .75, 0, .6), '#ffd3a0')


HILLS = ((500, 60, .34, 5), (516, 44, .55, 6), (526, 24, .8, 7))  # base line, height, ink, seed


def hill_line(base, high, seed):
    return base - high * (.5 + .5 * np.tanh(noise_line(seed, W * 2, 2.6, lo=2, hi=90)[:W]))


def sun(img):
    line = np.min([hill_line(base, high, seed) for base, high, _, seed in HILLS], axis=0)
    body = disc(*SUN, 43, 2, 2.2, 33) * smooth(2, -1, yy - line[None])
    img = lay(img, body, '#f39a62')
    img = glaze(img, body * (.75 + .3 * smooth(SUN[1] - 40, SUN[1] + 40, yy)), VERMILION * .62)
    halo = np.exp(-np.maximum(np.hypot(xx - SUN[0], yy - SUN[1]) - 43, 0) / 60) * (1 - body)
    return shine(img, halo * .16, '#ff9c5a')


def hills(img):
    r = np.hypot((xx - SUN[0]) / 2.1, yy - SUN[1])
    for i, (base, high, ink, seed) in enumerate(HILLS):
        d = yy - hill_line(base, high, seed)[None] + 2 * (noise(seed + 19, 1.5, lo=8) - .5)
        edge, deep = smooth(-1.2, 1.4, d), np.exp(-np.clip(d, 0, None) / 70)
        img = glaze(img, edge * ink * (.55 * deep + .3) * (.7 + .5 * noise(seed + 9, 2.2)),
                    INDIGO * .62 + absorb('#c9837c', .25) + INK * .1 * i)
        img = glaze(img, edge * .25 * np.exp(-(r / 420) ** 2), absorb('#dc8a52'))
    return img


def limb(c, x, y, angle, length, width, depth, rng, bend=.17, droop=0.0):
    """A bough that wanders, thins and forks: the crooked tree."""
    steps = max(4, int(length / 7))
    for j in range(steps):
        angle += rng.normal() * bend + droop * math.cos(angle)
        x2, y2 = x + math.cos(angle) * length / steps, y + math.sin(angle) * length / steps
        c.set_line_width(max(.8, width * (1 - .45 * j / steps)))
        c.move_to(x, y)
        c.line_to(x2, y2)
        c.stroke()
        x, y = x2, y2
        if depth and j > steps * .35 and rng.random() < .42:
            limb(c, x, y, angle + rng.choice([-1, 1]) * rng.uniform(.5, 1.05), length * rng.uniform(.42, .7),
                 width * .52, depth - 1, rng, bend, droop)
    if depth:
        limb(c, x, y, angle + rng.uniform(-.5, .5), length * .66, width * .55, depth - 1, rng, bend, droop)


def tree_mask():
    m = Mask()
    x, y = TREE
    taper(m.context, [(x - 4, y + 16), (x + 6, y - 26), (x - 18, y - 66), (x - 2, y - 108), (x + 26, y - 138)], 38, 15,
          2)
    rng = np.random.default_rng(11)
    for dx, dy, angle, n, w in ((-16, -62, -2.6, 92, 12), (24, -134, -.95, 80, 12), (8, -120, -1.75, 92, 12),
                                (-8, -92, -2.2, 72, 9), (8, -112, -.35, 90, 9)):
        limb(m.context, x + dx, y + dy, angle, n, w, 3, rng, .19, -.02)
    for dx in (-26, 26):
        taper(m.context, [(x + dx * .2, y - 6), (x + dx * .55, y + 8), (x + dx, y + 16)], 12, 3, 3)
    return m.array()


def tree(img):
    m = wobble(tree_mask(), .8, 93)
    leaves = np.clip(blur(m, 8) * 2.0, 0, 1) * smooth(.53, .68, noise(91, 1.0, lo=24)) * smooth(500, 460, yy)
    img = glaze(img, np.maximum(m * 1.35, leaves * .62) * (.75 + .4 * noise(92, 1.5)), INK * .8 + INDIGO * .35)
    return shine(img, rim(m, -2, 1, .6) * .12, '#ff9f5e')


def middle_ear(c, x, y, angle, length, light, dark, rng):
    """An ear at some distance: pairs of pointed kernels up a bent spine, each with its awn."""
    pairs, bend = 9, .05 + .03 * rng.random()
    step, w, a = length / pairs, length * .062, angle
    for j in range(pairs):
        size = 1 - .55 * abs(j / (pairs - 1) - .38) ** 1.2
        for side in (-1, 1):
            q = a + side * .46
            kx, ky = x + math.cos(a + side * 1.57) * w * .55, y + math.sin(a + side * 1.57) * w * .55
            tx, ty = kx + math.cos(q) * step * 1.75 * size, ky + math.sin(q) * step * 1.75 * size
            nx, ny = -math.sin(q) * w * .62 * size, math.cos(q) * w * .62 * size
            c.set_source_rgba(*mix(dark, light, .95 if side * math.cos(a) > 0 else .55), 1)
            c.move_to(kx, ky)
            c.curve_to(kx + (tx - kx) * .25 + nx, ky + (ty - ky) * .25 + ny, kx + (tx - kx) * .7 + nx * .8,
                       ky + (ty - ky) * .7 + ny * .8, tx, ty)
            c.curve_to(kx + (tx - kx) * .7 - nx * .8, ky + (ty - ky) * .7 - ny * .8, kx + (tx - kx) * .25 - nx,
                       ky + (ty - ky) * .25 - ny, kx, ky)
            c.fill()
            awn = a + side * (.16 + .10 * rng.random())
            n = length * (.55 + .25 * rng.random())
            c.set_source_rgba(*mix(light, hex_srgb('#ffd98e'), .25), .5)
            c.set_line_width(max(.6, length * .0085))
            c.move_to(tx, ty)
            c.curve_to(tx + math.cos(awn) * n * .4, ty + math.sin(awn) * n * .4, tx + math.cos(awn) * n * .8,
                       ty + math.sin(awn) * n * .8, tx + math.cos(awn + .12) * n, ty + math.sin(awn + .12) * n)
            c.stroke()
        a += bend
        x, y = x + math.cos(a) * step, y + math.sin(a) * step


def kernel(c, x, y, angle, length, width, light, dark):
    """One kernel in its husk: a drop with a lit side, a keel and a dark seam."""
    c.save()
    c.translate(x, y)
    c.rotate(angle)
    c.move_to(0, 0)
    c.curve_to(length * .18, -width, length * .62, -width * .92, length, 0)
    c.curve_to(length * .62, width * .92, length * .18, width, 0, 0)
    paint = cairo.LinearGradient(0, -width, 0, width)
    paint.add_color_stop_rgb(0, *light)
    paint.add_color_stop_rgb(.45, *mix(dark, light, .62))
    paint.add_color_stop_rgb(1, *dark)
    c.set_source(paint)
    c.fill_preserve()
    c.set_source_rgba(*dark * .55, .55)
    c.set_line_width(max(.4, width * .09))
    c.stroke()
    c.set_source_rgba(*mix(light, hex_srgb('#ffedbd'), .5), .6)
    c.set_line_width(max(.4, width * .11))
    c.move_to(length * .12, -width * .30)
    c.curve_to(length * .35, -width * .52, length * .62, -width * .46, length * .9, -width * .06)
    c.stroke()
    c.restore()


def awn(c, x, y, angle, length, bend, width, colour, alpha):
    """A bristle: it leaves its kernel straight, bends with the wind and thins to nothing."""
    parts = 5
    for k in range(parts):
        x2, y2 = x + math.cos(angle) * length / parts, y + math.sin(angle) * length / parts
        c.set_source_rgba(*colour, alpha * (1 - .6 * k / parts))
        c.set_line_width(max(.45, width * (1 - .8 * k / parts)))
        c.move_to(x, y)
        c.line_to(x2, y2)
        c.stroke()
        x, y, angle = x2, y2, angle + bend / parts


def near_ear(c, x, y, angle, length, light, dark, rng):
    """An ear close by: spikelets in turn up a bent spine, three kernels each, every outer one with its awn."""
    spikelets = 8 if length < 60 else 11
    step, bend = length / spikelets, (.030 + .026 * rng.random()) * (1 if math.cos(angle) >= 0 else -1)
    spine, a = [], angle
    for _ in range(spikelets):
        spine.append((x, y, a))
        a += bend
        x, y = x + math.cos(a) * step, y + math.sin(a) * step
    gold = mix(light, hex_srgb('#f6d193'), .5)
    for j, (px, py, q) in enumerate(spine):  # the awns first: the kernels sit on them
        size = 1 - .5 * abs(j / (spikelets - 1) - .36) ** 1.2
        for side in (-1, 1):
            lean = side * (.08 + .26 * rng.random())
            awn(c, px + math.cos(q) * step * 1.2, py + math.sin(q) * step * 1.2, q + lean,
                length * (.62 + .34 * rng.random()) * (.8 + .4 * j / spikelets), bend * 4 - lean * .25,
                max(.5, length * .0095), gold, .55)
    for j, (px, py, q) in enumerate(spine):
        size = 1 - .52 * abs(j / (spikelets - 1) - .36) ** 1.2
        width, reach = length * .040 * size, step * 1.9 * size
        far, near = (-1, 1) if j % 2 else (1, -1)
        for side, spread in ((far, .40), (near, .34), (0, 0)):
            up = side * math.cos(q) < 0  # this side is turned to the sky
            kx, ky = px - math.sin(q) * side * width * .8, py + math.cos(q) * side * width * .8
            tone = .75 if up else .25 if side else .5
            kernel(c, kx, ky, q + side * spread + rng.normal() * .03, reach * (1 if side else .92), width,
                   mix(dark, light, .55 + .45 * tone), mix(dark, light, .18 * tone))


def stalk(c, x, y, height, lean, ht, lo, colour, tip, rng):
    """One stalk with its ear; `ht` is the row's height, `lean` what the wind does with it."""
    tx, ty = x + lean * height * .62, y - height * (1 - .16 * lean * lean)
    neck = (x + lean * height * .18, y - height * .78)
    c.set_source_rgba(*mix(lo, colour, .55), 1)
    c.set_line_width(max(.7, ht * .008))
    c.move_to(x, y)
    c.curve_to(x, y - height * .5, *neck, tx, ty)
    c.stroke()
    angle = math.atan2(ty - neck[1], tx - neck[0])
    if ht < MIDDLE_EAR:
        n = height * .23
        c.set_source_rgba(*tip, 1)
        c.set_line_width(max(1.1, ht * .05))
        c.move_to(tx, ty)
        c.line_to(tx + math.cos(angle + lean * .35) * n, ty + math.sin(angle + lean * .35) * n)
        c.stroke()
    else:
        ear = middle_ear if ht < NEAR_EAR else near_ear
        ear(c, tx, ty, angle, ht * .24, tip, mix(lo, colour, .35), rng)


def field(first=0, last=ROWS):
    """These rows of the field, back to front, on one colour sheet: (linear colour, coverage)."""
    sheet = cairo.ImageSurface(cairo.FORMAT_ARGB32, W, H)
    c = cairo.Context(sheet)
    c.set_line_cap(cairo.LINE_CAP_ROUND)
    gust = noise(61, 2.4, ax=2.2)
    far_lo, far_hi = hex_srgb('#b5804f'), hex_srgb('#f0c383')
    near_lo, near_hi = hex_srgb('#21150f'), hex_srgb('#bb7527')
    rise = -16 * gauss(np.arange(W), TREE[0], 420)
    for k in range(first, ROWS):
        t, rng = k / (ROWS - 1), np.random.default_rng(400 + k)
        base, ht = HORIZON + 14 + (H + 300 - HORIZON) * t ** 1.9, 7 + 350 * t ** 1.75
        if base - ht > H + 20 or k >= last:
            break
        lo, hi = mix(far_lo, near_lo, min(1, t * 1.25) ** .8), mix(far_hi, near_hi, t ** .8)
        c.set_source_rgba(*mix(lo, hi, .16), 1)  # the row's bed, so that no gap shows through
        c.move_to(0, H)
        for q in range(0, W + 16, 16):
            c.line_to(q, base - ht * .50 + rise[min(q, W - 1)] * (1 - t) + ht * .06 * math.sin(q * .05 + k))
        c.line_to(W, H)
        c.close_path()
        c.fill()
        pitch = max(1.7, ht * (.064 + .02 * t))
        count = int(W / pitch)
        for x in np.linspace(-20, W + 20, count) + rng.normal(size=count) * pitch * .6:
            column = int(np.clip(x, 0, W - 1))
            g = float(gust[int(np.clip(base - ht * .5, 0, H - 1)), column])
            lean = float(np.clip((g - .40) * .85, -.16, .42)) * (1 - .25 * t) + rng.normal() * .085
            height = ht * (.80 + .32 * rng.random()) * (1 + .10 * (g - .5))
            lit, wave = math.exp(-((x - SUN[0]) / 760) ** 2), float(np.clip((g - .42) * 2.2, 0, 1))
            colour = mix(lo, hi, float(np.clip(.28 + .5 * wave + .30 * lit * rng.random(), 0, 1)))
            tip = mix(colour, hex_srgb('#ffd382'), .26 * lit + .26 * wave * rng.random())
            stalk(c, x, base + rise[column] * (1 - t), height, lean, ht, lo, colour, tip, rng)
    sheet.flush()
    data = np.frombuffer(sheet.get_data(), np.uint8).reshape(H, sheet.get_stride() // 4,
                                                             4)[:, :W].astype(np.float32) / 255
    cover = data[..., 3]
    return to_linear(data[..., 2::-1] / np.maximum(cover, 1e-3)[..., None]), cover


def evening(img):
    """What the whole picture goes through at the end: glow, dusk below."""
    glow = np.exp(-(np.hypot((xx - SUN[0]) / 2.2, yy - SUN[1]) / 210) ** 1.4)[..., None]
    img = img + (linear('#ffce8a') - img * .2) * glow * .18
    return vignette(img, .30) * (1 - .35 * smooth(800, 1080, yy))[..., None]


@functools.lru_cache(maxsize=2)
def whole(last=ROWS):
    """Sky, tree and the rows of wheat up to `last`."""
    img = tree(hills(sun(sky(paper(1, '#f4e6cf')))))
    colour, cover = field(0, last)
    img = lay(img, cover, granulate(colour, .55, 71))
    mist = gauss(yy, HORIZON + 22, 34) * (.25 + .6 * noise(81, 2.4, ax=3))
    return evening(lay(img, mist, '#f3c48c', .7))


def paint():
    """The far rows; those that bend in the wind are layers."""
    return whole(FAR)
