#pragma once
// A face as FreeType has it, for tools/: cairo embeds a font in a document only when it is handed an FT_Face. Nothing
// else needs one.

#include "base/ids.h"
#include "text/fonts.h"

#include <cstdint>

struct FT_FaceRec_;

namespace liubai {

/// The face, opened; it lives as long as `fonts`. nullptr for the box of missing characters and for coloured pictures,
/// which are rasterise()'s. Throws Error when its file cannot be read.
FT_FaceRec_* outline_face(const Fonts& fonts, FontId font);

/// The glyph of a character in a face, or 0. A space, for example, which no layout places. Throws like outline_face().
std::uint32_t glyph_in(const Fonts& fonts, FontId font, char32_t c);

} // namespace liubai
