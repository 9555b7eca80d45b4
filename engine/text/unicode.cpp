#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

#include "text/tables/unicode_tables.inc"

constexpr char32_t kBlock = 128;

} // namespace

CharInfo char_info(char32_t c) {
    if (c / kBlock >= kBlockOf.size()) c = U'\U0010FFFF';
    return {kRecords[kCells[kBlockOf[c / kBlock] * kBlock + c % kBlock]]};
}

std::vector<CharInfo> char_infos(std::u32string_view text) {
    std::vector<CharInfo> infos(text.size());
    std::transform(text.begin(), text.end(), infos.begin(), char_info);
    return infos;
}

Bracket bracket(char32_t c) {
    const auto found = std::lower_bound(kBrackets.begin(), kBrackets.end(), c,
                                        [](const Bracket& b, char32_t wanted) { return b.self < wanted; });
    return found != kBrackets.end() && found->self == c ? *found : Bracket{c, 0, false};
}

} // namespace liubai
