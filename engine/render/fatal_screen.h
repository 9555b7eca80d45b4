#pragma once
// The last-resort screen: says what went wrong when our own text code, theme or files are what failed. The only user of
// SDL_ttf; its font is compiled into the program.

#include "base/bilingual.h"

#include <vector>

namespace liubai {

struct FatalText {
    Bilingual title;
    std::vector<Bilingual> lines; ///< what, where and what to do
};

/// Shows the text in both languages in a window of its own until a key, a click or the window's close button. Always
/// prints it to stderr too. Returns false when no window can be shown (no display); it never throws.
bool show_fatal_screen(const FatalText& text);

} // namespace liubai
