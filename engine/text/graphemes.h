#pragma once
// Extended grapheme clusters (UAX #29): what a reader takes for one character.

#include <cstdint>
#include <string_view>
#include <vector>

namespace liubai {

/// The index of each cluster's first character, and at the end the text's size. Empty for an empty text.
std::vector<std::uint32_t> grapheme_borders(std::u32string_view text);

} // namespace liubai
