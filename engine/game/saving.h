#pragma once
// Inside update(): a reading becomes a save, and a save a reading. app/ carries the texts to the disk and back.

#include "game/game.h"
#include "ui/screens.h"

namespace liubai {

inline constexpr const char* kAutoSlot = "auto";
inline constexpr const char* kQuickSlot = "quick";

/// The reading as it stands, under the reader's own name for it. Nothing before its first line.
std::optional<SavedGame> saved_game(const GameState& state, const Content& content, const std::string& name);

/// Something changed that an autosave is to hold: it is written when a second passes without another change.
void note_change(GameState& state);
void run_autosave(GameState& state, Millis dt);
/// How long until there is something to write; kNever when there is nothing.
Millis autosave_due(const GameState& state);
/// What is to be written now; `at_once` does not wait for the second to pass.
void write_what_is_due(GameState& state, const Content& content, bool at_once, std::vector<Request>& requests);

/// A save into a slot the reader chose. False when there is nothing to save yet.
bool save_into(const GameState& state, const Content& content, const std::string& slot, const std::string& name,
               std::vector<Request>& requests);

/// The disk answered.
void take_list(GameState& state, const SaveListed& list);
void take_save(GameState& state, Layouts& layouts, const Content& content, const SaveLoaded& loaded);
void take_seen(GameState& state, const SeenLoaded& seen);

/// Goes on from a save, wherever its place is found. Its scene must be loaded; those before it may be.
void restore(GameState& state, Layouts& layouts, const Content& content, SavedGame game);
/// The lines of the present paragraph before the present one, as this reader sees them.
std::vector<RecapLine> said_before(const GameState& state, const Content& content);

/// The scenes that a save waits for before it is gone on from.
std::vector<std::string> scenes_waited_for(const GameState& state, const Content& content);
/// One of them came.
void resume_loading(GameState& state, Layouts& layouts, const Content& content);

} // namespace liubai
