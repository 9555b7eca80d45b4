#pragma once
// Where a row may end: UAX #14 itself, untailored (rules LB1 to LB31 of Unicode 15.0, with the number rule of its
// section 8.2, example 7). chinese_breaks.h lays the Chinese rules over it.

#include "text/unicode.h"

#include <span>
#include <vector>

namespace liubai {

enum class Break : std::uint8_t { kNo, kMay, kMust };

/// What the rules look at in one character. A tailoring changes these before find_breaks().
struct BreakChar {
    LineClass cls = LineClass::kAL; ///< resolved: none of AI CJ SA SG XX
    bool east_asian = false;        ///< wide, half or full width: LB30 leaves its brackets alone
    bool future_emoji = false;      ///< an unassigned pictograph: LB30b
};

/// LB1: a class that the rules know.
inline BreakChar break_char(CharInfo info) {
    LineClass cls = info.line();
    switch (cls) {
    case LineClass::kXX:
    case LineClass::kAI:
    case LineClass::kSG: cls = LineClass::kAL; break;
    case LineClass::kCJ: cls = LineClass::kNS; break;
    case LineClass::kSA: cls = info.is(Flag::kMark) ? LineClass::kCM : LineClass::kAL; break;
    default: break;
    }
    const bool east_asian = info.width() == Width::kWide || info.width() == Width::kHalf;
    return {cls, east_asian, info.is(Flag::kExtendedPictographic) && info.is(Flag::kUnassigned)};
}

/// Whether a row may end before each character (the first never) and after the last (always): size + 1 answers.
std::vector<Break> find_breaks(std::span<const BreakChar> text);

} // namespace liubai
