"""Elephants answering the thunder before the rains (turns 8, 9). Ink storm, one warm slit of light, a small herd."""
from brush import *
from cutting import cut, patch

GRAIN = .007
HORIZON = 668
LIGHT_X = 1010
CALF = 50  # pixels at the shoulder; too young for tusks
CONTOUR_TOP = ((-.60, -.60), (-.63, -.76), (-.56, -.91), (-.40, -.985), (-.20, -.955), (.0, -.93), (.16, -.975),
               (.27, -1.015))
EMBER = (1224, HORIZON - 22)


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


# An elephant facing right, in units of its height at the shoulder; the origin is on the ground between its feet.
BODY = ((-.655, -.60), (-.665, -.74), (-.60, -.875), (-.46, -.955), (-.28, -.935), (-.08, -.895), (.10, -.925),
        (.24, -.985), (.38, -.975), (.46, -.86), (.45, -.70), (.39, -.56), (.30, -.46), (.10, -.375), (-.12, -.35),
        (-.32, -.385), (-.44, -.44), (-.58, -.47))
TAIL = ([(-.625, -.82), (-.70, -.70), (-.705, -.56), (-.685, -.43)], .034, .012)
TASSEL = ([(-.685, -.45), (-.69, -.38), (-.675, -.32)], .036, .010)
HIND = ((-.175, -.62), (-.150, -.46), (-.085, -.36), (-.095, -.27), (-.100, -.15), (-.115, -.035), (-.105, .0),
        (.085, .0), (.100, -.035), (.075, -.10), (.062, -.20), (.072, -.30), (.135, -.40), (.175, -.52), (.17, -.64))
FORE = ((-.120, -.62), (-.105, -.44), (-.082, -.32), (-.078, -.22), (-.078, -.10), (-.098, -.030), (-.092, .0),
        (.092, .0), (.104, -.030), (.082, -.10), (.076, -.22), (.088, -.32), (.108, -.44), (.125, -.62))
# Three ways to hold the head, each about its own neck: skull, trunk, ear, tusk.
GRAZING = dict(
    skull=((.20, -.96), (.32, -.985), (.46, -.94), (.555, -.85), (.61, -.72), (.625, -.60), (.60, -.52), (.53, -.47),
           (.46, -.46), (.38, -.50), (.28, -.60), (.22, -.76)),
    trunk=([(.565, -.62), (.605, -.46), (.595, -.28), (.575, -.14), (.60, -.045), (.66, -.03)], .150, .048),
    ear=((.29, -.93), (.19, -.95), (.09, -.89), (.035, -.77), (.055, -.63), (.11, -.53), (.185, -.47), (.235, -.50),
         (.275, -.59), (.335, -.68), (.36, -.79), (.345, -.88)),
    tusk=[(.525, -.49), (.565, -.40), (.625, -.345), (.685, -.335)], eye=(.50, -.74))
LISTENING = dict(  # the head is thrown up, the ear stands out like a sail, the trunk tests the air
    skull=((.18, -1.02), (.27, -1.14), (.40, -1.215), (.52, -1.20), (.60, -1.12), (.635, -1.02), (.64, -.92),
           (.60, -.84), (.53, -.80), (.46, -.78), (.36, -.74), (.24, -.80)),
    trunk=([(.585, -.98), (.665, -.86), (.755, -.84), (.835, -.91), (.855, -1.04), (.83, -1.16), (.87, -1.25),
            (.935, -1.275)], .155, .044),
    ear=((.33, -1.13), (.20, -1.20), (.05, -1.19), (-.06, -1.09), (-.105, -.95), (-.07, -.80), (.02, -.68),
         (.12, -.60), (.20, -.585), (.265, -.68), (.335, -.80), (.385, -.94), (.38, -1.06)),
    tusk=[(.545, -.83), (.615, -.745), (.695, -.725), (.765, -.75)], eye=(.525, -1.03))
