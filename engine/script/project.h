#pragma once
// From an author's YAML to a story, with findings. The only door for scene files; the only user of yaml-cpp.

#include "base/diagnostic.h"
#include "files/folder.h"
#include "story/step.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace liubai {

struct Project {
    Story story;
    Diagnostics findings;
    bool has_project_file = false; ///< false: a single file or a folder without project.yaml, speakers as they come
};

/// Reads scenes/project.yaml and scenes/cast.yaml, or takes a folder without them (its *.yaml in name order) or a single
/// scene file as a project. Reads no scene when there is a project file. Never throws for an author's mistake.
Project load_project(const Folder& folder);

/// A project of one scene file: its speakers are taken as they come.
Project load_single(const Folder& folder, const std::string& file);

struct LoadedScene {
    Scene scene; ///< what could be read, also when there are errors
    Diagnostics findings;
};

/// Reads one scene. Checks everything that can be known from it and the story's index (speakers, moods' spelling,
/// variables, labels in the same file). `file` is relative to the folder, e.g. "scenes/mist.yaml".
LoadedScene load_scene(const Folder& folder, const std::string& file, const Story& story);

/// "scenes/<name>.yaml" or the single file that is the scene.
std::string scene_file(const Folder& folder, const Story& story, const std::string& scene);

/// A picture or sound of the project, and what must be named so that it is used: see own_assets.h. None: nothing can use
/// it; one of them "": it always is.
struct OwnAsset {
    std::string file;
    std::set<std::string> used_by;
};

/// Names that exist outside the scripts, for the checks that need them.
struct Stock {
    std::vector<std::string> backgrounds, transitions, weathers, moods, music, ambience, sounds; ///< an empty list is not checked
    std::function<bool(char32_t)> draws; ///< some font of the plan draws it; empty = not checked
    std::vector<OwnAsset> assets;        ///< of a whole project
};

/// What the scenes name, as OwnAsset::used_by has it; of a project, or of the one scene file `file`.
std::set<std::string> names_used(const Folder& folder, const std::string& file = "");

/// Every finding of the whole project: all scenes, cross-scene jumps, unheard keys, gaps of translations, missing or
/// stale translations, unreachable labels, unused variables. Sorted.
Diagnostics check_project(const Folder& folder, const Stock& stock);

/// The same for one scene file by itself.
Diagnostics check_file(const Folder& folder, const std::string& file, const Stock& stock);

} // namespace liubai
