#pragma once
// A hanging scroll of paper: the ground of every screen that is opened over another.

#include "ui/screens.h"

namespace liubai {

inline constexpr float kScrollMounting = 26; ///< the silk on either side of a scroll's paper, units
inline constexpr float kScrollInside = 110;  ///< from its edge to the text, where there is room

/// Down the middle of the canvas, wide enough for `width` of text; the rest recedes into the dark. Answers the paper.
Rect put_scroll(Items& items, const ScreenContext& c, float width);

} // namespace liubai
