#pragma once
// What a reader may have kept by the middle of a story, for pictures of the screens that show it.

#include "game/game.h"
#include "tools/opened_story.h"

namespace liubai {

/// Saves in a few slots (one of them damaged), and the first half of the scenes reached and read. Loads every scene.
void keep_like_a_reader(OpenedStory& story, GameState& state);

} // namespace liubai
