#include "base/utf8.h"
#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace liubai;

namespace {

using Strings = std::vector<std::string>;

TextStyle greedy_style(float size = 30) {
    TextStyle style = test_style(size);
    style.mode = FitMode::kGreedy;
    return style;
}

/// True if some row at some width from `from` to `to` satisfies the condition.
template <typename Condition>
bool some_row(const std::string& text, const TextStyle& style, int from, int to, Condition condition) {
    for (int width = from; width <= to; width += 3) {
        const Strings rows = rows_of(text, style, static_cast<float>(width));
        if (std::any_of(rows.begin(), rows.end(), condition)) return true;
    }
    return false;
}

bool splits(const std::string& text, const std::string& whole, int from) {
    return some_row(text, greedy_style(), from, 900, [&](const std::string& row) {
        for (std::size_t cut = 1; cut < whole.size(); ++cut) {
            if (row.ends_with(whole.substr(0, cut)) && !row.ends_with(whole) &&
                text.find(row + whole.substr(cut)) != text.npos) {
                return true;
            }
        }
        return false;
    });
}

} // namespace

TEST_CASE("L2: no row starts with a stop, even after a space", "[text][L2]") {
    const std::string text = "breathtakingly detailed — but something felt . It was not until";
    CHECK_FALSE(some_row(text, greedy_style(), 200, 900, [](const std::string& row) { return row.starts_with("."); }));
}

TEST_CASE("L2: no row starts with a closing mark or ends with an opening one", "[text][L2]") {
    const std::string first = "、，。．；：！？）》〉」』】〕”’·%‰℃～々,.;:!?)]}";
    const std::string last = "（《〈「『【〔“‘([{$￥#";
    for (const char32_t c : to_utf32(first)) {
        const std::string mark = to_utf8(std::u32string(1, c));
        const std::string text = "中文中文中文" + mark + "中文中文";
        CAPTURE(mark);
        CHECK_FALSE(
            some_row(text, greedy_style(), 90, 400, [&](const std::string& row) { return row.starts_with(mark); }));
    }
    for (const char32_t c : to_utf32(last)) {
        const std::string mark = to_utf8(std::u32string(1, c));
        const std::string text = "中文中文中文" + mark + "中文中文";
        CAPTURE(mark);
        CHECK_FALSE(
            some_row(text, greedy_style(), 90, 400, [&](const std::string& row) { return row.ends_with(mark); }));
    }
}

TEST_CASE("L3: no row breaks inside a doubled dash or ellipsis", "[text][L3]") {
    for (const char* mark : {"——", "……"}) CHECK_FALSE(splits(std::string("中文中文") + mark + "中文中文", mark, 65));
}

TEST_CASE("L4: strict text has no dash or ellipsis at a row's start, normal text may have a dash", "[text][L4]") {
    const auto dash_first = [](const std::string& row) { return row.starts_with("—"); };
    CHECK_FALSE(some_row("完美主义的陷阱——数据要干净", greedy_style(), 90, 500, dash_first));
    CHECK_FALSE(some_row("in the streets — there is", greedy_style(), 160, 500, dash_first));
    TextStyle normal = greedy_style();
    normal.line_break = LineBreak::kNormal;
    CHECK(some_row("完美主义的陷阱——数据要干净", normal, 90, 500, dash_first));
}

TEST_CASE("L4: loose text may start a row with an iteration mark or a small kana", "[text][L4]") {
    const auto first = [](const std::string& row) { return row.starts_with("々"); };
    CHECK_FALSE(some_row("中文中文人々中文", greedy_style(), 90, 300, first));
    TextStyle loose = greedy_style();
    loose.line_break = LineBreak::kLoose;
    CHECK(some_row("中文中文人々中文", loose, 90, 300, first));
}

TEST_CASE("L5: a row may break outside Chinese quotes, not outside English ones", "[text][L5]") {
    const std::string chinese = "那种“attending”的力量";
    CHECK(some_row(chinese, greedy_style(), 100, 400, [](const std::string& row) { return row.starts_with("“"); }));
    CHECK(some_row(chinese, greedy_style(), 100, 400, [](const std::string& row) { return row.ends_with("”"); }));
    CHECK_FALSE(some_row("say“attending”now", greedy_style(), 260, 400,
                         [](const std::string& row) { return row.starts_with("“"); }));
}

TEST_CASE("L6: words, numbers and their units stay whole", "[text][L6]") {
    CHECK_FALSE(splits("模型GPT-4的回答", "GPT-4", 120));
    CHECK_FALSE(splits("圆周率3.14左右", "3.14", 90));
    CHECK_FALSE(splits("大约10 000 km的路", "10 000 km", 200));
    CHECK_FALSE(splits("花了$100买的", "$100", 90));
    CHECK_FALSE(splits("准确率95%。", "95%", 90));
    CHECK_FALSE(splits("学习C++语言", "C++", 90));
    CHECK_FALSE(splits("something wonderful here", "wonderful", 200));
}

TEST_CASE("L6: an address may break after a slash, a word at its hyphen", "[text][L6]") {
    CHECK(some_row("http://example.org/path/more", greedy_style(), 200, 400,
                   [](const std::string& row) { return row.ends_with("/"); }));
    CHECK(some_row("a cutting-edge film", greedy_style(), 120, 250,
                   [](const std::string& row) { return row.ends_with("cutting-"); }));
}

