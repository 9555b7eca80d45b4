#include "text/shape.h"

#include <hb.h>

#include <algorithm>
#include <limits>

namespace liubai {
namespace {

constexpr float kEmojiCentreEm = 0.38f; // of the Han body above the baseline (requirement I9)

bool draws_nothing(char32_t c) {
    return c == U' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

} // namespace

Shaped Shaper::shape_all() {
    Shaped out;
    out.units.reserve(s_.graphemes.size());
    out.glyphs.reserve(s_.size());
    out.size.assign(runs_.size(), style_.size);
    Graphemes part;
    for (std::uint32_t r = 0; r < runs_.size(); ++r) {
        while (s_.graphemes[part.end] < runs_[r].end) ++part.end;
        shape_run(r, part, false, out);
        part.begin = part.end;
    }
    return out;
}

Shaped Shaper::reshape(const Shaped& all, std::uint32_t begin, std::uint32_t end) {
    Shaped out;
    out.size = all.size;
    shape_run(all.units[begin].run, {begin, end}, true, out);
    return out;
}

void Shaper::shape_run(std::uint32_t run, Graphemes part, bool alone, Shaped& out) {
    const RunKind kind = runs_[run].kind;
    if (kind == RunKind::kText || kind == RunKind::kEmoji) {
        shape_text(run, part, alone, out);
    } else {
        add_plain(run, part, out);
    }
}

/// Units without HarfBuzz: silences, boxes, and what takes no room.
void Shaper::add_plain(std::uint32_t r, Graphemes part, Shaped& out) {
    const Run& run = runs_[r];
    for (std::uint32_t g = part.begin; g < part.end; ++g) {
        const std::uint32_t c = s_.graphemes[g];
        const auto glyph = static_cast<std::uint32_t>(out.glyphs.size());
        Unit unit{c, s_.graphemes[g + 1], r, glyph, glyph, 0, ClusterKind::kSpace, false};
        if (run.kind == RunKind::kGap) {
            unit.kind = ClusterKind::kGap;
            unit.advance = style_.gap_em * style_.size;
        } else if (run.kind == RunKind::kMissing) {
            const bool wide = s_.info[c].width() == Width::kWide;
            unit.kind = ClusterKind::kText;
            unit.advance = style_.size * (wide ? 1 : kNarrowBoxEm);
            out.glyphs.push_back({wide ? kWideBox : kNarrowBox, unit.advance, 0, 0});
            ++unit.glyph_end;
        } else if (is_hard_break(s_.chars[c])) {
            unit.kind = ClusterKind::kBreak;
        }
        out.units.push_back(unit);
    }
}

void Shaper::shape_text(std::uint32_t r, Graphemes part, bool alone, Shaped& out) {
    const Run& run = runs_[r];
    const Face& face = fonts_.open(run.font.face);
    if (!fonts_.buffer) fonts_.buffer.reset(hb_buffer_create());
    hb_buffer_t* buffer = fonts_.buffer.get();
    hb_buffer_clear_contents(buffer);
    const auto* text = reinterpret_cast<const std::uint32_t*>(s_.chars.data());
    const std::uint32_t begin = s_.graphemes[part.begin];
    const auto length = static_cast<int>(s_.graphemes[part.end] - begin);
    if (alone) {
        hb_buffer_add_utf32(buffer, text + begin, length, 0, length);
    } else {
        hb_buffer_add_utf32(buffer, text, static_cast<int>(s_.size()), begin, length);
    }
    hb_buffer_set_direction(buffer, run.level % 2 != 0 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, static_cast<hb_script_t>(run.script));
    hb_buffer_set_language(buffer, run.language);
    constexpr hb_feature_t kLining{HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(face.hb.get(), buffer, &kLining, style_.lining_figures ? 1 : 0);
    const auto first_glyph = static_cast<std::uint32_t>(out.glyphs.size());
    float& size = out.size[r];
    size = style_.size * run.font.scale;
    if (run.kind == RunKind::kEmoji) {
        unsigned count = 0;
        const hb_glyph_position_t* at = hb_buffer_get_glyph_positions(buffer, &count);
        const float advance = count > 0 ? static_cast<float>(at[0].x_advance) : 0;
        size = style_.size * (advance > 0 ? std::clamp(face.units_per_em / advance, 0.5f, 1.5f) : 1);
    }
    gather(r, part, alone ? begin : 0, size / face.units_per_em, out);
    if (run.kind == RunKind::kEmoji) fit_emoji(run, first_glyph, size, out);
}

/// The buffer's glyphs as units; its clusters count from `first_char`. Where HarfBuzz merged several graphemes (a
/// ligature), each takes an equal share of the advance; right to left, the first takes all.
void Shaper::gather(std::uint32_t r, Graphemes part, std::uint32_t first_char, float scale, Shaped& out) {
    const Run& run = runs_[r];
    const bool backwards = run.level % 2 != 0;
    const bool han = run.side == FaceSide::kHan && run.kind == RunKind::kText;
    unsigned count = 0;
    const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(fonts_.buffer.get(), &count);
    const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(fonts_.buffer.get(), &count);
    const std::uint32_t* border = s_.graphemes.data();
    const std::size_t units = out.units.size();
    auto placed = static_cast<std::uint32_t>(out.glyphs.size());
    out.units.resize(units + part.end - part.begin);
    out.glyphs.resize(placed + count);
    const auto at = [&](unsigned logical) { return backwards ? count - 1 - logical : logical; };
    const auto cluster = [&](unsigned logical) {
        return logical < count ? info[at(logical)].cluster + first_char : std::numeric_limits<std::uint32_t>::max();
    };
    unsigned next = 0; // glyph, counted in the order of the text
    std::uint32_t next_char = cluster(0);
    for (std::uint32_t g = part.begin; g < part.end;) {
        const std::uint32_t first = g;
        const unsigned first_glyph = next;
        do { // until graphemes and glyph clusters end at the same character
            ++g;
            while (next_char < border[g]) next_char = cluster(++next);
        } while (g < part.end && next_char > border[g]);
        Unit& unit = out.units[units + first - part.begin];
        unit.begin = border[first];
        unit.end = border[first + 1];
        unit.run = r;
        unit.glyph_begin = placed;
        for (unsigned i = first_glyph; i < next; ++i) {
            const unsigned glyph = backwards ? at(next - 1) + (i - first_glyph) : i;
            const hb_glyph_position_t& p = position[glyph];
            const bool unsafe = (hb_glyph_info_get_glyph_flags(&info[glyph]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
            unit.unsafe_before = unit.unsafe_before || (unsafe && first > part.begin);
            ShapedGlyph& shaped = out.glyphs[placed++];
            shaped.glyph = info[glyph].codepoint;
            shaped.advance = static_cast<float>(p.x_advance) * scale;
            shaped.dx = static_cast<float>(p.x_offset) * scale;
            shaped.dy = static_cast<float>(p.y_offset) * scale;
            unit.advance += shaped.advance;
        }
        unit.glyph_end = placed;
        if (s_.script[unit.begin] == Script::kCommon) {
            if (draws_nothing(s_.chars[unit.begin])) unit.kind = ClusterKind::kSpace;
            if (han) fit_punctuation(run, unit, out);
        }
        if (g > first + 1 && !backwards) unit.advance /= static_cast<float>(g - first);
        for (std::uint32_t k = first + 1; k < g; ++k) {
            Unit& later = out.units[units + k - part.begin] = unit;
            later.begin = border[k];
            later.end = border[k + 1];
            later.glyph_begin = later.glyph_end;
            later.unsafe_before = true;
            if (backwards) later.advance = 0;
        }
    }
}

/// I9: emoji stand in the middle of the Han body.
void Shaper::fit_emoji(const Run& run, std::uint32_t first_glyph, float size, Shaped& out) {
    const Face& face = fonts_.open(run.font.face);
    for (std::uint32_t g = first_glyph; g < out.glyphs.size(); ++g) {
        hb_glyph_extents_t ink{};
        if (!hb_font_get_glyph_extents(face.hb.get(), out.glyphs[g].glyph, &ink)) continue;
        const float centre = static_cast<float>(ink.y_bearing) + static_cast<float>(ink.height) / 2;
        out.glyphs[g].dy += kEmojiCentreEm * style_.size - centre * size / face.units_per_em;
    }
}

/// I6, S7: the interpunct is half an em wide, and quotes that a face has narrow get a full em, their ink in the half
/// that stands at the text.
void Shaper::fit_punctuation(const Run& run, Unit& unit, Shaped& out) {
    const char32_t c = s_.chars[unit.begin];
    if (unit.glyph_end - unit.glyph_begin != 1) return;
    ShapedGlyph& glyph = out.glyphs[unit.glyph_begin];
    const float em = style_.size;
    const bool interpunct = c == U'·' || c == U'‧';
    const bool quote = c >= 0x2018 && c <= 0x201D;
    if (!interpunct && !(quote && glyph.advance < 0.6f * em)) return;
    hb_glyph_extents_t ink{};
    const Face& face = fonts_.open(run.font.face);
    if (!hb_font_get_glyph_extents(face.hb.get(), glyph.glyph, &ink)) return;
    const float scale = em * run.font.scale / face.units_per_em;
    const float middle = (static_cast<float>(ink.x_bearing) + static_cast<float>(ink.width) / 2) * scale;
    const bool opens = c == U'“' || c == U'‘';
    unit.advance = glyph.advance = interpunct ? em / 2 : em;
    glyph.dx = (opens ? 0.75f : 0.25f) * em - middle;
}

} // namespace liubai
