#include "render/picture_cache.h"

#include "base/error.h"
#include "render/turn.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace liubai {
namespace {

/// A streaming texture's pixels for as long as it lives. The software renderer keeps what was in them.
class Locked {
public:
    Locked(SDL_Texture* texture, int width, int height) : texture_(texture) {
        void* pixels = nullptr;
        int pitch = 0;
        if (!texture || SDL_LockTexture(texture, nullptr, &pixels, &pitch) != 0) return;
        words_ = {static_cast<std::uint32_t*>(pixels), width, height, static_cast<std::size_t>(pitch) / 4};
    }
    ~Locked() {
        if (words_.first) SDL_UnlockTexture(texture_);
    }
    Locked(const Locked&) = delete;
    Locked& operator=(const Locked&) = delete;
    [[nodiscard]] const Words& words() const { return words_; } ///< `first` null: the device refuses

private:
    SDL_Texture* texture_;
    Words words_;
};

bool fill(const Device& device, SDL_Texture* texture, const Pixels& pixels) {
    if (!texture) return false;
    if (!device.accelerated) {
        const Locked locked(texture, pixels.width, pixels.height);
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

std::size_t bytes_of(const TurnedPicture& turned) {
    return static_cast<std::size_t>(turned.to.w) * static_cast<std::size_t>(turned.to.h) * 4;
}

} // namespace

void PictureCache::put(const Device& device, ImageId image, const Pixels& pixels, float scale) {
    CachedPicture picture;
    picture.width = pixels.width;
    picture.height = pixels.height;
    picture.scale = scale;
    picture.opaque = pixels.opaque;
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
    std::erase_if(turned_, [&](const auto& entry) { return std::get<0>(entry.first) == image; });
}

const TurnedPicture* PictureCache::turned(SDL_Renderer* renderer, ImageId image, float turn, Vec2 size, Vec2 pivot) {
    const CachedPicture* picture = use(image);
    if (!picture || !picture->texture) return nullptr;
    TurnedPicture& kept = turned_[{image, static_cast<int>(std::lround(size.x)), static_cast<int>(std::lround(size.y))}];
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
    const int edge = turn == 0 ? 0 : 1;
    const int left = static_cast<int>(std::floor(least.x)) - edge;
    const int top = static_cast<int>(std::floor(least.y)) - edge;
    const SDL_Rect to{left, top, static_cast<int>(std::ceil(most.x)) + edge - left, static_cast<int>(std::ceil(most.y)) + edge - top};
    const bool has_room = kept.texture && kept.to.w == to.w && kept.to.h == to.h;
    kept.to = to;
    kept.turn = turn;
    kept.size = size;
    kept.pivot = pivot;
    if (!has_room) {
        kept.texture.reset(SDL_CreateTexture(renderer, kAlphaFormat, SDL_TEXTUREACCESS_STREAMING, to.w, to.h));
    }
    const Locked source(picture->texture.get(), picture->width, picture->height);
    const Locked target(kept.texture.get(), to.w, to.h);
    if (!source.words().first || !target.words().first) {
        kept.texture.reset();
        return nullptr;
    }
    const Vec2 corner{static_cast<float>(-left), static_cast<float>(-top)};
    turn_over(source.words(), target.words(), corner, size, pivot, turn);
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
    for (const auto& [key, turned] : turned_) held += bytes_of(turned);
    std::erase_if(turned_, [&](const auto& entry) {
        if (entry.second.drawn >= frame_ || (held <= bytes && pictures_.contains(std::get<0>(entry.first)))) return false;
        held -= bytes_of(entry.second);
        return true;
    });
    std::sort(by_age.begin(), by_age.end());
    for (const auto& [drawn, image] : by_age) {
        if (held <= bytes) return;
        held -= bytes_of(pictures_.at(image));
        pictures_.erase(image);
    }
}

} // namespace liubai
