"""One red lens in the dark (turn 10): something that once sang. Glass, depth and a point that looks back."""
from brush import *
from cutting import cut, developed

GRAIN = .012
CX, CY, R = 960, 418, 236


def ring(r, width, soft=1.6):
    return smooth(width / 2 + soft, width / 2 - soft, np.abs(np.hypot(xx - CX, yy - CY) - r))


def wall(img):
    """Brushed metal that hardly leaves the dark, lit only by the lens."""
    d = np.hypot(xx - CX, yy - CY)
    grain = noise(12, 1.1, ax=9, ay=.5, lo=6)
    img = shine(img, (.05 + .05 * grain) * np.exp(-d / 900), '#3a3f4c')
    img = shine(img, np.exp(-np.maximum(d - R, 0) / 120) * (.02 + .055 * grain) * (d > R - 4), '#ff3a24')
    return img


def twig(img):
    """The crooked branch, only as a reflection bent on the glass."""
    m = Mask()
    c = m.context
    taper(c, [(CX - 172, CY + 92), (CX - 120, CY + 74), (CX - 96, CY + 20), (CX - 44, CY + 8), (CX - 30, CY - 52),
              (CX + 26, CY - 84),
              (CX + 36, CY - 132)], 9, 2, 5)
    taper(c, [(CX - 98, CY + 24), (CX - 128, CY - 18), (CX - 122, CY - 62)], 5, 1.5, 6)
    taper(c, [(CX - 34, CY - 46), (CX - 66, CY - 88), (CX - 60, CY - 126)], 5, 1.5, 7)
    taper(c, [(CX + 22, CY - 82), (CX + 66, CY - 86), (CX + 90, CY - 116)], 4.5, 1.4, 8)
    return blur(m.array(), 1.4)


def paint():
    img = np.zeros((H, W, 3), np.float32) + linear('#07070a') * (.7 + .6 * noise(3, 2.3))[..., None]
    img = wall(img)
    d = np.hypot(xx - CX, yy - CY)
    inside = smooth(R + 1.5, R - 1.5, d)
    img = lay(img, smooth(R + 46, R + 43, d), '#050506')
    # the metal collar: two turned rings that catch a little of the room above and of the lens within
    for r, w, shade in ((R + 34, 20, .16), (R + 10, 18, .10)):
        lit = np.clip(.10 + .9 * smooth(.2, -1, (yy - CY) / R)
                      * (.6 + .4 * np.cos(3 * np.arctan2(yy - CY, xx - CX) + 1.2)), 0, 1)
        img = shine(img, ring(r, w) * lit * shade, '#8f98a8')
        img = shine(img, ring(r - w / 2, 2.4) * (.25 + .75 * smooth(-.2, 1, (yy - CY) / R)) * .30, '#ff4a36')
    # glass: darkness at the edge, deep red towards the point
    u = d / R
    img = img * (1 - inside)[..., None] + (linear('#120203') * (1.3 - .6 * u)[..., None]) * inside[..., None]
    breath = .85 + .3 * noise(8, 2.2)
    img = shine(img, inside * np.exp(-(u / .62) ** 2.2) * .34 * breath, '#b3160c')
    img = shine(img, inside * np.exp(-(u / .34) ** 2) * .55 * breath, '#e2301a')
    for r, k in ((.82, .05), (.66, .07), (.50, .10), (.36, .16)):  # the elements behind one another
        lit = .35 + .65 * smooth(-1, 1, (yy - CY) / (R * r))
        img = shine(img, ring(R * r, 2.2, 2.4) * lit * k, '#ff5a3c')
        img = img * (1 - .25 * inside * gauss(u, r - .035, .022))[..., None]
    img = shine(img, np.exp(-(u / .135) ** 2) * 1.3, '#ff5530')
    img = shine(img, np.exp(-(u / .060) ** 2) * 1.6, '#ffd9a0')
    # reflections: a window high on the left, its small inverted copy, and the twig across it
    bent = np.hypot((xx - CX) / 1.02, yy - CY + 34)
    sky = smooth(R * .90, R * .80, bent) * smooth(R * .58, R * .74, bent) * smooth(-.45, -.75, (yy - CY) / R)
    slats = .6 + .4 * smooth(-.2, .2, np.cos((xx - CX) / 19))
    img = shine(img, blur(sky, 2) * slats * smooth(.75, -.15, (xx - CX) / R) * .15, '#cfdcee')
    img = shine(img, np.exp(-(((xx - CX - 74) / 26) ** 2 + ((yy - CY - 118) / 9) ** 2)) * .14, '#ffb9a0')
    img = shine(img, np.exp(-(((xx - CX + 96) / 13) ** 2 + ((yy - CY + 128) / 9) ** 2)) * .75, '#f4f0ea')
    img = img * (1 - .62 * twig(img) * inside)[..., None]
    img = bloom(img, 60, .16)
    img = bloom(img, 14, .10)
    img = shine(img, motes(120, (0, W), (0, H), (.5, 1.5), 4) * np.exp(-d / 420) * .22, '#ff7a55')
    return expose(vignette(img, .5, .40), 1.05, .10)


