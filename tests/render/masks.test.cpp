#include <catch2/catch.hpp>

#include "render/draw_support.h"

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace render_test;

namespace {

constexpr Vec2 kSize{64, 32};
constexpr Color kPaper{10, 20, 30, 255};
constexpr Color kWhite{255, 255, 255, 255};
constexpr auto kMask = static_cast<ImageId>(7);

/// Dark on the left and bright on the right, or so from the top down.
Pixels ramp(bool down = false) {
    Pixels p = down ? plain_picture(4, 32, kWhite) : plain_picture(32, 4, kWhite);
    for (int y = 0; y < p.height; ++y) {
        for (int x = 0; x < p.width; ++x)
            for (int c = 0; c < 3; ++c)
                p.rgba[static_cast<std::size_t>((y * p.width + x) * 4 + c)] = static_cast<std::uint8_t>((down ? y : x) * 255 / 31);
    }
    return p;
}

Pixels uncovered(float level, Rect clip = {0, 0, 64, 32}, Vec2 size = kSize, bool down = false) {
    Renderer renderer(size, test_fonts());
    renderer.put_mask(kMask, ramp(down), 1);
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

TEST_CASE("on a large screen a mask's edge is as even as the mask, wherever the tiles beside it are all or nothing", "[render]") {
    constexpr int kLong = 501; // along the ramp
    constexpr int kShort = 203;
    for (const bool down : {false, true}) {
        const Vec2 size = down ? Vec2{kShort, kLong} : Vec2{kLong, kShort};
        const Rect clip{3, 5, size.x - 11, size.y - 12};
        const auto at = [&](const Pixels& p, int along, int across) { return down ? pixel(p, across, along) : pixel(p, along, across); };
        for (int percent = 10; percent < 90; percent += 3) {
            const Pixels got = uncovered(static_cast<float>(percent) / 100, clip, size, down);
            int between = 0;
            for (int along = 5; along < kLong - 13; ++along) {
                CAPTURE(down, percent, along);
                const Color first = at(got, along, 5);
                const int step = first.r - at(got, along + 1, 5).r;
                CHECK(step >= -1);
                CHECK(step <= 9); // three a pixel; the grid is of every second one
                if (first.r > 20 && first.r < 245) ++between;
                bool alike = true;
                for (int across = 5; across < kShort - 13; ++across) alike = alike && near(at(got, along, across), first);
                CHECK(alike);
            }
            CAPTURE(down, percent);
            CHECK(between >= 10); // cut off at the screen's end
            CHECK(between <= 90);
            CHECK(pixel(got, 2, 100) == kPaper);
            CHECK(pixel(got, 100, 4) == kPaper);
        }
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

TEST_CASE("a picture that turns is drawn anew to its corners and no less, in any size, fading or not", "[render]") {
    constexpr Vec2 kLarge{240, 200};
    Pixels speckled = plain_picture(90, 60, kWhite);
    for (std::size_t i = 0; i < speckled.rgba.size(); i += 4) speckled.rgba[i + i / 4 % 3] = static_cast<std::uint8_t>(i * 7);
    const auto at = [&](float degrees, float scale) {
        ImageItem item{ImageId{1}, {70 / scale, 60 / scale, 90 / scale, 60 / scale}, {0, 0, 1, 1}, kWhite, Blend::kOver};
        item.turn = degrees;
        item.pivot = {80 / scale, 110 / scale};
        Frame frame = frame_of(kLarge, kPaper);
        frame.canvas.size = {kLarge.x / scale, kLarge.y / scale};
        frame.canvas.scale = scale;
        const Rect all{0, 0, frame.canvas.size.x, frame.canvas.size.y};
        frame.layers = {layer_of(frame.canvas.size, {fill(all, {40, 90, 140, 255})}), layer_of(frame.canvas.size, {item, fill({0, 0, 1, 1}, kWhite)})};
        return frame;
    };
    const auto largest_difference = [](const Pixels& a, const Pixels& b) {
        int largest = 0;
        for (std::size_t i = 0; i < a.rgba.size(); ++i) largest = std::max(largest, std::abs(a.rgba[i] - b.rgba[i]));
        return largest;
    };
    for (const float scale : {0.17f, 0.67f, 1.0f, 2.0f}) {
        Renderer going_on(kLarge, test_fonts());
        going_on.put_picture(ImageId{1}, speckled, 1);
        for (const float degrees : {3.0f, -20.0f, 50.0f, 51.0f, 170.0f, -85.0f, 0.0f, 7.0f}) {
            CAPTURE(scale, degrees);
            const Frame frame = at(degrees, scale);
            Renderer anew(kLarge, test_fonts());
            anew.put_picture(ImageId{1}, speckled, 1);
            going_on.draw(frame);
            anew.draw(frame);
            const Pixels whole = anew.read_back();
            CHECK(largest_difference(going_on.read_back(), whole) <= 3);

            Frame fading = frame;
            fading.layers[1].alpha = 0.5f;
            anew.draw(fading);
            const Pixels half = anew.read_back();
            int largest = 0;
            for (std::size_t i = 0; i < half.rgba.size(); ++i) {
                if (i % 4 == 3) continue;
                const int ground = std::array{40, 90, 140}[i % 4];
                largest = std::max(largest, std::abs(half.rgba[i] - (whole.rgba[i] + ground) / 2));
            }
            CHECK(largest <= 3);
        }
    }
}
