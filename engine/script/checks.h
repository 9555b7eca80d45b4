#pragma once
// What can only be known from all scenes together. Each function adds findings to the scenes it is given.

#include "script/load.h"
#include "script/project.h"

#include <string>
#include <vector>

namespace liubai {

struct CheckedScene {
    ReadScene read;
    SceneFacts facts;
};

using CheckedScenes = std::vector<CheckedScene>; ///< first those of the order, as read

/// Jumps to nowhere; labels, lines and scenes that nothing leads to.
void check_ways(const Story& story, CheckedScenes& scenes);

/// Keys heard before they were left unsaid, or never heard.
void check_silences(CheckedScenes& scenes);

/// Names of pictures, moods and sounds that do not exist.
void check_names(const Stock& stock, CheckedScenes& scenes);

/// Characters that no font draws, each once a text.
void check_glyphs(const Stock& stock, CheckedScenes& scenes);

/// Missing and stale translations, and lines that switch language without a version for their own readers.
void check_translations(const Story& story, const std::string& lock, CheckedScenes& scenes);

/// The first run of another language in a text: bytes, or nothing. Names and words in capitals are nobody's language.
struct ForeignRun {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::optional<ForeignRun> foreign_run(std::string_view text, std::string_view language, const Story& story);

} // namespace liubai
