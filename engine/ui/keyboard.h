#pragma once
// A keyboard on the screen, for a text field and a reader who has a pad or a finger only.

#include "ui/screens.h"

#include <cstddef>
#include <vector>

namespace liubai {

/// Where it lies: the foot of the canvas.
Rect keyboard_area(const ScreenContext& c);

/// Letters, digits, space (kLetter), erasing (kErase), done (kTyped). Every key is at least 44 points wide and high: in a
/// narrow canvas there are fewer in a row and more rows, in a low one more in a row (40 points wide on a phone of 568 by
/// 320). `first`: the index of its first button on its screen, for the focus.
std::vector<Button> put_keyboard(Items& items, const ScreenContext& c, std::size_t first);

} // namespace liubai
