#pragma once
// Inside update(): what pressing a button does.

#include "game/game.h"
#include "ui/draw.h"

#include <vector>

namespace liubai {

/// Carries a button's command out; `option` is the button's.
void run_command(GameState& state, Layouts& layouts, const Content& content, Command command, std::size_t option,
                 std::vector<Request>& requests);

} // namespace liubai
