#include "render/mask.h"

#include "render/device.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace liubai {
namespace {

constexpr float kSoft = 0.16f; // of the grey range: how wide the edge between the pictures is

/// How much each grey value is uncovered at a level, 0…255.
std::array<std::uint8_t, 256> uncovered(float level) {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t grey = 0; grey < table.size(); ++grey) {
        const float edge = level * (1 + kSoft) - static_cast<float>(grey) / 255;
        table[grey] = static_cast<std::uint8_t>(std::lround(std::clamp(edge / kSoft, 0.0f, 1.0f) * 255));
    }
    return table;
}

SdlTexture make_texture(SDL_Renderer* renderer, int width, int height) {
    SdlTexture texture(SDL_CreateTexture(renderer, kOpaqueFormat, SDL_TEXTUREACCESS_STREAMING, width, height));
    if (!texture) return texture;
    SDL_SetTextureScaleMode(texture.get(), SDL_ScaleModeLinear);
    SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_MOD);
    return texture;
}

} // namespace

/// Each value of the grid from the four of the picture around it.
void MaskShade::spread(const CachedPicture& picture, const Mask& mask, const Canvas& canvas) {
    grey_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
    const auto sample = [&](int x, int y) {
        x = std::clamp(x, 0, picture.width - 1);
        y = std::clamp(y, 0, picture.height - 1);
        return static_cast<float>(picture.grey[static_cast<std::size_t>(y * picture.width + x)]);
    };
    for (int row = 0; row < height_; ++row) {
        const float unit_y = ((static_cast<float>(row) + 0.5f) * 2 - canvas.origin.y) / canvas.scale;
        const float v = (unit_y - mask.to.y) / mask.to.h * static_cast<float>(picture.height) - 0.5f;
        const int y = static_cast<int>(std::floor(v));
        const float fy = v - static_cast<float>(y);
        for (int column = 0; column < width_; ++column) {
            const float unit_x = ((static_cast<float>(column) + 0.5f) * 2 - canvas.origin.x) / canvas.scale;
            const float u = (unit_x - mask.to.x) / mask.to.w * static_cast<float>(picture.width) - 0.5f;
            const int x = static_cast<int>(std::floor(u));
            const float fx = u - static_cast<float>(x);
            const float above = sample(x, y) * (1 - fx) + sample(x + 1, y) * fx;
            const float below = sample(x, y + 1) * (1 - fx) + sample(x + 1, y + 1) * fx;
            grey_[static_cast<std::size_t>(row * width_ + column)] =
                static_cast<std::uint8_t>(above * (1 - fy) + below * fy + 0.5f);
        }
    }
}

bool MaskShade::shade(SDL_Renderer* renderer, const PictureCache& pictures, const Mask& mask, const Canvas& canvas,
                      Vec2 screen) {
    const CachedPicture* picture = pictures.peek(mask.picture);
    if (!picture || picture->grey.empty() || mask.to.empty()) return false;
    const int width = (static_cast<int>(screen.x) + 1) / 2;
    const int height = (static_cast<int>(screen.y) + 1) / 2;
    if (!shown_ || width != width_ || height != height_) {
        width_ = width;
        height_ = height;
        of_ = ImageId::kNone;
        shown_ = make_texture(renderer, width, height);
        rest_ = make_texture(renderer, width, height);
        if (!shown_ || !rest_) return false;
    }
    if (of_ != mask.picture || to_ != mask.to) {
        spread(*picture, mask, canvas);
        of_ = mask.picture;
        to_ = mask.to;
    }
    const auto table = uncovered(mask.level);
    words_.resize(grey_.size());
    for (const bool rest : {false, true}) {
        std::array<std::uint32_t, 256> words{};
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::uint32_t value = rest ? 255u - table[i] : table[i];
            words[i] = value << 16 | value << 8 | value;
        }
        std::transform(grey_.begin(), grey_.end(), words_.begin(), [&](std::uint8_t grey) { return words[grey]; });
        if (SDL_UpdateTexture(rest ? rest_.get() : shown_.get(), nullptr, words_.data(), width_ * 4) != 0) return false;
    }
    return true;
}

} // namespace liubai
