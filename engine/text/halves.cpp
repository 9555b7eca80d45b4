#include "text/faces.h"

#include <hb.h>

#include <algorithm>

namespace liubai {
namespace {

/// By a feature of the font: the placement it gives and what it takes from the advance. Nothing without the feature.
Halves by_feature(Fonts::Impl& fonts, Face& face, char32_t c, hb_tag_t tag, hb_script_t script) {
    if (!fonts.buffer) fonts.buffer.reset(hb_buffer_create());
    hb_buffer_t* buffer = fonts.buffer.get();
    const auto advance_and_offset = [&](std::uint32_t value) {
        const hb_feature_t feature{tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
        hb_buffer_clear_contents(buffer);
        hb_buffer_add(buffer, c, 0);
        hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
        hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
        hb_buffer_set_script(buffer, script);
        hb_buffer_set_language(buffer, hb_language_from_string(script == HB_SCRIPT_HAN ? "zh-Hans" : "en", -1));
        hb_shape(face.hb.get(), buffer, &feature, 1);
        unsigned count = 0;
        const hb_glyph_position_t* at = hb_buffer_get_glyph_positions(buffer, &count);
        return count == 1 ? std::pair(at->x_advance, at->x_offset) : std::pair(0, 0);
    };
    const auto [full, offset] = advance_and_offset(0);
    const auto [half, half_offset] = advance_and_offset(1);
    const float left = static_cast<float>(offset - half_offset) / face.units_per_em;
    const float both = static_cast<float>(full - half) / face.units_per_em;
    return {left, both - left};
}

/// A half that has no ink in it (fonts without `halt`, requirement S7).
Halves by_ink(Face& face, std::uint32_t glyph) {
    hb_glyph_extents_t ink{};
    if (!hb_font_get_glyph_extents(face.hb.get(), glyph, &ink)) return {};
    const float em = face.units_per_em;
    const float advance = static_cast<float>(hb_font_get_glyph_h_advance(face.hb.get(), glyph)) / em;
    if (advance < 0.95f || advance > 1.05f) return {};
    const float left = static_cast<float>(ink.x_bearing) / em;
    const float right = left + static_cast<float>(ink.width) / em;
    if (right <= 0.5f) return {0, advance - 0.5f};
    if (left >= advance - 0.5f) return {advance - 0.5f, 0};
    return {};
}

} // namespace

Halves Fonts::Impl::halves(int index, char32_t c, std::uint32_t glyph) {
    Face& face = open(index);
    const auto known = face.halves.find(glyph);
    if (known != face.halves.end()) return known->second;
    Halves found = by_feature(*this, face, c, HB_TAG('h', 'a', 'l', 't'), HB_SCRIPT_HAN);
    if (found.left + found.right < 0.01f) found = by_ink(face, glyph);
    face.halves.emplace(glyph, found);
    return found;
}

Halves Fonts::Impl::overhang(int index, char32_t c) {
    Face& face = open(index);
    const auto known = face.overhang.find(c);
    if (known != face.overhang.end()) return known->second;
    const Halves left = by_feature(*this, face, c, HB_TAG('l', 'f', 'b', 'd'), HB_SCRIPT_LATIN);
    const Halves right = by_feature(*this, face, c, HB_TAG('r', 't', 'b', 'd'), HB_SCRIPT_LATIN);
    const Halves found{std::max(0.0f, left.left), std::max(0.0f, right.right)};
    face.overhang.emplace(c, found);
    return found;
}

} // namespace liubai
