#pragma once
// Inside update(): what keys, pointers and pads do on the backlog and the two columns.

#include "game/game.h"
#include "ui/draw.h"

#include <vector>

namespace liubai {

/// Does what the input does there. False when it means what it means on every screen, or when another one shows.
bool take_book_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
                     std::vector<Request>& requests);

/// A button of these screens was pressed: one of the commands kBook…, or a key of the keyboard on the screen.
void run_book_command(GameState& state, Layouts& layouts, const Content& content, Command command, std::size_t option,
                      std::vector<Request>& requests);

/// The keyboard on the screen came or went: the focus with it, and what was found stays in view. Nothing on other
/// screens.
void follow_keyboard_in_book(GameState& state, Layouts& layouts, const Content& content);

} // namespace liubai
