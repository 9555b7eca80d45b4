#include "base/log.h"
#include "base/utf8.h"
#include "support/lay_out_text.h"
#include "text/chinese_breaks.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace liubai;

namespace {

/// Pieces that mixed text is made of, and some that nobody should write.
const std::vector<std::string> kPieces{
    "中",
    "文",
    "露珠",
    "，",
    "。",
    "“",
    "”",
    "‘",
    "’",
    "（",
    "）",
    "《",
    "》",
    "——",
    "……",
    "…",
    "—",
    "！",
    "？",
    "、",
    "：",
    "a",
    "word",
    "office",
    "ffi",
    "AV",
    "it’s",
    "cutting-edge",
    "GPT-4",
    "C++",
    "3.14",
    "10 000 km",
    "$100",
    "95%",
    " ",
    "  ",
    "\u00A0",
    "\u200B",
    "\u00AD",
    "\u2060",
    "\n",
    "\r\n",
    "\t",
    "(",
    ")",
    ".",
    ",",
    "?",
    "-",
    "/",
    "#",
    "·",
    "🎬",
    "👩‍🚀",
    "🇨🇳",
    "1️⃣",
    "👍🏽",
    "☺︎",
    "e\u0301",
    "\u0301",
    "é",
    "α",
    "א",
    "שלום",
    "مرحبا",
    "\u202E",
    "\u2067",
    "\u2069",
    "\uFFFC",
    "\uFE0F",
    "々",
    "ー",
    "カ",
    "한",
    "\xFF",
    "\xE4\xB8",
    "\x01",
    "\U0010FFFD",
    "Pneumonoultramicroscopic",
    "remembered",
    " wonderful",
};

int rounds() {
    const char* asked = std::getenv("LIUBAI_FUZZ");
    return asked != nullptr ? std::atoi(asked) : 3000;
}

} // namespace

TEST_CASE("L12: of random texts the rows are the text, fit their box, and come out the same twice", "[text][L12]") {
    std::mt19937 random(20230625);
    for (int round = 0; round < rounds(); ++round) {
        std::string text;
        const auto pieces = random() % 24;
        for (unsigned i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
        TextStyle style = test_style(20 + static_cast<float>(random() % 20));
        style.mode = static_cast<FitMode>(random() % 3);
        style.line_break = static_cast<LineBreak>(random() % 3);
        style.family = static_cast<Family>(random() % 3);
        style.align = static_cast<Align>(random() % 4);
        style.trim = random() % 4 != 0;
        style.autospace = random() % 4 != 0;
        style.hyphenate = random() % 2 != 0;
        style.optical_margins = random() % 4 == 0;
        style.trim_first = random() % 2 != 0;
        style.first_indent_em = random() % 3 == 0 ? 2 : 0;
        const auto width = static_cast<float>(1 + random() % 2000) * (random() % 2 != 0 ? 1.0f : 0.1f);
        CAPTURE(round, text, width, static_cast<int>(style.mode));
        const Layout layout = lay_out(text, style, width, bidi_test_fonts());
        std::string together;
        bool whole = true;
        for (const Row& row : layout.rows) {
            REQUIRE(row.cluster_begin < row.cluster_end);
            for (std::uint32_t c = row.cluster_begin; c < row.cluster_end; ++c) {
                const Cluster& cluster = layout.clusters[c];
                whole = whole && cluster.byte_begin == together.size() && cluster.byte_begin < cluster.byte_end;
                together += text.substr(cluster.byte_begin, cluster.byte_end - cluster.byte_begin);
            }
            std::uint32_t visible = 0;
            for (std::uint32_t c = row.cluster_begin; c < row.cluster_end; ++c) {
                visible += layout.clusters[c].advance > 0 && layout.clusters[c].kind != ClusterKind::kSpace;
            }
            if (visible > 1) CHECK(std::max(row.width, row.x + row.width) <= width + 0.01f);
        }
        CHECK(whole);
        CHECK(together == text);
        if (round % 16 == 0) CHECK(lay_out(text, style, width, bidi_test_fonts()).glyphs == layout.glyphs);
    }
    take_warnings();
}

TEST_CASE("L12: a byte that is no UTF-8 is one cluster and looks like U+FFFD", "[text][L12]") {
    const Layout broken = lay_out("露\xFF a\xE4\xB8z", test_style(), kNoLimit, test_fonts());
    const Layout replaced = lay_out("露\uFFFD a\uFFFD\uFFFDz", test_style(), kNoLimit, test_fonts());
    CHECK(broken.glyphs == replaced.glyphs);
    REQUIRE(broken.clusters.size() == 7);
    CHECK(broken.clusters[1].byte_end - broken.clusters[1].byte_begin == 1);
    take_warnings();
}

TEST_CASE("L12: rows end only where Unicode and the Chinese rules allow it, if the words fit", "[text][L12]") {
    std::mt19937 random(7);
    for (int round = 0; round < rounds() / 10; ++round) {
        std::string text;
        for (int i = 0; i < 24; ++i) text += kPieces[random() % 34];
        TextStyle style = test_style();
        RichText rich;
        rich.text = text;
        const TextSource source = collect(rich, style);
        const std::vector<Break> breaks = chinese_breaks(source, resolve_sides(source), style.line_break);
        const Layout layout = lay_out(rich, style, 700, test_fonts());
        for (const Row& row : layout.rows) {
            const std::uint32_t byte = layout.clusters[row.cluster_end - 1].byte_end;
            const auto at =
                std::lower_bound(source.byte_at.begin(), source.byte_at.end(), byte) - source.byte_at.begin();
            CAPTURE(text, byte);
            if (row.width < 500) continue; // what had to be cut is wider than the box
            CHECK((breaks[static_cast<std::size_t>(at)] != Break::kNo || row.width > 600));
        }
    }
}
