#pragma once
// Glyphs already rasterised, packed on a few texture pages: white with the coverage as alpha, so that one page serves
// every colour. Between text/'s rasterise() and the painter.

#include "base/ids.h"
#include "render/sdl_ptr.h"
#include "text/fonts.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace liubai {

struct GlyphKey {
    FontId font = FontId::kNone;
    std::uint32_t glyph = 0;
    std::int32_t em_64ths = 0; ///< em in 1/64 pixels
    std::int32_t quarter = 0;  ///< horizontal shift in quarter pixels, 0…3
    bool operator==(const GlyphKey&) const = default;
};

struct GlyphKeyHash {
    std::size_t operator()(const GlyphKey& key) const;
};

struct GlyphSlot {
    int page = -1; ///< -1 = a glyph without ink
    SDL_Rect on_page{};
    int left = 0; ///< pixels from the pen to the left edge
    int top = 0;  ///< pixels from the baseline up to the top edge
    bool colored = false;
};

class GlyphAtlas {
public:
    /// A power of two: the software renderer truncates texture coordinates to whole pixels.
    static constexpr int kPageSize = 1024;
    static constexpr int kMostPages = 4;

    /// The glyph's place, rasterised if it is new. Null when all pages are full: draw what was found, restart(), ask
    /// again. The pointer is good until restart().
    const GlyphSlot* find(SDL_Renderer* renderer, const Fonts& fonts, const GlyphKey& key);
    [[nodiscard]] SDL_Texture* page(int index) const { return pages_[static_cast<std::size_t>(index)].texture.get(); }
    /// Forgets all glyphs and keeps one page.
    void restart();
    /// Forgets the pages too, after the device was lost.
    void clear();

private:
    struct Page {
        SdlTexture texture;
        int shelf_top = 0;
        int shelf_height = 0;
        int next_x = 0;
    };

    bool place(SDL_Renderer* renderer, int width, int height, GlyphSlot& slot);

    std::vector<Page> pages_;
    std::unordered_map<GlyphKey, GlyphSlot, GlyphKeyHash> slots_;
};

} // namespace liubai
