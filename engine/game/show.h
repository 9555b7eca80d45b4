#pragma once
// Inside update(): the state as a Frame, and what can be pressed on it.

#include "game/game.h"
#include "ui/screens.h"

#include <vector>

namespace liubai {

struct Showing {
    Frame frame;
    std::vector<Button> buttons;
    Rect caret; ///< of the field that takes what is typed; empty = none does
};

/// Draws the state; `dialogue` is its dialogue_now(). Changes nothing.
Showing show(const GameState& state, Dialogue dialogue, Layouts& layouts, const Content& content);

} // namespace liubai
