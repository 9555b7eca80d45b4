#pragma once
// The pictures that can be drawn now, as textures. Between put_picture() and the painter.

#include "base/geometry.h"
#include "base/ids.h"
#include "render/coverage.h"
#include "render/device.h"
#include "render/picture.h"
#include "render/sdl_ptr.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace liubai {

struct CachedPicture {
    SdlTexture texture; ///< of a mask: none
    int width = 0;
    int height = 0;
    float scale = 1;
    bool opaque = false;
    Coverage coverage; ///< of one that is not opaque, for the software renderer
    std::vector<std::uint8_t> grey; ///< of a mask: its values
    std::uint64_t drawn = 0; ///< the frame that last drew it, or the one before which it came
};

class PictureCache {
public:
    /// Throws Error when the device refuses the texture.
    void put(const Device& device, ImageId image, const Pixels& pixels, float scale);
    void put_mask(ImageId image, const Pixels& pixels, float scale);
    /// Null when it is not there. Marks it as drawn in this frame.
    CachedPicture* use(ImageId image);
    [[nodiscard]] const CachedPicture* peek(ImageId image) const;
    /// Drops those drawn longest ago, never one of the last frame, until at most `bytes` are held.
    void trim(std::size_t bytes);
    void clear() { pictures_.clear(); }
    void begin_frame() { ++frame_; }

private:
    std::unordered_map<ImageId, CachedPicture> pictures_;
    std::uint64_t frame_ = 1;
};

} // namespace liubai
