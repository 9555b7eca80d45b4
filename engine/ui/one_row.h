#pragma once
// A text in a row that has only so much room.

#include "ui/screens.h"

#include <string>

namespace liubai {

/// The text, or as much of its beginning as fits with … after it.
std::string one_row(const ScreenContext& c, const std::string& text, const TextStyle& style, float width);

/// The style, its size as much smaller as the text asks for to stand in one row; no smaller than kLeastText.
TextStyle fitted(const ScreenContext& c, const std::string& text, TextStyle style, float width);

} // namespace liubai