# Seen from the front: one that had been going away looks back over its shoulder, both ears wide.
FACING = dict(
    skull=((.16, -1.10), (.25, -1.20), (.36, -1.215), (.47, -1.20), (.56, -1.10), (.575, -.96), (.535, -.82),
           (.485, -.70), (.43, -.62), (.36, -.60), (.29, -.62), (.235, -.70), (.185, -.82), (.145, -.96)),
    trunk=([(.36, -.72), (.362, -.56), (.352, -.40), (.362, -.26), (.405, -.165), (.465, -.16)], .150, .048),
    ear=((.19, -1.12), (.07, -1.17), (-.06, -1.12), (-.135, -.99), (-.13, -.85), (-.06, -.73), (.03, -.655),
         (.11, -.66), (.17, -.76), (.16, -.95)),
    ear2=((.53, -1.12), (.65, -1.17), (.78, -1.12), (.855, -.99), (.85, -.85), (.78, -.73), (.69, -.655),
          (.61, -.66), (.55, -.76), (.56, -.95)),
    tusk=[(.275, -.66), (.245, -.56), (.25, -.47), (.285, -.42)], tusk2=[(.445, -.66), (.475, -.56), (.47, -.47),
                                                                         (.435, -.42)], eye=(.235, -.93),
    eye2=(.485, -.93))


def smaller(head, about, by):
    """The same head at another size."""
    def at(p):
        return about[0] + (p[0] - about[0]) * by, about[1] + (p[1] - about[1]) * by
    def shrunk(part):
        if isinstance(part[0], (int, float)):
            return at(part)
        if isinstance(part[0], list):
            return [at(p) for p in part[0]], part[1] * by, part[2] * by
        return [at(p) for p in part]
    return {k: shrunk(v) for k, v in head.items()}


FACING = smaller(FACING, (.38, -1.02), .80)


def elephant(x, y, s, side, head, stride):
    """The masks of one elephant `s` tall; side 1 faces right, -1 left."""
    def drawn(draw):
        m = Mask()
        m.context.translate(x, y)
        m.context.scale(s * side, s)
        draw(m.context)
        return m.array()

    def leg(shape, at, lift=0.0):
        return lambda c: closed(c, [(at + u, v * (1 - lift) - (lift * .12 if v > -.1 else 0)) for u, v in shape])

    def both(*draws):
        return lambda c: [d(c) for d in draws]

    ears = [head[k] for k in ('ear2', 'ear') if k in head]
    tusks = [head[k] for k in ('tusk2', 'tusk') if k in head]
    return dict(
        far=drawn(both(leg(HIND, -.355 + stride), leg(FORE, .19 - stride * .8))),
        body=drawn(both(lambda c: closed(c, list(BODY)), lambda c: taper(c, *TAIL, 1, .02),
                        lambda c: taper(c, *TASSEL, 1, .02))),
        near=drawn(both(leg(HIND, -.475 - stride * .8), leg(FORE, .315 + stride))),
        ears=[drawn(lambda c, e=e: closed(c, list(e))) for e in ears],
        skull=drawn(both(lambda c: closed(c, list(head['skull'])), lambda c: taper(c, *head['trunk'], 1, .02))),
        tusks=drawn(both(*(lambda c, t=t: taper(c, t, .042, .012, 1, .02) for t in tusks))),
        eyes=drawn(both(*(lambda c, k=k: (c.arc(*head[k], .016, 0, 7), c.fill()) for k in ('eye', 'eye2')
                          if k in head))))


