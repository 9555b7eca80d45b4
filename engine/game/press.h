#pragma once
// Inside update(): a finger or the left button that is held on the reading screen. Short, it goes on; swept, it goes
// through the lines; long, it peeks at the other language (on the words) or opens the menu (beside them).

#include "game/game.h"
#include "ui/dialogue.h"

namespace liubai {

void begin_press(GameState& state, std::int64_t finger, Vec2 at);
void move_press(GameState& state, std::int64_t finger, Vec2 at);

/// What lifting it means.
enum class Lifted : std::uint8_t { kNothing, kTap, kSweptLeft, kSweptRight, kSweptUp };
Lifted end_press(GameState& state, std::int64_t finger, Vec2 at);

/// How long until it is a long one; kNever when it will not be.
Millis press_due(const GameState& state);
/// Time passed; a press that is long now does what it does.
void run_press(GameState& state, const Dialogue& dialogue, Millis dt);

/// The line in the other language shows, or no longer.
void peek(GameState& state, bool on);

} // namespace liubai
