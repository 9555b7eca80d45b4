#!/usr/bin/python3
"""Writes assets/pinyin.txt: how Han characters and words are read.

    engine/text/tables/build_pinyin.py PACKAGE            PACKAGE: npm's pinyin-pro-3.29.4.tgz
    engine/text/tables/build_pinyin.py PACKAGE --check    says whether the committed file is what the sources give

A character's own reading is the most frequent one of Unihan (Debian's unicode-data 15.0.0): kHanyuPinlu, which counts,
else kTGHZ2013, else kMandarin. Words come from pinyin-pro and, over them, from pinyin_words.txt beside this script.
Needs the committed fonts: only characters that one of them draws are kept.
"""
import bz2
import re
import sys
import tarfile
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
OUT = ROOT / "assets/pinyin.txt"
UNIHAN = "/usr/share/unicode/Unihan_Readings.txt.bz2"
FONTS = ("NotoSerifCJKsc-Regular.otf", "NotoSansCJKsc-Regular.otf", "LiubaiKai-Regular.ttf")

# Characters that are mostly particles; of every other one the toned reading is kept.
LIGHT = set("的了着得们們么麼吗呢吧嘛啦呗喽")
# Where the count misleads: it is over words too, while pinyin-pro's words are those that differ from these readings.
ALONE = dict(pair.split("=") for pair in (
    "为=wèi 為=wèi 一=yī 不=bù 谁=shéi 地=dì 长=cháng 長=cháng 兴=xīng 興=xīng 似=sì 佛=fó 倒=dǎo 供=gōng 刹=chà 削=xiāo "
    "勒=lè 匙=chí 卜=bǔ 呀=ya 啊=a 呵=hē 哗=huá 哦=ò 哄=hǒng 喔=ō 嗯=ǹg 嚼=jiáo 尽=jìn 干=gān 应=yìng 弹=tán 拧=nǐng 挣=zhèng "
    "曲=qǔ 框=kuàng 泊=bó 漂=piāo 澎=péng 煞=shà 琢=zhuó 甚=shèn 绩=jì 迹=jì 绷=bēng 脊=jǐ 脏=zāng 舍=shè 茄=qié 茸=róng 著=zhù "
    "载=zài 调=tiáo 量=liáng 车=chē 血=xuè 仆=pú 啜=chuò 幢=zhuàng 拓=tuò 晟=shèng 匱=kuì 還=hái 仔=zǐ").split())
TONES = {"\u0304", "\u0301", "\u030c", "\u0300"}

HEADER = """# How Han characters and words are read in standard Mandarin. Made by engine/text/tables/build_pinyin.py: do not edit.
# A line is a reading, a tab and the characters that have it; or the readings of a word, a tab and the word.
# Licence of the readings of characters (Unihan, Unicode 15.0) and of those of words (pinyin-pro 3.29.4): at the end.
"""


def syllables(text):
    return [unicodedata.normalize("NFC", s) for s in text.split()]


def toneless(syllable):
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in TONES))


def unihan():
    """The default reading of each character, and all that are known of it."""
    fields = {}
    for line in bz2.open(UNIHAN, "rt", encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) == 3 and parts[1] in ("kHanyuPinlu", "kTGHZ2013", "kMandarin", "kXHC1983", "kHanyuPinyin"):
            fields.setdefault(chr(int(parts[0][2:], 16)), {})[parts[1]] = parts[2]
    default, known = {}, {}
    for char, of in fields.items():
        counted = syllables(re.sub(r"\(\d+\)", "", of.get("kHanyuPinlu", "")))
        listed = syllables(re.sub(r"\S*:", "", of.get("kTGHZ2013", "")))
        first = syllables(of.get("kMandarin", ""))
        toned = [s for s in counted if char in LIGHT or toneless(s) != s]
        # Without a count kMandarin is the usual reading, and kTGHZ2013 is in the order of the alphabet.
        usual = toned or [s for s in first if s in listed] or listed or first
        if not usual:
            continue
        default[char] = ALONE.get(char, usual[0])
        more = re.sub(r"\S*:", "", of.get("kXHC1983", "") + " " + of.get("kHanyuPinyin", "")).replace(",", " ")
        known[char] = set(counted + listed + first + syllables(more))
    return default, known


def package_words(path, known):
    """pinyin-pro's words without written tone sandhi; one with a reading that Unihan does not know is left out."""
    words = {}
    with tarfile.open(path) as package:
        for size in (2, 3, 4, 5):
            text = package.extractfile(f"package/dist/esm/data/dict{size}.mjs").read().decode("utf-8")
            for word, reading in re.findall(r"^\s+'?([^\s':]+)'?: *['\"]([^'\"]+)['\"]", text, re.MULTILINE):
                said = syllables(reading)
                said = [{"一": "yī", "不": "bù"}.get(c, s) for c, s in zip(word, said)] if len(said) == len(word) else []
                light = [{toneless(s) for s in known.get(c, ())} for c in word]
                if said and all(s in known.get(c, ()) or s in l for c, s, l in zip(word, said, light)):
                    words.setdefault(word, said)
        notice = package.extractfile("package/LICENSE").read().decode("utf-8")
    return words, notice


def our_words():
    words = {}
    for line in (HERE / "pinyin_words.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            reading, word = line.split("\t")
            words[word] = syllables(reading)
            assert len(words[word]) == len(word), line
    return words


def unicode_notice():
    """The licence as THIRD_PARTY.md has it."""
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    lines = text[text.index("> Copyright © 1991-"):].split("\n\n")[0].splitlines()
    return "\n".join(line.removeprefix(">").strip() for line in lines)


def main():
    default, known = unihan()
    drawn = set()
    for font in FONTS:
        drawn |= set(map(chr, TTFont(ROOT / "fonts" / font, lazy=True).getBestCmap()))
    words, notice = package_words(sys.argv[1], known)
    words.update(our_words())

    by_reading = {}
    for char in sorted(drawn & default.keys()):
        by_reading.setdefault(default[char], []).append(char)
    text = HEADER
    text += "".join(f"{reading}\t{''.join(chars)}\n" for reading, chars in sorted(by_reading.items()))
    text += "".join(f"{' '.join(said)}\t{word}\n" for word, said in sorted(words.items()) if set(word) <= default.keys())
    notices = f"Unihan:\n\n{unicode_notice()}\n\npinyin-pro:\n\n{notice.strip()}\n"
    text += "".join("#" + (" " + line if line else "") + "\n" for line in notices.splitlines())
    if "--check" in sys.argv:
        sys.exit(OUT.read_text(encoding="utf-8") != text)
    OUT.write_text(text, encoding="utf-8")
    print(f"{len(text.encode())} bytes, {len(drawn & default.keys())} characters, {len(words)} words")


if __name__ == "__main__":
    main()
