#pragma once
// A picture file as plain pixels, at the size at which it will be shown. Safe on any thread.

#include "base/blob.h"

#include <cstdint>
#include <string>
#include <vector>

namespace liubai {

struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba; ///< straight alpha, rows without padding
    bool opaque = false;            ///< no pixel is translucent
};

/// Decodes WebP, PNG or JPEG (turned as its EXIF orientation says) at `scale` times its size: made smaller with a box
/// filter on premultiplied values, made larger between its pixels, at most until a side has 8192.
/// Throws Error for anything that is not such a picture, or is larger than 8192 on a side.
Pixels decode_picture(const Blob& file, float scale);

/// The bytes of a PNG file.
std::string png_of(const Pixels& picture);

/// Writes a PNG through write_file-like safety (temporary file, rename). Throws Error.
void write_png(const std::string& path, const Pixels& picture);

} // namespace liubai
