#include "script/checks.h"

#include "script/lock.h"
#include "script/project_reader.h"

#include <algorithm>

namespace liubai {
namespace {

struct Place {
    std::size_t scene;
    const SceneFacts::Key* key;
};

const std::vector<std::string>& names_of(const Stock& stock, SceneFacts::Kind kind) {
    switch (kind) {
    case SceneFacts::Kind::kBackground: return stock.backgrounds;
    case SceneFacts::Kind::kMood: return stock.moods;
    case SceneFacts::Kind::kMusic: return stock.music;
    case SceneFacts::Kind::kAmbience: return stock.ambience;
    case SceneFacts::Kind::kSound: break;
    }
    return stock.sounds;
}

const char* code_of(SceneFacts::Kind kind) {
    if (kind == SceneFacts::Kind::kBackground) return "unknown-picture";
    return kind == SceneFacts::Kind::kMood ? "unknown-mood" : "unknown-sound";
}

void check_variables(const Folder& folder, const Story& story, const CheckedScenes& scenes, Diagnostics& out) {
    if (story.variables.empty() || !folder.has(kProjectFile)) return;
    Diagnostics unsaid;
    const OpenFile open = open_source(folder, kProjectFile, unsaid);
    Findings findings(*open.source, out);
    for (const auto& [name, value] : story.variables) {
        const bool used =
            std::any_of(scenes.begin(), scenes.end(), [&](const auto& s) { return s.facts.variables.contains(name); });
        Spot spot;
        for (int number = 1; !used && number <= open.source->line_count(); ++number) {
            const std::string_view line = open.source->line(number);
            const std::size_t at = indent_of(line);
            if (at > 0 && line.substr(at).starts_with(name + ":")) spot = {number, at, name.size()};
        }
        if (!used) findings.add("unused-variable", spot, {name});
    }
}

Diagnostics check_all(const Folder& folder, Project& project, const std::vector<std::string>& files,
                      const Stock& stock) {
    CheckedScenes scenes;
    for (const std::string& file : files) {
        CheckedScene& checked = scenes.emplace_back();
        checked.read = read_scene(folder, file, project.story, &checked.facts);
    }
    check_ways(project.story, scenes);
    check_silences(scenes);
    check_names(stock, scenes);
    const std::string lock = folder.has(kLockFile) ? std::string(folder.read(kLockFile).text()) : std::string();
    check_translations(project.story, lock, scenes);
    Diagnostics out = std::move(project.findings);
    check_variables(folder, project.story, scenes, out);
    for (CheckedScene& checked : scenes) {
        std::move(checked.read.findings.begin(), checked.read.findings.end(), std::back_inserter(out));
    }
    sort_findings(out);
    return out;
}

} // namespace

void check_silences(CheckedScenes& scenes) {
    std::vector<Place> keys;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        for (const SceneFacts::Key& key : scenes[i].facts.keys) keys.push_back({i, &key});
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const SceneFacts::Key& key = *keys[i].key;
        const auto fits = [&](const Place& other) {
            return other.key->heard != key.heard && other.key->key == key.key && other.key->speaker != key.speaker;
        };
        const auto here = keys.begin() + static_cast<std::ptrdiff_t>(i);
        Findings findings(*scenes[keys[i].scene].read.source, scenes[keys[i].scene].read.findings);
        if (key.heard && std::none_of(keys.begin(), here, fits))
            findings.add("heard-before-unsaid", key.spot, {key.key});
        if (!key.heard && std::none_of(here, keys.end(), fits)) findings.add("never-heard", key.spot, {key.key});
    }
}

void check_names(const Stock& stock, CheckedScenes& scenes) {
    for (CheckedScene& checked : scenes) {
        Findings findings(*checked.read.source, checked.read.findings);
        for (const SceneFacts::Name& name : checked.facts.names) {
            const auto& known = names_of(stock, name.kind);
            if (known.empty() || std::find(known.begin(), known.end(), name.name) != known.end()) continue;
            findings.add(code_of(name.kind), name.spot, {name.name, nearest(name.name, known)});
        }
    }
}

Diagnostics check_project(const Folder& folder, const Stock& stock) {
    Project project = load_project(folder);
    std::vector<std::string> files;
    for (const std::string& scene : project.story.order) {
        const std::string file = scene_file(folder, project.story, scene);
        if (folder.has(file)) files.push_back(file);
    }
    for (const std::string& file : scene_files(folder)) {
        if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
    }
    return check_all(folder, project, files, stock);
}

Diagnostics check_file(const Folder& folder, const std::string& file, const Stock& stock) {
    Project project = load_single(folder, file);
    return check_all(folder, project, {file}, stock);
}

} // namespace liubai
