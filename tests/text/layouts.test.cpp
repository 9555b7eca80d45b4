#include "text/layouts.h"

#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace liubai;

namespace {

bool same(const Layout& a, const Layout& b) {
    const auto same_cluster = [](const Cluster& x, const Cluster& y) {
        return x.byte_begin == y.byte_begin && x.row == y.row && x.x == y.x && x.advance == y.advance;
    };
    return a.glyphs == b.glyphs && a.size == b.size &&
           std::equal(a.clusters.begin(), a.clusters.end(), b.clusters.begin(), b.clusters.end(), same_cluster);
}

} // namespace

TEST_CASE("a layout comes from the cache while it is there, and equal after it was emptied", "[text]") {
    Layouts layouts(test_fonts());
    const Layout* first = &layouts.get("晨光中的露珠", test_style(), 200);
    CHECK(&layouts.get("晨光中的露珠", test_style(), 200) == first);
    const Layout copy = *first;
    layouts.clear();
    CHECK(same(layouts.get("晨光中的露珠", test_style(), 200), copy));
}

TEST_CASE("every part of the text and the style is part of the cache's key", "[text]") {
    Layouts layouts(test_fonts());
    const TextStyle style = test_style();
    std::vector<TextStyle> styles(24, style);
    styles[0].family = Family::kSans;
    styles[1].bold = true;
    styles[2].italic = true;
    styles[3].size = 33;
    styles[4].row_pitch = 2;
    styles[5].language = "en";
    styles[6].line_break = LineBreak::kLoose;
    styles[7].mode = FitMode::kBalance;
    styles[8].align = Align::kEnd;
    styles[9].autospace = false;
    styles[10].autospace_em = 0.2f;
    styles[11].trim = false;
    styles[12].hang = true;
    styles[13].gap_em = 3;
    styles[14].color = {1, 2, 3, 255};
    styles[15].first_indent_em = 2;
    styles[16].trim_first = false;
    styles[21].hyphenate = true;
    styles[22].optical_margins = true;
    styles[23].lining_figures = true;
    styles[17].align = Align::kJustify;
    styles[18].justified_gap.least = 0.1f;
    styles[19].justified_gap.natural = 0.3f;
    styles[20].justified_gap.most = 0.4f;
    std::vector<const Layout*> found{&layouts.get("中a", style, 200), &layouts.get("中a", style, 201),
                                     &layouts.get("中b", style, 200)};
    for (const TextStyle& other : styles) found.push_back(&layouts.get("中a", other, 200));
    RichText rich;
    rich.text = "中a";
    rich.spans.push_back({0, 3, Emphasis{}});
    found.push_back(&layouts.get(rich, style, 200));
    rich.spans[0].kind = Tinted{{9, 9, 9, 255}};
    found.push_back(&layouts.get(rich, style, 200));
    rich.spans[0].kind = Ruby{"zhōng"};
    found.push_back(&layouts.get(rich, style, 200));
    std::sort(found.begin(), found.end());
    CHECK(std::adjacent_find(found.begin(), found.end()) == found.end());
}

TEST_CASE("the cache forgets what was not asked for in a long time", "[text]") {
    Layouts layouts(test_fonts());
    const Layout* kept = &layouts.get("留", test_style(), 200);
    for (int i = 0; i < 1000; ++i) {
        layouts.get("白" + std::to_string(i), test_style(), 200);
        REQUIRE(&layouts.get("留", test_style(), 200) == kept);
    }
}
