#include "render/lay_over.h"

#include <catch2/catch.hpp>

#include "render/draw_support.h"

using namespace render_test;

namespace {

constexpr Color kNight{10, 20, 40, 255};
constexpr Color kWhite{255, 255, 255, 255};

} // namespace

TEST_CASE("a picture is laid over another where it belongs, and nowhere else", "[render]") {
    Pixels ground = plain_picture(20, 10, kNight);
    lay_over(ground, plain_picture(4, 4, {200, 100, 50, 255}), {3, 2, 4, 4}, kWhite, Blend::kOver);
    CHECK(near(pixel(ground, 4, 3), {200, 100, 50, 255}));
    CHECK(pixel(ground, 2, 3) == kNight);
    CHECK(pixel(ground, 7, 3) == kNight);
    CHECK(pixel(ground, 4, 6) == kNight);
}

TEST_CASE("its alpha and its tint weaken it; light is added and never wraps around", "[render]") {
    Pixels half = plain_picture(4, 4, kNight);
    lay_over(half, plain_picture(4, 4, {210, 220, 240, 128}), {0, 0, 4, 4}, kWhite, Blend::kOver);
    CHECK(near(pixel(half, 1, 1), {110, 120, 140, 255}, 2));
    Pixels tinted = plain_picture(4, 4, kNight);
    lay_over(tinted, plain_picture(4, 4, kWhite), {0, 0, 4, 4}, {255, 0, 0, 255}, Blend::kOver);
    CHECK(near(pixel(tinted, 1, 1), {255, 0, 0, 255}));
    Pixels lit = plain_picture(4, 4, {200, 20, 40, 255});
    lay_over(lit, plain_picture(4, 4, {100, 100, 100, 255}), {0, 0, 4, 4}, kWhite, Blend::kAdd);
    CHECK(near(pixel(lit, 1, 1), {255, 120, 140, 255}));
}

TEST_CASE("what lies outside is cut off, and enlarging is smooth", "[render]") {
    Pixels ground = plain_picture(16, 8, kNight);
    lay_over(ground, plain_picture(8, 8, kWhite), {-4, -4, 8, 8}, kWhite, Blend::kOver);
    lay_over(ground, plain_picture(8, 8, kWhite), {100, 100, 8, 8}, kWhite, Blend::kOver);
    CHECK(pixel(ground, 3, 3) == kWhite);
    CHECK(pixel(ground, 4, 4) == kNight);
    Pixels two = plain_picture(2, 1, kWhite);
    two.rgba[0] = two.rgba[1] = two.rgba[2] = 0;
    Pixels wide = plain_picture(32, 1, kNight);
    lay_over(wide, two, {0, 0, 32, 1}, kWhite, Blend::kOver);
    for (int x = 1; x < 32; ++x) {
        CHECK(pixel(wide, x, 0).r >= pixel(wide, x - 1, 0).r);
        CHECK(pixel(wide, x, 0).r - pixel(wide, x - 1, 0).r <= 18);
    }
}
