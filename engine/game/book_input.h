#pragma once
// Inside update(): what keys, pointers and pads do on the backlog and the two columns.

#include "game/game.h"
#include "ui/draw.h"

#include <vector>

namespace liubai {

/// Does what the input does there. False when it means what it means on every screen, or when another one shows.
bool take_book_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
                     std::vector<Request>& requests);

/// A button of these screens was pressed: one of the commands kBook….
void run_book_command(GameState& state, Layouts& layouts, const Content& content, Command command, std::size_t option,
                      std::vector<Request>& requests);

} // namespace liubai
