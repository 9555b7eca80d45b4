#pragma once
// Inside update(): what stands now, worked out from the state. Nothing here changes it.

#include "game/game.h"
#include "ui/screens.h"

namespace liubai {

/// The step the moment rests on, or nullptr.
const Step* current_step(const GameState& state, const Content& content);

/// Indices of the options that are open now.
std::vector<std::size_t> open_options(const GameState& state, const Choice& choice);

/// The settings' rhythm, with instant text's needs.
Rhythm rhythm_now(const GameState& state);

/// The texts of the current line as this reader sees them, variables put in. Empty when the moment is no line.
std::vector<ShownText> texts_now(const GameState& state, const Content& content);

/// The same of any line.
std::vector<ShownText> texts_of(const GameState& state, const Content& content, const Line& line);
/// Puts variables into texts of a line, pinyin over them, and says which are a book's narration.
void finish_texts(const GameState& state, const Content& content, const Line& line, std::vector<ShownText>& texts);

Metrics metrics_now(const GameState& state);

/// The current line's page laid out. Empty when the moment is no line.
Dialogue dialogue_now(const GameState& state, const Content& content, Layouts& layouts);

/// The present line in the language that the reader does not see it in.
Dialogue peeked_dialogue(const GameState& state, const Content& content, Layouts& layouts);

/// There is a reading to go on with: one under way, or an autosave.
bool can_continue(const GameState& state);

/// The time at which the page holds for a click (<wait>), or its total.
Millis line_limit(const GameState& state, const Dialogue& dialogue);
/// The typewriter rests in a gap now.
bool rests_at_gap(const GameState& state, const Dialogue& dialogue);
/// The page stands there to its end.
bool is_typed(const GameState& state, const Dialogue& dialogue);

/// What the screens need to know. `metrics` must outlive it.
ScreenContext screen_context(const GameState& state, const Content& content, Layouts& layouts, const Metrics& metrics);

/// The <wait> marks of a page.
int count_waits(const Dialogue& dialogue);

/// How many pages the end has for this reader.
std::size_t end_pages(const GameState& state, const Content& content, Layouts& layouts);

} // namespace liubai
