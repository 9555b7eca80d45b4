#include "text/glyph_bitmap.h"

#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace liubai;

namespace {

PlacedGlyph glyph_of(const std::string& text, float size) {
    const Layout layout = lay_out(text, test_style(size), kNoLimit, test_fonts());
    REQUIRE(layout.glyphs.size() == 1);
    return layout.glyphs[0];
}

GlyphBitmap bitmap_of(const std::string& text, float size, float shift = 0) {
    const PlacedGlyph glyph = glyph_of(text, size);
    return rasterise(test_fonts(), glyph.font, glyph.glyph, glyph.size, shift);
}

double ink(const GlyphBitmap& bitmap) { return std::accumulate(bitmap.pixels.begin(), bitmap.pixels.end(), 0.0) / 255; }

/// Where the ink's weight lies, pixels right of the pen.
double centre(const GlyphBitmap& bitmap) {
    double sum = 0;
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) sum += (bitmap.left + x + 0.5) * bitmap.pixels[y * bitmap.width + x];
    }
    return sum / 255 / ink(bitmap);
}

} // namespace

TEST_CASE("a glyph's shift moves its ink by that part of a pixel, unhinted", "[text]") {
    const double at = centre(bitmap_of("国", 40));
    CHECK(centre(bitmap_of("国", 40, 0.5f)) == Approx(at + 0.5).margin(0.02));
    CHECK(centre(bitmap_of("国", 40, 0.25f)) == Approx(at + 0.25).margin(0.02));
    CHECK(ink(bitmap_of("国", 40, 0.5f)) == Approx(ink(bitmap_of("国", 40))).epsilon(0.01));
}

TEST_CASE("a Han glyph fills its body", "[text]") {
    const GlyphBitmap bitmap = bitmap_of("国", 100);
    CHECK_FALSE(bitmap.colored);
    CHECK(bitmap.width > 70);
    CHECK(bitmap.height > 80);
    CHECK(bitmap.top > 75);
    CHECK(bitmap.pixels.size() == static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height));
}

TEST_CASE("I9: an emoji is one em wide and centred on the Han body", "[text][I9]") {
    const float size = 100;
    const PlacedGlyph glyph = glyph_of("🎬", size);
    const GlyphBitmap bitmap = rasterise(test_fonts(), glyph.font, glyph.glyph, glyph.size, 0);
    CHECK(bitmap.colored);
    CHECK(bitmap.width >= 85);
    CHECK(bitmap.width <= 110);
    CHECK(bitmap.pixels.size() == static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height) * 4);
    const Layout layout = lay_out("🎬", test_style(size), kNoLimit, test_fonts());
    const double raised = layout.rows[0].baseline - glyph.at.y;
    CHECK(raised + bitmap.top - bitmap.height / 2.0 == Approx(0.38 * size).margin(1.5));
}

TEST_CASE("an emoji's colours keep their brightness when it is drawn small", "[text]") {
    const GlyphBitmap large = bitmap_of("🟥", 136);
    const GlyphBitmap small = bitmap_of("🟥", 20);
    const auto middle = [](const GlyphBitmap& bitmap) {
        return &bitmap.pixels[(bitmap.height / 2 * bitmap.width + bitmap.width / 2) * 4];
    };
    for (int channel = 0; channel < 4; ++channel) {
        CHECK(static_cast<int>(middle(small)[channel]) == Approx(middle(large)[channel]).margin(12));
    }
}

TEST_CASE("I7: a missing character is a visible box", "[text][I7]") {
    const GlyphBitmap bitmap = bitmap_of("\U0010FFFD", 40);
    CHECK(ink(bitmap) > 50);
    CHECK(bitmap.pixels[static_cast<std::size_t>(bitmap.height / 2 * bitmap.width + bitmap.width / 2)] == 0);
}

TEST_CASE("a space has no ink", "[text]") {
    const GlyphBitmap none = rasterise(test_fonts(), FontId::kNone, 5, 40, 0);
    CHECK(none.width == 0);
    CHECK(lay_out("a b", test_style(), kNoLimit, test_fonts()).glyphs.size() == 2);
}
