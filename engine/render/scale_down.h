#pragma once
// Shrinks a picture with a box filter. The second half of decode_picture().

#include "render/picture.h"

namespace liubai {

/// Rows of pixels, `stride` bytes apart: RGBA with straight alpha, or RGB.
struct PixelRows {
    const std::uint8_t* first = nullptr;
    std::size_t stride = 0;
    int width = 0;
    int height = 0;
    bool has_alpha = true;
};

/// As a picture of `to_width` × `to_height`, neither larger than before: each new pixel is the mean of the area it covers,
/// weighted by alpha.
Pixels scale_down(const PixelRows& from, int to_width, int to_height);

} // namespace liubai
