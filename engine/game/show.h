#pragma once
// Inside update(): the state as a Frame, and what can be pressed on it.

#include "game/game.h"
#include "ui/screens.h"

#include <vector>

namespace liubai {

struct Showing {
    Frame frame;
    std::vector<Button> buttons;
};

/// Draws the state. Changes nothing.
Showing show(const GameState& state, Layouts& layouts, const Content& content);

} // namespace liubai
