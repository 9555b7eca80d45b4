#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

RichText with_span(const std::string& text, const std::string& part, decltype(Span::kind) kind) {
    RichText rich;
    rich.text = text;
    const std::size_t begin = text.find(part);
    REQUIRE(begin != text.npos);
    rich.spans.push_back({begin, begin + part.size(), std::move(kind)});
    return rich;
}

std::size_t glyphs_in(const Layout& layout, std::size_t cluster) {
    return layout.clusters[cluster].glyph_end - layout.clusters[cluster].glyph_begin;
}

} // namespace

TEST_CASE("A1: emphasis is a dot under each Han character, none under marks, and true italics in Latin", "[text][A1]") {
    const RichText text = with_span("真正的共情，happens", "真正的共情，happens", Emphasis{});
    const Layout plain = lay_out(text.text, test_style(), kNoLimit, test_fonts());
    const Layout layout = lay_out(text, test_style(), kNoLimit, test_fonts());
    for (std::size_t i = 0; i < 5; ++i) {
        REQUIRE(glyphs_in(layout, i) == 2);
        const PlacedGlyph& dot = layout.glyphs[layout.clusters[i].glyph_begin + 1];
        const Rect box = cluster_rect(layout, i);
        CHECK(dot.at.y > box.y + box.h);
        CHECK(layout.clusters[i].x == plain.clusters[i].x);
    }
    CHECK(glyphs_in(layout, 5) == 1);
    const PlacedGlyph& italic = layout.glyphs[layout.clusters[6].glyph_begin];
    CHECK(italic.font != plain.glyphs[plain.clusters[6].glyph_begin].font);
    CHECK(layout.size.y == plain.size.y);
}

TEST_CASE("A1: dots stand in the middle below their characters", "[text][A1]") {
    const Layout layout = lay_out(with_span("的", "的", Emphasis{}), test_style(100), kNoLimit, test_fonts());
    REQUIRE(layout.glyphs.size() == 2);
    RichText far = with_span("的的", "的", Emphasis{});
    far.spans[0] = {3, 6, Emphasis{}};
    const Layout second = lay_out(far, test_style(100), kNoLimit, test_fonts());
    CHECK(second.glyphs.back().at.x == Approx(layout.glyphs.back().at.x + 100).margin(0.01));
}

TEST_CASE("bold takes the bold faces of both languages", "[text]") {
    const Layout plain = lay_out("中a", test_style(), kNoLimit, test_fonts());
    const Layout bold = lay_out(with_span("中a", "中a", Bold{}), test_style(), kNoLimit, test_fonts());
    REQUIRE(bold.glyphs.size() == 2);
    CHECK(bold.glyphs[0].font != plain.glyphs[0].font);
    CHECK(bold.glyphs[1].font != plain.glyphs[1].font);
}

TEST_CASE("a tint colours its glyphs and moves nothing", "[text]") {
    const RichText text = with_span("晨光中的露珠", "露珠", Tinted{{200, 40, 30, 255}});
    const Layout plain = lay_out(text.text, test_style(), kNoLimit, test_fonts());
    const Layout layout = lay_out(text, test_style(), kNoLimit, test_fonts());
    CHECK(layout.glyphs[3].color == Color{});
    CHECK(layout.glyphs[4].color == Color{200, 40, 30, 255});
    for (std::size_t g = 0; g < layout.glyphs.size(); ++g) CHECK(layout.glyphs[g].at == plain.glyphs[g].at);
}

TEST_CASE("A2: ruby stands over the middle of its base at half size and changes no pitch", "[text][A2]") {
    const RichText text = with_span("晨光露中", "露", Ruby{"lù"});
    const Layout plain = lay_out(text.text, test_style(100), kNoLimit, test_fonts());
    const Layout layout = lay_out(text, test_style(100), kNoLimit, test_fonts());
    CHECK(layout.size == plain.size);
    CHECK(layout.rows[0].baseline == plain.rows[0].baseline);
    REQUIRE(glyphs_in(layout, 2) == 3);
    const PlacedGlyph& l = layout.glyphs[layout.clusters[2].glyph_begin + 1];
    CHECK(l.size == 50);
    CHECK(l.at.y < layout.rows[0].baseline - 80);
    TextStyle small = test_style(50);
    small.family = Family::kSans;
    const float annotation = width_of("lù", small);
    CHECK(l.at.x == Approx(250 - annotation / 2).margin(0.5));
}

TEST_CASE("A2: neighbouring annotations keep a quarter of their em apart", "[text][A2]") {
    RichText text;
    text.text = "双床";
    text.spans.push_back({0, 3, Ruby{"shuāng"}});
    text.spans.push_back({3, 6, Ruby{"chuáng"}});
    const Layout layout = lay_out(text, test_style(100), kNoLimit, test_fonts());
    TextStyle small = test_style(50);
    small.family = Family::kSans;
    const float first = width_of("shuāng", small);
    const float second = width_of("chuáng", small);
    const float middles = layout.clusters[1].x - layout.clusters[0].x;
    CHECK(middles == Approx((first + second) / 2 + 12.5).margin(0.1));
}

