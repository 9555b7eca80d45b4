#pragma once
// What a screen on paper is about.

#include "ui/screens.h"

#include <string>

namespace liubai {

/// As a film's title no wider than `most`, and a stroke under it. Answers the y below it: `top` without a text.
float put_heading(Items& items, const ScreenContext& c, const std::string& text, float top, float most);

/// How much that takes.
float heading_height(const ScreenContext& c);

} // namespace liubai
