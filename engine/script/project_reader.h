#pragma once
// scenes/project.yaml and scenes/cast.yaml to a story's index; and the index of scenes that come without them.

#include "files/folder.h"
#include "script/findings.h"
#include "script/scene_tree.h"
#include "story/step.h"

#include <memory>
#include <string>

namespace liubai {

inline constexpr const char* kProjectFile = "scenes/project.yaml";
inline constexpr const char* kCastFile = "scenes/cast.yaml";

/// A file, checked before YAML sees it.
struct OpenFile {
    std::unique_ptr<Source> source;
    std::set<int> mended;
};
OpenFile open_source(const Folder& folder, const std::string& file, Diagnostics& out);

void read_project_file(Findings& findings, Story& story);
void read_cast_file(Findings& findings, Story& story);

/// Takes speakers and variables as a scene uses them: for scenes without a project.
void gather_from_scene(const Source& source, Story& story);

/// The files of a folder that are scenes, by name: those in scenes/, else those at the top.
std::vector<std::string> scene_files(const Folder& folder);

/// Every scene of a story: those in the order of reading, then the folder's others.
std::vector<std::string> all_scene_files(const Folder& folder, const Story& story);

/// "scenes/mist.yaml" → "mist".
std::string scene_name_of(const std::string& file);

} // namespace liubai
