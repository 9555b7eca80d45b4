#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("P5: a book's paragraph starts two em in, dialogue does not", "[text][P5]") {
    const std::string text = "晨光中的露珠，麦浪翻涌。我们走了很久";
    TextStyle style = test_style();
    CHECK(lay_out(text, style, 320, test_fonts()).rows[0].x == 0);
    style.first_indent_em = 2;
    const Layout layout = lay_out(text, style, 320, test_fonts());
    REQUIRE(layout.rows.size() >= 2);
    CHECK(layout.rows[0].x == Approx(64));
    CHECK(layout.clusters[0].x == Approx(64));
    CHECK(layout.glyphs[0].at.x == Approx(64));
    CHECK(layout.rows[1].x == 0);
    for (const Row& row : layout.rows) CHECK(row.x + row.width <= 320.01f);
    CHECK(layout.size.x <= 320.01f);
}

TEST_CASE("P5: each paragraph of a text is indented, centred text and narrow boxes are not", "[text][P5]") {
    TextStyle style = test_style();
    style.first_indent_em = 2;
    const Layout layout = lay_out("晨光\n露珠", style, 320, test_fonts());
    REQUIRE(layout.rows.size() == 2);
    CHECK(layout.rows[1].x == Approx(64));
    CHECK(lay_out("晨光", style, 5.9f * 32, test_fonts()).rows[0].x == 0);
    style.align = Align::kCenter;
    CHECK(lay_out("晨光", style, 320, test_fonts()).rows[0].x == Approx(128));
    style.align = Align::kStart;
    const Layout hebrew = lay_out("שלום", style, 320, bidi_test_fonts());
    CHECK(hebrew.rows[0].x + hebrew.rows[0].width == Approx(320 - 64).margin(0.01));
}

TEST_CASE("S5: an opening mark in an indented first row is half width unless the style says otherwise",
          "[text][P5][S5]") {
    TextStyle style = test_style();
    style.first_indent_em = 2;
    const Layout half = lay_out("“中文", style, 320, test_fonts());
    CHECK(half.clusters[1].x == Approx(2.5 * 32));
    style.trim_first = false;
    const Layout full = lay_out("“中文\n“中”", style, 320, test_fonts());
    CHECK(full.clusters[1].x == Approx(3 * 32));
    REQUIRE(full.rows.size() == 2);
    CHECK(full.clusters[5].x == Approx(3 * 32));
    const std::string text = "中文中文中文中文“文中文中”";
    const Layout later = lay_out(text, style, 320, test_fonts());
    REQUIRE(rows_of(text, later)[1] == "“文中文中”");
    CHECK(later.clusters[8].advance == Approx(16));
}
