#include <catch2/catch.hpp>

#include "render/draw_support.h"

using namespace render_test;

namespace {

constexpr Vec2 kSize{32, 32};
constexpr Color kPaper{100, 100, 100, 255};
const ImageId kPicture{7};

/// Every pixel another colour; the left half translucent unless `opaque`.
Pixels colourful(int side, bool opaque) {
    Pixels p{side, side, {}, opaque};
    for (int i = 0; i < side * side; ++i) {
        const int x = i % side;
        const int y = i / side;
        const int alpha = opaque || x >= side / 2 ? 255 : 128;
        for (const int v : {x * 12, y * 12, 255 - x * 7, alpha}) p.rgba.push_back(static_cast<std::uint8_t>(v));
    }
    return p;
}

Pixels drawn_picture(const Pixels& picture, const ImageItem& item) {
    Renderer renderer(kSize, test_fonts());
    renderer.put_picture(kPicture, picture, 1);
    Frame frame = frame_of(kSize, kPaper);
    frame.layers.push_back(layer_of(kSize, {item}));
    renderer.draw(frame);
    return renderer.read_back();
}

Frame showing(std::vector<ImageId> images) {
    Frame frame = frame_of(kSize, kPaper);
    Layer layer = layer_of(kSize, {});
    for (const ImageId image : images)
        layer.items.push_back(ImageItem{image, {0, 0, 10, 10}, {0, 0, 1, 1}, {}, Blend::kOver});
    frame.layers.push_back(layer);
    return frame;
}

} // namespace

TEST_CASE("a picture at its own size is copied pixel by pixel", "[render]") {
    const bool opaque = GENERATE(true, false);
    const Pixels picture = colourful(16, opaque);
    // Fractions of a pixel in place and size must not make it resample.
    const Pixels got = drawn_picture(picture, {kPicture, {3.4f, 5.2f, 15.8f, 16.3f}, {0, 0, 1, 1}, {}, Blend::kOver});
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 16; ++x) {
            Color expected = pixel(picture, x, y);
            expected = mix(kPaper, {expected.r, expected.g, expected.b, 255}, static_cast<float>(expected.a) / 255);
            INFO(x << ", " << y);
            INFO(pixel(got, x + 3, y + 5) << " for " << expected);
            REQUIRE(near(pixel(got, x + 3, y + 5), expected, 2)); // SDL blends in 256ths
        }
    }
    CHECK(pixel(got, 2, 5) == kPaper);
    CHECK(pixel(got, 19, 5) == kPaper);
}

TEST_CASE("a part of a picture is drawn alone", "[render]") {
    const Pixels picture = colourful(16, true);
    const Pixels got = drawn_picture(picture, {kPicture, {0, 0, 8, 4}, {0.5f, 0.25f, 0.5f, 0.25f}, {}, Blend::kOver});
    CHECK(pixel(got, 0, 0) == pixel(picture, 8, 4));
    CHECK(pixel(got, 7, 3) == pixel(picture, 15, 7));
    CHECK(pixel(got, 8, 0) == kPaper);
    CHECK(pixel(got, 0, 4) == kPaper);
}

TEST_CASE("a tint multiplies a picture and its alpha blends it", "[render]") {
    const Pixels picture = plain_picture(8, 8, {200, 100, 50, 255});
    const Pixels got = drawn_picture(picture, {kPicture, {0, 0, 8, 8}, {0, 0, 1, 1}, {128, 255, 0, 128}, Blend::kOver});
    CHECK(near(pixel(got, 4, 4), mix(kPaper, {100, 100, 0, 255}, 128 / 255.0f), 2));
}

TEST_CASE("light is added to what is below", "[render]") {
    const Pixels got =
        drawn_picture(plain_picture(8, 8, {100, 200, 0, 128}), {kPicture, {0, 0, 8, 8}, {0, 0, 1, 1}, {}, Blend::kAdd});
    CHECK(near(pixel(got, 4, 4), {150, 200, 100, 255}, 2));
}

TEST_CASE("a picture is stretched to its rectangle", "[render]") {
    const Pixels got = drawn_picture(plain_picture(8, 8, {200, 100, 50, 255}),
                                     {kPicture, {4, 4, 20, 20}, {0, 0, 1, 1}, {}, Blend::kOver});
    CHECK(near(pixel(got, 4, 4), {200, 100, 50, 255}));
    CHECK(near(pixel(got, 23, 23), {200, 100, 50, 255}));
    CHECK(pixel(got, 3, 4) == kPaper);
    CHECK(pixel(got, 24, 23) == kPaper);
}

