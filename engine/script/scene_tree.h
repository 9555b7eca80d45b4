#pragma once
// The tree of a scene's file. When yaml-cpp stops at a mistake the file is read item by item, so that an author sees
// every broken line at once and everything else still plays.

#include "script/findings.h"
#include "script/yaml_reader.h"

#include <vector>

namespace liubai {

struct SceneTree {
    YamlNode head;               ///< a map of everything beside `lines`; or nothing
    std::vector<YamlNode> lists; ///< the items of `lines`, in order, in one list or several
};

SceneTree read_scene_tree(Findings& findings);

/// Reports what YAML allows and a story does not.
void report_oddities(const YamlTree& tree, Findings& findings);

/// Finds out what is wrong in lines that yaml-cpp could not read and says it. Answers false if it has no better idea.
bool explain_broken_lines(Findings& findings, int first, int last);

/// Says what is wrong with a file that yaml-cpp could not read.
void explain_failure(const YamlTree& tree, Findings& findings, int first, int last);

} // namespace liubai
