#!/usr/bin/python3
"""Writes unicode_tables.inc from the Unicode Character Database of Debian's unicode-data (15.0.0).

    engine/text/tables/build.py            writes it beside this script
    engine/text/tables/build.py --check    says whether the committed file is what the data gives

One record a character, packed into 32 bits (engine/text/unicode.h reads them), found through a table of blocks of
128 characters: of equal blocks only one is kept.
"""
import re
import sys
from pathlib import Path

UCD = Path("/usr/share/unicode")
OUT = Path(__file__).resolve().parent / "unicode_tables.inc"
LIMIT = 0x110000
BLOCK = 128

# The order is that of `enum class LineClass` and `enum class BidiClass` in engine/text/unicode.h.
LINE_CLASSES = ("XX AL AI BK CB CJ CL CM CP CR EX GL H2 H3 HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR QU RI SA SG SP "
                "SY WJ ZW ZWJ B2 BA BB EB EM").split()
BIDI_CLASSES = "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split()
LONG_NAMES = dict(Left_To_Right="L", Right_To_Left="R", Arabic_Letter="AL", European_Terminator="ET", Unknown="XX",
                  Prefix_Numeric="PR", Ideographic="ID", Neutral="N", Wide="W")
WIDTHS = dict(N=0, Na=0, A=1, H=2, W=3, F=3)

WIDTH_SHIFT, BIDI_SHIFT, FLAG_SHIFT = 6, 8, 13
FLAGS = ("Emoji Emoji_Presentation Emoji_Modifier Emoji_Modifier_Base Extended_Pictographic "
         "Default_Ignorable_Code_Point mark letter number unassigned initial_quote final_quote").split()


def rows(name):
    """The fields of each data line as (first, last, [fields])."""
    for line in (UCD / name).read_text(encoding="utf-8").splitlines():
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        fields = [field.strip() for field in line.split(";")]
        first, _, last = fields[0].partition("..")
        yield int(first, 16), int(last or first, 16), fields[1:]


def missing(name):
    """The @missing lines, the widest first."""
    found = re.findall(r"# @missing: ([0-9A-F]+)\.\.([0-9A-F]+); *(\w+)", (UCD / name).read_text(encoding="utf-8"))
    return [(int(first, 16), int(last, 16), value) for first, last, value in found]


def spread(values, name, to_value):
    """Fills in a property: its @missing defaults, then its data lines."""
    for first, last, value in missing(name):
        values[first:last + 1] = [to_value([LONG_NAMES[value]])] * (last + 1 - first)
    for first, last, fields in rows(name):
        values[first:last + 1] = [to_value(fields)] * (last + 1 - first)


def records():
    line = [LINE_CLASSES.index("XX")] * LIMIT
    spread(line, "extracted/DerivedLineBreak.txt", lambda f: LINE_CLASSES.index(f[0]))
    width = [0] * LIMIT
    spread(width, "extracted/DerivedEastAsianWidth.txt", lambda f: WIDTHS[f[0]])
    bidi = [0] * LIMIT
    spread(bidi, "extracted/DerivedBidiClass.txt", lambda f: BIDI_CLASSES.index(f[0]))
    category = ["Cn"] * LIMIT
    for first, last, fields in rows("extracted/DerivedGeneralCategory.txt"):
        category[first:last + 1] = [fields[0]] * (last + 1 - first)

    flags = [0] * LIMIT
    for name in ("emoji/emoji-data.txt", "DerivedCoreProperties.txt"):
        for first, last, fields in rows(name):
            if fields[0] in FLAGS:
                for code in range(first, last + 1):
                    flags[code] |= 1 << FLAGS.index(fields[0])
    by_category = {"Mn": "mark", "Mc": "mark", "Me": "mark", "Pi": "initial_quote", "Pf": "final_quote",
                   "Cn": "unassigned", "Nd": "number", "Nl": "number", "No": "number"}
    by_category.update({name: "letter" for name in ("Lu", "Ll", "Lt", "Lm", "Lo")})
    result = []
    for code in range(LIMIT):
        flag = flags[code]
        if category[code] in by_category:
            flag |= 1 << FLAGS.index(by_category[category[code]])
        result.append(line[code] | width[code] << WIDTH_SHIFT | bidi[code] << BIDI_SHIFT | flag << FLAG_SHIFT)
    return result


def brackets():
    """(character, its partner, opens) of BidiBrackets.txt, with the canonical equivalents of 〈〉 as one pair."""
    same = {0x2329: 0x3008, 0x232A: 0x3009}
    return [(first, same.get(first, first) if fields[1] == "o" else same.get(int(fields[0], 16), int(fields[0], 16)),
             fields[1] == "o") for first, _, fields in rows("BidiBrackets.txt") if fields[1] in "oc"]


def wrapped(values):
    lines, current = [], ""
    for value in values:
        item = f"{value},"
        if len(current) + len(item) > 118:
            lines.append(current)
            current = ""
        current += item
    return "\n".join(lines + [current])


def text():
    data = records()
    distinct = sorted(set(data))
    assert len(distinct) <= 256, "a cell is a byte"
    index = {record: number for number, record in enumerate(distinct)}
    blocks, block_of = {}, []
    for first in range(0, LIMIT, BLOCK):
        block = tuple(index[record] for record in data[first:first + BLOCK])
        block_of.append(blocks.setdefault(block, len(blocks)))
    cells = [cell for block in blocks for cell in block]
    pairs = [f"{{{code:#x}, {ident:#x}, {'true' if opens else 'false'}}}" for code, ident, opens in brackets()]
    return "\n".join([
        "// Generated by tables/build.py from the Unicode Character Database 15.0.0 (unicode.org/license). Do not edit.",
        f"// {len(distinct)} records, {len(blocks)} blocks of {BLOCK}.",
        f"constexpr std::array<std::uint32_t, {len(distinct)}> kRecords{{",
        wrapped(distinct), "};",
        f"constexpr std::array<std::uint16_t, {len(block_of)}> kBlockOf{{",
        wrapped(block_of), "};",
        f"constexpr std::array<std::uint8_t, {len(cells)}> kCells{{",
        wrapped(cells), "};",
        "// Each bracket, the opening one of its pair, and whether it opens.",
        f"constexpr std::array<Bracket, {len(pairs)}> kBrackets{{{{",
        wrapped(pairs), "}};", ""])


def main():
    made = text()
    if "--check" in sys.argv[1:]:
        if OUT.read_text(encoding="utf-8") != made:
            sys.exit(f"{OUT.name} is not what {UCD} gives")
        return
    OUT.write_text(made, encoding="utf-8")
    print(f"{OUT.name}: {len(made)} bytes")


if __name__ == "__main__":
    main()
