#include "script/lock.h"

#include "base/hash.h"
#include "script/load.h"
#include "script/project.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

std::string hash_of(const RichText& text) { return hex8(hash32(plain(text, "_"))); }

LockEntry entry_of(const SceneFacts::Text& text, const SceneFacts::Version& version) {
    return {text.id, version.language, hash_of(text.text), hash_of(version.text)};
}

/// The entry whose translation this still is, made from another text.
const LockEntry* stale_entry(const Lock& lock, const LockEntry& now) {
    if (std::find(lock.begin(), lock.end(), now) != lock.end()) return nullptr;
    const LockEntry* stale = nullptr;
    for (const LockEntry& old : lock) {
        if (old.language != now.language || old.translation != now.translation) continue;
        if (old.original == now.original) return nullptr; // moved, or its id was pinned
        stale = &old;
    }
    return stale;
}

} // namespace

Lock read_lock(std::string_view text, std::string_view scene) {
    Lock out;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        std::array<std::string_view, 4> words{};
        std::size_t count = 0;
        while (count < words.size() && !trimmed(line).empty()) {
            line = trimmed(line);
            words[count] = line.substr(0, line.find(' '));
            line.remove_prefix(words[count++].size());
        }
        const bool here = words[0].starts_with(scene) && words[0].substr(scene.size()).starts_with('/');
        if (count == 4 && here)
            out.push_back({std::string(words[0]), std::string(words[1]), std::string(words[2]), std::string(words[3])});
    }
    return out;
}

bool is_stale(const Lock& lock, const SceneFacts::Text& text, const SceneFacts::Version& version) {
    return !lock.empty() && !text.id.empty() && stale_entry(lock, entry_of(text, version)) != nullptr;
}

std::string translations_lock(const Folder& folder, bool accept) {
    const std::string old = folder.has(kLockFile) ? std::string(folder.read(kLockFile).text()) : std::string();
    const Project project = load_project(folder);
    std::string out;
    for (const std::string& name : project.story.order) {
        const std::string file = scene_file(folder, project.story, name);
        if (!folder.has(file)) continue;
        SceneFacts facts;
        read_scene(folder, file, project.story, &facts);
        const Lock known = read_lock(old, name);
        Lock entries;
        for (const SceneFacts::Text& text : facts.texts) {
            for (const SceneFacts::Version& version : text.versions) {
                if (text.id.empty()) continue;
                const LockEntry now = entry_of(text, version);
                const LockEntry* stale = accept ? nullptr : stale_entry(known, now);
                entries.push_back(stale ? *stale : now);
            }
        }
        std::sort(entries.begin(), entries.end());
        for (const LockEntry& e : entries)
            out += e.id + " " + e.language + " " + e.original + " " + e.translation + "\n";
    }
    return out;
}

} // namespace liubai
