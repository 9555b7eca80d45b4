#pragma once
// From turns to scenes: lines of one click each, silences, scene ends, and the YAML that an author goes on with.
// Part of import.

#include "tools/chat_log.h"
#include "tools/import_cast.h"

#include <span>
#include <string>
#include <vector>

namespace liubai {

struct ImportedTurn {
    std::string id; ///< cast id; empty = narration
    bool check = false;
    bool is_date = false;
    std::string at;
    std::optional<std::int64_t> minutes;
    std::vector<std::vector<std::string>> paragraphs; ///< their lines with markup: <unsaid>, \<
};

struct ImportCounts {
    int lines = 0;
    int silences = 0;
    int long_sentences = 0;
    int long_lines = 0;
    int checks = 0;
    int variables = 0; ///< lines with ${…}, which a scene reads as a variable
};

std::vector<ImportedTurn> import_turns(const ChatLog& log, const ImportedCast& cast, ImportCounts& counts);

/// The turns of each scene: a new one after two hours of silence, and after `turns` turns, or after about 40 lines when
/// that is 0.
std::vector<std::vector<ImportedTurn>> cut_scenes(std::vector<ImportedTurn> turns, int turns_a_scene);

constexpr std::int64_t kLongSilence = 120; ///< minutes that end a scene

/// Minutes between `next` and the last turn of `before` that has a time; 0 when that is not known.
std::int64_t gap_before(std::span<const ImportedTurn> before, const ImportedTurn& next);

/// How a scene is staged without anybody's hand.
struct ImportedScene {
    int number = 1;         ///< from 1
    std::string background; ///< of the program's own: another than the scene before it
    std::string card;       ///< the time as written, where the scene follows a long silence or is the first
};

/// One for each scene; the same turns give the same staging.
std::vector<ImportedScene> stage_scenes(const std::vector<std::vector<ImportedTurn>>& scenes);

/// The text of a scene's file. The times between turns become rests.
std::string scene_yaml(const std::vector<ImportedTurn>& turns, const ImportedScene& scene, const ImportedCast& cast);

} // namespace liubai
