#include <catch2/catch.hpp>

#include "render/renderer.h"

using namespace liubai;

namespace {

Fonts no_fonts() { return Fonts({}, [](const std::string&) { return Blob{}; }); }

Frame frame_of(Vec2 pixels) {
    Frame frame;
    frame.canvas = canvas_for(pixels);
    frame.paper = {10, 20, 30, 255};
    return frame;
}

Color pixel(const Pixels& p, int x, int y) {
    const std::uint8_t* c = &p.rgba[static_cast<std::size_t>(y * p.width + x) * 4];
    return {c[0], c[1], c[2], c[3]};
}

} // namespace

TEST_CASE("paper covers the whole output", "[render]") {
    const Fonts fonts = no_fonts();
    Renderer renderer({64, 36}, fonts);
    renderer.draw(frame_of({64, 36}));
    const Pixels got = renderer.read_back();
    CHECK(got.width == 64);
    CHECK(pixel(got, 0, 0) == Color{10, 20, 30, 255});
    CHECK(pixel(got, 63, 35) == Color{10, 20, 30, 255});
}
