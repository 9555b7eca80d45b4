#pragma once
// Inside update(): the reading moves on, and time passes over it.

#include "game/game.h"
#include "ui/screens.h"

namespace liubai {

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

/// Leaves the present moment for the next one of the story.
void step_on(GameState& state, const Content& content);

/// A reader's "go on": completes the page up to its next silence, turns it, or goes to the next moment. At a choice:
/// nothing.
void advance_by_reader(GameState& state, Layouts& layouts, const Content& content);

void take_option(GameState& state, const Content& content, std::size_t option);

/// A new reading on the reading screen, before its first step.
void begin_afresh(GameState& state, const Content& content);

inline constexpr std::size_t kLastPage = static_cast<std::size_t>(-1);
/// The present line stands there, typed to the end of that page. Does nothing where the moment is no line.
void show_typed(GameState& state, Layouts& layouts, const Content& content, std::size_t page);
/// The <wait> marks of a page.
int count_waits(const Dialogue& dialogue);

/// Over the present screen, and back to what it was opened over.
void open_screen(GameState& state, ScreenKind screen);
void close_screen(GameState& state);

/// Says something for a while.
void tell(GameState& state, const Bilingual& text);

/// Begins a new reading from the story's start.
void begin_story(GameState& state, const Content& content);

/// Lets time pass, in slices that end where the state changes by itself. Answers dialogue_now() after it.
Dialogue pass(GameState& state, Layouts& layouts, const Content& content, Millis dt);

/// How many pages the end has for this reader.
std::size_t end_pages(const GameState& state, const Content& content, Layouts& layouts);
/// Goes to a page of the end.
void turn_to_end_page(GameState& state, std::size_t page);

/// The step the moment rests on, or nullptr.
const Step* current_step(const GameState& state, const Content& content);

/// Indices of the options that are open now.
std::vector<std::size_t> open_options(const GameState& state, const Choice& choice);

inline constexpr std::size_t kLookAhead = 24; ///< steps whose pictures and sounds are fetched before they are needed

inline constexpr Millis kCardLasts = 3200; // its coming and its leaving included
inline constexpr Millis kCardFade = 800;
inline constexpr Millis kVeil = 450;
inline constexpr Millis kNoticeLasts = 3200;
inline constexpr Millis kNoticeFade = 400;

} // namespace liubai
