#include "game/focus.h"

#include <algorithm>

namespace liubai {
namespace {

float size_of(float v) { return v < 0 ? -v : v; }

/// Between two stretches of a line; 0 where they overlap.
float between(float a, float a_size, float b, float b_size) {
    return std::max({0.0f, b - (a + a_size), a - (b + b_size)});
}

bool is_inside(Rect inner, Rect outer) {
    return inner.x >= outer.x && inner.x + inner.w <= outer.x + outer.w && outer.contains(inner.center());
}

} // namespace

std::size_t focus_towards(const std::vector<Button>& buttons, std::size_t from, Vec2 way) {
    if (from >= buttons.size()) return 0;
    const Rect here = buttons[from].at;
    std::size_t best = from;
    float least = 0;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const Rect there = buttons[i].at;
        const Vec2 d{there.center().x - here.center().x, there.center().y - here.center().y};
        const float ahead = d.x * way.x + d.y * way.y;
        if (ahead < 2) continue;
        const bool sideways = way.x != 0;
        if (!sideways && is_inside(there, here)) continue; // a mark of its own: beside its words, not below
        const float beside = sideways ? between(here.y, here.h, there.y, there.h) : between(here.x, here.w, there.x, there.w);
        const float off = size_of(sideways ? d.y : d.x);
        if (sideways && (beside > 0 || off > ahead)) continue;
        constexpr float kBeside = 3;
        const float cost = ahead + kBeside * beside + 0.4f * off;
        if (best != from && cost >= least) continue;
        best = i;
        least = cost;
    }
    return best;
}

std::optional<Vec2> arrow_of(Key key) {
    switch (key) {
    case Key::kLeft: return Vec2{-1, 0};
    case Key::kRight: return Vec2{1, 0};
    case Key::kUp: return Vec2{0, -1};
    case Key::kDown: return Vec2{0, 1};
    default: return std::nullopt;
    }
}

std::optional<Vec2> arrow_of(PadButton button) {
    switch (button) {
    case PadButton::kLeft: return Vec2{-1, 0};
    case PadButton::kRight: return Vec2{1, 0};
    case PadButton::kUp: return Vec2{0, -1};
    case PadButton::kDown: return Vec2{0, 1};
    default: return std::nullopt;
    }
}

} // namespace liubai
