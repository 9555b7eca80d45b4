"""Elephants answering the thunder before the rains (turns 8, 9). Ink storm, one warm slit of light, a small herd."""
from brush import *

GRAIN = .007
HORIZON = 668
LIGHT_X = 1010
CALF = 50  # pixels at the shoulder; too young for tusks
CONTOUR_TOP = ((-.60, -.60), (-.63, -.76), (-.56, -.91), (-.40, -.985), (-.20, -.955), (.0, -.93), (.16, -.975),
               (.27, -1.015))
EMBER = (1206, HORIZON - 22)


def storm(img):
    n = noise(5, 2.3, ax=1.9)
    wx, wy = (noise(6, 2.4) - .5) * 240, (noise(7, 2.4) - .5) * 130
    masses = .66 * warp(noise(8, 2.7, ax=1.9, lo=2), wx * .7, wy * .7) + .34 * warp(noise(9, 2.0, ax=2.2, lo=5),
                                                                                    wx * .35, wy * .35)
    top = smooth(170, -190, yy - (420 + 150 * (noise(10, 2.5, ax=3) - .5)))
    img = glaze(img, top * (.60 + 1.65 * smooth(.15, .95, masses)), INDIGO * .52 + INK * .30)
    img = glaze(img, top * .55 * smooth(.5, .8, n) * gauss(yy, 330, 150), absorb('#b9766c', .55))
    lifted = smooth(.36, .08, masses) * top * .5 * smooth(-60, 260, yy)
    img = lay(img, lifted, '#cbb8a6', .45)
    streaks, slant = noise(20, 1.2, ax=.2, ay=9, lo=2), xx + .22 * (yy - 300)
    curtain = gauss(slant, 700, 230) + .8 * gauss(slant, 1650, 190)
    return glaze(img, curtain * smooth(250, 480, yy) * smooth(HORIZON + 6, HORIZON - 40, yy) * (.38 + .55 * streaks)
                 * .75,
                 INDIGO * .55 + INK * .1)


def slit(img):
    glow = gauss(yy, HORIZON - 30, 62) * (.42 + .58 * gauss(xx, LIGHT_X, 620))
    img = glaze(img, glow * .62, absorb('#d98a4e', .75))
    img = lay(img, glow * gauss(xx, LIGHT_X, 420), '#ffdfa6', .42)
    ember = disc(EMBER[0], EMBER[1], 27, 2, 2, 35) * smooth(HORIZON - 7, HORIZON - 11, yy)
    veil = .72 + .38 * noise(36, 1.4, ax=6, lo=4)
    img = lay(img, np.clip(ember * veil, 0, 1), '#c23a20', 1)
    return shine(img, np.exp(-np.maximum(np.hypot(xx - EMBER[0], yy - EMBER[1]) - 27, 0) / 40) * .10, '#ff7a45')


def bolt(c, x, y, angle, length, width, forks, rng):
    steps = int(length / 9)
    for j in range(steps):
        angle = (angle + rng.normal() * .33) * .86 + 1.57 * .14
        x2, y2 = x + math.cos(angle) * 9, y + math.sin(angle) * 9
        c.set_line_width(max(.7, width * (1 - .6 * j / steps)))
        c.move_to(x, y)
        c.line_to(x2, y2)
        c.stroke()
        x, y = x2, y2
        if forks and rng.random() < .07:
            bolt(c, x, y, angle + rng.choice([-1, 1]) * .7, length * .35, width * .5, forks - 1, rng)


def lightning(img):
    """One thin, hesitant line inside the cloud: light rather than a bolt."""
    b = fill_mask(lambda c: bolt(c, 1176, 226, 1.7, 250, 2.2, 2, np.random.default_rng(14)))
    img = shine(img, np.exp(-(np.hypot((xx - 1180) / 1.6, yy - 280) / 220) ** 1.6) * .22, '#dfe6ee')
    img = shine(img, blur(b, 12) * .7 + blur(b, 3) * .4, '#f6ead2')
    return lay(img, b, '#fff3da', .55)


def plain(img, part):
    """Ground and grass. Part 0 lies behind the herd, part 1 before it."""
    bands = ((HORIZON - 8, 26, .55, 31, '#b7a391', INDIGO * .5 + ROSE * .25, 0, 0, 0, 0),
             (HORIZON + 8, 14, .7, 32, '#d9b277', OCHRE * .55 + INK * .12, 900, 14, 5, .5),
             (HORIZON + 78, 22, 1.0, 33, '#a9804e', OCHRE * .55 + INK * .25, 3600, 80, 15, .55),
             (HORIZON + 180, 34, 1.35, 34, '#4b3a2c', OCHRE * .42 + INK * .50, 6500, 210, 36, .9))
    for base, amp, ink, seed, colour, pigment, blades, spread, size, dark in bands[:2] if part == 0 else bands[2:]:
        h = base - amp * .5 * noise_line(seed, W * 2, 2.6, lo=2, hi=60)[:W]
        d = yy - h[None]
        edge = smooth(-1.2, 1.4, d)
        img = lay(img, edge, colour, .80)
        img = glaze(img, edge * ink * (.25 + .75 * noise(seed + 5, 1.3, ax=5, ay=.9, lo=6))
                    * (.35 + .65 * smooth(0, 160, d)), pigment)
        if blades:
            img = glaze(img, grass(h, blades, spread, size, seed) * dark, OCHRE * .4 + INK * .55)
    return img


