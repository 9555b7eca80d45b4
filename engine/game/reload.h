#pragma once
// A story's files changed while it is played: the reading goes on with them, at the same line.

#include "base/diagnostic.h"
#include "game/game.h"

namespace liubai {

/// What to keep before the content is replaced; nothing when no reading is under way.
std::optional<SavedGame> keep_reading(const GameState& state, const Content& content);

/// The content is another one now; its scene of `kept` is loaded. Goes on where the reading was, as a save does.
void adopt_content(GameState& state, Layouts& layouts, const Content& content, std::optional<SavedGame> kept);

/// Shows what is wrong with the story's files over the last picture; nothing wrong takes it away again.
void show_findings(GameState& state, const Diagnostics& findings);

/// What an author's panel shows: the place in the files, the line's id, the stage, the variables. A row each.
std::vector<std::string> panel_rows(const GameState& state, const Content& content);

} // namespace liubai
