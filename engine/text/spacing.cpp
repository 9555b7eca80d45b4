#include "text/spacing.h"

#include <hb.h>

#include <string_view>

namespace liubai {
namespace {

enum class Mark : std::uint8_t { kNone, kOpen, kClose, kStop, kColon, kExclamation };

Mark mark_of(char32_t c) {
    constexpr std::u32string_view kOpening = U"“‘（《〈「『【〔〖［｛";
    constexpr std::u32string_view kClosing = U"”’）》〉」』】〕〗］｝";
    if (kOpening.find(c) != kOpening.npos) return Mark::kOpen;
    if (kClosing.find(c) != kClosing.npos) return Mark::kClose;
    if (c == U'，' || c == U'。' || c == U'、' || c == U'．') return Mark::kStop;
    if (c == U'：' || c == U'；') return Mark::kColon;
    if (c == U'！' || c == U'？') return Mark::kExclamation;
    return Mark::kNone;
}

/// A full-width mark and what it can lose, canvas units.
struct Punctuation {
    Mark mark = Mark::kNone;
    float left = 0;
    float right = 0;
};

Punctuation punctuation(const TextSource& source, const Unit& unit, const Run& run, const Shaped& shaped,
                        const TextStyle& style, Fonts::Impl& fonts) {
    const char32_t c = source.chars[unit.begin];
    if (run.side != FaceSide::kHan || run.kind != RunKind::kText || unit.glyph_end - unit.glyph_begin != 1) return {};
    const Mark mark = mark_of(c);
    if (mark == Mark::kNone) return {};
    const Halves halves = fonts.halves(run.font.face, c, shaped.glyphs[unit.glyph_begin].glyph);
    const float em = style.size * run.font.scale;
    Punctuation found{mark, halves.left * em, halves.right * em};
    if (found.left + found.right < 0.01f * em && c < 0x2020) { // narrow quotes that shaping gave a full em
        (mark == Mark::kOpen ? found.left : found.right) = style.size / 2;
    }
    if (mark == Mark::kOpen) found.right = 0;
    if (mark != Mark::kOpen) found.left = 0;
    return found;
}

/// How much closer two marks stand, and from which of their halves it comes.
struct ClosingUp {
    float right_of_first = 0;
    float left_of_second = 0;
};

/// S4 (CLREQ 3.1.6.2).
ClosingUp closing_up(const Punctuation& a, const Punctuation& b) {
    const bool a_ends = a.mark == Mark::kClose || a.mark == Mark::kStop || a.mark == Mark::kColon;
    const bool b_follows = b.mark == Mark::kClose || b.mark == Mark::kStop || b.mark == Mark::kColon;
    if (a_ends && b_follows) return {a.right, 0};
    if (a_ends && b.mark == Mark::kOpen) return a.right > 0 ? ClosingUp{a.right, 0} : ClosingUp{0, b.left};
    if (a.mark == Mark::kOpen && b.mark == Mark::kOpen) return {0, b.left};
    return {};
}

enum class Spaced : std::uint8_t { kNeither, kHan, kLatin };

/// UTR #59, as far as CSS Text 4 `text-autospace: normal` uses it: ideographs against letters and numbers.
Spaced spaced(const TextSource& source, std::uint32_t c, const Run& run) {
    if (run.kind != RunKind::kText) return Spaced::kNeither;
    if (source.script[c] == Script::kHan || source.script[c] == Script::kKana) return Spaced::kHan;
    if (source.script[c] == Script::kHangul || source.info[c].width() == Width::kWide) return Spaced::kNeither;
    const CharInfo info = source.info[c];
    const bool word = info.is(Flag::kLetter) || info.is(Flag::kNumber) || source.chars[c] == U'%';
    return word ? Spaced::kLatin : Spaced::kNeither;
}

} // namespace

Hyphen hyphen(const Run& run, const TextStyle& style, Fonts::Impl& fonts) {
    if (run.font.face < 0) return {};
    std::uint32_t glyph = fonts.glyph_of(run.font.face, U'‐');
    if (glyph == 0) glyph = fonts.glyph_of(run.font.face, U'-');
    const Face& face = fonts.open(run.font.face);
    const auto advance = static_cast<float>(hb_font_get_glyph_h_advance(face.hb.get(), glyph));
    return {glyph, advance * style.size * run.font.scale / face.units_per_em};
}

Spacing space_out(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped, const TextStyle& style,
                  Fonts::Impl& fonts) {
    const std::size_t count = shaped.units.size();
    const std::vector<float> none(count);
    Spacing spacing{none, none, none, none};
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
            const Punctuation mark = punctuation(source, unit, run, shaped, style, fonts);
            if (style.trim) {
                const ClosingUp closer = closing_up(last_mark, mark);
                spacing.before[u] -= closer.right_of_first + closer.left_of_second;
                spacing.left_cut[u] = closer.left_of_second;
                const bool first = u == 0 || shaped.units[u - 1].kind == ClusterKind::kBreak;
                spacing.row_start[u] = first && !style.trim_first ? 0 : mark.left;
                spacing.row_end[u] = mark.right;
            }
            const bool hangs = mark.mark == Mark::kStop && last_mark.mark == Mark::kNone;
            if (style.hang && hangs) spacing.row_end[u] = unit.advance;
            last_mark = mark;
        }
        if (source.chars[unit.begin] == kSoftHyphen) spacing.row_end[u] = -hyphen(run, style, fonts).advance;
        const Spaced kind = spaced(source, unit.begin, run);
        const bool border = kind != last_kind && kind != Spaced::kNeither && last_kind != Spaced::kNeither;
        if (style.autospace && border) spacing.before[u] += style.autospace_em * style.size;
        last_kind = kind;
    }
    return spacing;
}

} // namespace liubai