TEST_CASE("L6: a soft hyphen shows only where the row breaks at it", "[text][L6]") {
    const std::string text = "wonder\u00ADful";
    CHECK(width_of(text, greedy_style()) == Approx(width_of("wonderful", greedy_style())).margin(0.5));
    const Layout layout = lay_out(text, greedy_style(), width_of("wonder-", greedy_style()) + 1, test_fonts());
    REQUIRE(layout.rows.size() == 2);
    CHECK(layout.rows[0].width == Approx(width_of("wonder-", greedy_style())).margin(0.5));
    CHECK(rows_of(text, greedy_style(), width_of("wonder", greedy_style()) + 1)[0] != "wonder\u00AD");
}

TEST_CASE("L7: a word wider than the box breaks between clusters and never overflows", "[text][L7]") {
    const std::string text = "Pneumonoultramicroscopicsilicovolcanoconiosisandmoreandmore";
    const Layout layout = lay_out(text, greedy_style(), 420, test_fonts());
    CHECK(layout.rows.size() == 3);
    for (const Row& row : layout.rows) CHECK(row.width <= 420.01f);
    const std::string marked = "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301";
    for (const std::string& row : rows_of(marked, greedy_style(), 40)) CHECK(row.starts_with("e\u0301"));
}

TEST_CASE("L9: spaces collapse, and those at a row's ends take no room", "[text][L9]") {
    CHECK(width_of("very  vibe", greedy_style()) == Approx(width_of("very vibe", greedy_style())).margin(0.01));
    CHECK(width_of("vibe  ", greedy_style()) == Approx(width_of("vibe", greedy_style())).margin(0.01));
    CHECK(width_of("  vibe", greedy_style()) == Approx(width_of("vibe", greedy_style())).margin(0.01));
    const Layout layout = lay_out("two one", greedy_style(), width_of("two", greedy_style()) + 2, test_fonts());
    REQUIRE(layout.rows.size() == 2);
    CHECK(layout.rows[0].width == Approx(width_of("two", greedy_style())).margin(0.01));
    CHECK(layout.clusters[4].x == Approx(0).margin(0.01));
    const std::string bound = "one a\u00A0b";
    CHECK(rows_of(bound, greedy_style(), width_of("one a", greedy_style()) + 2) == Strings{"one ", "a\u00A0b"});
}

TEST_CASE("L10: shapes across a break are undone", "[text][L10]") {
    const std::string text = "a cutting-edge film";
    const float first = width_of("a cutting-", greedy_style());
    const Layout layout = lay_out(text, greedy_style(), first + 0.01f, test_fonts());
    REQUIRE(rows_of(text, layout)[0] == "a cutting-");
    CHECK(layout.rows[0].width == Approx(first).margin(0.001));
    const Layout cut = lay_out("ffffff", greedy_style(), width_of("ff", greedy_style()) + 0.1f, test_fonts());
    for (const Row& row : cut.rows) CHECK(row.width <= width_of("ff", greedy_style()) + 0.1f);
}

TEST_CASE("L11: a ruby base stays in one row", "[text][L11]") {
    RichText text;
    text.text = "晨光中的露珠和麦浪";
    text.spans.push_back({12, 18, Ruby{"lù zhū"}});
    for (float width = 70; width < 300; width += 7) {
        const Layout layout = lay_out(text, greedy_style(), width, test_fonts());
        CHECK(layout.clusters[4].row == layout.clusters[5].row);
    }
}

TEST_CASE("a silence keeps the 的 and the stop after it, and takes its own width", "[text][gap]") {
    const std::string gap(kGapUtf8);
    for (const std::string& text : {"学会" + gap + "的人工智能", "not just rooms, but " + gap + "."}) {
        CHECK_FALSE(some_row(text, greedy_style(), 140, 700,
                             [](const std::string& row) { return row.starts_with("的") || row.starts_with("."); }));
    }
    const Layout layout = lay_out("学会" + gap + "的", test_style(), kNoLimit, test_fonts());
    CHECK(layout.clusters[2].kind == ClusterKind::kGap);
    CHECK(layout.clusters[2].advance == Approx(2.5 * 32));
    CHECK(layout.clusters[2].glyph_begin == layout.clusters[2].glyph_end);
}

TEST_CASE("P3: balanced rows are of like length and no more", "[text][P3]") {
    TextStyle style = greedy_style();
    const std::string text = "真正的共情从来不是一种可以被计算出来的东西吧";
    const Layout first_fit = lay_out(text, style, 420, test_fonts());
    style.mode = FitMode::kBalance;
    const Layout balanced = lay_out(text, style, 420, test_fonts());
    REQUIRE(first_fit.rows.size() == 2);
    REQUIRE(balanced.rows.size() == 2);
    CHECK(std::abs(balanced.rows[0].width - balanced.rows[1].width) <= 30.01f);
}

TEST_CASE("a line break in the text ends the row", "[text]") {
    CHECK(rows_of("一\n二", test_style(), 400) == Strings{"一\n", "二"});
    CHECK(rows_of("一\r\n\n二", test_style(), 400) == Strings{"一\r\n", "\n", "二"});
    CHECK(rows_of("", test_style(), 400).empty());
}

TEST_CASE("rows stand at the start, in the middle or at the end of the box", "[text]") {
    TextStyle style = test_style();
    for (const auto& [align, x] : {std::pair{Align::kStart, 0.0f}, {Align::kCenter, 168.0f}, {Align::kEnd, 336.0f}}) {
        style.align = align;
        const Layout layout = lay_out("中文", style, 400, test_fonts());
        CHECK(layout.rows[0].x == Approx(x));
        CHECK(layout.clusters[0].x == Approx(x));
        CHECK(layout.glyphs[0].at.x == Approx(x));
    }
}
