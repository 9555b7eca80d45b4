#pragma once
// The font files that come with the engine, by their names in the fonts folder.

#include "text/fonts.h"

namespace liubai {

FontPlan default_font_plan();

} // namespace liubai
