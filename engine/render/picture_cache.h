#pragma once
// The pictures that can be drawn now, as textures. Between put_picture() and the painter.

#include "base/geometry.h"
#include "base/ids.h"
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
    std::vector<std::uint8_t> grey; ///< of a mask: its values
    std::uint64_t drawn = 0; ///< the frame that last drew it, or the one before which it came
};

/// A picture turned or stretched, as the software renderer would draw it: each costs it many times what drawing does.
struct TurnedPicture {
    ImageId image = ImageId::kNone; ///< none: free
    SdlTexture texture; ///< its left top corner is used, the size of `to`
    int width = 0;      ///< of the texture
    int height = 0;
    Uint32 format = 0;
    SDL_Rect from{};  ///< the part of the picture, its pixels
    SDL_Rect to{};    ///< pixels, from the unturned part's left top corner
    float turn = 0;
    Vec2 size;        ///< that it was turned at, pixels
    Vec2 pivot;       ///< from its left top corner, pixels
    std::uint64_t drawn = 0;
};

class PictureCache {
public:
    /// Throws Error when the device refuses the texture.
    void put(const Device& device, ImageId image, const Pixels& pixels, float scale);
    /// That part of the picture stretched to `size` pixels and turned (0: only stretched) about `pivot`, for the software
    /// renderer only; made unless it is there. Null when the device refuses. Valid until the next call.
    const TurnedPicture* turned(SDL_Renderer* renderer, ImageId image, const SDL_Rect& from, float turn, Vec2 size, Vec2 pivot);
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
    TurnedPicture take_room(SDL_Renderer* renderer, const SDL_Rect& to, Uint32 format);

    std::unordered_map<ImageId, CachedPicture> pictures_;
    /// A new one is made in the place of one no longer drawn: new pages of memory cost more than the work in them.
    std::vector<TurnedPicture> turned_;
    std::uint64_t frame_ = 1;
};

} // namespace liubai
