#pragma once
// Reading one scene with everything the checks of a project ask for. project.h is the public door.

#include "files/folder.h"
#include "script/scene_reader.h"

#include <memory>

namespace liubai {

struct ReadScene {
    Scene scene;
    Diagnostics findings;
    std::unique_ptr<Source> source;
};

/// Throws Error when the file cannot be read. `facts` may be nullptr.
ReadScene read_scene(const Folder& folder, const std::string& file, const Story& story, SceneFacts* facts);

/// Adds the versions of `mist.ja.yaml`, a map of line ids to texts, to the lines of `mist.yaml`.
void read_sidecars(const Folder& folder, const std::string& file, const Story& story, ReadScene& out,
                   SceneFacts* facts);

} // namespace liubai
