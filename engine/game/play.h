#pragma once
// Inside update(): the reading moves on, and time passes over it.

#include "game/present.h"

namespace liubai {

/// Leaves the present moment for the next one of the story.
void step_on(GameState& state, const Content& content);

/// A reader's "go on": completes the page up to its next silence, turns it, or goes to the next moment. At a choice:
/// nothing.
void advance_by_reader(GameState& state, Layouts& layouts, const Content& content);

/// Carries out a step of the stage as this reader wants motion. `instant`: it is there at once.
void change_stage(GameState& state, const Content& content, const StageStep& step, bool instant);

/// Another speaker than before begins a turn of the conversation.
void count_turn(GameState& state, const Line& line);

void take_option(GameState& state, const Content& content, std::size_t option);

/// A new reading on the reading screen, before its first step.
void begin_afresh(GameState& state, const Content& content);

inline constexpr std::size_t kLastPage = static_cast<std::size_t>(-1);
/// The present line stands there, typed to the end of that page. Does nothing where the moment is no line.
void show_typed(GameState& state, Layouts& layouts, const Content& content, std::size_t page);

/// Over the present screen, and back to what it was opened over.
void open_screen(GameState& state, ScreenKind screen);
void close_screen(GameState& state);

/// Says something for a while.
void tell(GameState& state, const Bilingual& text);

/// Begins a new reading from the story's start.
void begin_story(GameState& state, const Content& content);

/// Lets time pass, in slices that end where the state changes by itself. Answers dialogue_now() after it.
Dialogue pass(GameState& state, Layouts& layouts, const Content& content, Millis dt);

/// Goes to a page of the end.
void turn_to_end_page(GameState& state, std::size_t page);

inline constexpr std::size_t kLookAhead = 24; ///< steps whose pictures and sounds are fetched before they are needed

inline constexpr Millis kCardLasts = 3200; // its coming and its leaving included
inline constexpr Millis kCardFade = 800;
inline constexpr Millis kVeil = 450;
inline constexpr Millis kNoticeLasts = 3200;
inline constexpr Millis kNoticeFade = 400;

} // namespace liubai