def put_elephant(img, x, y, s, side, head, stride, distance):
    e = elephant(x, y, s, side, head, stride)
    height = np.clip((y - yy) / s, 0, 1.3)
    skin = .74 + .42 * noise(int(s) + 80, 1.9) + .24 * (noise(int(s) + 81, 1.0, ax=.6, ay=2.0, lo=24) - .5)
    step = max(1, int(s * .016))
    shadow = np.exp(-((xx - (x - s * .40)) / (s * .95)) ** 2 - ((yy - y - s * .01) / (s * .045)) ** 2)
    img = img * (1 - .5 * shadow)[..., None]

    drawn = np.zeros((H, W), np.float32)

    def skinned(img, m, dark, edge=.0):
        """One part: grey skin under a glaze, darkest towards the belly; its outline parts it from what is behind."""
        if edge:
            img = glaze(img, np.clip(blur(m, s * .022) - m, 0, 1) * edge * drawn, INK)
        drawn[:] = np.maximum(drawn, m)
        img = lay(img, m, '#746e68', .86)
        return glaze(img, m * skin * dark * distance * .88, INK * .60 + INDIGO * .28)

    whole = np.maximum(np.maximum(e['body'], e['near']), e['skull'])
    img = skinned(img, e['far'], 1.75)
    img = skinned(img, e['body'], .62 + .75 * smooth(.95, .30, height))
    thigh = e['near'] * smooth(.64, .50, height)
    img = skinned(img, thigh, .78 + .42 * smooth(.50, .02, height), 1.2)
    if len(e['ears']) == 2:
        for ear in e['ears']:
            img = skinned(img, ear, 1.05, 1.4)
        img = skinned(img, e['skull'], .70 + .25 * smooth(1.2, .6, height), 1.6)
    else:
        img = skinned(img, e['skull'], .74 + .30 * smooth(1.1, .5, height), .8)
        img = skinned(img, e['ears'][0], .92, 1.8)
    for ear in e['ears']:
        img = shine(img, rim(ear, -step * side, step, .6) * .10, '#ffe0b0')
        whole = np.maximum(whole, ear)
    whole = np.maximum(whole, e['far'])
    if s > CALF:
        img = lay(img, e['tusks'], '#efe0c0', .88)
        img = glaze(img, e['eyes'] * 1.2, INK)
    # the slit of light stands behind them
    img = shine(img, rim(whole, -step, step, .7) * .55 * smooth(.05, .5, height), '#ffca85')
    dust = np.exp(-((xx - x) / (s * 1.1)) ** 2 - ((yy - y - s * .012) / (s * .055)) ** 2)
    return lay(img, dust, '#dcb880', .42)


# x, y, size, side, head before and after the thunder, stride, how dark
HERD = ((766, HORIZON + 34, 68, -1, GRAZING, FACING, .05, .85),
        (1126, HORIZON + 40, 60, 1, GRAZING, LISTENING, -.04, .88),
        (832, HORIZON + 46, 88, 1, GRAZING, LISTENING, -.05, .96),
        (1020, HORIZON + 54, 114, -1, GRAZING, FACING, .05, 1.06),
        (1106, HORIZON + 60, 44, 1, GRAZING, LISTENING, .06, 1.0))


def paint(turned=False):
    img = slit(storm(paper(1, '#f2e4cb')))
    img = plain(img, 0)
    trees = fill_mask(lambda c: (acacia(c, 690, HORIZON + 14, 148), acacia(c, 1296, HORIZON + 6, 46)))
    img = glaze(img, wobble(trees, .7, 62) * 1.5 * (.75 + .4 * noise(61, 1.6)), INK * .8 + INDIGO * .25)
    for x, y, s, side, calm, alert, stride, distance in HERD:
        img = put_elephant(img, x, y, s, side, alert if turned else calm, stride, distance)
    img = plain(img, 1)
    dust = noise(95, 2.3, ax=2.6) * gauss(yy, HORIZON + 50, 26) * .30
    img = lay(img, dust, '#e8c492')
    img = vignette(img, .30, .5)
    return img * (1 - .45 * smooth(800, 1080, yy))[..., None]


def wrapped(x):
    """The distance along a picture that continues its left edge at its right one."""
    return np.abs((xx - x + W / 2) % W - W / 2)


