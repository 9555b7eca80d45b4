#pragma once
// How much room drawn texts take, by the ink of their glyphs.

#include "text/glyph_ink.h"

#include <limits>
#include <span>

namespace liubai {

/// The room of some glyphs, canvas units.
struct Ink {
    float left = std::numeric_limits<float>::infinity();
    float top = std::numeric_limits<float>::infinity();
    float right = -std::numeric_limits<float>::infinity();
    float bottom = -std::numeric_limits<float>::infinity();
    float least = std::numeric_limits<float>::infinity(); ///< em of the smallest glyph
    [[nodiscard]] bool empty() const { return left > right; }
};

/// Of glyphs that stand `origin` further right and down than they say.
Ink ink_of(const Fonts& fonts, std::span<const PlacedGlyph> glyphs, Vec2 origin = {});

/// The same ink elsewhere.
Ink moved(Ink ink, Vec2 by);

/// True when nothing of it is outside `room` by more than `reach`.
bool is_inside(const Ink& ink, Rect room, float reach);

/// True when they share more than the breadth of a hair.
bool overlap(const Ink& a, const Ink& b);

} // namespace liubai
