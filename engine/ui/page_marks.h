#pragma once
// The pages of a screen that has several, and the way back, at its foot.

#include "ui/screens.h"

#include <cstddef>
#include <vector>

namespace liubai {

/// Their height above the canvas's foot.
float page_marks_height(const ScreenContext& c, std::size_t pages);

/// A mark for each page (kPage, `option` = the page), or where there is no room for them one to either side of the
/// present one; and kBack. `room`: the paper between its edges; `first`: the index of their first button.
std::vector<Button> put_page_marks(Items& items, const ScreenContext& c, std::size_t page, std::size_t pages, Rect room,
                                   std::size_t first);

} // namespace liubai
