#include "render/band.h"

#include "render/device.h"
#include "render/locked.h"

#include <algorithm>
#include <cmath>
#include <vector>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace liubai {
namespace {

constexpr int kBandWidth = 1024;
constexpr int kBandHeight = 64; // 256 kB: it stays in a core's own cache
constexpr int kTile = 32;       // pixels across, of which is asked whether they are clear
constexpr int kShortRun = 64;   // pixels across that are blended in less time than a call takes

/// The part of `area` that the target's clip lets through.
SDL_Rect seen(SDL_Renderer* renderer, const SDL_Rect& area) {
    if (SDL_RenderIsClipEnabled(renderer) == SDL_FALSE) return area;
    SDL_Rect clip{};
    SDL_Rect common{};
    SDL_RenderGetClipRect(renderer, &clip);
    return SDL_IntersectRect(&area, &clip, &common) == SDL_TRUE ? common : SDL_Rect{};
}

/// The pixels of the texture that show at `at` of the screen.
SDL_Rect source_of(const BandPicture& picture, const SDL_Rect& at) {
    const SDL_Rect& from = picture.from;
    const int left = at.x - picture.to.x;
    const int top = at.y - picture.to.y;
    if (picture.is_turned()) {
        const TurnBounds bounds = source_of(picture.turn, from.w, from.h, {left, top, left + at.w, top + at.h});
        return {from.x + bounds.left, from.y + bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top};
    }
    if (!picture.is_stretched()) return {from.x + left, from.y + top, at.w, at.h};
    const auto span = [](int begin, int length, int old_side, int new_side) {
        const double scale = static_cast<double>(old_side) / new_side;
        const int first = std::max(0, static_cast<int>(std::floor(begin * scale)) - 1);
        const int end = std::min(old_side, static_cast<int>(std::ceil((begin + length) * scale)) + 1);
        return SDL_Point{first, end - first};
    };
    const SDL_Point across = span(left, at.w, from.w, picture.to.w);
    const SDL_Point down = span(top, at.h, from.h, picture.to.h);
    return {from.x + across.x, from.y + down.x, across.y, down.y};
}

/// What a strip of the screen shows of the picture, from left to right.
std::vector<CoverRun> runs_of(const BandPicture& picture, const SDL_Rect& strip) {
    if (picture.opaque && !picture.is_turned()) return {{strip.x, strip.x + strip.w, Cover::kOpaque}};
    std::vector<CoverRun> tiles;
    for (int x = strip.x; x < strip.x + strip.w; x += kTile) {
        const SDL_Rect tile{x, strip.y, std::min(kTile, strip.x + strip.w - x), strip.h};
        add_run(tiles, {x, x + tile.w, picture.coverage ? picture.coverage->of(source_of(picture, tile)) : Cover::kMixed});
    }
    std::vector<CoverRun> runs;
    for (CoverRun& run : tiles) {
        if (run.right - run.left <= kShortRun) run.cover = Cover::kMixed;
        add_run(runs, run);
    }
    return runs;
}

std::uint32_t tinted(std::uint32_t word, Color color, bool opaque) {
    const auto part = [&](int shift, std::uint32_t of) { return (word >> shift & 255u) * of / 255 << shift; };
    const std::uint32_t alpha = opaque ? std::uint32_t{color.a} << 24 : part(24, color.a);
    return alpha | part(16, color.r) | part(8, color.g) | part(0, color.b);
}

/// `out` may be `in`: vector loops that a compiler makes by itself are not taken then.
void tint_row(const std::uint32_t* in, std::uint32_t* out, int width, Color color, bool opaque) {
    int x = 0;
#ifdef __SSE2__
    const auto word = [](Color c) { return static_cast<int>(std::uint32_t{c.a} << 24 | std::uint32_t{c.r} << 16 | std::uint32_t{c.g} << 8 | c.b); };
    const __m128i zero = _mm_setzero_si128();
    const __m128i one = _mm_set1_epi16(1);
    const __m128i of = _mm_unpacklo_epi8(_mm_set1_epi32(word(color)), zero);
    const __m128i kept = _mm_set1_epi32(opaque ? 0x00FFFFFF : -1);
    const __m128i set = _mm_set1_epi32(opaque ? word({0, 0, 0, color.a}) : 0);
    const auto times = [&](__m128i channels) {
        const __m128i product = _mm_mullo_epi16(channels, of);
        // By 255, exactly for all that two bytes can give.
        return _mm_srli_epi16(_mm_add_epi16(_mm_add_epi16(product, one), _mm_srli_epi16(product, 8)), 8);
    };
    for (; x + 4 <= width; x += 4) {
        const __m128i four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in + x));
        const __m128i made = _mm_packus_epi16(times(_mm_unpacklo_epi8(four, zero)), times(_mm_unpackhi_epi8(four, zero)));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + x), _mm_or_si128(_mm_and_si128(made, kept), set));
    }
