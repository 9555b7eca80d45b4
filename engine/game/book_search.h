#pragma once
// Inside update(): words are looked for in what was read, in slices, so that no picture waits for it.

#include "game/game.h"

namespace liubai {

/// The screen is the backlog or the document.
bool shows_book(const GameState& state);

/// Looks for what stands in the field, from the search's origin on: the first entries at once, the rest as time passes.
void begin_book_search(GameState& state, Layouts& layouts, const Content& content);
/// Time passed. `dt` decides how far it comes.
void run_book_search(GameState& state, Layouts& layouts, const Content& content, Millis dt);
/// There is more to look at, and somebody waits for it.
bool is_searching(const GameState& state);
/// To the next match of the search (`by` 1: further back in what was read) or the one before.
void go_to_match(GameState& state, Layouts& layouts, const Content& content, int by);

inline constexpr std::size_t kSearchedAtOnce = 1000; ///< entries
inline constexpr std::size_t kSearchedPerMs = 60;

} // namespace liubai
