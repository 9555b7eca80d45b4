#!/usr/bin/python3
"""Builds the font files of fonts/ and tests/fonts/ from Debian's font packages.

    fonts/build.py            writes the fonts into their folders
    fonts/build.py --check    builds them elsewhere and says which committed file differs

Needs (Debian 12): python3-fonttools unicode-data fonts-ebgaramond fonts-inter fonts-lxgw-wenkai
fonts-noto-cjk fonts-noto-color-emoji fonts-noto-core fonts-opendyslexic

The same packages and the same texts give the same bytes. README.md says what each file is and why it has its name.
"""
import argparse
import bz2
import filecmp
import math
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGES = {
    "python3-fonttools": "4.38.0-1+deb12u1",
    "unicode-data": "15.0.0-1",
    "fonts-ebgaramond": "0.016+git20210310.42d4f9f2-1",
    "fonts-inter": "4.0~beta7+ds-1",
    "fonts-lxgw-wenkai": "1.250+repack-1",
    "fonts-noto-cjk": "1:20220127+repack1-1",
    "fonts-noto-color-emoji": "2.042-0+deb12u1",
    "fonts-noto-core": "20201225-1",
    "fonts-opendyslexic": "20160623-4",
}

ROOT = Path(__file__).resolve().parent.parent
SHARE = Path("/usr/share/fonts")
SC_FACE = 2  # in Noto's collections: 0 JP, 1 KR, 2 SC, 3 TC, 4 HK


def check_packages():
    """Stops with the apt command when a package is missing; warns when a version is another one."""
    missing = []
    for name, expected in PACKAGES.items():
        query = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status} ${Version}", name],
                               capture_output=True, text=True, check=False)
        status, _, version = query.stdout.partition(" ")
        if status != "installed":
            missing.append(name)
        elif version != expected:
            print(f"warning: {name} is {version}, the committed fonts were made with {expected}", file=sys.stderr)
    if missing:
        sys.exit("fonts/build.py needs: apt-get install " + " ".join(missing))


# ---- character lists ------------------------------------------------------------------------------------------------

def span(*ranges):
    return {code for first, last in ranges for code in range(first, last + 1)}


def double_byte(codec, leads, trails):
    """Every character a two-byte codec has in these rows."""
    found = set()
    for lead in leads:
        for trail in trails:
            try:
                found.add(ord(bytes([lead, trail]).decode(codec)))
            except UnicodeDecodeError:
                pass
    return found


def gb2312(last_row=0xF7):
    return double_byte("gb2312", range(0xA1, last_row + 1), range(0xA1, 0xFF))


def gb2312_level_1():
    """Its punctuation and the 3,755 commonest characters (rows 16 to 55)."""
    return gb2312(0xD7)


def big5_level_1():
    """The 5,401 characters of 0xA440 to 0xC67E, by frequency the first half of Big5."""
    trails = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    return double_byte("big5", range(0xA4, 0xC6), trails) | double_byte("big5", [0xC6], range(0x40, 0x7F))


