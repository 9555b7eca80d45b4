#include "text/spacing.h"

#include "text/marks.h"

#include <hb.h>

namespace liubai {
namespace {

/// S11: what of Latin letters and marks stands outside a row.
void let_overhang(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped, const TextStyle& style,
                  Fonts::Impl& fonts, Spacing& spacing) {
    for (std::size_t u = 0; u < shaped.units.size(); ++u) {
        const Unit& unit = shaped.units[u];
        const Run& run = runs[unit.run];
        const bool latin = run.kind == RunKind::kText && run.side == FaceSide::kLatin && run.level % 2 == 0;
        if (!latin || unit.end - unit.begin != 1) continue;
        const Halves over = fonts.overhang(run.font.face, source.chars[unit.begin]);
        const float em = style.size * run.font.scale;
        spacing[u].row_start = over.left * em;
        if (spacing[u].row_end == 0) spacing[u].row_end = over.right * em;
    }
}

} // namespace

Hyphen hyphen(const Run& run, const TextStyle& style, Fonts::Impl& fonts) {
    if (run.font.face < 0) return {};
    std::uint32_t glyph = fonts.glyph_of(run.font.face, U'‐');
    if (glyph == 0) glyph = fonts.glyph_of(run.font.face, U'-');
    const Face& face = fonts.open(run.font.face);
    const auto advance = static_cast<float>(hb_font_get_glyph_h_advance(face.hb.get(), glyph));
    const float over = style.optical_margins ? fonts.overhang(run.font.face, U'-').right : 0;
    const float em = style.size * run.font.scale;
    return {glyph, advance * style.size * run.font.scale / face.units_per_em - over * em};
}

Spacing space_out(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped, const TextStyle& style,
                  Fonts::Impl& fonts) {
    const std::size_t count = shaped.units.size();
    Spacing spacing(count);
    const float gap_em = style.align == Align::kJustify ? style.justified_gap.natural : style.autospace_em;
    Punctuation last_mark;
    Spaced last_kind = Spaced::kNeither;
    for (std::size_t u = 0; u < count; ++u) {
        const Unit& unit = shaped.units[u];
        const Run& run = runs[unit.run];
        const Script script = source.script[unit.begin];
        const bool letter = source.info[unit.begin].is(Flag::kLetter) && run.side == FaceSide::kLatin;
        const bool same_kind = (last_kind == Spaced::kHan && script == Script::kHan) ||
                               (last_kind == Spaced::kLatin && script == Script::kLatin && letter);
        if (same_kind && run.kind == RunKind::kText) continue; // most text: nothing stands between two of a kind
        if (style.trim || style.hang) {
            const bool may_be = script == Script::kCommon && run.side == FaceSide::kHan;
            const Punctuation mark = may_be ? punctuation(source, unit, run, shaped, style, fonts) : Punctuation{};
            if (style.trim && (mark.mark != Mark::kNone || last_mark.mark != Mark::kNone)) {
                const ClosingUp closer = closing_up(last_mark, mark);
                spacing[u].before -= closer.right_of_first + closer.left_of_second;
                spacing[u].left_cut = closer.left_of_second;
                const bool first = u == 0 || shaped.units[u - 1].kind == ClusterKind::kBreak;
                spacing[u].row_start = first && !style.trim_first ? 0 : mark.left;
                spacing[u].row_end = mark.right;
            }
            const bool hangs = mark.mark == Mark::kStop && last_mark.mark == Mark::kNone;
            if (style.hang && hangs) spacing[u].row_end = unit.advance;
            last_mark = mark;
        }
        if (source.chars[unit.begin] == kSoftHyphen) spacing[u].row_end = -hyphen(run, style, fonts).advance;
        const Spaced kind = spaced(source, unit.begin, run);
        const bool border = kind != last_kind && kind != Spaced::kNeither && last_kind != Spaced::kNeither;
        if (style.autospace && border) spacing[u].before += gap_em * style.size;
        last_kind = kind;
    }
    if (style.optical_margins) let_overhang(source, runs, shaped, style, fonts, spacing);
    return spacing;
}

} // namespace liubai
