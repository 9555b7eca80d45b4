#pragma once
// What a save's file keeps of a history, and the check of its bytes. Inside save/, and for its tests.

#include "save/saved_game.h"

#include <string>
#include <string_view>
#include <vector>

namespace liubai {

inline constexpr std::size_t kCheckpointEvery = 512;           ///< entries, between scene starts
inline constexpr std::size_t kMostCheckpointBytes = 2u << 20;  ///< of their JSON; beyond it every second one is left out
inline constexpr std::size_t kMostSavedEntries = 200'000;      ///< the newest
inline constexpr std::size_t kMostEntryBytes = 4u << 20;       ///< of their ids

/// The reading is about to announce a scene: a place that stays right whatever becomes of the script.
bool is_at_scene_start(const Checkpoint& checkpoint);

/// The entries before it are left out.
std::size_t first_kept_entry(const History& history);

/// Those that the file may hold, before kMostCheckpointBytes. A place in mid-scene is kept only if its line is known.
std::vector<const Checkpoint*> kept_checkpoints(const History& history);

/// Of values and members in one document; with it the memory for reading one is bounded.
inline constexpr std::size_t kMostSaveValues = 1'000'000;

/// {"liubai":1,"check":…,body}. `body` is members of an object: "head":{…},"game":{…}.
std::string sealed(std::string_view body);

} // namespace liubai
