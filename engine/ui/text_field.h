#pragma once
// A row of text that a reader types: save names, search. What is typed arrives as text and compositions (an input
// method's unfinished words); this is their state, and how they are drawn.

#include "ui/screens.h"

#include <cstddef>
#include <string>

namespace liubai {

struct TextField {
    bool active = false;       ///< it takes what is typed
    std::string text;
    std::size_t caret = 0;     ///< byte in `text`, at a grapheme cluster's border
    std::string composition;   ///< not yet part of the text; shown at the caret, underlined
    std::size_t composition_caret = 0; ///< byte in `composition`
    bool operator==(const TextField&) const = default;
};

/// The field on paper, as high as `at`: its text, or `hint` in thin ink while there is none. A text that is wider
/// is moved so that the caret shows. Answers the caret's rectangle, empty when the field is not active.
Rect put_text_field(Items& items, const ScreenContext& c, const TextField& field, Rect at,
                    const std::string& hint);

} // namespace liubai
