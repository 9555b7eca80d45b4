#pragma once
// What the silences add to a picture: part of show().

#include "game/game.h"
#include "ui/draw.h"

namespace liubai {

struct SilenceScene {
    const GameState& state;
    const Content& content;
    const Metrics& metrics;
    const Dialogue& dialogue; ///< dialogue_now()
    const Light& light;       ///< of the picture shown
    Layouts& layouts;
};

/// The lights of the words never heard and the birds of those found, on the picture.
void put_lights(std::vector<DrawItem>& items, const SilenceScene& s);

/// The words of a line that was left, going.
void put_left_words(std::vector<DrawItem>& items, const SilenceScene& s);

/// The light that stays of it, and the line that rises: over everything of the story.
void put_left_light(std::vector<DrawItem>& items, const SilenceScene& s);
void put_risen(std::vector<DrawItem>& items, const SilenceScene& s);

/// When the picture of them next changes, from now; kNever when they are at rest.
Millis silences_change(const GameState& state, const Dialogue& dialogue);

} // namespace liubai
