#include "script/checks.h"

#include "base/color_names.h"
#include "base/utf8.h"
#include "script/lock.h"
#include "script/own_assets.h"
#include "script/project_reader.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>

namespace liubai {
namespace {

struct Place {
    std::size_t scene;
    const SceneFacts::Key* key;
};

const std::vector<std::string>& names_of(const Stock& stock, SceneFacts::Kind kind) {
    switch (kind) {
    case SceneFacts::Kind::kBackground: return stock.backgrounds;
    case SceneFacts::Kind::kTransition: return stock.transitions;
    case SceneFacts::Kind::kWeather: return stock.weathers;
    case SceneFacts::Kind::kMood: return stock.moods;
    case SceneFacts::Kind::kMusic: return stock.music;
    case SceneFacts::Kind::kAmbience: return stock.ambience;
    case SceneFacts::Kind::kSound: break;
    }
    return stock.sounds;
}

const char* code_of(SceneFacts::Kind kind) {
    switch (kind) {
    case SceneFacts::Kind::kBackground: return "unknown-picture";
    case SceneFacts::Kind::kTransition: return "unknown-transition";
    case SceneFacts::Kind::kWeather: return "unknown-weather";
    case SceneFacts::Kind::kMood: return "unknown-mood";
    case SceneFacts::Kind::kMusic:
    case SceneFacts::Kind::kAmbience:
    case SceneFacts::Kind::kSound: break;
    }
    return "unknown-sound";
}

void check_variables(const Folder& folder, const Story& story, const CheckedScenes& scenes, Diagnostics& out) {
    if (story.variables.empty() || !folder.has(kProjectFile)) return;
    Diagnostics unsaid;
    const OpenFile open = open_source(folder, kProjectFile, unsaid);
    Findings findings(*open.source, out);
    for (const auto& variable : story.variables) {
        const std::string& name = variable.first;
        const bool used =
            std::any_of(scenes.begin(), scenes.end(), [&, wanted = name](const auto& s) { return s.facts.variables.contains(wanted); });
        Spot spot;
        for (int number = 1; !used && number <= open.source->line_count(); ++number) {
            const std::string_view line = open.source->line(number);
            const std::size_t at = indent_of(line);
            if (at > 0 && line.substr(at).starts_with(name + ":")) spot = {number, at, name.size()};
        }
        if (!used) findings.add("unused-variable", spot, {name});
    }
}

/// Voices that have no sounds.
void check_voices(const Folder& folder, const Story& story, const Stock& stock, Diagnostics& out) {
    if (stock.sounds.empty() || !folder.has(kCastFile)) return;
    Diagnostics unsaid;
    const OpenFile open = open_source(folder, kCastFile, unsaid);
    Findings findings(*open.source, out);
    for (const Speaker& speaker : story.cast) {
        for (const std::string& name : blip_sounds(speaker)) {
            if (std::find(stock.sounds.begin(), stock.sounds.end(), name) != stock.sounds.end()) continue;
            Spot spot;
            for (int number = open.source->line_count(); number > 0; --number) {
                const std::size_t at = open.source->line(number).find("blip: " + speaker.blip);
                if (at != std::string_view::npos) spot = {number, at + 6, speaker.blip.size()};
            }
            findings.add("unknown-sound", spot, {name, nearest(name, stock.sounds)});
            break;
        }
    }
}

std::string use_of(const SceneFacts::Name& name) {
    switch (name.kind) {
    case SceneFacts::Kind::kBackground: return use_of_background(name.name);
    case SceneFacts::Kind::kTransition: return use_of_transition(name.name);
    case SceneFacts::Kind::kWeather: return use_of_weather(name.name);
    case SceneFacts::Kind::kMood: return {};
    case SceneFacts::Kind::kMusic:
    case SceneFacts::Kind::kAmbience:
    case SceneFacts::Kind::kSound: break;
    }
    return use_of_sound(name.name);
}

void check_assets(const Stock& stock, const CheckedScenes& scenes, Diagnostics& out) {
    std::set<std::string> used{""};
    for (const CheckedScene& checked : scenes) {
        for (const SceneFacts::Name& name : checked.facts.names) used.insert(use_of(name));
    }
    for (const OwnAsset& asset : stock.assets) {
        const bool is_used = std::any_of(asset.used_by.begin(), asset.used_by.end(),
                                         [&](const std::string& use) { return used.contains(use); });
        if (!is_used) out.push_back(about_file(asset.file, 0, "unused-asset"));
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
    check_glyphs(stock, scenes);
    const std::string lock = folder.has(kLockFile) ? std::string(folder.read(kLockFile).text()) : std::string();
    check_translations(project.story, lock, scenes);
    Diagnostics out = std::move(project.findings);
    check_variables(folder, project.story, scenes, out);
    check_assets(stock, scenes, out);
    check_voices(folder, project.story, stock, out);
    for (CheckedScene& checked : scenes) {
        std::move(checked.read.findings.begin(), checked.read.findings.end(), std::back_inserter(out));
    }
    sort_findings(out);
    return out;
}

/// "U+1F3AC".
std::string code_point_name(char32_t c) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string digits;
    for (auto rest = static_cast<std::uint32_t>(c); rest > 0 || digits.size() < 4; rest >>= 4) {
        digits.insert(digits.begin(), kHex[rest & 15]);
    }
    return "U+" + digits;
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

void check_glyphs(const Stock& stock, CheckedScenes& scenes) {
    if (!stock.draws) return;
    for (CheckedScene& checked : scenes) {
        Findings findings(*checked.read.source, checked.read.findings);
        const auto check = [&](const RichText& text, Spot spot) {
            std::set<char32_t> told;
            for (const char32_t c : to_utf32(text.text)) {
                if (stock.draws(c) || !told.insert(c).second) continue;
                const std::string shown = to_utf8(std::u32string_view(&c, 1));
                // The place of the character itself, where the line holds it as it is.
                const std::string_view line = checked.read.source->line(spot.line);
                const std::size_t at = line.find(shown, spot.byte);
                findings.add("no-glyph", at == std::string_view::npos ? spot : Spot{spot.line, at, shown.size()}, {shown, code_point_name(c)});
            }
        };
        for (const SceneFacts::Text& text : checked.facts.texts) {
            check(text.text, text.spot);
            for (const SceneFacts::Version& version : text.versions) check(version.text, version.spot);
        }
    }
}

void check_names(const Stock& stock, CheckedScenes& scenes) {
    for (CheckedScene& checked : scenes) {
        Findings findings(*checked.read.source, checked.read.findings);
        for (const SceneFacts::Name& name : checked.facts.names) {
            const auto& known = names_of(stock, name.kind);
            const bool color = name.kind == SceneFacts::Kind::kBackground && background_color(name.name);
            if (color || known.empty() || std::find(known.begin(), known.end(), name.name) != known.end()) continue;
            findings.add(code_of(name.kind), name.spot, {name.name, nearest(name.name, known)});
        }
    }
}

Diagnostics check_project(const Folder& folder, const Stock& stock) {
    Project project = load_project(folder);
    return check_all(folder, project, all_scene_files(folder, project.story), stock);
}

std::set<std::string> names_used(const Folder& folder, const std::string& file) {
    const Project project = file.empty() ? load_project(folder) : load_single(folder, file);
    std::set<std::string> used;
    for (const std::string& scene : file.empty() ? all_scene_files(folder, project.story) : std::vector{file}) {
        SceneFacts facts;
        read_scene(folder, scene, project.story, &facts);
        for (const SceneFacts::Name& name : facts.names) used.insert(use_of(name));
    }
    return used;
}

Diagnostics check_file(const Folder& folder, const std::string& file, const Stock& stock) {
    Project project = load_single(folder, file);
    return check_all(folder, project, {file}, stock);
}

} // namespace liubai
