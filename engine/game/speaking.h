#pragma once
// Inside update(): what is said aloud, or given to whatever watches the clipboard, for readers who do not see the words.

#include "game/show.h"

#include <vector>

namespace liubai {

/// Asks for what is new to be said: a page of a line, a choice, the button in focus. Stops the voice when the reader does
/// not want it any more. `buttons` are those of the present frame.
void speak_what_is_new(GameState& state, const Content& content, Layouts& layouts, const std::vector<Button>& buttons,
                       std::vector<Request>& requests);

} // namespace liubai