def shut(img):
    """The diaphragm has closed: seven dark blades, and a last red point where they meet."""
    d, angle = np.hypot(xx - CX, yy - CY), np.arctan2(yy - CY, xx - CX)
    inside = smooth(R + 1.5, R - 1.5, d)
    swirl = (angle / (2 * math.pi) * 7 + .55 * np.log(np.maximum(d, 9) / R)) % 1
    metal = linear('#0d0c10') * (.55 + .55 * swirl + .35 * noise(21, 1.2, ax=3, lo=6))[..., None]
    img = lay(img, inside, metal)
    seam = np.exp(-np.minimum(swirl, 1 - swirl) * d / 7 * 2 * math.pi / 1.5)
    img = shine(img, inside * seam * (.035 + .30 * np.exp(-d / 44)), '#ff5a3c')
    return shine(img, np.exp(-(d / 8) ** 2) * .9 + np.exp(-(d / 46) ** 1.4) * .05, '#ff4a2c')


def layers(picture):
    d = np.hypot(xx - CX, yy - CY)
    glow = .26 * np.exp(-(d / 120) ** 1.5) + .10 * np.exp(-(d / 300) ** 1.5)
    yield cut('red_lens_glow', '#ff3a22', glow * smooth(620, 400, d), 4)
    yield cut('red_lens_heart', '#ffc58a', np.clip(.7 * np.exp(-(d / 20) ** 1.4), 0, 1) * smooth(90, 60, d), 2)
    dust = motes(60, (600, 1320), (120, 740), (.6, 1.6), 14)
    yield cut('red_lens_dust', '#ff8a66', dust * np.exp(-np.maximum(d - R, 0) / 160) * .34)
    low = .78 * smooth(R + 2, R - 60, d) + .70 * (1 - smooth(R + 2, R - 60, d)) * smooth(640, R, d)
    ember = np.exp(-(d / 70) ** 2)[..., None]
    yield cut('red_lens_dim', hex_srgb('#0a0204') * (1 - ember) + hex_srgb('#861a08') * ember, low, 4)
    ground = np.zeros((H, W, 3), np.float32) + linear('#07070a') * (.7 + .6 * noise(3, 2.3))[..., None]
    closed_lens = expose(vignette(shut(ground), .5, .40), 1.05, .10)
    yield cut('red_lens_shut', developed(closed_lens, GRAIN), smooth(R - 1, R - 5, d))
    yield cut('red_lens_dark', '#0d0d13', .88 * smooth(640, 330, d) * smooth(R - 8, R + 4, d), 4)
    bent = np.hypot((xx - CX) / 1.02, yy - CY + 34)
    sky = smooth(R * .90, R * .80, bent) * smooth(R * .58, R * .74, bent) * smooth(-.45, -.75, (yy - CY) / R)
    star = np.exp(-(((xx - CX + 96) / 26) ** 2 + ((yy - CY + 128) / 18) ** 2))
    sky = blur(sky, 4) * smooth(.75, -.15, (xx - CX) / R)
    yield cut('red_lens_glint', '#dfe8f4', np.clip(.24 * sky + .5 * star, 0, 1), 2)