#endif
    for (; x < width; ++x) out[x] = tinted(in[x], color, opaque);
}

} // namespace

void tint(const Words& from, const Words& to, Color color, bool opaque) {
    for (int y = 0; y < to.height; ++y) {
        tint_row(from.first + static_cast<std::size_t>(y) * from.stride, to.first + static_cast<std::size_t>(y) * to.stride,
                 to.width, color, opaque);
    }
}

/// The band's own pixels become what is drawn at `at` of the screen.
bool Band::fill(const BandPicture& picture, const SDL_Rect& at) {
    const SDL_Rect& from = picture.from;
    const int left = at.x - picture.to.x;
    const int top = at.y - picture.to.y;
    const bool as_it_is = !picture.is_turned() && !picture.is_stretched();
    const Locked source(picture.texture, as_it_is ? source_of(picture, at) : from);
    const Locked target(texture_.get(), {0, 0, at.w, at.h});
    if (!source.words().first || !target.words().first) return false;
    if (picture.is_turned()) {
        Turn turn = picture.turn;
        turn.corner = {turn.corner.x - static_cast<float>(left), turn.corner.y - static_cast<float>(top)};
        turn_over(source.words(), target.words(), turn);
    } else if (!as_it_is) {
        stretch(source.words(), picture.to.w, picture.to.h, target.words(), left, top);
    }
    const bool is_opaque = picture.opaque && !picture.is_turned();
    if (as_it_is || is_opaque || picture.is_tinted()) {
        tint(as_it_is ? source.words() : target.words(), target.words(), picture.tint, is_opaque);
    }
    return true;
}

bool Band::draw_part(SDL_Renderer* renderer, const BandPicture& picture, const SDL_Rect& at, SDL_BlendMode blend) {
    if (!picture.is_turned() && !picture.is_stretched() && !picture.is_tinted()) {
        const SDL_Rect from = source_of(picture, at);
        SDL_SetTextureColorMod(picture.texture, 255, 255, 255);
        SDL_SetTextureAlphaMod(picture.texture, 255);
        SDL_SetTextureBlendMode(picture.texture, blend);
        return SDL_RenderCopy(renderer, picture.texture, &from, &at) == 0;
    }
    const SDL_Rect used{0, 0, at.w, at.h};
    SDL_SetTextureBlendMode(texture_.get(), blend);
    return fill(picture, at) && SDL_RenderCopy(renderer, texture_.get(), &used, &at) == 0;
}

bool Band::draw(SDL_Renderer* renderer, const BandPicture& picture) {
    if (!texture_) texture_.reset(SDL_CreateTexture(renderer, kAlphaFormat, SDL_TEXTUREACCESS_STREAMING, kBandWidth, kBandHeight));
    if (!texture_) return false;
    const SDL_Rect area = seen(renderer, picture.to);
    for (int y = area.y; y < area.y + area.h; y += kBandHeight) {
        const int height = std::min(kBandHeight, area.y + area.h - y);
        for (const CoverRun& run : runs_of(picture, {area.x, y, area.w, height})) {
            if (run.cover == Cover::kClear) continue;
            const bool is_whole = run.cover == Cover::kOpaque && picture.tint.a == 255 && picture.blend == SDL_BLENDMODE_BLEND;
            for (int x = run.left; x < run.right; x += kBandWidth) {
                const SDL_Rect at{x, y, std::min(kBandWidth, run.right - x), height};
                if (!draw_part(renderer, picture, at, is_whole ? SDL_BLENDMODE_NONE : picture.blend)) return false;
            }
        }
    }
    return true;
}

} // namespace liubai
