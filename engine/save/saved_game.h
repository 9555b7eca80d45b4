#pragma once
// A save: where a reading stands, what it knows, and how it came there; as JSON text and back. Data only: nothing in a
// save runs, names a file or decides how much memory is taken.

#include "base/bilingual.h"
#include "save/history.h"

#include <array>
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
    Reading reading;      ///< its place is `place`; its other places (calls, silences) are found again by `marks`
    std::vector<SavedPlace> calls;    ///< of Reading::calls: the line or choice at or after each place
    std::vector<SavedPlace> silences; ///< of Reading::silences: their lines
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

/// One JSON document {"liubai": version, "check": …, "head": …, "game": …}. Same game, same bytes.
std::string to_text(const SavedGame& game);

/// The save, or a sentence why it cannot be used: damaged or cut off (a check of its own bytes), not one of ours, from
/// a newer version, too large or too deep. Unknown keys are passed over. Never throws, whatever the bytes.
std::variant<SavedGame, Bilingual> saved_game_from(std::string_view text);

/// The head alone, for lists: as JSON text and back. Same limits.
std::string to_text(const SaveHead& head);
std::variant<SaveHead, Bilingual> save_head_from(std::string_view text);

/// How a place was found again, from the surest to the least sure.
enum class FoundBy : std::uint8_t { kId, kText, kNeighbours, kSceneStart };

struct FoundPlace {
    std::size_t step = 0; ///< in the scene; its first line or choice for kSceneStart
    FoundBy by = FoundBy::kId;
    bool operator==(const FoundPlace&) const = default;
};

/// Describes a step, which is a line or a choice.
SavedPlace saved_place(const Scene& scene, std::size_t step);

/// By id; else the line with the same words that is nearest to where it stood; else between the neighbours that are
/// still there (the line after the nearest one before it, or the one before the nearest one after it); else the scene's
/// first line.
FoundPlace find_place(const SavedPlace& place, const Scene& scene);

} // namespace liubai
