#pragma once
// One glyph as pixels, for render/'s atlas.

#include "base/ids.h"
#include "text/fonts.h"

#include <cstdint>
#include <vector>

namespace liubai {

struct GlyphBitmap {
    int width = 0;
    int height = 0;
    int left = 0; ///< pixels from the pen to the bitmap's left edge
    int top = 0;  ///< pixels from the baseline up to the bitmap's top edge
    bool colored = false;
    std::vector<std::uint8_t> pixels; ///< coverage, one byte a pixel; colored: straight RGBA
};

/// The glyph at an em of `em_pixels` (the face's scale is already in PlacedGlyph::size), shifted right by `shift` (0…1)
/// of a pixel, unhinted. A colour glyph comes at exactly that size. A glyph without ink has width 0.
GlyphBitmap rasterise(const Fonts& fonts, FontId font, std::uint32_t glyph, float em_pixels, float shift);

} // namespace liubai