def general_standard():
    """通用规范汉字表 (2013): 8,105 characters, Unihan's kTGH."""
    found = set()
    with bz2.open("/usr/share/unicode/Unihan_OtherMappings.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.split("\t")
            if len(fields) == 3 and fields[1] == "kTGH":
                found.add(int(fields[0].removeprefix("U+"), 16))
    assert len(found) == 8105, len(found)
    return found


def texts():
    """Every character of the story and of the engine's own strings."""
    files = [*(ROOT / "scenes").rglob("*.yaml"), *(ROOT / "scenes").rglob("*.txt"), ROOT / "fonts" / "message.txt"]
    for suffix in ("*.cpp", "*.h", "*.inc", "*.yaml"):
        files += (ROOT / "engine").rglob(suffix)
    return {ord(c) for f in files for c in f.read_text(encoding="utf-8", errors="replace")}


def message_text():
    return ASCII | {ord(c) for c in (ROOT / "fonts" / "message.txt").read_text(encoding="utf-8")}


ASCII = span((0x20, 0x7E))
LATIN = ASCII | span((0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1CD, 0x1DC), (0x1F8, 0x1F9), (0x218, 0x21B),
                     (0x251, 0x251), (0x261, 0x261), (0x2B9, 0x2DD), (0x300, 0x30C), (0x1E3E, 0x1E3F), (0x1EA0, 0x1EF9))
GENERAL_PUNCTUATION = span((0x2000, 0x206F), (0x20A0, 0x20BF), (0x2E3A, 0x2E3B))
CJK_PUNCTUATION = span((0x3000, 0x303F), (0xFE10, 0xFE1F), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))
COMMON_SYMBOLS = span((0x2100, 0x22FF), (0x2460, 0x2473), (0x25A0, 0x26FF), (0x2713, 0x2717))
KANA_BOPOMOFO = span((0x3040, 0x312F), (0x31A0, 0x31BF), (0x31F0, 0x31FF))
CJK_SYMBOLS = span((0x2460, 0x24FF), (0x2E80, 0x2FDF), (0x2500, 0x259F), (0x31C0, 0x31E3), (0x3200, 0x33FF))
SYMBOLS = span((0x20, 0x20), (0xA0, 0xA0), (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x20CF), (0x2100, 0x2BFF),
               (0x4DC0, 0x4DFF), (0x1D400, 0x1D7FF), (0x1F000, 0x1FAFF), (0xFFFC, 0xFFFD))
ARABIC = ASCII | span((0x60C, 0x60C), (0x61B, 0x61F), (0x621, 0x652), (0x660, 0x66C), (0x67E, 0x67E), (0x686, 0x686),
                      (0x6A9, 0x6AF), (0x6CC, 0x6CC), (0x200C, 0x200F), (0x2010, 0x2026))
HEBREW = ASCII | span((0x591, 0x5F4), (0x200C, 0x200F), (0x2010, 0x2026), (0x20AA, 0x20AA))


# ---- making a font --------------------------------------------------------------------------------------------------

def subset(path, characters, number=0, layout=True):
    """The font with these characters, the glyphs its layout features reach from them, no hints and no glyph names."""
    from fontTools.subset import Options, Subsetter, load_font
    options = Options()
    options.font_number = number
    options.layout_features = ["*"] if layout else []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.drop_tables = [*(set(options.drop_tables) - {"BASE"}), "FFTM", "DSIG", "gasp"]
    options.no_subset_tables += ["BASE"]  # baselines by script, it names no glyph
    if not layout:
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "MATH", "vhea", "vmtx", "VORG"]
    font = load_font(str(path), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(characters & set(font.getBestCmap())))
    subsetter.subset(font)
    return font


def rename(font, family, style="Regular"):
    """Gives every name record that shows a name to a reader the new one. Copyright and licence records stay."""
    postscript = family.replace(" ", "") + "-" + style
    full = family if style == "Regular" else f"{family} {style}"
    new = {1: family, 2: style, 3: f"{postscript}; modified", 4: full, 6: postscript, 16: family, 17: style}
    table = font["name"]
    table.names = [r for r in table.names if r.langID in (0, 0x409) and r.nameID not in (18, 20, 21, 22, 25)]
    for record in table.names:
        if record.nameID in new:
            record.string = new[record.nameID]
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        for key, value in (("FullName", full), ("FamilyName", family), ("Weight", style)):
            if hasattr(top, key):
                setattr(top, key, value)
    return font


