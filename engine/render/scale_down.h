#pragma once
// Shrinks a picture with a box filter. The second half of decode_picture().

#include "render/picture.h"

namespace liubai {

/// `rgba` (straight alpha, rows `stride` bytes apart) of `width` × `height` as a picture of `to_width` × `to_height`,
/// neither larger than before: each new pixel is the mean of the area it covers, weighted by alpha.
Pixels scale_down(const std::uint8_t* rgba, std::size_t stride, int width, int height, int to_width, int to_height);

} // namespace liubai
