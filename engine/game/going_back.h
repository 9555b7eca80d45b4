#pragma once
// Inside update(): a reading goes back, and forward again. Nothing is undone: it runs again from a checkpoint, without
// time, up to the line it wants.

#include "game/game.h"

namespace liubai {

/// The reading is about to rest on a line or a choice (`place`). Forward over one that was gone back from, or a new
/// one: then what was kept for going forward is gone.
void note_passed(GameState& state, const Place& place, const std::string& id);

/// A place to run again from: a scene begins (`reading` as it is then), or a long scene goes on before a line.
void note_checkpoint(GameState& state, const Reading& reading);
/// The same only where the last one is far away.
void note_far_checkpoint(GameState& state, const Reading& before_line);

/// What was kept for going forward does not follow any more.
void forget_forward(GameState& state);

/// A page or a line back; typed, with music, figures, variables and heard words as they were then. At the first:
/// nothing.
void go_back(GameState& state, Layouts& layouts, const Content& content);
/// Over a line that was gone back from, taking what was taken at choices. Where there is none: nothing.
void go_forward(GameState& state, Layouts& layouts, const Content& content);

/// To the entry of the history with that index. Waits for a scene that is not there (GameState::going_to).
void go_to_entry(GameState& state, Layouts& layouts, const Content& content, std::size_t entry);
/// A scene came: goes on with what waited for it.
void resume_going(GameState& state, Layouts& layouts, const Content& content);
/// The scene that going back waits for; "" = none.
std::string scene_waited_for(const GameState& state, const Content& content);

} // namespace liubai
