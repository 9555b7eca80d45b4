#include "render/picture_cache.h"

#include "base/error.h"
#include "render/device.h"

#include <algorithm>
#include <bit>
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
    std::sort(by_age.begin(), by_age.end());
    for (const auto& [drawn, image] : by_age) {
        if (held <= bytes) return;
        held -= bytes_of(pictures_.at(image));
        pictures_.erase(image);
    }
}

} // namespace liubai
