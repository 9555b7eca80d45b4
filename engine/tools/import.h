#pragma once
// `liubai import`: a transcript or a chat program's export becomes a project of scenes. Nothing is changed or lost:
// what export_transcript() gives back has every character, turn and paragraph of the source.

#include "base/bilingual.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace liubai {

struct ImportOptions {
    std::string out;                                        ///< folder of the project
    std::vector<std::pair<std::string, std::string>> names; ///< 林溪 → 小溪: who speaks under which name
    int turns = 0;                                          ///< a scene; 0: about 40 lines a scene
    bool force = false;                                     ///< overwrite files that were edited since the last import
    Language language = Language::kZh;                      ///< of the project, when nobody in it tells
};

struct ImportResult {
    std::vector<std::pair<std::string, std::string>> files; ///< path relative to `out`, text
    std::vector<Bilingual> notes;                           ///< what was guessed
};

/// Reads bytes in any encoding of decode_text() and any form of read_chat_log(). Touches no file; the same bytes and
/// options give the same result. Throws Error when the bytes are no text or hold nothing.
ImportResult import_text(std::string_view bytes, const ImportOptions& options);

/// Writes the files below `options.out` and remembers their hashes in scenes/.import. Scenes of an earlier import that
/// are not written again are removed, unless they were edited. Answers all that is to be told: the result's notes and
/// what happened to the files. Throws Error, before anything is written, when a file that differs from what import
/// wrote last would be overwritten without `force`.
std::vector<Bilingual> write_import(const ImportResult& result, const ImportOptions& options);

} // namespace liubai
