#pragma once
// A keyboard on the screen, for a text field and a reader who has a pad or a finger only.

#include "ui/screens.h"

#include <cstddef>
#include <vector>

namespace liubai {

/// Where it lies: the foot of the canvas.
Rect keyboard_area(const ScreenContext& c);

/// Letters, digits, space (kLetter), erasing (kErase), done (kTyped). `first`: the index of its first button on its
/// screen, for the focus.
std::vector<Button> put_keyboard(Items& items, const ScreenContext& c, std::size_t first);

} // namespace liubai
