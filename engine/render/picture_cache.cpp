#include "render/picture_cache.h"

#include "base/error.h"
#include "render/stretch.h"
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
    return static_cast<std::size_t>(turned.width) * static_cast<std::size_t>(turned.height) * 4;
}

/// The turned corners' bounds, and a pixel for the soft edge; pixels, from the unturned left top corner.
SDL_Rect turned_bounds(Vec2 size, Vec2 pivot, float turn) {
    const float radians = turn * 3.14159265f / 180;
    const float cosine = std::cos(radians);
    const float sine = std::sin(radians);
    Vec2 least{1e9f, 1e9f};
    Vec2 most{-1e9f, -1e9f};
    for (const Vec2 corner : {Vec2{0, 0}, Vec2{size.x, 0}, Vec2{0, size.y}, size}) {
        const Vec2 arm{corner.x - pivot.x, corner.y - pivot.y};
        const Vec2 at{pivot.x + arm.x * cosine - arm.y * sine, pivot.y + arm.x * sine + arm.y * cosine};
        least = {std::min(least.x, at.x), std::min(least.y, at.y)};
        most = {std::max(most.x, at.x), std::max(most.y, at.y)};
    }
    const int edge = turn == 0 ? 0 : 1;
    const int left = static_cast<int>(std::floor(least.x)) - edge;
    const int top = static_cast<int>(std::floor(least.y)) - edge;
    return {left, top, static_cast<int>(std::ceil(most.x)) + edge - left, static_cast<int>(std::ceil(most.y)) + edge - top};
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
    for (TurnedPicture& turned : turned_) {
        if (turned.image == image) turned.image = ImageId::kNone;
    }
}

const TurnedPicture* PictureCache::turned(SDL_Renderer* renderer, ImageId image, const SDL_Rect& from, float turn, Vec2 size,
                                          Vec2 pivot) {
    const CachedPicture* picture = use(image);
    if (!picture || !picture->texture) return nullptr;
    const auto close = [](float a, float b) { return std::abs(a - b) < 0.51f; };
    const auto found = std::find_if(turned_.begin(), turned_.end(), [&](const TurnedPicture& kept) {
        return kept.image == image && SDL_RectEquals(&kept.from, &from) == SDL_TRUE && kept.turn == turn &&
               close(kept.size.x, size.x) && close(kept.size.y, size.y) && close(kept.pivot.x, pivot.x) &&
               close(kept.pivot.y, pivot.y);
    });
    if (found != turned_.end()) {
        found->drawn = frame_;
        return &*found;
    }
    const SDL_Rect to = turned_bounds(size, pivot, turn);
    TurnedPicture made = take_room(renderer, to, picture->opaque && turn == 0 ? kOpaqueFormat : kAlphaFormat);
    const Locked source(picture->texture.get(), picture->width, picture->height);
    const Locked target(made.texture.get(), to.w, to.h);
    if (!source.words().first || !target.words().first) return nullptr;
    made.image = image;
    made.from = from;
    made.to = to;
    made.turn = turn;
    made.size = size;
    made.pivot = pivot;
    made.drawn = frame_;
    Words part = source.words();
    part = {part.first + static_cast<std::size_t>(from.y) * part.stride + from.x, from.w, from.h, part.stride};
    if (turn == 0) {
        stretch(part, target.words());
    } else {
        const Vec2 corner{static_cast<float>(-to.x), static_cast<float>(-to.y)};
        turn_over(part, target.words(), corner, size, pivot, turn);
    }
    turned_.push_back(std::move(made));
    return &turned_.back();
}

/// The texture drawn longest ago that is large enough, not four times too large, and not of this frame; or a new one,
/// a little larger than asked for: the next picture, tilted or moved on, fits too. Null when the device refuses.
TurnedPicture PictureCache::take_room(SDL_Renderer* renderer, const SDL_Rect& to, Uint32 format) {
    constexpr int kStep = 64;
    const auto roomy = [](int length) { return (length + kStep - 1) / kStep * kStep; };
    const int width = roomy(to.w);
    const int height = roomy(to.h);
    auto best = turned_.end();
    for (auto kept = turned_.begin(); kept != turned_.end(); ++kept) {
        const bool fits = kept->format == format && kept->width >= to.w && kept->height >= to.h &&
                          kept->width * kept->height <= width * height * 4;
        if (fits && kept->drawn < frame_ && (best == turned_.end() || kept->drawn < best->drawn)) best = kept;
    }
    if (best != turned_.end()) {
        TurnedPicture taken = std::move(*best);
        turned_.erase(best);
        return taken;
    }
    TurnedPicture made;
    made.width = width;
    made.height = height;
    made.format = format;
    made.texture.reset(SDL_CreateTexture(renderer, format, SDL_TEXTUREACCESS_STREAMING, width, height));
    return made;
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
    struct Old {
        std::uint64_t drawn = 0;
        ImageId image = ImageId::kNone;
        TurnedPicture* turned = nullptr; ///< if it is one
    };
    std::vector<Old> by_age;
    for (const auto& [image, picture] : pictures_) {
        held += bytes_of(picture);
        if (picture.drawn < frame_) by_age.push_back({picture.drawn, image, nullptr});
    }
    for (TurnedPicture& turned : turned_) {
        held += bytes_of(turned);
        if (turned.drawn < frame_) by_age.push_back({turned.drawn, turned.image, &turned});
    }
    std::sort(by_age.begin(), by_age.end(), [](const Old& a, const Old& b) { return a.drawn < b.drawn; });
    for (const Old& old : by_age) {
        if (held <= bytes) break;
        if (old.turned) {
            held -= bytes_of(*old.turned);
            old.turned->texture.reset();
            continue;
        }
        held -= bytes_of(pictures_.at(old.image));
        pictures_.erase(old.image);
    }
    std::erase_if(turned_, [](const TurnedPicture& turned) { return !turned.texture; });
}

} // namespace liubai
