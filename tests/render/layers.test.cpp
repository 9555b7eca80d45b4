#include <catch2/catch.hpp>

#include "render/draw_support.h"

using namespace render_test;

namespace {

constexpr Vec2 kSize{40, 24};
constexpr Color kPaper{10, 20, 30, 255};
constexpr Color kWhite{255, 255, 255, 255};
constexpr Color kBlack{0, 0, 0, 255};

Pixels drawn_items(std::vector<DrawItem> items, float alpha = 1) {
    Frame frame = frame_of(kSize, kPaper);
    frame.layers.push_back(layer_of(kSize, std::move(items), alpha));
    return drawn(frame);
}

} // namespace

TEST_CASE("paper covers the whole output", "[render]") {
    const Pixels got = drawn(frame_of(kSize, kPaper));
    CHECK(got.width == 40);
    CHECK(got.height == 24);
    CHECK(got.opaque);
    CHECK(pixel(got, 0, 0) == kPaper);
    CHECK(pixel(got, 39, 23) == kPaper);
}

TEST_CASE("units become pixels by the canvas's scale and origin", "[render]") {
    Frame frame = frame_of(kSize, kPaper);
    frame.canvas.scale = 0.5f;
    frame.canvas.origin = {4, 2};
    frame.layers.push_back({LayerKind::kUi, {0, 0, 64, 40}, 1, {fill({2, 4, 8, 6}, kWhite)}});
    const Pixels got = drawn(frame);
    CHECK(pixel(got, 5, 4) == kWhite);
    CHECK(pixel(got, 8, 6) == kWhite);
    CHECK(pixel(got, 4, 4) == kPaper);
    CHECK(pixel(got, 9, 6) == kPaper);
    CHECK(pixel(got, 5, 3) == kPaper);
    CHECK(pixel(got, 5, 7) == kPaper);
}

TEST_CASE("rectangles that share an edge leave no seam and do not overlap", "[render]") {
    const Color half{255, 255, 255, 128};
    const Pixels got = drawn_items({fill({0.3f, 0, 9.4f, 24}, half), fill({9.7f, 0, 9.9f, 24}, half)});
    for (int x = 0; x < 19; ++x) CHECK(pixel(got, x, 5) == pixel(got, 0, 5));
}

TEST_CASE("a hairline is never thinner than a pixel", "[render]") {
    const Pixels got = drawn_items({fill({0, 5.2f, 40, 0.2f}, kWhite)});
    CHECK(pixel(got, 20, 5) == kWhite);
    CHECK(pixel(got, 20, 6) == kPaper);
}

TEST_CASE("nothing is drawn outside a layer's clip", "[render]") {
    Frame frame = frame_of(kSize, kPaper);
    const float alpha = GENERATE(1.0f, 0.5f);
    frame.layers.push_back({LayerKind::kUi, {10, 5, 10, 10}, alpha, {fill({0, 0, 40, 24}, kWhite)}});
    frame.layers.push_back({LayerKind::kUi, {0, 0, 0, 0}, 1, {fill({0, 0, 40, 24}, kBlack)}});
    const Pixels got = drawn(frame);
    CHECK(near(pixel(got, 10, 5), mix(kPaper, kWhite, alpha)));
    CHECK(near(pixel(got, 19, 14), mix(kPaper, kWhite, alpha)));
    CHECK(pixel(got, 9, 5) == kPaper);
    CHECK(pixel(got, 20, 14) == kPaper);
    CHECK(pixel(got, 10, 4) == kPaper);
    CHECK(pixel(got, 10, 15) == kPaper);
}

TEST_CASE("a gradient goes from its top colour to its bottom colour", "[render]") {
    const Pixels got = drawn_items({FillItem{{0, 0, 40, 24}, {0, 0, 0, 0}, {200, 0, 0, 255}}});
    CHECK(near(pixel(got, 3, 0), kPaper, 6));
    CHECK(near(pixel(got, 3, 23), {196, 0, 1, 255}, 4));
    for (int y = 1; y < 24; ++y) {
        CHECK(pixel(got, 3, y).b <= pixel(got, 3, y - 1).b);
        CHECK(pixel(got, 3, y) == pixel(got, 36, y));
    }
}