TEST_CASE("a large translucent picture is stretched with sharp edges, so that two of them meet", "[render]") {
    constexpr Vec2 kLarge{400, 200};
    Renderer renderer(kLarge, test_fonts());
    renderer.put_picture(kPicture, plain_picture(50, 50, {200, 100, 50, 128}), 1);
    Frame frame = frame_of(kLarge, kPaper);
    const ImageItem left{kPicture, {0, 0, 180, 180}, {0, 0, 1, 1}, {}, Blend::kOver};
    ImageItem right = left;
    right.to.x = 180;
    frame.layers.push_back(layer_of(kLarge, {left, right}));
    renderer.draw(frame);
    const Pixels got = renderer.read_back();
    const Color mixed_in = mix(kPaper, {200, 100, 50, 255}, 128 / 255.0f);
    for (const int x : {0, 90, 179, 180, 359}) CHECK(near(pixel(got, x, 90), mixed_in, 2));
    CHECK(near(pixel(got, 90, 179), mixed_in, 2));
    CHECK(pixel(got, 360, 90) == kPaper);
    CHECK(pixel(got, 90, 180) == kPaper);
}

TEST_CASE("a layer of one picture fades like any other", "[render]") {
    const bool opaque = GENERATE(true, false);
    const Pixels picture = colourful(16, opaque);
    Renderer renderer(kSize, test_fonts());
    renderer.put_picture(kPicture, picture, 1);
    const auto with_alpha = [&](float alpha) {
        Frame frame = frame_of(kSize, kPaper);
        frame.layers.push_back(layer_of(kSize, {ImageItem{kPicture, {4, 4, 16, 16}, {0, 0, 1, 1}, {}, Blend::kOver}}, alpha));
        renderer.draw(frame);
        return renderer.read_back();
    };
    const Pixels all = with_alpha(1);
    const Pixels part = with_alpha(0.4f);
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 32; ++x) REQUIRE(near(pixel(part, x, y), mix(kPaper, pixel(all, x, y), 0.4f), 3));
    }
}

TEST_CASE("a picture that is not there is left out", "[render]") {
    CHECK(drawn(showing({kPicture})).rgba == drawn(frame_of(kSize, kPaper)).rgba);
}

TEST_CASE("a picture that comes later shows in the next frame", "[render]") {
    Renderer renderer(kSize, test_fonts());
    const Frame frame = showing({kPicture});
    for (int i = 0; i < 3; ++i) renderer.draw(frame);
    renderer.put_picture(kPicture, plain_picture(10, 10, {1, 2, 3, 255}), 1);
    renderer.draw(frame);
    CHECK(pixel(renderer.read_back(), 5, 5) == Color{1, 2, 3, 255});
    renderer.put_picture(kPicture, plain_picture(10, 10, {9, 8, 7, 255}), 1);
    renderer.draw(frame);
    CHECK(pixel(renderer.read_back(), 5, 5) == Color{9, 8, 7, 255});
    renderer.forget_pictures();
    renderer.draw(frame);
    CHECK(pixel(renderer.read_back(), 5, 5) == kPaper);
}

TEST_CASE("trimming drops what was drawn longest ago and keeps the last frame's pictures", "[render]") {
    Renderer renderer(kSize, test_fonts());
    const ImageId a{1};
    const ImageId b{2};
    const ImageId c{3};
    for (const ImageId image : {a, b, c}) renderer.put_picture(image, plain_picture(10, 10, {}), 0.5f);
    CHECK(renderer.picture_scale(a) == 0.5f);
    CHECK(renderer.picture_scale(ImageId{4}) == 0);
    for (const ImageId image : {b, a, c}) renderer.draw(showing({image}));
    renderer.trim_pictures(800);
    CHECK(renderer.has_picture(a));
    CHECK_FALSE(renderer.has_picture(b));
    renderer.trim_pictures(0);
    CHECK_FALSE(renderer.has_picture(a));
    CHECK(renderer.has_picture(c));
}

TEST_CASE("a picture drawn in every frame is never trimmed, moving or still", "[render]") {
    Renderer renderer(kSize, test_fonts());
    renderer.put_picture(kPicture, plain_picture(10, 10, {}), 1);
    for (int i = 0; i < 5; ++i) {
        renderer.draw(showing({kPicture}));
        renderer.trim_pictures(0);
        CHECK(renderer.has_picture(kPicture));
    }
}
