#pragma once
// Where placed glyphs leave ink, for checks of what covers what.

#include "base/frame.h"
#include "text/fonts.h"

namespace liubai {

/// The rectangle of the glyph's ink, in the units of its place; empty without ink. A face that does not say (pictures
/// in colour, the box of a missing character) has the em box. Throws Error like Fonts when the face cannot be read.
Rect ink_of(const Fonts& fonts, const PlacedGlyph& glyph);

} // namespace liubai