def near_grass(seed, count, low, high):
    """Tall blades at the reader's feet, rooted below the picture and wider than it."""
    rng, m = np.random.default_rng(seed), Mask(W + 160, H)
    for _ in range(count):
        x, n, bend = rng.uniform(0, W + 160), rng.uniform(low, high), rng.uniform(.10, .42)
        w = n * rng.uniform(.009, .016)
        m.context.move_to(x - w, H + 20)
        m.context.curve_to(x - w + n * .03, H - n * .5, x + n * bend * .5, H - n * .85, x + n * bend, H - n)
        m.context.curve_to(x + n * bend * .5 + w, H - n * .82, x + w + n * .05, H - n * .5, x + w, H + 20)
        m.context.fill()
    return m.array()


def layers(picture):
    torn = warp(noise(111, 2.5, ax=2.4, lo=2), (noise(112, 2.4) - .5) * 120, (noise(113, 2.4) - .5) * 60)
    torn = smooth(.50, .86, torn) * smooth(430, 240, yy) * smooth(-60, 90, yy)
    yield cut('elephants_cloud', '#27323f', torn * .42, 4, keep='x')
    scud = noise(116, 2.1, ax=3.6, lo=4)
    yield cut('elephants_scud', '#c9b9a8', smooth(.60, .92, scud) * gauss(yy, 372, 80) * .34, 4, keep='x')
    streaks, slant = noise(120, 1.2, ax=.2, ay=9, lo=2), xx + .22 * (yy - 300)
    for name, x, wide in (('left', 400, 120), ('right', 1668, 150)):
        rain = gauss(slant, x, wide) * smooth(300, 470, yy) * smooth(HORIZON - 12, HORIZON - 70, yy)
        yield cut(f'elephants_rain_{name}', '#4c5d6b', rain * (.10 + .9 * smooth(.35, .8, streaks)) * .46, 2)
    dust = noise(131, 2.2, ax=3.0, lo=3)
    yield cut('elephants_dust', '#ecca98', smooth(.46, .88, dust) * gauss(yy, HORIZON + 62, 24) * .50, 3, keep='x')
    for k, (count, low, high, colour) in enumerate(((150, 170, 285, '#1c130b'), (90, 210, 340, '#0c0806'))):
        yield cut(f'elephants_grass_{k + 1}', colour, near_grass(141 + k, count, low, high) * .94, 2, (-80, 0))
    yield patch('elephants_turned', picture, paint(turned=True), GRAIN)
    # lightning: the cloud is lit from inside, and one thin, hesitant line comes out of it
    thick = warp(noise(8, 2.7, ax=1.9, lo=2), (noise(6, 2.4) - .5) * 168, (noise(7, 2.4) - .5) * 91)
    inside = np.exp(-(np.hypot((xx - 1180) / 1.7, yy - 262) / 210) ** 1.7) * (1.15 - .9 * smooth(.35, .85, thick))
    far = np.exp(-(np.hypot((xx - 1180) / 2.4, yy - 280) / 430) ** 2) * .22
    far += .07 * smooth(HORIZON - 20, HORIZON, yy) * smooth(1080, 760, yy)
    yield cut('elephants_lit_cloud', '#dfe4ee', np.clip(inside * .60 + far, 0, 1), 4)
    b = fill_mask(lambda c: bolt(c, 1176, 226, 1.7, 250, 2.2, 2, np.random.default_rng(14)))
    yield cut('elephants_lit_bolt', '#fff3da', np.clip(b * .66 + blur(b, 3) * .40 + blur(b, 12) * .75, 0, 1), 1)
    sheet = np.exp(-(np.hypot((xx - 1500) / 1.8, yy - 300) / 130) ** 1.8) * (.3 + .9 * noise(151, 2.1, ax=2, lo=3))
    yield cut('elephants_far_light', '#f3e6d2', np.clip(sheet * smooth(HORIZON - 14, HORIZON - 50, yy) * .42, 0, 1), 4)
