#pragma once
// scenes/translations.lock: which text each translation was made from, so that lint sees when the text went on alone.
// One line a translation: id, language, hash of the original, hash of the translation.

#include "files/folder.h"
#include "script/scene_reader.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace liubai {

inline constexpr const char* kLockFile = "scenes/translations.lock";

struct LockEntry {
    std::string id;
    std::string language;
    std::string original;
    std::string translation;
    bool operator==(const LockEntry&) const = default;
    bool operator<(const LockEntry& o) const { // Emscripten's strings know no <=>
        return std::tie(id, language, original, translation) < std::tie(o.id, o.language, o.original, o.translation);
    }
};
using Lock = std::vector<LockEntry>;

/// The entries of one scene; lines that are none are passed over.
Lock read_lock(std::string_view text, std::string_view scene);

/// True when the translation is the old one and its original is not.
bool is_stale(const Lock& lock, const SceneFacts::Text& text, const SceneFacts::Version& version);

/// What `liubai fmt` writes to kLockFile. Stale translations keep their old entries, so that lint goes on saying it,
/// until they change or `accept` says that they are right. Never throws for an author's mistake.
std::string translations_lock(const Folder& folder, bool accept = false);

} // namespace liubai
