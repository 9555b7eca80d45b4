#pragma once
// Kind and size of a picture file, read from its first bytes: what decode_picture() asks before it decodes anything.

#include "base/blob.h"

#include <optional>

namespace liubai {

enum class PictureKind { kPng, kJpeg, kWebp };

struct PictureHeader {
    PictureKind kind = PictureKind::kPng;
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    bool operator==(const PictureHeader&) const = default;
};

/// Nothing when it is none of the three or its header is broken.
std::optional<PictureHeader> read_picture_header(const Blob& file);

} // namespace liubai
