#pragma once
// A picture stretched and turned, pixel by pixel: SDL's software renderer takes ten times as long for it. For
// Band.

#include "base/geometry.h"
#include "render/stretch.h"

namespace liubai {

/// How a picture lies, pixels.
struct Turn {
    float degrees = 0; ///< clockwise; 0 = not turned
    Vec2 corner;       ///< its left top corner before it is turned
    Vec2 size;         ///< that it is stretched to
    Vec2 pivot;        ///< from that corner
};

/// The bounds of what it covers, with a pixel for the soft edge.
struct TurnBounds {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};
TurnBounds bounds_of(const Turn& turn);

/// The pixels of a picture of `width` × `height` that show in an area of what turn_over() makes of it; they may lie beside
/// the picture.
TurnBounds source_of(const Turn& turn, int width, int height, const TurnBounds& area);

/// Words of kAlphaFormat. Fills all of `to`, whose left top corner is the origin, with `from` as it lies. What is beside it
/// becomes transparent, in the edge's colours.
void turn_over(const Words& from, const Words& to, const Turn& turn);

/// RGBA bytes, as a picture file is decoded, to words of kAlphaFormat.
void words_from_rgba(const std::uint8_t* rgba, const Words& to);

} // namespace liubai
