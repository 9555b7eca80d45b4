#pragma once
// Inside update(): a reader in the middle of a line stays there when the line is laid out anew.

#include "game/game.h"

#include <functional>

namespace liubai {

/// Makes a change to window, text size, reading mode or language. What was shown of the line stays shown and decides
/// the page: to the byte while the words are the same, else to the same share of reading units.
void keep_place(GameState& state, Layouts& layouts, const Content& content, const std::function<void()>& change);

} // namespace liubai
