#include "text/chinese_breaks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace liubai {
namespace {

using enum LineClass;

// CSS Text 3 §5.3: marks that looser texts allow at a row's start.
constexpr std::u32string_view kNormalMayStart = U"‐–〜゠";
constexpr std::u32string_view kLooseMayStart = U"々〻ゝゞヽヾ・：；･‼⁇⁈⁉！？";
constexpr std::u32string_view kLooseSuffixes = U"％‰℃′″￠";
constexpr std::u32string_view kLoosePrefixes = U"＄￥￡№";
// Units that stay with the number before them across a space (CLREQ 3.1.5).
constexpr std::array<std::u32string_view, 26> kUnits{U"km", U"m",  U"cm",  U"mm", U"kg",  U"g",   U"mg", U"t",  U"s",
                                                     U"ms", U"h",  U"min", U"Hz", U"kHz", U"GHz", U"KB", U"MB", U"GB",
                                                     U"TB", U"px", U"°C",  U"℃",  U"V",   U"W",   U"kW", U"%"};

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

/// L5: the class of a character here, where Unicode's own is too coarse.
BreakChar tailored(const TextSource& s, const Sides& sides, std::uint32_t i, LineBreak strictness) {
    const BreakChar c = break_char(s.info[i]);
    if ((s.script[i] == Script::kHan && c.cls == kID) || s.script[i] == Script::kLatin) return c; // most text
    const char32_t ch = s.chars[i];
    const bool han = sides.of[i] == FaceSide::kHan;
    if (han && (ch == U'“' || ch == U'‘')) return {kOP, true, false};
    if (han && (ch == U'”' || ch == U'’')) return {kCL, true, false};
    if (han && (ch == U'·' || ch == U'‧')) return {kNS, true, false};
    if (han && ch == U'―') return {kB2, true, false};
    if (ch == U'～' && strictness != LineBreak::kLoose) return {kNS, true, false};
    if (ch == kGapChar) return {kID, true, false};
    const bool before_han = i + 1 < s.size() && s.info[i + 1].line() == kID;
    if (ch == U'#' && before_han) return {kPR, false, false};
    if (s.info[i].line() == kCJ && strictness != LineBreak::kStrict) return {kID, true, false};
    if (strictness != LineBreak::kStrict && contains(kNormalMayStart, ch)) return {kID, true, false};
    if (strictness == LineBreak::kLoose) {
        if (contains(kLooseMayStart, ch) || contains(kLooseSuffixes, ch) || contains(kLoosePrefixes, ch)) {
            return {kID, true, false};
        }
    }
    return c;
}

/// L6: `10 000` and `5 km`: the space at `i` belongs to a number.
bool holds_number(const TextSource& s, std::uint32_t i) {
    const auto is_digit = [&](std::uint32_t at) { return at < s.size() && s.chars[at] >= U'0' && s.chars[at] <= U'9'; };
    if (i == 0 || !is_digit(i - 1)) return false;
    const std::uint32_t next = i + 1;
    std::uint32_t digits = 0;
    while (is_digit(next + digits)) ++digits;
    if (digits > 0) return digits == 3;
    const std::u32string_view rest = std::u32string_view(s.chars).substr(next);
    return std::any_of(kUnits.begin(), kUnits.end(), [&](std::u32string_view unit) {
        if (!rest.starts_with(unit)) return false;
        const std::size_t after = next + unit.size();
        return after >= s.size() || (s.script[after] != Script::kLatin && !s.info[after].is(Flag::kNumber));
    });
}

} // namespace

std::vector<Break> chinese_breaks(const TextSource& source, const Sides& sides, LineBreak strictness) {
    std::vector<BreakChar> text;
    text.reserve(source.size());
    for (std::uint32_t i = 0; i < source.size(); ++i) text.push_back(tailored(source, sides, i, strictness));
    std::vector<Break> breaks = find_breaks(text);
    for (std::uint32_t i = 1; i < source.size(); ++i) {
        if (breaks[i] != Break::kMay) continue;
        const char32_t c = source.chars[i];
        const char32_t before = source.chars[i - 1];
        const bool strict_start = text[i].cls == kB2 || text[i].cls == kIN;
        if (strictness != LineBreak::kLoose && text[i].cls == kIN) breaks[i] = Break::kNo;
        if (strictness == LineBreak::kStrict && strict_start) breaks[i] = Break::kNo; // L4
        if (before == U'+' && c == U'+') breaks[i] = Break::kNo;                      // L6: C++
        if (before == kGapChar && c == U'的') breaks[i] = Break::kNo;
        if (before == U' ' && holds_number(source, i - 1)) breaks[i] = Break::kNo;
    }
    for (const RubySpan& ruby : source.rubies) { // L11
        for (std::uint32_t i = ruby.begin + 1; i < ruby.end; ++i) {
            if (breaks[i] == Break::kMay) breaks[i] = Break::kNo;
        }
    }
    return breaks;
}

} // namespace liubai
