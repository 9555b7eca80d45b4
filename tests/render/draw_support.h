#pragma once
// Frames whose canvas is the output itself, one unit a pixel, and looking at what was drawn.

#include "render/renderer.h"
#include "support/test_fonts.h"

#include <utility>
#include <vector>

namespace render_test {

using namespace liubai;

inline Frame frame_of(Vec2 size, Color paper = {10, 20, 30, 255}) {
    Frame frame;
    frame.canvas = {size, 1, {0, 0}, Form::kWide};
    frame.paper = paper;
    return frame;
}

inline Layer layer_of(Vec2 size, std::vector<DrawItem> items, float alpha = 1) {
    return {LayerKind::kUi, {0, 0, size.x, size.y}, alpha, std::move(items)};
}

inline FillItem fill(Rect to, Color color) { return {to, color, color}; }

inline Pixels drawn(const Frame& frame) {
    Renderer renderer(frame.canvas.size, test_fonts());
    renderer.draw(frame);
    return renderer.read_back();
}

inline Color pixel(const Pixels& p, int x, int y) {
    const std::uint8_t* c = &p.rgba[static_cast<std::size_t>(y * p.width + x) * 4];
    return {c[0], c[1], c[2], c[3]};
}

/// True if no channel differs by more than `levels`.
inline bool near(Color a, Color b, int levels = 1) {
    const auto close = [&](int u, int v) { return u - v <= levels && v - u <= levels; };
    return close(a.r, b.r) && close(a.g, b.g) && close(a.b, b.b) && close(a.a, b.a);
}

/// A picture of one colour.
inline Pixels plain_picture(int width, int height, Color color) {
    Pixels p{width, height, {}, color.a == 255};
    p.rgba.resize(static_cast<std::size_t>(width * height) * 4);
    for (std::size_t i = 0; i < p.rgba.size(); i += 4) {
        p.rgba[i] = color.r;
        p.rgba[i + 1] = color.g;
        p.rgba[i + 2] = color.b;
        p.rgba[i + 3] = color.a;
    }
    return p;
}

} // namespace render_test

namespace liubai {

inline std::ostream& operator<<(std::ostream& out, Color c) {
    return out << '(' << int{c.r} << ' ' << int{c.g} << ' ' << int{c.b} << ' ' << int{c.a} << ')';
}

} // namespace liubai
