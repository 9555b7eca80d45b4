#include "text/graphemes.h"

#include <utf8proc.h>

namespace liubai {
namespace {

/// Letters and marks that never join their neighbours: printable ASCII, the common Han block, and its punctuation.
bool stands_alone(char32_t c) {
    return (c >= 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x2010 && c <= 0x2027) ||
           (c >= 0x3001 && c <= 0x3029) || (c >= 0xFF01 && c <= 0xFF60);
}

} // namespace

std::vector<std::uint32_t> grapheme_borders(std::u32string_view text) {
    std::vector<std::uint32_t> borders;
    if (text.empty()) return borders;
    borders.reserve(text.size() + 1);
    borders.push_back(0);
    utf8proc_int32_t state = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (stands_alone(text[i - 1]) && stands_alone(text[i])) {
            state = 0;
            borders.push_back(static_cast<std::uint32_t>(i));
            continue;
        }
        const auto a = static_cast<utf8proc_int32_t>(text[i - 1]);
        const auto b = static_cast<utf8proc_int32_t>(text[i]);
        if (utf8proc_grapheme_break_stateful(a, b, &state)) borders.push_back(static_cast<std::uint32_t>(i));
    }
    borders.push_back(static_cast<std::uint32_t>(text.size()));
    return borders;
}

} // namespace liubai
