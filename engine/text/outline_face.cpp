#include "text/outline_face.h"

#include "text/faces.h"

#include <ft2build.h>
#include FT_FREETYPE_H

namespace liubai {

FT_FaceRec_* outline_face(const Fonts& fonts, FontId font) {
    Fonts::Impl& impl = fonts.impl();
    if (font == FontId::kNone || font == impl.box()) return nullptr;
    FT_Face face = impl.drawable(static_cast<int>(font) - 1);
    return FT_IS_SCALABLE(face) ? face : nullptr;
}

std::uint32_t glyph_in(const Fonts& fonts, FontId font, char32_t c) {
    Fonts::Impl& impl = fonts.impl();
    if (font == FontId::kNone || font == impl.box()) return 0;
    return impl.glyph_of(static_cast<int>(font) - 1, c);
}

} // namespace liubai
