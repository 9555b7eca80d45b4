#pragma once
// What a mask uncovers on the screen now. On a GPU: two grey textures to multiply with, the layer's share and the rest.
// In the software renderer, where four blends of the screen are too many: the layer's own pixels with the mask as their
// alpha. Between a mask's grey picture and compose().

#include "base/frame.h"
#include "render/picture_cache.h"

#include <cstdint>
#include <vector>

namespace liubai {

/// At half the screen's pixels each way: a soft edge needs no more, and the work is a quarter.
class MaskShade {
public:
    /// Makes both textures show the mask at its level. False when the picture is not there or the device refuses.
    bool shade(SDL_Renderer* renderer, const PictureCache& pictures, const Mask& mask, const Canvas& canvas,
               Vec2 screen);
    /// Gives a streaming texture as large as the screen the mask at its level as alpha, in `area`. False when the picture
    /// is not there or the device refuses.
    bool veil(SDL_Texture* texture, const PictureCache& pictures, const Mask& mask, const Canvas& canvas, Vec2 screen,
              const SDL_Rect& area);
    /// White where the layer shows, black where it does not yet.
    [[nodiscard]] SDL_Texture* shown() const { return shown_.get(); }
    [[nodiscard]] SDL_Texture* rest() const { return rest_.get(); }

private:
    bool spread_anew(const PictureCache& pictures, const Mask& mask, const Canvas& canvas, Vec2 screen);
    void spread(const CachedPicture& picture, const Mask& mask, const Canvas& canvas);

    ImageId of_ = ImageId::kNone; ///< whose values are spread over the screen
    Rect to_;
    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint8_t> grey_;
    std::vector<std::uint32_t> words_;
    SdlTexture shown_;
    SdlTexture rest_;
};

} // namespace liubai