def embolden_contour(points, amount_x, amount_y):
    """Moves each point outwards along the mean normal of its two edges (FreeType's FT_Outline_Embolden)."""
    distinct = [p for i, p in enumerate(points) if p != points[i - 1]]
    if len(distinct) < 3:
        return points
    moved = {}
    count = len(distinct)
    for i, (x, y) in enumerate(distinct):
        before, after = distinct[i - 1], distinct[(i + 1) % count]
        in_x, in_y, out_x, out_y = x - before[0], y - before[1], after[0] - x, after[1] - y
        in_len, out_len = math.hypot(in_x, in_y), math.hypot(out_x, out_y)
        in_x, in_y, out_x, out_y = in_x / in_len, in_y / in_len, out_x / out_len, out_y / out_len
        along = in_x * out_x + in_y * out_y
        if along > -0.9375:  # sharper corners stay where they are, or their tip would fly off
            scale = min(1 / (1 + along), min(in_len, out_len) / max(amount_x, 1))
            shift_x, shift_y = (in_y + out_y) * scale * amount_x, -(in_x + out_x) * scale * amount_y
        else:
            shift_x = shift_y = 0
        moved[i] = (round(x + shift_x), round(y + shift_y))
    result, i = [], -1
    for k, p in enumerate(points):
        if p != points[k - 1]:
            i += 1
        result.append(moved[i % count])
    return result


def embolden(font, amount_x, amount_y):
    """Makes an upright CFF font heavier: `amount` font units on every side of a stroke, the advance wider by two."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        pen = RecordingPen()
        glyphs[name].draw(pen)
        outlines[name] = pen.value
    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    private = top.Private
    private.defaultWidthX = private.nominalWidthX = 0
    for name, commands in outlines.items():
        width = font["hmtx"][name][0]
        wider = width + 2 * amount_x if width and commands else width
        pen = T2CharStringPen(wider, None)
        contour = []
        for verb, args in commands:
            if verb != "closePath" and verb != "endPath":
                contour.append((verb, args))
                continue
            points = [p for _, a in contour for p in a]
            moved = iter((x + amount_x, y) for x, y in embolden_contour(points, amount_x, amount_y))
            for v, a in contour:
                getattr(pen, v)(*[next(moved) for _ in a])
            pen.closePath()
            contour = []
        top.CharStrings[name] = pen.getCharString(private, cff.GlobalSubrs)
        font["hmtx"][name] = (wider, font["hmtx"][name][1])
    if hasattr(private, "Subrs"):
        del private.Subrs
    cff.GlobalSubrs.clear()
    font["OS/2"].usWeightClass = 700
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x40 | 0x20
    font["head"].macStyle |= 1
    return font


def to_truetype(font):
    """Replaces CFF outlines with quadratic ones."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, outlines
    maxp = font["maxp"] = newTable("maxp")
    maxp.tableVersion, maxp.numGlyphs = 0x00010000, len(order)
    for field in ("maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
                  "maxSizeOfInstructions maxComponentElements maxPoints maxContours maxCompositePoints "
                  "maxCompositeContours maxComponentDepth").split():
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    del font["CFF "]
    font.recalcBBoxes = True
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
    return font


def merged_symbols():
    """One font from three of Noto's; a character is taken from the first that has it."""
    from fontTools import merge
    folder, taken, parts = SHARE / "truetype/noto", set(), []
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("Symbols2", "Symbols", "Math"):
            path = folder / f"NotoSans{name}-Regular.ttf"
            part = subset(path, SYMBOLS - taken, layout=False)
            taken |= set(part.getBestCmap())
            parts.append(f"{scratch}/{name}.ttf")
            part.save(parts[-1])
        font = merge.Merger().merge(parts)
        font["name"].names = [r for r in font["name"].names if r.platformID == 3]
        rename(font, "Liubai Symbols")
        data = f"{scratch}/merged.ttf"
        font.save(data)
        return subset(data, SYMBOLS, layout=False)


