#include "render/picture_cache.h"

#include "base/error.h"
#include "render/locked.h"
#include "render/turn.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace liubai {
namespace {

bool fill(const Device& device, SDL_Texture* texture, const Pixels& pixels) {
    if (!texture) return false;
    if (!device.accelerated) {
        const Locked locked(texture, {0, 0, pixels.width, pixels.height});
        if (locked.words().first) words_from_rgba(pixels.rgba.data(), locked.words());
        return locked.words().first != nullptr;
    }
    std::vector<std::uint32_t> words(pixels.rgba.size() / 4);
    words_from_rgba(pixels.rgba.data(), {words.data(), pixels.width, pixels.height, static_cast<std::size_t>(pixels.width)});
    return SDL_UpdateTexture(texture, nullptr, words.data(), pixels.width * 4) == 0;
}

std::size_t bytes_of(const CachedPicture& picture) {
    if (!picture.texture) return picture.grey.size();
    return static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
}

} // namespace

void PictureCache::put(const Device& device, ImageId image, const Pixels& pixels, float scale) {
    CachedPicture picture;
    picture.width = pixels.width;
    picture.height = pixels.height;
    picture.scale = scale;
    picture.opaque = pixels.opaque;
    if (!pixels.opaque && !device.accelerated) picture.coverage = Coverage(pixels.rgba.data(), pixels.width, pixels.height);
    picture.drawn = frame_;
    // What the software renderer draws can be turned in place; on a GPU a streaming texture would be kept twice.
    const int access = device.accelerated ? SDL_TEXTUREACCESS_STATIC : SDL_TEXTUREACCESS_STREAMING;
    picture.texture.reset(SDL_CreateTexture(device.sdl.get(), pixels.opaque ? kOpaqueFormat : kAlphaFormat, access,
                                            pixels.width, pixels.height));
    if (!fill(device, picture.texture.get(), pixels)) {
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
        if (held <= bytes) break;
        held -= bytes_of(pictures_.at(image));
        pictures_.erase(image);
    }
}

} // namespace liubai
