#pragma once
// Inside update(): what reading and time do to the silences.

#include "game/game.h"

namespace liubai {

inline constexpr Millis kSilentPause = 2000; ///< a pause from this length on is a silence

/// How long the reader has rested at a silence: a pause of at least two seconds, or a typed page with a gap in it.
/// Grows to 7 s; when they go on it sinks back four times as fast, so that what it brought can go gently.
Millis lingered(const GameState& state);

/// Time passed, `busy` of it anywhere else and then `at_silence`.
void linger(GameState& state, Millis busy, Millis at_silence);

/// `dt` passes over everything that a silence left on the screen.
void run_silences(GameState& state, Millis dt);

/// The page was typed from one moment (of its own time) to a later one: silences in between are met, words are heard.
/// `waited` = by time, not by a click; then `dt` is all the time that passed, and runs over the silences too.
void type_silences(GameState& state, const Content& content, const Dialogue& dialogue, Millis from, Millis to,
                   bool waited, Millis dt);

/// The reader left a line: its words are heard, its gaps met.
void leave_line(GameState& state, const Line& line);

/// The reading came to rest after `left`; `background` is the one before it.
void rest_after(GameState& state, const Content& content, const Moment& left, const std::string& background);

/// What stands before `place` in the loaded scenes, as if it had been clicked through.
void pass_silences(GameState& state, const Content& content, const Place& place);

/// The lights of the words never heard rise (`at_once`: are there); and go with the scene.
void raise_lights(GameState& state, bool at_once);
void end_lights(GameState& state);

/// The keys whose words some reading of this story has heard.
std::vector<std::string> found_keys(const GameState& state, const Content& content);

} // namespace liubai
