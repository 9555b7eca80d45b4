#pragma once
// A save: where a reading stands, what it knows, and how it came there; as JSON text and back. Data only: nothing in a
// save runs, names a file or decides how much memory is taken.

#include "base/bilingual.h"
#include "save/history.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace liubai {

/// A line or a choice as it can be found again after its script was edited.
struct SavedLine {
    std::string id;
    std::uint64_t text = 0; ///< hash of the words as spoken, without markup
    bool operator==(const SavedLine&) const = default;
};

/// With its scene and step alone where the scene is not loaded when it is made.
struct SavedPlace {
    std::string scene;
    std::uint32_t step = 0; ///< where it stood
    SavedLine line;
    std::vector<SavedLine> before; ///< its neighbours in the file, nearest first, at most 3
    std::vector<SavedLine> after;
    bool operator==(const SavedPlace&) const = default;
};

/// What a list of saves shows.
struct SaveHead {
    std::string story;         ///< see story_key(): a save belongs to one story
    std::string name;          ///< the reader's own; may be empty
    std::int64_t saved_at = 0; ///< minutes since 1970 in the reader's time zone; 0 = not known
    std::map<std::string, std::string> chapter; ///< by language
    std::map<std::string, std::string> words;   ///< the line, by language, without markup, at most 120 bytes each
    WantedStage stage;         ///< a picture of it is the save's thumbnail
    bool operator==(const SaveHead&) const = default;
};

struct SavedGame {
    SaveHead head;
    SavedPlace place;
    std::size_t page = 0; ///< of a line that has several
    Reading reading;      ///< as it was; `place` says where the reader stood, see relocate() for calls and silences
    std::vector<SavedPlace> calls;    ///< of Reading::calls, in its order: see saved_return()
    std::vector<SavedPlace> silences; ///< of Reading::silences, in its order: their lines
    int turn = 0;
    std::string turn_speaker;
    History history; ///< up to the present; its entries' places are found again by their ids
    bool operator==(const SavedGame&) const = default;
};

inline constexpr int kSaveVersion = 1;
inline constexpr std::size_t kMostSaveBytes = 8u << 20;
inline constexpr std::size_t kMostSaveDepth = 24;

/// A name for the story's saves: the same as long as its title in its base language is. Letters, digits and `-` only.
std::string story_key(const Story& story);

/// One JSON document {"liubai": version, "check": …, "head": …, "game": …}. Same game, same bytes. It leaves out what
/// only makes going back quicker, so that it stays small: of the checkpoints those with a call stack and, between scene
/// starts, those nearer than 512 entries to the one before (see file_internal.h for what is left out of a huge history).
std::string to_text(const SavedGame& game);

/// The save, or a sentence why it cannot be used: damaged or cut off (a check of its own bytes), not one of ours, from
/// a newer version, too large or too deep. Unknown keys are passed over. Never throws, whatever the bytes.
std::variant<SavedGame, Bilingual> saved_game_from(std::string_view text);

/// The head alone, for lists: as JSON text and back. A whole save has one too; its game is then checked, but not built.
/// Same limits, same sentences.
std::string to_text(const SaveHead& head);
std::variant<SaveHead, Bilingual> save_head_from(std::string_view text);

/// How a place was found again, from the surest to the least sure.
enum class FoundBy : std::uint8_t { kId, kText, kNeighbours, kSceneStart };

struct FoundPlace {
    std::size_t step = 0; ///< in the scene; its first line or choice for kSceneStart
    FoundBy by = FoundBy::kId;
    bool operator==(const FoundPlace&) const = default;
};

/// Describes a step, which is a line or a choice (of any other, and past the end, it knows no words).
SavedPlace saved_place(const Scene& scene, std::size_t step);

/// Describes where a call returns to: the line or choice at or after that step; without one, the scene's end (no id).
SavedPlace saved_return(const Scene& scene, std::size_t step);

/// By id; else the line with the same words that is nearest to where it stood; else beside the nearest neighbour that is
/// still there (the line after one that stood before it, or the one before one that stood after it); else the scene's
/// first line.
FoundPlace find_place(const SavedPlace& place, const Scene& scene);

/// Finds again, in the scenes that are loaded, where the calls return to, where the silences are (one whose line or gap
/// is gone is dropped) and where the checkpoints between scene starts stand (likewise). What stands where it stood keeps
/// its place exactly; scenes that are not loaded are left alone. May be called again whenever more scenes are loaded.
/// Reading::place is left alone: its reader's place is find_place(game.place).
void relocate(SavedGame& game, const FindScene& find);

/// Gives the reading and its checkpoints the variables that the story declares: gone ones are dropped, new ones and
/// those of another type have their first values.
void fit_variables(SavedGame& game, const Variables& declared);

} // namespace liubai
