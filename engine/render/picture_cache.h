#pragma once
// The pictures that can be drawn now, as textures. Between put_picture() and the painter.

#include "base/geometry.h"
#include "base/ids.h"
#include "render/device.h"
#include "render/picture.h"
#include "render/sdl_ptr.h"

#include <cstdint>
#include <map>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace liubai {

struct CachedPicture {
    SdlTexture texture; ///< of a mask: none
    int width = 0;
    int height = 0;
    float scale = 1;
    bool opaque = false;
    std::vector<std::uint8_t> grey; ///< of a mask: its values
    std::uint64_t drawn = 0; ///< the frame that last drew it, or the one before which it came
};

/// A picture turned or stretched, as the software renderer would draw it: each costs it many times what drawing does.
struct TurnedPicture {
    SdlTexture texture;
    SDL_Rect to{};    ///< pixels, from the unturned picture's left top corner
    float turn = 0;
    Vec2 size;        ///< that it was turned at, pixels
    Vec2 pivot;       ///< from its left top corner, pixels
    std::uint64_t drawn = 0;
};

class PictureCache {
public:
    /// Throws Error when the device refuses the texture.
    void put(const Device& device, ImageId image, const Pixels& pixels, float scale);
    /// The picture turned (0: only stretched), for the software renderer only; made if the last one was made otherwise.
    /// Null when the device refuses.
    const TurnedPicture* turned(SDL_Renderer* renderer, ImageId image, float turn, Vec2 size, Vec2 pivot);
    void put_mask(ImageId image, const Pixels& pixels, float scale);
    /// Null when it is not there. Marks it as drawn in this frame.
    CachedPicture* use(ImageId image);
    [[nodiscard]] const CachedPicture* peek(ImageId image) const;
    /// Drops those drawn longest ago, never one of the last frame, until at most `bytes` are held.
    void trim(std::size_t bytes);
    void clear() {
        pictures_.clear();
        turned_.clear();
    }
    void begin_frame() { ++frame_; }

private:
    std::unordered_map<ImageId, CachedPicture> pictures_;
    /// By image and size in pixels: a card's foot is one picture at several sizes, a head has one tilt at a time.
    std::map<std::tuple<ImageId, int, int>, TurnedPicture> turned_;
    std::uint64_t frame_ = 1;
};

} // namespace liubai
