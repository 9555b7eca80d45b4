#include <catch2/catch.hpp>

#include "render/draw_support.h"
#include "text/paragraph.h"

#include <algorithm>

using namespace render_test;

namespace {

constexpr Vec2 kSize{400, 120};
constexpr Color kPaper{0, 0, 0, 255};
constexpr Color kWhite{255, 255, 255, 255};

std::vector<PlacedGlyph> glyphs_of(std::string_view text, float size, Vec2 at, Color color = kWhite) {
    TextStyle style;
    style.size = size;
    auto glyphs = lay_out(text, style, 10'000, test_fonts()).glyphs;
    for (PlacedGlyph& glyph : glyphs) {
        glyph.at = {glyph.at.x + at.x, glyph.at.y + at.y};
        glyph.color = color;
    }
    return glyphs;
}

Pixels drawn_glyphs(std::vector<PlacedGlyph> glyphs, float scale = 1) {
    Frame frame = frame_of(kSize, kPaper);
    frame.canvas.scale = scale;
    frame.layers.push_back({LayerKind::kUi, {0, 0, 4000, 1200}, 1, {GlyphsItem{std::move(glyphs)}}});
    return drawn(frame);
}

long ink(const Pixels& p) {
    long sum = 0;
    for (std::size_t i = 0; i < p.rgba.size(); i += 4) sum += p.rgba[i] + p.rgba[i + 1] + p.rgba[i + 2];
    return sum;
}

Pixels moved(const Pixels& p, int dx, int dy) {
    Pixels out = plain_picture(p.width, p.height, kPaper);
    for (int y = std::max(0, dy); y < p.height && y - dy < p.height; ++y) {
        for (int x = std::max(0, dx); x < p.width && x - dx < p.width; ++x) {
            const Color c = pixel(p, x - dx, y - dy);
            std::uint8_t* to = &out.rgba[static_cast<std::size_t>(y * p.width + x) * 4];
            to[0] = c.r, to[1] = c.g, to[2] = c.b;
        }
    }
    return out;
}

} // namespace

TEST_CASE("a text leaves ink in its colour", "[render]") {
    const Pixels got = drawn_glyphs(glyphs_of("留白 Liubai", 40, {10, 10}, {255, 128, 0, 255}));
    CHECK(ink(got) > 50'000);
    int brightest = 0;
    for (int y = 0; y < got.height; ++y) {
        for (int x = 0; x < got.width; ++x) {
            const Color c = pixel(got, x, y);
            brightest = std::max<int>(brightest, c.r);
            REQUIRE(c.b == 0);
            REQUIRE(std::abs(c.g - c.r / 2) <= 2);
        }
    }
    CHECK(brightest == 255);
}

TEST_CASE("the same glyph a whole number of pixels further has the same pixels", "[render]") {
    const Pixels here = drawn_glyphs(glyphs_of("雪 snow", 37, {10.25f, 10}));
    CHECK(drawn_glyphs(glyphs_of("雪 snow", 37, {17.25f, 13})).rgba == moved(here, 7, 3).rgba);
}

TEST_CASE("baselines stand on whole pixels, pens on quarters", "[render]") {
    const auto base = glyphs_of("雪", 37, {10, 10});
    auto other = base;
    const float whole = std::floor(base[0].at.y) + 0.1f;
    const auto at = [&](float dx, float y) {
        other[0].at = {std::floor(base[0].at.x) + dx, y};
        return drawn_glyphs(other).rgba;
    };
    CHECK(at(0, whole) == at(0, whole + 0.3f));
    CHECK(at(0, whole) == at(0.1f, whole));
    CHECK(at(0, whole) != at(0.25f, whole));
    CHECK(at(0.25f, whole) == at(0.3f, whole));
    CHECK(at(0, whole) != at(0, whole + 1));
}

TEST_CASE("glyphs are rasterised for the real pixels, not stretched", "[render]") {
    // 20 units at scale 2 is the picture of 40 units at scale 1.
    CHECK(drawn_glyphs(glyphs_of("永", 20, {10, 10}), 2).rgba == drawn_glyphs(glyphs_of("永", 40, {20, 20}), 1).rgba);
}

TEST_CASE("a glyph's alpha is that of its colour", "[render]") {
    const auto glyphs = glyphs_of("永远", 40, {10, 10});
    auto half = glyphs;
    for (PlacedGlyph& glyph : half) glyph.color.a = 128;
    const double ratio = static_cast<double>(ink(drawn_glyphs(half))) / static_cast<double>(ink(drawn_glyphs(glyphs)));
    CHECK(ratio == Approx(0.5).margin(0.02));
}

TEST_CASE("a colour glyph keeps its own colours and takes the alpha", "[render]") {
    const Pixels red = drawn_glyphs(glyphs_of("🐘", 60, {10, 10}, {255, 0, 0, 255}));
    const Pixels blue = drawn_glyphs(glyphs_of("🐘", 60, {10, 10}, {0, 0, 255, 255}));
    CHECK(ink(red) > 50'000);
    CHECK(red.rgba == blue.rgba);
    const Pixels faint = drawn_glyphs(glyphs_of("🐘", 60, {10, 10}, {255, 0, 0, 64}));
    CHECK(static_cast<double>(ink(faint)) / static_cast<double>(ink(red)) == Approx(0.25).margin(0.02));
}

TEST_CASE("more glyphs than the atlas holds still draw right", "[render]") {
    // 60 large Han at many sizes fill the atlas several times over within one frame.
    std::vector<PlacedGlyph> many;
    for (int i = 0; i < 60; ++i) {
        const auto glyphs = glyphs_of("魔", 300 + static_cast<float>(i), {-60, -120}, {255, 255, 255, 8});
        many.insert(many.end(), glyphs.begin(), glyphs.end());
    }
    // One layer a glyph, each drawn by a renderer that has room, on the result so far.
    Renderer crowded(kSize, test_fonts());
    Frame frame = frame_of(kSize, kPaper);
    frame.layers.push_back(layer_of(kSize, {GlyphsItem{many}}));
    crowded.draw(frame);
    const Pixels got = crowded.read_back();

    Renderer roomy(kSize, test_fonts());
    Pixels so_far = plain_picture(400, 120, kPaper);
    for (const PlacedGlyph& glyph : many) {
        roomy.forget_pictures();
        roomy.put_picture(ImageId{1}, so_far, 1);
        Frame one = frame_of(kSize, kPaper);
        one.layers.push_back(layer_of(
            kSize, {ImageItem{ImageId{1}, {0, 0, 400, 120}, {0, 0, 1, 1}, {}, Blend::kOver}, GlyphsItem{{glyph}}}));
        roomy.draw(one);
        so_far = roomy.read_back();
    }
    CHECK(ink(got) > 100'000);
    CHECK(got.rgba == so_far.rgba);
}
