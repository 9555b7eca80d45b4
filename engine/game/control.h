#pragma once
// Inside update(): what one input does.

#include "game/game.h"

#include <vector>

namespace liubai {

/// Carries the input out; what it asks of the world is added to `requests`.
void take_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
                std::vector<Request>& requests);

} // namespace liubai
