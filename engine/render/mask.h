#pragma once
// What a mask uncovers on the screen now. On a GPU: two grey textures to multiply with, the layer's share and the rest.
// In the software renderer, where four blends of the screen are too many: the layer's own pixels with the mask as their
// alpha. Between a mask's grey picture and compose().

#include "base/frame.h"
#include "render/coverage.h"
#include "render/picture_cache.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace liubai {

/// A part of the screen in which a mask uncovers all or some.
struct MaskedPart {
    SDL_Rect area{};
    Cover cover = Cover::kMixed; ///< never kClear
};

/// At half the screen's pixels each way: a soft edge needs no more, and the work is a quarter.
class MaskShade {
public:
    /// Makes both textures show the mask at its level. False when the picture is not there or the device refuses.
    bool shade(SDL_Renderer* renderer, const PictureCache& pictures, const Mask& mask, const Canvas& canvas,
               Vec2 screen);
    /// The parts of `area` that the mask at its level uncovers. Nothing when the picture is not there.
    std::optional<std::vector<MaskedPart>> parts(const PictureCache& pictures, const Mask& mask, const Canvas& canvas, Vec2 screen,
                                                 const SDL_Rect& area);
    /// Gives a streaming texture as large as the screen that mask as alpha, in one of those parts. False when the device
    /// refuses.
    [[nodiscard]] bool veil(SDL_Texture* texture, const SDL_Rect& area) const;
    /// White where the layer shows, black where it does not yet.
    [[nodiscard]] SDL_Texture* shown() const { return shown_.get(); }
    [[nodiscard]] SDL_Texture* rest() const { return rest_.get(); }

private:
    struct Range {
        std::uint8_t least = 255;
        std::uint8_t most = 0;
    };

    bool spread_anew(const PictureCache& pictures, const Mask& mask, const Canvas& canvas, Vec2 screen);
    void spread(const CachedPicture& picture, const Mask& mask, const Canvas& canvas);
    void find_ranges();

    ImageId of_ = ImageId::kNone; ///< whose values are spread over the screen
    Rect to_;
    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint8_t> grey_;
    int tile_columns_ = 0;
    std::vector<Range> tiles_;                 ///< the grey values that a tile of the screen is made of
    std::array<std::uint8_t, 256> uncovered_{}; ///< by grey value, at the level that parts() was told
    std::vector<std::uint32_t> words_;
    SdlTexture shown_;
    SdlTexture rest_;
};

} // namespace liubai
