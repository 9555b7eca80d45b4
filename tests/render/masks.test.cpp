#include <catch2/catch.hpp>

#include "render/draw_support.h"

using namespace render_test;

namespace {

constexpr Vec2 kSize{64, 32};
constexpr Color kPaper{10, 20, 30, 255};
constexpr Color kWhite{255, 255, 255, 255};
constexpr auto kMask = static_cast<ImageId>(7);

/// Dark on the left, bright on the right.
Pixels ramp() {
    Pixels p = plain_picture(32, 4, kWhite);
    for (int y = 0; y < p.height; ++y) {
        for (int x = 0; x < p.width; ++x)
            for (int c = 0; c < 3; ++c) p.rgba[static_cast<std::size_t>((y * p.width + x) * 4 + c)] = static_cast<std::uint8_t>(x * 255 / 31);
    }
    return p;
}

Pixels uncovered(float level, Rect clip = {0, 0, 64, 32}, Vec2 size = kSize) {
    Renderer renderer(size, test_fonts());
    renderer.put_mask(kMask, ramp(), 1);
    Frame frame = frame_of(size, kPaper);
    const Rect all{0, 0, size.x, size.y};
    Layer layer = layer_of(size, {fill(all, kWhite)});
    layer.clip = clip;
    layer.mask = {kMask, all, level};
    frame.layers.push_back(layer);
    renderer.draw(frame);
    return renderer.read_back();
}

} // namespace

TEST_CASE("a mask uncovers a layer first where it is dark", "[render]") {
    const Pixels none = uncovered(0);
    const Pixels half = uncovered(0.5f);
    const Pixels all = uncovered(1);
    CHECK(near(pixel(none, 1, 16), kPaper, 2));
    CHECK(near(pixel(none, 62, 16), kPaper, 2));
    CHECK(near(pixel(half, 2, 16), kWhite, 2));
    CHECK(near(pixel(half, 61, 16), kPaper, 2));
    CHECK(near(pixel(all, 1, 16), kWhite, 2));
    CHECK(near(pixel(all, 62, 16), kWhite, 2));
}

TEST_CASE("between what is uncovered and what is not there is a soft edge, and never a brighter one", "[render]") {
    const Pixels half = uncovered(0.5f);
    int between = 0;
    for (int x = 0; x < 63; ++x) {
        const Color a = pixel(half, x, 16);
        const Color b = pixel(half, x + 1, 16);
        CHECK(b.r <= a.r + 1);
        CHECK(b.b <= a.b + 1);
        if (a.r > 20 && a.r < 245) ++between;
    }
    CHECK(between >= 4);
}

TEST_CASE("on a large screen a mask's edge goes over every row alike, whole tiles beside it being all or nothing", "[render]") {
    constexpr Vec2 kLarge{501, 203};
    const Rect clip{3, 5, 490, 191};
    for (const float level : {0.1f, 0.37f, 0.5f, 0.9f}) {
        const Pixels got = uncovered(level, clip, kLarge);
        const int top = 5;
        int between = 0;
        for (int x = 3; x < 492; ++x) {
            CAPTURE(level, x);
            const Color first = pixel(got, x, top);
            CHECK(pixel(got, x + 1, top).r <= first.r + 1);
            if (first.r > 20 && first.r < 245) ++between;
            bool alike = true;
            for (int y = top; y < top + 191; ++y) alike = alike && near(pixel(got, x, y), first);
            CHECK(alike);
        }
        CHECK(between >= 40);
        CHECK(between <= 90); // kSoft of the range, and where the ramp is cut off
        CHECK(pixel(got, 2, 100) == kPaper);
        CHECK(pixel(got, 493, 100) == kPaper);
    }
}