TEST_CASE("A2: an annotation at a row's start or end stays in the box", "[text][A2]") {
    const RichText text = with_span("双人", "双", Ruby{"shuāng"});
    const Layout layout = lay_out(text, test_style(100), 400, test_fonts());
    for (const PlacedGlyph& glyph : layout.glyphs) CHECK(glyph.at.x >= -0.01f);
}

TEST_CASE("A3: Hebrew runs right to left inside Chinese, and its brackets turn", "[text][A3]") {
    const std::string text = "他说 שלום עולם 好";
    const Layout layout = lay_out(text, test_style(), kNoLimit, bidi_test_fonts());
    CHECK(layout.missing == 0);
    CHECK(layout.clusters[3].right_to_left);
    CHECK(layout.clusters[3].x > layout.clusters[4].x);
    CHECK(layout.clusters[13].x > layout.clusters[3].x);
    CHECK_FALSE(layout.clusters[13].right_to_left);
}

TEST_CASE("A3: a right-to-left paragraph starts at the right", "[text][A3]") {
    const Layout layout = lay_out("שלום", test_style(), 400, bidi_test_fonts());
    CHECK(layout.rows[0].x + layout.rows[0].width == Approx(400).margin(0.01));
    CHECK(layout.clusters[0].x > layout.clusters[3].x);
}

TEST_CASE("A3: Arabic letters join, and stay joined when a row breaks between words", "[text][A3]") {
    const std::string text = "مرحبا بالعالم";
    const Layout whole = lay_out(text, test_style(), kNoLimit, bidi_test_fonts());
    CHECK(whole.missing == 0);
    const Layout two = lay_out(text, test_style(), whole.size.x - 5, bidi_test_fonts());
    REQUIRE(two.rows.size() == 2);
    std::size_t same = 0;
    for (std::size_t g = 0; g < std::min(whole.glyphs.size(), two.glyphs.size()); ++g) {
        same += whole.glyphs[g].glyph == two.glyphs[g].glyph;
    }
    CHECK(same == whole.glyphs.size());
}

TEST_CASE("A4: Han stand in squares one pitch apart, so that rows can be turned into columns", "[text][A4]") {
    const Layout layout = lay_out("或许，未来的人会在风里听见一棵树的故事", test_style(), 8 * 32, test_fonts());
    REQUIRE(layout.rows.size() > 1);
    for (std::size_t i = 0; i < layout.clusters.size(); ++i) {
        const Rect square = cluster_rect(layout, i);
        if (layout.clusters[i].byte_end - layout.clusters[i].byte_begin != 3 || square.w < 17) continue; // trimmed ，
        // Vertical text (CLREQ 2.3) puts the square at (−row, column): nothing but its own place is needed for that.
        CHECK(square.w == Approx(32));
        CHECK(square.h == Approx(32));
        const Row& row = layout.rows[layout.clusters[i].row];
        CHECK(row.baseline - layout.rows[0].baseline == Approx(layout.row_pitch * static_cast<float>(layout.clusters[i].row)));
    }
}

TEST_CASE("A5: from offset to place and back is the same offset, for every cluster", "[text][A5]") {
    for (const char* text :
         {"他说it’s fine，然后走了。", "office “中文” 👩‍🚀 e\u0301a", "“‘好’的（他说）。”"}) {
        const Layout layout = lay_out(text, test_style(), 200, test_fonts());
        for (std::size_t i = 0; i < layout.clusters.size(); ++i) {
            const Cluster& cluster = layout.clusters[i];
            if (cluster.advance <= 0.01f) continue;
            const Rect caret = caret_at(layout, cluster.byte_begin);
            CAPTURE(text, cluster.byte_begin);
            CHECK(offset_at(layout, {caret.x + 0.01f, caret.y + caret.h / 2}) == cluster.byte_begin);
        }
    }
}

TEST_CASE("A5: points outside are clamped to the text", "[text][A5]") {
    const Layout layout = lay_out("中文abc", test_style(), 400, test_fonts());
    CHECK(offset_at(layout, {-50, -50}) == 0);
    CHECK(offset_at(layout, {900, 900}) == 9);
    CHECK(caret_at(layout, 9).x == Approx(layout.rows[0].width).margin(0.01));
    CHECK(offset_at(Layout{}, {3, 3}) == 0);
}

TEST_CASE("A6: the clusters hold the text itself, with nothing inserted", "[text][A6]") {
    const std::string text = "我们用AI做了3次。";
    const Layout layout = lay_out(text, test_style(), 200, test_fonts());
    std::size_t next = 0;
    for (const Cluster& cluster : layout.clusters) {
        CHECK(cluster.byte_begin == next);
        next = cluster.byte_end;
    }
    CHECK(next == text.size());
}
