#pragma once
// What `liubai layout` answers: texts set in a style, as JSON.

#include "script/text_list.h"
#include "text/paragraph.h"

#include <limits>
#include <string>
#include <vector>

namespace liubai {

struct LayoutRequest {
    std::vector<ListedText> texts;
    TextStyle style;                                       ///< its size is in px; its language is that of texts without one
    float width = std::numeric_limits<float>::infinity(); ///< px
    bool breaks = false;                                   ///< every allowed break instead of the layout
    std::vector<FontFile> fonts;                           ///< empty = the engine's own, of `stock`
    std::string stock;                                     ///< the folder that holds fonts/
};

/// Throws Error when a font cannot be read.
std::string layout_texts(const LayoutRequest& request);

/// "PATH[:face][@scale]". Throws Error when face or scale is not a number of its range.
FontFile font_from(const std::string& text);

} // namespace liubai
