#pragma once
// Points and rectangles, in whatever unit the field that holds them names (canvas units unless said).

namespace liubai {

struct Vec2 {
    float x = 0;
    float y = 0;
    bool operator==(const Vec2&) const = default;
};

/// Origin top left, y down.
struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;
    bool operator==(const Rect&) const = default;

    /// True inside; the right and bottom edges are outside.
    [[nodiscard]] bool contains(Vec2 p) const { return p.x >= x && p.y >= y && p.x < x + w && p.y < y + h; }
    [[nodiscard]] Vec2 center() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
};

/// The rectangle grown by `d` on every side (shrunk when negative).
inline Rect inflated(Rect r, float d) { return {r.x - d, r.y - d, r.w + 2 * d, r.h + 2 * d}; }

} // namespace liubai
