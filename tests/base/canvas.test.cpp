#include "base/canvas.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("the short side of the canvas is 1080 units in every window", "[base]") {
    CHECK(canvas_for({1280, 720}).size == Vec2{1920, 1080});
    CHECK(canvas_for({3840, 2160}).scale == 2);
    CHECK(canvas_for({1024, 768}).size == Vec2{1440, 1080});
    CHECK(canvas_for({390, 844}).size.x == 1080);
}

TEST_CASE("a window has one of three forms", "[base]") {
    CHECK(canvas_for({1280, 720}).form == Form::kWide);
    CHECK(canvas_for({2560, 1080}).form == Form::kWide);
    CHECK(canvas_for({1024, 768}).form == Form::kWide);
    CHECK(canvas_for({1000, 960}).form == Form::kSquare);
    CHECK(canvas_for({390, 844}).form == Form::kTall);
}

TEST_CASE("a window longer than 21:9 gets bars and points still fall on the canvas", "[base]") {
    const Canvas canvas = canvas_for({4000, 1080});
    CHECK(canvas.size == Vec2{2600, 1080});
    CHECK(canvas.origin == Vec2{700, 0});
    CHECK(to_canvas(canvas, {700, 0}) == Vec2{0, 0});
}
