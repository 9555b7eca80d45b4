#pragma once
// Which pictures are needed soon: the stage played on, without time, from where the reader is.

#include "game/content.h"
#include "game/game.h"

#include <string>
#include <vector>

namespace liubai {

/// "" after the last.
std::string scene_after(const Story& story, const std::string& name);

/// Adds to `soon` what `stage`, which fills `area`, shows from `from` on until its background changes for the second time: one
/// ahead is enough, and keeps memory small. A place in which no line is read does not count: it passes before the next could
/// come. Looks no further than kLookAhead steps and the scenes that are there.
void want_stages_ahead(Stage stage, const Place& from, const GameState& state, const Content& content, const Rect& area,
                       std::vector<WantedPicture>& soon);

} // namespace liubai
