#include "text/bidi.h"

#include <fribidi.h>

#include <algorithm>
#include <numeric>

namespace liubai {
namespace {

FriBidiCharType fribidi_type(BidiClass c) {
    using enum BidiClass;
    switch (c) {
    case kL: return FRIBIDI_TYPE_LTR;
    case kR: return FRIBIDI_TYPE_RTL;
    case kAL: return FRIBIDI_TYPE_AL;
    case kEN: return FRIBIDI_TYPE_EN;
    case kES: return FRIBIDI_TYPE_ES;
    case kET: return FRIBIDI_TYPE_ET;
    case kAN: return FRIBIDI_TYPE_AN;
    case kCS: return FRIBIDI_TYPE_CS;
    case kNSM: return FRIBIDI_TYPE_NSM;
    case kBN: return FRIBIDI_TYPE_BN;
    case kB: return FRIBIDI_TYPE_BS;
    case kS: return FRIBIDI_TYPE_SS;
    case kWS: return FRIBIDI_TYPE_WS;
    case kON: return FRIBIDI_TYPE_ON;
    case kLRE: return FRIBIDI_TYPE_LRE;
    case kLRO: return FRIBIDI_TYPE_LRO;
    case kRLE: return FRIBIDI_TYPE_RLE;
    case kRLO: return FRIBIDI_TYPE_RLO;
    case kPDF: return FRIBIDI_TYPE_PDF;
    case kLRI: return FRIBIDI_TYPE_LRI;
    case kRLI: return FRIBIDI_TYPE_RLI;
    case kFSI: return FRIBIDI_TYPE_FSI;
    case kPDI: return FRIBIDI_TYPE_PDI;
    }
    return FRIBIDI_TYPE_ON;
}

/// True if nothing in the class can turn a text's direction.
bool stays_left_to_right(BidiClass c) {
    using enum BidiClass;
    return c != kR && c != kAL && c != kAN && (c < kLRE || c > kPDI || c == kPDF || c == kPDI);
}

} // namespace

std::vector<std::uint8_t> paragraph_levels(std::u32string_view chars, std::span<const CharInfo> info, int& base) {
    const auto size = static_cast<FriBidiStrIndex>(chars.size());
    std::vector<FriBidiCharType> types;
    std::vector<FriBidiBracketType> brackets;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        types.push_back(fribidi_type(info[i].bidi()));
        const Bracket b = info[i].bidi() == BidiClass::kON ? bracket(chars[i]) : Bracket{};
        brackets.push_back(b.pair == 0 ? FRIBIDI_NO_BRACKET : b.pair | (b.opens ? FRIBIDI_BRACKET_OPEN_MASK : 0));
    }
    FriBidiParType direction = base == 0 ? FRIBIDI_PAR_LTR : base == 1 ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_ON;
    std::vector<FriBidiLevel> levels(chars.size());
    const FriBidiLevel highest =
        fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), size, &direction, levels.data());
    if (highest == 0) levels.assign(chars.size(), FRIBIDI_IS_RTL(direction) ? 1 : 0); // FriBidi had no memory
    base = FRIBIDI_IS_RTL(direction) ? 1 : 0;
    std::vector<std::uint8_t> out;
    for (const FriBidiLevel level : levels) {
        const std::uint8_t before = out.empty() ? static_cast<std::uint8_t>(base) : out.back();
        out.push_back(level < 0 ? before : static_cast<std::uint8_t>(level));
    }
    return out;
}

BidiLevels bidi_levels(const std::u32string& chars, const std::vector<CharInfo>& info) {
    BidiLevels result;
    if (std::all_of(info.begin(), info.end(), [](CharInfo c) { return stays_left_to_right(c.bidi()); })) return result;
    for (std::size_t begin = 0; begin < chars.size();) {
        std::size_t end = begin;
        while (end < chars.size() && !is_hard_break(chars[end])) ++end;
        if (end < chars.size()) ++end;
        int base = -1;
        const auto levels = paragraph_levels(std::u32string_view(chars).substr(begin, end - begin),
                                             std::span(info).subspan(begin, end - begin), base);
        if (begin == 0) result.right_to_left = base == 1;
        result.of.insert(result.of.end(), levels.begin(), levels.end());
        begin = end;
    }
    return result;
}

std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels) {
    std::vector<std::uint32_t> order(levels.size());
    std::iota(order.begin(), order.end(), 0U);
    if (levels.empty()) return order;
    const int highest = *std::max_element(levels.begin(), levels.end());
    for (int level = highest; level > 0; --level) {
        for (std::size_t i = 0; i < levels.size();) {
            if (levels[i] < level) {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < levels.size() && levels[end] >= level) ++end;
            std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                         order.begin() + static_cast<std::ptrdiff_t>(end));
            i = end;
        }
    }
    return order;
}

} // namespace liubai
