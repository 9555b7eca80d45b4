#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>

using namespace liubai;

namespace {

TextStyle justified(float size = 32) {
    TextStyle style = test_style(size);
    style.align = Align::kJustify;
    return style;
}

TextStyle first_fit() {
    TextStyle style = justified();
    style.mode = FitMode::kGreedy;
    return style;
}

/// From one cluster's left edge to that of the next.
float step(const Layout& layout, std::size_t cluster) {
    return layout.clusters[cluster + 1].x - layout.clusters[cluster].x;
}

/// How much closer the clusters stand than by nature, em, when the text is pressed into a row `em` too narrow. The
/// answer names clusters by their text.
std::map<std::string, float> pressed(const std::string& text, TextStyle style, float em) {
    const Layout loose = lay_out(text, style, 4000, test_fonts());
    const Layout tight = lay_out(text, style, loose.rows[0].width - em * style.size, test_fonts());
    REQUIRE(tight.rows.size() == 1);
    CHECK(tight.rows[0].width == Approx(loose.rows[0].width - em * style.size).margin(0.01));
    std::map<std::string, float> lost;
    float moved = 0; // of a cluster's glyph, not of its box: a trimmed left half is the mark's own
    for (std::size_t c = 0; c < tight.clusters.size(); ++c) {
        const Cluster& a = loose.clusters[c];
        const Cluster& b = tight.clusters[c];
        const std::string name = text.substr(a.byte_begin, a.byte_end - a.byte_begin);
        const float box = a.advance - b.advance;
        const float gap = (a.x - b.x) - moved;
        if (std::abs(box) > 0.01f) lost[name] += box / style.size;
        moved = (a.x - b.x) + box;
        if (std::abs(gap) > 0.01f && std::abs(box) <= 0.01f) lost["before " + name] += gap / style.size;
    }
    return lost;
}

const std::string kMixed =
    "我们用AI做了3次电影：第一次是《小房间》，第二次是“The Wonder”，第三次——还没有名字。It is about a little room, and "
    "what "
    "the machine could not say there……真的吗？！也许，是的。列奥纳多·达·芬奇也说过类似的话；后来，没有人记得。";

} // namespace

TEST_CASE("P4: every row but the last ends exactly at the box's edge", "[text][P4]") {
    for (float width = 240; width < 1100; width += 13) {
        const Layout layout = lay_out(kMixed, justified(30), width, test_fonts());
        CAPTURE(width);
        for (std::size_t r = 0; r + 1 < layout.rows.size(); ++r) {
            const Row& row = layout.rows[r];
            std::size_t last = row.cluster_end - 1;
            while (layout.clusters[last].kind == ClusterKind::kSpace) --last;
            CAPTURE(r, rows_of(kMixed, layout)[r]);
            CHECK(row.x == 0);
            CHECK(row.width == Approx(width).margin(0.01));
            CHECK(layout.clusters[last].x + layout.clusters[last].advance == Approx(width).margin(0.01));
        }
    }
}

TEST_CASE("P4: the last row and a row before a hard break keep their width", "[text][P4]") {
    const Layout layout = lay_out("晨光中的露珠\n和麦浪翻涌", justified(), 320, test_fonts());
    REQUIRE(layout.rows.size() == 2);
    CHECK(layout.rows[0].width == Approx(6 * 32));
    CHECK(layout.rows[1].width == Approx(5 * 32));
}

TEST_CASE("P4: rows shrink at interpuncts, brackets, commas, gaps and full stops, in this order", "[text][P4]") {
    const std::string text = "中·文（好）天，地a玄。黄宇";
    using Lost = std::map<std::string, float>;
    const auto near = [](const Lost& found, const Lost& expected) {
        CHECK(found.size() == expected.size());
        for (const auto& [name, em] : expected) {
            CAPTURE(name);
            CHECK((found.contains(name) && std::abs(found.at(name) - em) < 0.01f));
        }
    };
    near(pressed(text, first_fit(), 0.2f), {{"·", 0.2f}});
    near(pressed(text, first_fit(), 0.25f + 0.6f), {{"·", 0.25f}, {"（", 0.3f}, {"）", 0.3f}});
    near(pressed(text, first_fit(), 1.25f + 0.4f), {{"·", 0.25f}, {"（", 0.5f}, {"）", 0.5f}, {"，", 0.4f}});
    near(pressed(text, first_fit(), 1.75f + 0.2f),
         {{"·", 0.25f}, {"（", 0.5f}, {"）", 0.5f}, {"，", 0.5f}, {"before a", 0.1f}, {"before 玄", 0.1f}});
    near(pressed(text, first_fit(), 2.0f + 0.5f), {{"·", 0.25f},
                                                   {"（", 0.5f},
                                                   {"）", 0.5f},
                                                   {"，", 0.5f},
                                                   {"before a", 0.125f},
                                                   {"before 玄", 0.125f},
                                                   {"。", 0.5f}});
}

TEST_CASE("P4: a row's last mark shrinks before anything else, then word spaces down to a quarter em", "[text][P4]") {
    TextStyle style = first_fit();
    style.trim = false;
    auto lost = pressed("中·文，好。", style, 0.4f);
    CHECK(lost.size() == 1);
    CHECK(lost["。"] == Approx(0.4f).margin(0.01));
    style = first_fit();
    style.family = Family::kSans;
    const float space = width_of("a b", style) / 32 - width_of("a", style) / 32 - width_of("b", style) / 32;
    REQUIRE(space > 0.26f);
    lost = pressed("a b 中·文", style, 2 * (space - 0.25f) + 0.1f);
    CHECK(lost["·"] == Approx(0.1f).margin(0.02));
}

