#include "text/marks.h"

#include <string_view>

namespace liubai {
namespace {

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

} // namespace

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

ClosingUp closing_up(const Punctuation& a, const Punctuation& b) {
    const bool a_ends = a.mark == Mark::kClose || a.mark == Mark::kStop || a.mark == Mark::kColon;
    const bool b_follows = b.mark == Mark::kClose || b.mark == Mark::kStop || b.mark == Mark::kColon;
    if (a_ends && b_follows) return {a.right, 0};
    if (a_ends && b.mark == Mark::kOpen) return a.right > 0 ? ClosingUp{a.right, 0} : ClosingUp{0, b.left};
    if (a.mark == Mark::kOpen && b.mark == Mark::kOpen) return {0, b.left};
    return {};
}

Spaced spaced(const TextSource& source, std::uint32_t c, const Run& run) {
    if (run.kind != RunKind::kText) return Spaced::kNeither;
    if (source.script[c] == Script::kHan || source.script[c] == Script::kKana) return Spaced::kHan;
    if (source.script[c] == Script::kHangul || source.info[c].width() == Width::kWide) return Spaced::kNeither;
    const CharInfo info = source.info[c];
    const bool word = info.is(Flag::kLetter) || info.is(Flag::kNumber) || source.chars[c] == U'%';
    return word ? Spaced::kLatin : Spaced::kNeither;
}

} // namespace liubai