def grass(h, blades, spread, size, seed):
    """Tufts bent by the coming wind, thick at the root and fine at the tip."""
    rng, m = np.random.default_rng(seed), Mask()
    where = noise_line(seed + 3, W, 1.4, lo=4)
    c = m.context
    for _ in range(blades):
        x = rng.random() * W
        if where[int(x)] + rng.normal() * .8 < (-1.2 if size > 30 else -.4):
            continue
        y = h[int(x)] + 2 + rng.random() ** 1.4 * spread
        n, bend = size * (.45 + .9 * rng.random()), .3 + .45 * rng.random()
        w = max(.7, size * .035 * (.6 + .8 * rng.random()))
        tip = (x + n * bend, y - n)
        c.move_to(x - w, y)
        c.curve_to(x - w + n * .05, y - n * .5, x + n * .2, y - n * .85, *tip)
        c.curve_to(x + n * .2 + w, y - n * .8, x + w + n * .06, y - n * .5, x + w, y)
        c.fill()
    return m.array()


def acacia(c, x, y, s):
    """An old acacia with a crooked trunk and flat tiers of leaves."""
    rng = np.random.default_rng(int(x))
    taper(c, [(x - s * .02, y + s * .03), (x + s * .05, y - s * .22), (x - s * .06, y - s * .42),
              (x + s * .04, y - s * .62)],
          s * .10, s * .055, 3, .05)
    closed(c, [(x - s * .10, y + s * .035), (x - s * .03, y - s * .05), (x + s * .05, y - s * .05),
               (x + s * .11, y + s * .035)])
    for dx, top in ((-.62, -.80), (-.28, -.90), (.10, -.94), (.40, -.86), (.68, -.74)):
        taper(c, [(x + s * .03, y - s * .58), (x + s * dx * .35, y - s * .66 - s * .04),
                  (x + s * dx * .7, y + s * (top + .08)),
                  (x + s * dx, y + s * top)], s * .042, s * .012, int(100 + dx * 50))
    for cx, cy, rx in ((0, -.98, .72), (-.50, -.86, .40), (.52, -.82, .42), (.12, -1.05, .42), (-.24, -.96, .44)):
        for _ in range(260):
            u, v = rng.uniform(-1, 1), rng.random()
            px, py = x + s * (cx + rx * u), y + s * (cy + .055 * (1 - u * u) * (1 - 2 * v) + .02 * rng.normal() * .5)
            c.save()
            c.translate(px, py)
            c.rotate(rng.normal() * .4)
            c.scale(s * .020 * (.4 + rng.random()), s * .008)
            c.new_sub_path()
            c.arc(0, 0, 1, 0, 7)
            c.restore()
            c.fill()


