#include "render/picture_cache.h"

#include "base/error.h"
#include "render/device.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace liubai {
namespace {

static_assert(std::endian::native == std::endian::little);

/// RGBA bytes to the words of kAlphaFormat, in place.
void swap_red_and_blue(std::vector<std::uint8_t>& rgba) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) std::swap(rgba[i], rgba[i + 2]);
}

std::size_t bytes_of(const CachedPicture& picture) {
    if (!picture.texture) return picture.grey.size();
    return static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
}

} // namespace

void PictureCache::put(SDL_Renderer* renderer, ImageId image, Pixels pixels, float scale) {
    CachedPicture picture;
    picture.width = pixels.width;
    picture.height = pixels.height;
    picture.scale = scale;
    picture.opaque = pixels.opaque;
    picture.drawn = frame_;
    picture.texture.reset(SDL_CreateTexture(renderer, pixels.opaque ? kOpaqueFormat : kAlphaFormat,
                                            SDL_TEXTUREACCESS_STATIC, pixels.width, pixels.height));
    swap_red_and_blue(pixels.rgba);
    if (!picture.texture ||
        SDL_UpdateTexture(picture.texture.get(), nullptr, pixels.rgba.data(), pixels.width * 4) != 0) {
        const std::string reason = SDL_GetError();
        throw Error({"不能把图片交给显示设备：" + reason, "cannot give a picture to the display device: " + reason});
    }
    SDL_SetTextureScaleMode(picture.texture.get(), SDL_ScaleModeLinear);
    pictures_[image] = std::move(picture);
    turned_.erase(image);
}

const TurnedPicture* PictureCache::turned(SDL_Renderer* renderer, ImageId image, float turn, Vec2 size, Vec2 pivot) {
    const CachedPicture* picture = use(image);
    if (!picture || !picture->texture) return nullptr;
    TurnedPicture& kept = turned_[image];
    kept.drawn = frame_;
    const auto close = [](float a, float b) { return std::abs(a - b) < 0.51f; };
    const bool fits = kept.texture && kept.turn == turn && close(kept.size.x, size.x) && close(kept.size.y, size.y) &&
                      close(kept.pivot.x, pivot.x) && close(kept.pivot.y, pivot.y);
    if (fits) return &kept;

    // The turned corners' bounds, and a pixel for the soft edge.
    const float radians = turn * 3.14159265f / 180;
    const float cosine = std::cos(radians);
    const float sine = std::sin(radians);
    Vec2 least{1e9f, 1e9f};
    Vec2 most{-1e9f, -1e9f};
    for (const Vec2 corner : {Vec2{0, 0}, Vec2{size.x, 0}, Vec2{0, size.y}, size}) {
        const Vec2 from{corner.x - pivot.x, corner.y - pivot.y};
        const Vec2 at{pivot.x + from.x * cosine - from.y * sine, pivot.y + from.x * sine + from.y * cosine};
        least = {std::min(least.x, at.x), std::min(least.y, at.y)};
        most = {std::max(most.x, at.x), std::max(most.y, at.y)};
    }
    const int left = static_cast<int>(std::floor(least.x)) - 1;
    const int top = static_cast<int>(std::floor(least.y)) - 1;
    kept.to = {left, top, static_cast<int>(std::ceil(most.x)) + 1 - left, static_cast<int>(std::ceil(most.y)) + 1 - top};
    kept.turn = turn;
    kept.size = size;
    kept.pivot = pivot;
    kept.texture.reset(SDL_CreateTexture(renderer, kAlphaFormat, SDL_TEXTUREACCESS_TARGET, kept.to.w, kept.to.h));
    if (!kept.texture) return nullptr;

    SDL_Texture* target = SDL_GetRenderTarget(renderer);
    SDL_Rect clip{};
    SDL_RenderGetClipRect(renderer, &clip);
    SDL_SetRenderTarget(renderer, kept.texture.get());
    SDL_SetRenderDrawColor(renderer, 0, 0, 0, 0);
    SDL_RenderClear(renderer);
    SDL_SetTextureColorMod(picture->texture.get(), 255, 255, 255);
    SDL_SetTextureAlphaMod(picture->texture.get(), 255);
    SDL_SetTextureBlendMode(picture->texture.get(), SDL_BLENDMODE_NONE);
    const SDL_FRect to{static_cast<float>(-left), static_cast<float>(-top), size.x, size.y};
    const SDL_FPoint about{pivot.x, pivot.y};
    SDL_RenderCopyExF(renderer, picture->texture.get(), nullptr, &to, static_cast<double>(turn), &about, SDL_FLIP_NONE);
    SDL_SetRenderTarget(renderer, target);
    SDL_RenderSetClipRect(renderer, clip.w > 0 ? &clip : nullptr);
    return &kept;
}

void PictureCache::put_mask(ImageId image, const Pixels& pixels, float scale) {
    CachedPicture picture;
    picture.width = pixels.width;
    picture.height = pixels.height;
    picture.scale = scale;
    picture.drawn = frame_;
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) picture.grey.push_back(pixels.rgba[i]);
    pictures_[image] = std::move(picture);
}

CachedPicture* PictureCache::use(ImageId image) {
    const auto found = pictures_.find(image);
    if (found == pictures_.end()) return nullptr;
    found->second.drawn = frame_;
    return &found->second;
}

const CachedPicture* PictureCache::peek(ImageId image) const {
    const auto found = pictures_.find(image);
    return found == pictures_.end() ? nullptr : &found->second;
}

void PictureCache::trim(std::size_t bytes) {
    std::size_t held = 0;
    std::vector<std::pair<std::uint64_t, ImageId>> by_age;
    for (const auto& [image, picture] : pictures_) {
        held += bytes_of(picture);
        if (picture.drawn < frame_) by_age.emplace_back(picture.drawn, image);
    }
    std::erase_if(turned_, [&](const auto& entry) { return entry.second.drawn < frame_ && !pictures_.contains(entry.first); });
    std::sort(by_age.begin(), by_age.end());
    for (const auto& [drawn, image] : by_age) {
        if (held <= bytes) return;
        held -= bytes_of(pictures_.at(image));
        pictures_.erase(image);
    }
}

} // namespace liubai
