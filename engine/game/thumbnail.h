#pragma once
// Inside update(): a save's stage as a small picture.

#include "game/game.h"
#include "game/show.h"

namespace liubai {

/// A layer that shows the stage in `area` once its pictures are there: they are decoded small, beside those of the
/// reading, and only soon.
void show_thumbnail(const GameState& state, const Content& content, Layouts& layouts, const WantedStage& stage,
                    Rect area, Showing& out);

} // namespace liubai
