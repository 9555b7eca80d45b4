#include "render/band.h"

#include "render/device.h"
#include "render/locked.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

constexpr int kBandWidth = 1024;
constexpr int kBandHeight = 64; // 256 kB: it stays in a core's own cache

/// The part of `area` that the target's clip lets through.
SDL_Rect seen(SDL_Renderer* renderer, const SDL_Rect& area) {
    if (SDL_RenderIsClipEnabled(renderer) == SDL_FALSE) return area;
    SDL_Rect clip{};
    SDL_Rect common{};
    SDL_RenderGetClipRect(renderer, &clip);
    return SDL_IntersectRect(&area, &clip, &common) == SDL_TRUE ? common : SDL_Rect{};
}

} // namespace

void tint(const Words& from, const Words& to, Color color, bool opaque) {
    constexpr std::size_t kAlpha = 3; // a word's highest byte is its last: both formats are 32-bit, and the machines little-endian
    const std::array<std::uint16_t, 4> of{color.b, color.g, color.r, color.a};
    const auto width = static_cast<std::size_t>(to.width);
    for (int y = 0; y < to.height; ++y) {
        const auto* in = reinterpret_cast<const std::uint8_t*>(from.first + static_cast<std::size_t>(y) * from.stride);
        auto* out = reinterpret_cast<std::uint8_t*>(to.first + static_cast<std::size_t>(y) * to.stride);
        // Plain loops over bytes: the compiler makes vectors of them.
        for (std::size_t i = 0; i < width * 4; i += 4) {
            for (std::size_t c = 0; c < 4; ++c) {
                const auto product = static_cast<std::uint16_t>(in[i + c] * of[c]);
                out[i + c] = static_cast<std::uint8_t>(product / 255);
            }
        }
        if (!opaque) continue;
        for (std::size_t i = 0; i < width * 4; i += 4) out[i + kAlpha] = color.a;
    }
}

/// The band's own pixels become what is drawn at `at` of the screen.
bool Band::fill(const BandPicture& picture, const SDL_Rect& at) {
    const SDL_Rect& from = picture.from;
    const SDL_Rect& to = picture.to;
    const int left = at.x - to.x;
    const int top = at.y - to.y;
    const bool is_turned = picture.turn.degrees != 0;
    const bool is_as_it_is = !is_turned && from.w == to.w && from.h == to.h;
    const Locked source(picture.texture, is_as_it_is ? SDL_Rect{from.x + left, from.y + top, at.w, at.h} : from);
    const Locked target(texture_.get(), {0, 0, at.w, at.h});
    if (!source.words().first || !target.words().first) return false;
    if (is_turned) {
        Turn turn = picture.turn;
        turn.corner = {turn.corner.x - static_cast<float>(left), turn.corner.y - static_cast<float>(top)};
        turn_over(source.words(), target.words(), turn);
    } else if (!is_as_it_is) {
        stretch(source.words(), to.w, to.h, target.words(), left, top);
    }
    const bool is_opaque = picture.opaque && !is_turned;
    const bool is_tinted = picture.tint != Color{255, 255, 255, 255};
    if (is_as_it_is || is_opaque || is_tinted) {
        tint(is_as_it_is ? source.words() : target.words(), target.words(), picture.tint, is_opaque);
    }
    return true;
}

bool Band::draw(SDL_Renderer* renderer, const BandPicture& picture) {
    if (!texture_) texture_.reset(SDL_CreateTexture(renderer, kAlphaFormat, SDL_TEXTUREACCESS_STREAMING, kBandWidth, kBandHeight));
    if (!texture_) return false;
    SDL_SetTextureBlendMode(texture_.get(), picture.blend);
    const SDL_Rect area = seen(renderer, picture.to);
    for (int y = area.y; y < area.y + area.h; y += kBandHeight) {
        for (int x = area.x; x < area.x + area.w; x += kBandWidth) {
            const SDL_Rect at{x, y, std::min(kBandWidth, area.x + area.w - x), std::min(kBandHeight, area.y + area.h - y)};
            const SDL_Rect used{0, 0, at.w, at.h};
            if (!fill(picture, at)) return false;
            SDL_RenderCopy(renderer, texture_.get(), &used, &at);
        }
    }
    return true;
}

} // namespace liubai
