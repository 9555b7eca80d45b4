#pragma once
// A font with the glyphs of some characters only, for packing: HarfBuzz's subsetter.

#include "base/blob.h"

#include <set>
#include <string>

namespace liubai {

/// The font without what no text of those characters needs; all its layout features stay, so that they are shaped
/// and drawn as before. Throws Error when the bytes are no font.
std::string subset_font(const Blob& font, const std::set<char32_t>& characters);

/// All that a font has.
std::set<char32_t> characters_of(const Blob& font);

} // namespace liubai
