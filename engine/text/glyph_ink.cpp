#include "text/glyph_ink.h"

#include "text/faces.h"

#include <hb.h>

namespace liubai {
namespace {

constexpr Rect kEmBox{0, -0.88f, 1, 1}; // from the pen

Rect measured(const Face& face, std::uint32_t glyph) {
    hb_glyph_extents_t ink{};
    if (!hb_font_get_glyph_extents(face.hb.get(), glyph, &ink)) return kEmBox;
    const auto em = [&](hb_position_t units) { return static_cast<float>(units) / face.units_per_em; };
    return {em(ink.x_bearing), -em(ink.y_bearing), em(ink.width), -em(ink.height)};
}

} // namespace

Rect ink_of(const Fonts& fonts, const PlacedGlyph& glyph) {
    Rect em = kEmBox;
    Fonts::Impl& faces = fonts.impl();
    if (glyph.font != FontId::kNone && glyph.font != faces.box()) {
        Face& face = faces.open(static_cast<int>(glyph.font) - 1);
        const auto known = face.ink.find(glyph.glyph);
        em = known != face.ink.end() ? known->second
                                     : face.ink.emplace(glyph.glyph, measured(face, glyph.glyph)).first->second;
    }
    return {glyph.at.x + em.x * glyph.size, glyph.at.y + em.y * glyph.size, em.w * glyph.size, em.h * glyph.size};
}

} // namespace liubai