def builders():
    """Output file → a function that gives the font, or the path of a file that is copied whole."""
    cjk, latin, inter = SHARE / "opentype/noto", SHARE / "opentype/ebgaramond", SHARE / "opentype/inter"
    noto, dyslexic = SHARE / "truetype/noto", SHARE / "opentype/opendyslexic"
    wenkai = SHARE / "truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
    base = LATIN | GENERAL_PUNCTUATION | CJK_PUNCTUATION | COMMON_SYMBOLS | texts()
    serif = base | gb2312() | KANA_BOPOMOFO
    sans = serif | general_standard() | big5_level_1() | CJK_SYMBOLS
    return {
        "fonts/EBGaramond12-Regular.otf": latin / "EBGaramond12-Regular.otf",
        "fonts/EBGaramond12-Italic.otf": latin / "EBGaramond12-Italic.otf",
        "fonts/LiubaiGaramond-Bold.otf": lambda: rename(embolden(
            subset(latin / "EBGaramond12-Regular.otf", LATIN | GENERAL_PUNCTUATION), 19, 5), "Liubai Garamond", "Bold"),
        "fonts/Inter-Regular.otf": inter / "Inter-Regular.otf",
        "fonts/Inter-Bold.otf": inter / "Inter-Bold.otf",
        "fonts/OpenDyslexic-Regular.otf": dyslexic / "OpenDyslexic-Regular.otf",
        "fonts/OpenDyslexic-Italic.otf": dyslexic / "OpenDyslexic-Italic.otf",
        "fonts/OpenDyslexic-Bold.otf": dyslexic / "OpenDyslexic-Bold.otf",
        "fonts/NotoColorEmoji.ttf": noto / "NotoColorEmoji.ttf",
        "fonts/NotoSerifCJKsc-Regular.otf": lambda: subset(cjk / "NotoSerifCJK-Regular.ttc", serif, SC_FACE),
        "fonts/NotoSerifCJKsc-Bold.otf": lambda: subset(cjk / "NotoSerifCJK-Bold.ttc", serif, SC_FACE),
        "fonts/NotoSansCJKsc-Regular.otf": lambda: subset(cjk / "NotoSansCJK-Regular.ttc", sans, SC_FACE),
        "fonts/NotoSansCJKsc-Bold.otf": lambda: subset(cjk / "NotoSansCJK-Bold.ttc", serif, SC_FACE),
        "fonts/LiubaiKai-Regular.ttf": lambda: rename(subset(wenkai, base | gb2312_level_1()), "Liubai Kai"),
        "fonts/LiubaiSymbols-Regular.ttf": merged_symbols,
        "fonts/LiubaiMessage.ttf": lambda: rename(to_truetype(
            subset(cjk / "NotoSansCJK-Regular.ttc", message_text(), SC_FACE, layout=False)), "Liubai Message"),
        "tests/fonts/NotoNaskhArabic-Regular.ttf": lambda: subset(noto / "NotoNaskhArabic-Regular.ttf", ARABIC),
        "tests/fonts/NotoSansHebrew-Regular.ttf": lambda: subset(noto / "NotoSansHebrew-Regular.ttf", HEBREW),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed files, write nothing")
    parser.add_argument("--only", metavar="WORD", default="", help="only the files whose name has this word")
    arguments = parser.parse_args()
    check_packages()
    # fontTools dates what it merges; this instead of now keeps the bytes the same (2026-01-01).
    os.environ["SOURCE_DATE_EPOCH"] = "1767225600"
    different = []
    with tempfile.TemporaryDirectory() as scratch:
        for name, source in builders().items():
            if arguments.only not in name:
                continue
            made = Path(scratch) / Path(name).name
            if isinstance(source, Path):
                shutil.copyfile(source, made)
            else:
                source().save(made)
            print(f"{made.stat().st_size:>10,}  {name}", flush=True)
            if not arguments.check:
                (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(made, ROOT / name)
            elif not (ROOT / name).exists() or not filecmp.cmp(made, ROOT / name, shallow=False):
                different.append(name)
    if different:
        sys.exit("these differ from what the packages give: " + " ".join(different))


if __name__ == "__main__":
    main()