def elephant(x, y, s, raised, head, stride):
    """One elephant facing right, `s` tall at the shoulder: masks of near body, far legs, ear, tusk. Unit = s."""
    near, far, ear, tusk = Mask(), Mask(), Mask(), Mask()
    for m in (near, far, ear, tusk):
        m.context.translate(x, y)
        m.context.scale(s, s)

    def leg(c, hip, foot, thick, hind, lift=0.0):
        """Thigh, knee, shin and the round foot; the hind knee bends forward, the front wrist hardly."""
        knee = ((hip[0] + foot) / 2 + (.035 if hind else .012), -.30)
        k, ankle = thick * .74, thick * .66
        closed(c, [(hip[0] - thick * .72, hip[1]), (hip[0] - thick * (.66 if hind else .56), -.46),
                   (knee[0] - k * .56, knee[1]), (foot - ankle * .52, -.12), (foot - ankle * .62, -.02 - lift),
                   (foot - ankle * .4, -lift), (foot + ankle * .5, -lift), (foot + ankle * .72, -.03 - lift),
                   (foot + ankle * .5, -.12), (knee[0] + k * .50, knee[1]),
                   (hip[0] + thick * (.60 if hind else .5), -.46),
                   (hip[0] + thick * .72, hip[1])])

    leg(far.context, (-.33, -.56), -.30 + stride * .5, .21, True)
    leg(far.context, (.20, -.52), .19 - stride * .7, .19, False)
    c = near.context
    closed(c, [*CONTOUR_TOP, (.34, -.96), (.38, -.80), (.34, -.56), (.20, -.42), (.0, -.375), (-.20, -.375),
               (-.38, -.42),
               (-.54, -.50)])
    leg(c, (-.44, -.58), -.46 - stride * .5, .25, True)
    leg(c, (.24, -.56), .27 + stride * .6, .21, False)
    taper(c, [(-.60, -.80), (-.68, -.66), (-.675, -.48), (-.655, -.38)], .035, .012, 1)
    taper(c, [(-.655, -.40), (-.66, -.36), (-.65, -.33)], .03, .015, 1)
    for m in (near, ear, tusk):  # the head turns about the neck
        m.context.translate(.30, -.86)
        m.context.rotate(head)
        m.context.translate(-.30, .86)
    closed(c, [(.18, -.98), (.28, -1.06), (.40, -1.09), (.50, -1.04), (.555, -.95), (.58, -.84), (.585, -.72),
               (.56, -.62),
               (.50, -.58), (.45, -.54), (.40, -.56), (.30, -.62), (.20, -.74)])
    if raised:
        taper(c, [(.52, -.76), (.60, -.62), (.70, -.575), (.81, -.63), (.86, -.76), (.85, -.90), (.90, -1.00)], .16,
              .042, 1, .02)
    else:
        taper(c, [(.51, -.74), (.555, -.54), (.565, -.36), (.555, -.20), (.585, -.08), (.64, -.055)], .155, .042, 1,
              .02)
    closed(ear.context, [(.30, -.99), (.20, -1.02), (.08, -.97), (.02, -.84), (.05, -.70), (.12, -.58), (.20, -.49),
                         (.235, -.53),
                         (.27, -.62), (.34, -.72), (.365, -.84), (.35, -.94)])
    taper(tusk.context, [(.50, -.64), (.56, -.55), (.63, -.52), (.70, -.545)] if not raised else
          [(.50, -.64), (.55, -.54), (.63, -.49), (.71, -.50)], .036, .010, 1, .02)
    return [m.array() for m in (near, far, ear, tusk)]


def put_elephant(img, x, y, s, raised, head, stride, distance):
    near, far, ear, tusk = elephant(x, y, s, raised, head, stride)
    height = np.clip((y - yy) / s, 0, 1.2)
    skin = .72 + .45 * noise(int(s) + 80, 1.9) + .22 * (noise(int(s) + 81, 1.0, ax=.6, ay=2.0, lo=24) - .5)
    shadow = np.exp(-((xx - (x - s * .45)) / (s * 1.0)) ** 2 - ((yy - y - s * .02) / (s * .05)) ** 2)
    img = img * (1 - .5 * shadow)[..., None]
    img = lay(img, far * (1 - near), '#3a3836', .9)
    img = glaze(img, far * (1 - near) * .8, INK * .5 + INDIGO * .2)
    img = lay(img, near, '#6d6763', .80)
    # lit from the slit of light behind: dark belly, warmer back
    img = glaze(img, near * skin * (.72 + .55 * smooth(.85, .1, height)) * distance, INK * .60 + INDIGO * .28)
    fold = np.clip(ear - shift(ear, int(max(1, s * .014)), -int(max(1, s * .010))), 0, 1)
    img = glaze(img, ear * .22 + blur(fold, .6) * .75 + rim(ear, -2, -2, .8) * .5, INK)
    if s > CALF:
        img = lay(img, tusk, '#efe0c0', .85)
    body = np.maximum(near, far)
    img = shine(img, rim(body, -max(1, int(s * .016)), max(1, int(s * .016)), .7) * .55 * smooth(.15, .6, height),
                '#ffca85')
    dust = np.exp(-((xx - x) / (s * 1.1)) ** 2 - ((yy - y + s * .02) / (s * .09)) ** 2)
    return lay(img, dust, '#dcb880', .45)



def paint():
    img = lightning(slit(storm(paper(1, '#f2e4cb'))))
    img = plain(img, 0)
    trees = fill_mask(lambda c: (acacia(c, 690, HORIZON + 14, 148), acacia(c, 1296, HORIZON + 6, 46)))
    img = glaze(img, wobble(trees, .7, 62) * 1.5 * (.75 + .4 * noise(61, 1.6)), INK * .8 + INDIGO * .25)
    for x, y, s, raised, head, stride, distance in ((774, HORIZON + 34, 66, False, .02, .05, .82),
                                                    (1136, HORIZON + 40, 60, False, .04, -.04, .85),
                                                    (868, HORIZON + 46, 86, False, .0, -.05, .95),
                                                    (1000, HORIZON + 54, 112, True, -.12, .05, 1.1),
                                                    (1094, HORIZON + 60, 40, False, -.05, .06, 1.0)):
        img = put_elephant(img, x, y, s, raised, head, stride, distance)
    img = plain(img, 1)
    dust = noise(95, 2.3, ax=2.6) * gauss(yy, HORIZON + 50, 26) * .40
    img = lay(img, dust, '#e8c492')
    img = vignette(img, .30, .5)
    return img * (1 - .45 * smooth(800, 1080, yy))[..., None]
