#pragma once
// Right-to-left text: embedding levels of a paragraph (UAX #9 by FriBidi, fed with our own classes) and the visual
// order of a row.

#include "text/source.h"

#include <cstdint>
#include <span>
#include <vector>

namespace liubai {

struct BidiLevels {
    std::vector<std::uint8_t> of; ///< by character; empty when everything runs left to right
    bool right_to_left = false;   ///< the first paragraph's own direction
};

BidiLevels bidi_levels(const std::u32string& chars, const std::vector<CharInfo>& info);

/// The levels of one paragraph; `base` 0, 1, or -1 for that of its first strong character, answered in its place.
/// Characters removed by rule X9 keep the level of the character before them.
std::vector<std::uint8_t> paragraph_levels(std::u32string_view chars, std::span<const CharInfo> info, int& base);

/// Rule L2: for a row's items with these levels, the index of the item at each visual place.
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

} // namespace liubai
