#include "render/glyph_atlas.h"

#include "base/error.h"
#include "base/log.h"
#include "render/device.h"
#include "text/glyph_bitmap.h"

#include <string>

namespace liubai {
namespace {

constexpr int kGap = 1; // keeps a neighbour's edge out of a glyph that the GPU samples

/// The words of kAlphaFormat: the glyph's own colours, or white with the coverage as alpha.
std::vector<std::uint32_t> as_texels(const GlyphBitmap& bitmap) {
    const std::size_t count = static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height);
    std::vector<std::uint32_t> texels(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (bitmap.colored) {
            const std::uint8_t* p = &bitmap.pixels[i * 4];
            texels[i] = std::uint32_t{p[3]} << 24 | std::uint32_t{p[0]} << 16 | std::uint32_t{p[1]} << 8 | p[2];
        } else {
            texels[i] = std::uint32_t{bitmap.pixels[i]} << 24 | 0xFFFFFFu;
        }
    }
    return texels;
}

} // namespace

std::size_t GlyphKeyHash::operator()(const GlyphKey& key) const {
    std::uint64_t h = static_cast<std::uint64_t>(key.font) << 32 | key.glyph;
    h = (h ^ static_cast<std::uint64_t>(key.em_64ths) << 20 ^ static_cast<std::uint64_t>(key.quarter) << 18) *
        0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(h ^ h >> 29);
}

const GlyphSlot* GlyphAtlas::find(SDL_Renderer* renderer, const Fonts& fonts, const GlyphKey& key) {
    const auto found = slots_.find(key);
    if (found != slots_.end()) return &found->second;
    const GlyphBitmap bitmap = rasterise(fonts, key.font, key.glyph, static_cast<float>(key.em_64ths) / 64.0f,
                                         static_cast<float>(key.quarter) / 4.0f);
    GlyphSlot slot;
    slot.left = bitmap.left;
    slot.top = bitmap.top;
    slot.colored = bitmap.colored;
    if (bitmap.width > kPageSize || bitmap.height > kPageSize) {
        log_warning("a glyph larger than " + std::to_string(kPageSize) + " pixels is left out");
    } else if (bitmap.width > 0 && bitmap.height > 0) {
        if (!place(renderer, bitmap.width, bitmap.height, slot)) return nullptr;
        const auto texels = as_texels(bitmap);
        SDL_UpdateTexture(page(slot.page), &slot.on_page, texels.data(), bitmap.width * 4);
    }
    return &slots_.emplace(key, slot).first->second;
}

bool GlyphAtlas::place(SDL_Renderer* renderer, int width, int height, GlyphSlot& slot) {
    for (std::size_t i = 0;; ++i) {
        if (i == pages_.size()) {
            if (pages_.size() == kMostPages) return false;
            // Not STATIC: the software renderer would run-length encode the page again after every new glyph.
            Page page;
            page.texture.reset(
                SDL_CreateTexture(renderer, kAlphaFormat, SDL_TEXTUREACCESS_STREAMING, kPageSize, kPageSize));
            if (!page.texture) {
                const std::string reason = SDL_GetError();
                throw Error({"没有地方放文字的字形：" + reason, "no room for the glyphs of text: " + reason});
            }
            SDL_SetTextureBlendMode(page.texture.get(), SDL_BLENDMODE_BLEND);
            SDL_SetTextureScaleMode(page.texture.get(), SDL_ScaleModeNearest);
            pages_.push_back(std::move(page));
        }
        Page& page = pages_[i];
        const bool next_shelf = page.next_x + width > kPageSize;
        const int top = next_shelf ? page.shelf_top + page.shelf_height + kGap : page.shelf_top;
        if (top + height > kPageSize) continue;
        if (next_shelf) page = {std::move(page.texture), top, 0, 0};
        slot.page = static_cast<int>(i);
        slot.on_page = {page.next_x, top, width, height};
        page.next_x += width + kGap;
        page.shelf_height = std::max(page.shelf_height, height);
        return true;
    }
}

void GlyphAtlas::restart() {
    slots_.clear();
    if (pages_.empty()) return;
    pages_.resize(1);
    pages_[0] = {std::move(pages_[0].texture), 0, 0, 0};
}

void GlyphAtlas::clear() {
    slots_.clear();
    pages_.clear();
}

} // namespace liubai
