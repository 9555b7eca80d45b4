#pragma once
// Inside update(): what a reading wants to be heard.

#include "game/game.h"
#include "ui/dialogue.h"

namespace liubai {

/// An earlier word is made whole.
inline constexpr const char* kFoundSound = "celesta";

/// A touch of a voice, which is no sound of the story.
bool is_blip(const std::string& sound);

/// A short sound of the story begins: it goes into the next frame, and pages that turn by themselves wait for its end.
void begin_sound(GameState& state, const std::string& sound);
/// What was begun since the last frame will not be heard.
void drop_sounds(GameState& state);

/// Begins a touch of the speaker's voice if one falls into (from, to] of the line's page: at about every third reading
/// unit that is typed, none in rests and at silences, none without a blip of the cast, never two.
void touch_voice(GameState& state, const Content& content, const Dialogue& dialogue, Millis from, Millis to);

/// The music and the bed, as loud as the story and the reader want. The bed is hushed while the typewriter rests at a
/// silence.
WantedSound wanted_sound(const GameState& state, const Dialogue& dialogue);

/// How loud the reader wants one kind of sound, 0…1.
float loudness(const Settings& settings, const Loudness& kind);

/// A short sound as loud as the reader wants it.
SoundCue cue_of(const Settings& settings, const std::string& sound);

} // namespace liubai