TEST_CASE("P4: rows widen at word spaces, then at gaps, then between all Han alike", "[text][P4]") {
    const std::string text = "我们用AI了 on it something";
    const Layout loose = lay_out(text, first_fit(), 4000, test_fonts());
    const float natural = loose.clusters[11].x; // 我 们 用 A I 了 _ o n _ i t
    const auto pulled = [&](float em) {
        const Layout wide = lay_out(text, first_fit(), natural + loose.clusters[11].advance + em * 32, test_fonts());
        REQUIRE(wide.rows.size() == 2);
        REQUIRE(wide.rows[0].cluster_end == 13);
        std::map<std::size_t, float> more;
        for (std::size_t c = 0; c < 11; ++c) {
            const float change = step(wide, c) - step(loose, c);
            if (std::abs(change) > 0.01f) more[c] = change / 32;
        }
        return more;
    };
    const float space = 0.5f - loose.clusters[6].advance / 32;
    auto more = pulled(space);
    CHECK(more.size() == 2);
    CHECK(more[6] == Approx(space / 2).margin(0.001));
    CHECK(more[9] == Approx(space / 2).margin(0.001));
    more = pulled(2 * space + 0.2f);
    CHECK(more.size() == 4);
    CHECK(more[6] == Approx(space).margin(0.001));
    CHECK(more[2] == Approx(0.1f).margin(0.001));
    CHECK(more[4] == Approx(0.1f).margin(0.001));
    more = pulled(2 * space + 0.5f + 0.6f);
    CHECK(more.size() == 6);
    CHECK(more[9] == Approx(space).margin(0.001));
    CHECK(more[4] == Approx(0.25f).margin(0.001));
    CHECK(more[0] == Approx(0.3f).margin(0.001));
    CHECK(more[1] == Approx(0.3f).margin(0.001));
}

TEST_CASE("P4: words, numbers, doubled marks and annotated words keep their width", "[text][P4]") {
    RichText text;
    text.text = "中文10 000中——文……露珠office啊 something";
    const std::size_t base = text.text.find("露");
    text.spans.push_back({base, base + 6, Ruby{"lù zhū"}});
    const Layout loose = lay_out(text, first_fit(), 4000, test_fonts());
    const std::size_t last = 23; // 啊
    const float natural = loose.clusters[last].x + loose.clusters[last].advance;
    const Layout wide = lay_out(text, first_fit(), natural + 64, test_fonts());
    REQUIRE(wide.rows.size() == 2);
    REQUIRE(wide.rows[0].width == Approx(natural + 64).margin(0.01));
    std::size_t kept = 0;
    for (const std::size_t c : {2, 3, 4, 5, 6, 9, 12, 14, 16, 17, 18, 19, 20}) {
        CAPTURE(c);
        CHECK(step(wide, c) == Approx(step(loose, c)).margin(0.01));
        ++kept;
    }
    CHECK(kept == 13);
    CHECK(step(wide, 0) > step(loose, 0) + 1);
    CHECK(step(wide, 8) > step(loose, 8) + 1);
}

TEST_CASE("P4: a row that can shrink holds a little too much", "[text][P4]") {
    const std::string text = "真正的共情，从来不是一种，可以被计算出来的东西吧";
    const float box = 12.1f * 32; // the first row ends with half a comma: 12.5 em, or 12 without half of its other
    CHECK_FALSE(rows_of(text, test_style(), box)[0].ends_with("，"));
    CHECK(rows_of(text, justified(), box)[0] == "真正的共情，从来不是一种，");
}

TEST_CASE("S2: in justified text a quarter em stands between Han and Latin, by a value of the style",
          "[text][S2][P4]") {
    const float plain = width_of("我们用AI做了3次", plain_test_style(30));
    const auto width = [&](const TextStyle& style) {
        return lay_out("我们用AI做了3次", style, 4000, test_fonts()).rows[0].width;
    };
    TextStyle style = justified(30);
    CHECK(width(style) == Approx(plain + 4 * 7.5).margin(0.01));
    style.justified_gap.natural = 1.0f / 3;
    CHECK(width(style) == Approx(plain + 4 * 10).margin(0.01));
}

TEST_CASE("P4: right-to-left words in justified rows keep to the box", "[text][P4]") {
    const std::string text = "他说 שלום לכם ואז 就走了，没有再 hello 回来。晨光中的露珠 שלום 和麦浪";
    for (float width = 200; width < 700; width += 31) {
        const Layout layout = lay_out(text, justified(), width, bidi_test_fonts());
        CAPTURE(width);
        for (const Row& row : layout.rows) {
            float right = 0;
            for (std::uint32_t c = row.cluster_begin; c < row.cluster_end; ++c) {
                if (layout.clusters[c].kind == ClusterKind::kSpace) continue;
                right = std::max(right, layout.clusters[c].x + layout.clusters[c].advance);
                CHECK(layout.clusters[c].x >= -0.01f);
            }
            CHECK(right == Approx(row.width).margin(0.02));
        }
    }
}
