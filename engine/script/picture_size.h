#pragma once
// The size of a picture from its first bytes, without decoding it.

#include "base/geometry.h"

#include <optional>
#include <string_view>

namespace liubai {

/// Width and height in pixels of a WebP (VP8, VP8L, VP8X), PNG or JPEG file; nullopt for anything else.
std::optional<Vec2> picture_size(std::string_view file);

} // namespace liubai
