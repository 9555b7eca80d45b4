#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace liubai;

namespace {

using Strings = std::vector<std::string>;

/// What autospace adds to a text at 32 units.
float autospace(const std::string& text) {
    TextStyle with = plain_test_style();
    with.autospace = true;
    return width_of(text, with) - width_of(text, plain_test_style());
}

/// What closing up takes from a text between two Han characters, em.
float closed_up(const std::string& text) {
    TextStyle with = plain_test_style();
    with.trim = true;
    const std::string inside = "中" + text + "中";
    return (width_of(inside, plain_test_style()) - width_of(inside, with)) / 32;
}

} // namespace

TEST_CASE("S1: an eighth of an em stands between Han and Latin letters, digits and the per cent sign", "[text][S1]") {
    for (const char* text : {"中a中", "中1中", "中%中", "中é中", "中α中"}) {
        CAPTURE(text);
        CHECK(autospace(text) == Approx(8).margin(0.01));
    }
}

TEST_CASE("S1, S3: no gap beside a typed space, full-width marks, quotes, brackets and emoji", "[text][S1][S3]") {
    for (const char* text :
         {"中 a 中", "（a）", "中，a", "中“a”", "中$中", "中-a", "中(a)中", "中🎬中", "一 little room"}) {
        CAPTURE(text);
        CHECK(autospace(text) == Approx(0).margin(0.01));
    }
}

TEST_CASE("S1: the gap vanishes at a row's end and start", "[text][S1]") {
    TextStyle style = test_style();
    const Layout layout = lay_out("中文abc", style, 65, test_fonts());
    REQUIRE(layout.rows.size() == 2);
    CHECK(layout.rows[0].width == Approx(64).margin(0.01));
    CHECK(layout.clusters[2].x == Approx(0).margin(0.01));
    CHECK(layout.rows[1].width == Approx(width_of("abc", style)).margin(0.01));
}

TEST_CASE("S2: the gap is a value of the style", "[text][S2]") {
    CHECK(width_of("我们用AI做了3次", test_style(30)) ==
          Approx(width_of("我们用AI做了3次", plain_test_style(30)) + 4 * 3.75).margin(0.01));
    TextStyle wide = test_style();
    wide.autospace_em = 0.25f;
    CHECK(width_of("中a中", wide) == Approx(width_of("中a中", plain_test_style()) + 16).margin(0.01));
}

TEST_CASE("S4: adjacent full-width punctuation takes one and a half em", "[text][S4]") {
    for (const char* pair : {"”，", "》，", "。”", "，“", "：“", "、（", "“‘", "’”", "（（", "））", "）（"}) {
        CAPTURE(pair);
        CHECK(closed_up(pair) == Approx(0.5).margin(0.001));
    }
    for (const char* pair : {"？！", "！）", "，", "中"}) {
        CAPTURE(pair);
        CHECK(closed_up(pair) == Approx(0).margin(0.001));
    }
}

TEST_CASE("S4: of three marks in a row each border closes up once", "[text][S4]") {
    CHECK(closed_up("。”，") == Approx(1).margin(0.001));
    CHECK(closed_up("》（“") == Approx(1).margin(0.001));
}

TEST_CASE("S5: an opening mark at a row's start is half an em", "[text][S5]") {
    CHECK(width_of("“中文", test_style()) == Approx(2.5 * 32).margin(0.01));
    CHECK(width_of("“中文", plain_test_style()) == Approx(3 * 32).margin(0.01));
    const Layout layout = lay_out("（中文", test_style(), kNoLimit, test_fonts());
    CHECK(layout.clusters[0].x == Approx(0).margin(0.01));
    CHECK(layout.clusters[0].advance == Approx(16).margin(0.01));
    CHECK(layout.clusters[1].x == Approx(16).margin(0.01));
}

TEST_CASE("S6: a stop or closing mark at a row's end is half an em", "[text][S6]") {
    const float box = 5.56f * 32;
    CHECK(rows_of("中文中文中，", test_style(), box) == Strings{"中文中文中，"});
    CHECK(rows_of("中文中文中，", plain_test_style(), box).size() == 2);
    for (const char* text : {"中文中文中。", "中文中文中、", "中文中文中”", "中文中文中》", "中文中文中；"}) {
        CAPTURE(text);
        CHECK(width_of(text, test_style()) == Approx(5.5 * 32).margin(0.01));
    }
}

TEST_CASE("S7: a face without halt trims by its ink, and its narrow quotes stand in a full em", "[text][S7]") {
    TextStyle kai = test_style();
    kai.family = Family::kTitle;
    TextStyle kai_plain = plain_test_style();
    kai_plain.family = Family::kTitle;
    CHECK(width_of("中文，", kai_plain) == Approx(3 * 32).margin(0.01));
    CHECK(width_of("中文，", kai) == Approx(2.5 * 32).margin(0.5));
    CHECK(width_of("“中”", kai_plain) == Approx(3 * 32).margin(0.01));
    CHECK(width_of("“中”", kai) == Approx(2 * 32).margin(0.01));
}

TEST_CASE("S8: what is trimmed decides what fits", "[text][S8]") {
    CHECK(rows_of("他说：“好”，走", test_style(), 7 * 32) == Strings{"他说：“好”，走"});
    CHECK(rows_of("他说：“好”，走", plain_test_style(), 7 * 32).size() == 2);
}

TEST_CASE("S9: doubled dashes and ellipses keep their full width and stay together", "[text][S9][L3]") {
    for (const char* text : {"中——中", "中……中"}) {
        CHECK(width_of(text, test_style()) == Approx(4 * 32).margin(0.01));
    }
    for (int width = 33; width < 200; ++width) {
        for (const std::string& row : rows_of("真的？！中文——然后……完", test_style(), static_cast<float>(width))) {
            if (width < 64) continue;
            CAPTURE(row, width);
            CHECK_FALSE(row.starts_with("！"));
            CHECK_FALSE((row.ends_with("—") && !row.ends_with("——")));
            CHECK_FALSE((row.ends_with("…") && !row.ends_with("……")));
        }
    }
}

TEST_CASE("S10: a comma may hang outside the box when the style asks for it", "[text][S10]") {
    TextStyle style = test_style();
    style.hang = true;
    const Layout layout = lay_out("中文中文中，", style, 5 * 32, test_fonts());
    REQUIRE(layout.rows.size() == 1);
    CHECK(layout.rows[0].width == Approx(5 * 32).margin(0.01));
    CHECK(layout.clusters[5].x == Approx(5 * 32).margin(0.01));
    CHECK(rows_of("中文中文中，", test_style(), 5 * 32).size() == 2);
}