TEST_CASE("a mask uncovers an opaque picture over what is below it", "[render]") {
    Renderer renderer(kSize, test_fonts());
    renderer.put_mask(kMask, ramp(), 1);
    renderer.put_picture(ImageId{1}, plain_picture(64, 32, {200, 0, 0, 255}), 1);
    Frame frame = frame_of(kSize, kPaper);
    frame.layers.push_back(layer_of(kSize, {fill({0, 0, 64, 32}, kWhite)}));
    frame.layers.push_back(layer_of(kSize, {ImageItem{ImageId{1}, {0, 0, 64, 32}, {0, 0, 1, 1}, kWhite, Blend::kOver}}));
    frame.layers[1].mask = {kMask, {0, 0, 64, 32}, 0.5f};
    renderer.draw(frame);
    const Pixels got = renderer.read_back();
    CHECK(near(pixel(got, 2, 16), {200, 0, 0, 255}, 2));
    CHECK(near(pixel(got, 61, 16), kWhite, 2));
}

TEST_CASE("a mask changes nothing outside its layer's clip", "[render]") {
    const Pixels got = uncovered(0.5f, {0, 8, 64, 16});
    for (const int y : {0, 7, 24, 31}) CHECK(pixel(got, 2, y) == kPaper);
    CHECK(near(pixel(got, 2, 16), kWhite, 2));
}

TEST_CASE("a layer whose mask is not there is simply shown", "[render]") {
    Frame frame = frame_of(kSize, kPaper);
    frame.layers.push_back(layer_of(kSize, {fill({0, 0, 64, 32}, kWhite)}));
    frame.layers[0].mask = {kMask, {0, 0, 64, 32}, 0.3f};
    CHECK(pixel(drawn(frame), 60, 16) == kWhite);
}

TEST_CASE("a sheet that is uncovered while things move below it is the same as one drawn anew", "[render]") {
    const auto frame_at = [](int step) {
        const auto at = static_cast<float>(step);
        Frame frame = frame_of(kSize, kPaper);
        frame.layers.push_back(layer_of(kSize, {fill({0, 0, 64, 32}, {0, 90, 0, 255}), fill({at * 4, 4, 8, 8}, kWhite)}));
        frame.layers.push_back(layer_of(kSize, {fill({20 + at, 10, 20, 12}, {200, 0, 0, 255}), fill({30, 12, 20, 4}, kPaper)}, 0.2f * at));
        frame.layers.push_back(layer_of(kSize, {fill({0, 0, 64, 32}, {0, 0, 200, 255}), fill({8, 8, 40, 4}, kWhite)}));
        frame.layers[2].mask = {kMask, {0, 0, 64, 32}, at * 0.2f};
        return frame;
    };
    Renderer renderer(kSize, test_fonts());
    renderer.put_mask(kMask, ramp(), 1);
    for (const int step : {0, 1, 2, 3, 4, 5, 4, 1}) {
        CAPTURE(step);
        renderer.draw(frame_at(step));
        Renderer other(kSize, test_fonts());
        other.put_mask(kMask, ramp(), 1);
        other.draw(frame_at(step));
        CHECK(renderer.read_back().rgba == other.read_back().rgba);
    }
}

TEST_CASE("at either end of its level a mask shows all or nothing", "[render]") {
    const Pixels first = uncovered(0.03f);
    const Pixels last = uncovered(0.97f);
    for (const int x : {0, 20, 63}) {
        CHECK(pixel(first, x, 16) == kPaper);
        CHECK(pixel(last, x, 16) == kWhite);
    }
}

TEST_CASE("a picture turns about its pivot, clockwise", "[render]") {
    Renderer renderer(kSize, test_fonts());
    constexpr auto kPicture = static_cast<ImageId>(1);
    renderer.put_picture(kPicture, plain_picture(20, 4, kWhite), 1);
    Frame frame = frame_of(kSize, kPaper);
    ImageItem item{kPicture, {30, 14, 20, 4}, {0, 0, 1, 1}, kWhite, Blend::kOver};
    item.turn = 90;
    item.pivot = {32, 16};
    frame.layers.push_back(layer_of(kSize, {item}));
    renderer.draw(frame);
    const Pixels got = renderer.read_back();
    CHECK(near(pixel(got, 32, 28), kWhite, 3)); // what was on the right is below
    CHECK(near(pixel(got, 46, 16), kPaper, 3));
    CHECK(near(pixel(got, 32, 6), kPaper, 3));
}
