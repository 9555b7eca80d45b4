#include "text/line_break.h"

#include <initializer_list>

namespace liubai {
namespace {

using enum LineClass;

/// A set of classes as bits.
struct ClassSet {
    std::uint64_t bits = 0;
    constexpr ClassSet(std::initializer_list<LineClass> classes) {
        for (const LineClass c : classes) bits |= std::uint64_t{1} << static_cast<unsigned>(c);
    }
    [[nodiscard]] constexpr bool has(LineClass c) const { return (bits >> static_cast<unsigned>(c) & 1) != 0; }
};

constexpr ClassSet kHard{kBK, kCR, kLF, kNL};
constexpr ClassSet kNoBase{kBK, kCR, kLF, kNL, kSP, kZW}; // LB9: marks do not attach to these
constexpr ClassSet kAlphabetic{kAL, kHL};
constexpr ClassSet kIdeographic{kID, kEB, kEM};
constexpr ClassSet kHangul{kJL, kJV, kJT, kH2, kH3};
constexpr ClassSet kNeverFirst{kEX, kCL, kCP, kIS, kSY};         // LB13
constexpr ClassSet kHoldsOnBefore{kBA, kHY, kNS, kIN, kQU, kWJ}; // LB11, LB19, LB21, LB22

/// How far a number has come (LB25): NU (NU | SY | IS)* (CL | CP)?
enum class Number : std::uint8_t { kNone, kOpen, kClosed };

/// What the rules remember of the text before a border.
struct Before {
    LineClass cls = kAL; ///< of the character before, marks absorbed (LB9, LB10)
    LineClass before_spaces = kAL;
    bool spaced = false; ///< spaces lie between `before_spaces` and the border
    bool zwj = false;    ///< the very last character is a ZWJ
    bool east_asian = false;
    bool future_emoji = false;
    bool hebrew_hyphen = false; ///< HL (HY | BA): LB21a
    bool odd_indicators = false;
    Number number = Number::kNone;
    bool first = true;
};

/// LB25: does a number start at `i`, counting one opening bracket or hyphen before it?
bool number_follows(std::span<const BreakChar> text, std::size_t i) {
    const auto skip_marks = [&](std::size_t at) {
        while (at < text.size() && (text[at].cls == kCM || text[at].cls == kZWJ)) ++at;
        return at;
    };
    if (text[i].cls == kNU) return true;
    if (text[i].cls != kOP && text[i].cls != kHY) return false;
    const std::size_t next = skip_marks(i + 1);
    return next < text.size() && text[next].cls == kNU;
}

bool holds_number(const Before& a, std::span<const BreakChar> text, std::size_t i) {
    const LineClass b = text[i].cls;
    if ((a.cls == kPR || a.cls == kPO) && number_follows(text, i)) return true;
    if ((a.cls == kOP || a.cls == kHY) && b == kNU) return true;
    if (a.number == Number::kOpen && (b == kNU || b == kSY || b == kIS || b == kCL || b == kCP)) return true;
    return a.number != Number::kNone && (b == kPO || b == kPR);
}

bool holds_hangul(LineClass a, LineClass b) {
    if (a == kJL) return b == kJL || b == kJV || b == kH2 || b == kH3 || b == kPO;
    if (a == kJV || a == kH2) return b == kJV || b == kJT || b == kPO;
    if (a == kJT || a == kH3) return b == kJT || b == kPO;
    return a == kPR && kHangul.has(b);
}

/// LB19 to LB31, where neither spaces nor marks matter any more.
Break between_neighbours(const Before& a, std::span<const BreakChar> text, std::size_t i) {
    const LineClass b = text[i].cls;
    if (a.cls == kQU) return Break::kNo;
    if (a.cls == kCB || b == kCB) return Break::kMay;
    if (a.cls == kBB || a.hebrew_hyphen || (a.cls == kSY && b == kHL)) return Break::kNo;
    if (kAlphabetic.has(a.cls) && (kAlphabetic.has(b) || b == kNU || b == kPR || b == kPO)) return Break::kNo;
    if (kAlphabetic.has(b) && (a.cls == kNU || a.cls == kPR || a.cls == kPO || a.cls == kIS)) return Break::kNo;
    if ((a.cls == kPR && kIdeographic.has(b)) || (kIdeographic.has(a.cls) && b == kPO)) return Break::kNo;
    if (holds_number(a, text, i) || holds_hangul(a.cls, b)) return Break::kNo;
    if (b == kOP && !text[i].east_asian && (kAlphabetic.has(a.cls) || a.cls == kNU)) return Break::kNo;
    if (a.cls == kCP && !a.east_asian && (kAlphabetic.has(b) || b == kNU)) return Break::kNo;
    if (a.cls == kRI && b == kRI && a.odd_indicators) return Break::kNo;
    if (b == kEM && (a.cls == kEB || a.future_emoji)) return Break::kNo;
    return Break::kMay;
}

Break before(const Before& a, std::span<const BreakChar> text, std::size_t i) {
    const LineClass b = text[i].cls;
    if (a.first) return Break::kNo;
    if (a.cls == kBK || (a.cls == kCR && b != kLF) || a.cls == kLF || a.cls == kNL) return Break::kMust;
    if (kHard.has(b) || b == kSP || b == kZW) return Break::kNo;
    if (a.before_spaces == kZW) return Break::kMay;                        // LB8
    if (a.zwj) return Break::kNo;                                          // LB8a
    if ((b == kCM || b == kZWJ) && !kNoBase.has(a.cls)) return Break::kNo; // LB9
    const LineClass strong = a.before_spaces;
    if (b == kWJ || (!a.spaced && strong == kWJ)) return Break::kNo;
    if (!a.spaced && strong == kGL) return Break::kNo;
    if (b == kGL && !a.spaced && strong != kBA && strong != kHY) return Break::kNo;
    if (kNeverFirst.has(b)) return Break::kNo;
    if (strong == kOP || (strong == kQU && b == kOP)) return Break::kNo;
    if ((strong == kCL || strong == kCP) && b == kNS) return Break::kNo;
    if (strong == kB2 && b == kB2) return Break::kNo;
    if (a.spaced) return Break::kMay; // LB18
    if (kHoldsOnBefore.has(b)) return a.cls == kCB && b != kQU ? Break::kMay : Break::kNo;
    return between_neighbours(a, text, i);
}

void advance(Before& a, const BreakChar& c) {
    a.zwj = c.cls == kZWJ;
    const bool mark = c.cls == kCM || c.cls == kZWJ;
    if (mark && !a.first && !kNoBase.has(a.cls)) return;
    const LineClass cls = mark ? kAL : c.cls; // LB10
    a.spaced = cls == kSP;
    if (!a.spaced) {
        a.hebrew_hyphen = !a.first && a.cls == kHL && (cls == kHY || cls == kBA);
        a.odd_indicators = cls == kRI && !(a.cls == kRI && a.odd_indicators);
        if (cls == kNU || (a.number == Number::kOpen && (cls == kSY || cls == kIS))) {
            a.number = Number::kOpen;
        } else {
            const bool closes = a.number == Number::kOpen && (cls == kCL || cls == kCP);
            a.number = closes ? Number::kClosed : Number::kNone;
        }
        a.before_spaces = cls;
    } else {
        a.number = Number::kNone;
        if (a.first) a.before_spaces = kSP;
        if (kHard.has(a.cls)) a.before_spaces = kSP;
    }
    a.cls = cls;
    a.east_asian = c.east_asian;
    a.future_emoji = c.future_emoji;
    a.first = false;
}

/// The short way for most text: a letter after a letter, an ideograph after an ideograph.
bool repeats(const Before& a, const BreakChar& c) {
    return c.cls == a.cls && (c.cls == kAL || c.cls == kID) && !a.first && !a.zwj;
}

} // namespace

std::vector<Break> find_breaks(std::span<const BreakChar> text) {
    std::vector<Break> breaks(text.size() + 1, Break::kNo);
    Before state;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const BreakChar& c = text[i];
        if (repeats(state, c)) {
            breaks[i] = c.cls == kID ? Break::kMay : Break::kNo;
            state.east_asian = c.east_asian;
            state.future_emoji = c.future_emoji;
            continue;
        }
        breaks[i] = before(state, text, i);
        advance(state, c);
    }
    if (!text.empty()) breaks.back() = Break::kMust;
    return breaks;
}

} // namespace liubai
