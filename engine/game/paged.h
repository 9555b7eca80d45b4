#pragma once
// Inside update(): input on the screens whose things stand in rows and columns on pages: saves and chapters.

#include "game/game.h"

#include <cstddef>
#include <vector>

namespace liubai {

/// True when the input was one that only these screens know: arrows in two directions, turning pages, deleting, typing
/// a name, taking a question back.
bool take_paged_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
                      std::vector<Request>& requests);

/// A button of theirs was pressed.
void run_paged(GameState& state, Layouts& layouts, const Content& content, Command command, std::size_t option,
               std::vector<Request>& requests);

/// Where a name is typed: the keyboard on the screen came or went, and the focus with it.
void follow_keyboard_on_pages(GameState& state, Layouts& layouts, const Content& content);

/// That many pages on; stays at the first and the last. Nothing on other screens, and while something is asked.
void turn_page(GameState& state, Layouts& layouts, const Content& content, int by);

} // namespace liubai
