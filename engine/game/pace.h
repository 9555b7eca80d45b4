#pragma once
// Inside update(): pages that turn by themselves, and lines that are passed over.

#include "game/game.h"
#include "ui/dialogue.h"

namespace liubai {

/// A line was read in some reading: its mark is there, or those of both its neighbours in the file are (so that a
/// corrected word does not make an old line new).
bool is_seen(const GameState& state, const Content& content, const Place& place);

/// Lines are passed over now.
bool is_skipping(const GameState& state);

/// Begins to pass over lines, or stops. Says why when the line here may not be passed over.
void toggle_skipping(GameState& state, const Content& content);
void toggle_automatic(GameState& state);

/// How long until the pace goes on by itself; kNever when it does not. `dialogue` is the present page.
Millis pace_due(const GameState& state, const Content& content, const Dialogue& dialogue);

/// The pace goes on: over a line, or to the next page.
void run_pace(GameState& state, Layouts& layouts, const Content& content, const Dialogue& dialogue);

} // namespace liubai
