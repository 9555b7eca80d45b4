#pragma once
// A picture stretched and turned, pixel by pixel: SDL's software renderer takes ten times as long for it. Between a
// picture's texture and TurnedPicture.

#include "base/geometry.h"
#include "render/stretch.h"

namespace liubai {

/// Words of kAlphaFormat. Fills all of `to` with `from`, stretched to `size` pixels, its left top corner at `corner` of
/// `to`, then turned `degrees` clockwise about `pivot` (from that corner). What lies beside it becomes transparent, in
/// the edge's colours.
void turn_over(const Words& from, const Words& to, Vec2 corner, Vec2 size, Vec2 pivot, float degrees);

/// RGBA bytes, as a picture file is decoded, to words of kAlphaFormat.
void words_from_rgba(const std::uint8_t* rgba, const Words& to);

} // namespace liubai
