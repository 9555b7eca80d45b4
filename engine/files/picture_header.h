#pragma once
// Kind and size of a picture file, read from its first bytes: what decode_picture() asks before it decodes anything.

#include "base/blob.h"

#include <optional>

namespace liubai {

enum class PictureKind { kPng, kJpeg, kWebp };

struct PictureHeader {
    PictureKind kind = PictureKind::kPng;
    int width = 0;  ///< pixels, as it is shown
    int height = 0; ///< pixels, as it is shown
    int turn = 1;   ///< EXIF orientation of a JPEG, 1…8: how its rows lie (1 as they are shown; 5…8 stand on end)
    bool operator==(const PictureHeader&) const = default;
};

/// Nothing when it is none of the three or its header is broken.
std::optional<PictureHeader> read_picture_header(const Blob& file);

} // namespace liubai