TEST_CASE("a layer fades as a whole, never item by item", "[render]") {
    // White under black: where they overlap, nothing of the white may show through.
    const std::vector<DrawItem> items{fill({0, 0, 20, 24}, kWhite), fill({10, 0, 20, 24}, kBlack)};
    for (const float alpha : {0.25f, 0.5f, 0.8f}) {
        const Pixels got = drawn_items(items, alpha);
        INFO(alpha);
        CHECK(near(pixel(got, 5, 5), mix(kPaper, kWhite, alpha)));
        CHECK(near(pixel(got, 15, 5), mix(kPaper, kBlack, alpha)));
        CHECK(near(pixel(got, 25, 5), mix(kPaper, kBlack, alpha)));
        CHECK(pixel(got, 35, 5) == kPaper);
    }
}

TEST_CASE("a fading layer is the mean of the frames without and with it", "[render]") {
    // Translucent, added and opaque items over an uneven ground, two fading layers on each other.
    std::vector<DrawItem> under;
    for (int i = 0; i < 8; ++i) {
        under.push_back(fill({static_cast<float>(i) * 5, 0, 5, 24}, {static_cast<std::uint8_t>(i * 30), 90, 200, 255}));
    }
    const Layer ground = layer_of(kSize, under);
    Layer faded = layer_of(kSize, {fill({0, 0, 30, 12}, {255, 0, 0, 90}), fill({10, 4, 20, 12}, {0, 255, 0, 160}),
                                   FillItem{{0, 0, 40, 24}, {0, 0, 0, 0}, {255, 255, 0, 220}}});
    const auto with_alpha = [&](float alpha) {
        Frame frame = frame_of(kSize, kPaper);
        faded.alpha = alpha;
        frame.layers = {ground, faded};
        return drawn(frame);
    };
    const Pixels without = with_alpha(0);
    const Pixels with = with_alpha(1);
    const Pixels half = with_alpha(0.4f);
    for (int y = 0; y < 24; ++y) {
        for (int x = 0; x < 40; ++x) {
            INFO(x << ", " << y);
            REQUIRE(near(pixel(half, x, y), mix(pixel(without, x, y), pixel(with, x, y), 0.4f), 2));
        }
    }
}

TEST_CASE("a layer that comes in begins unseen, so that its first frame costs nothing", "[render]") {
    const std::vector<DrawItem> items{fill({0, 0, 40, 12}, kWhite), fill({0, 12, 40, 12}, kWhite)};
    CHECK(pixel(drawn_items(items, 0.05f), 20, 5) == kPaper);
    CHECK(near(pixel(drawn_items(items, 0.07f), 20, 5), mix(kPaper, kWhite, 0.07f), 2));
    CHECK(near(pixel(drawn_items({items[0]}, 0.05f), 20, 5), mix(kPaper, kWhite, 0.05f), 2)); // one item costs little
}

TEST_CASE("drawing again gives the same pixels, whatever was drawn between", "[render]") {
    Renderer renderer(kSize, test_fonts());
    Frame one = frame_of(kSize, kPaper);
    one.layers = {layer_of(kSize, {fill({0, 0, 40, 24}, {90, 40, 10, 255})}),
                  layer_of(kSize, {fill({3, 3, 20, 9}, {255, 255, 255, 99})}),
                  layer_of(kSize, {fill({9, 6, 20, 9}, {20, 99, 255, 99})}, 0.5f)};
    Frame other = one;
    other.layers[1].items = {fill({5, 3, 20, 9}, {255, 9, 255, 99})};
    renderer.draw(one);
    const Pixels first = renderer.read_back();
    CHECK(first.rgba == drawn(one).rgba);
    for (const Frame* frame : {&one, &one, &other, &other, &one}) {
        renderer.draw(*frame);
        CHECK(renderer.read_back().rgba == drawn(*frame).rgba);
    }
    CHECK(renderer.read_back().rgba == first.rgba);
}
