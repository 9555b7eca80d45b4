#pragma once
// Annotations over a base (CLREQ 3.3.4): laid out on their own at half size, and the room they need from their
// neighbours.

#include "text/place.h"

namespace liubai {

std::vector<RubyText> lay_out_rubies(const TextSource& source, const Shaped& shaped, const TextStyle& style,
                                     const Fonts& fonts);

/// Widens the glue around a base whose annotation would come too near the next one (requirement A2).
void make_room(const std::vector<RubyText>& rubies, const Shaped& shaped, const TextStyle& style, Spacing& spacing);

} // namespace liubai
