#include "script/project.h"

#include "script/load.h"
#include "script/project_reader.h"

#include <algorithm>

namespace liubai {
namespace {

bool is_scene_file(const std::string& name) {
    if (!name.ends_with(".yaml") || name == "project.yaml" || name == "cast.yaml") return false;
    return scene_name_of(name).find('.') == std::string::npos; // mist.ja.yaml belongs to mist.yaml
}

void gather(const Folder& folder, const std::string& file, Story& story) {
    Diagnostics unsaid;
    const OpenFile open = open_source(folder, file, unsaid);
    gather_from_scene(*open.source, story);
    story.order.push_back(scene_name_of(file));
}

void read_index_file(const Folder& folder, const std::string& file, Project& project, void (*read)(Findings&, Story&)) {
    const OpenFile open = open_source(folder, file, project.findings);
    Findings findings(*open.source, project.findings);
    for (const int line : open.mended) findings.silence_line(line);
    if (!open.source->text().empty()) read(findings, project.story);
}

Spot first_spot_of(const std::string& text, const Source& source) {
    for (int number = 1; number <= source.line_count(); ++number) {
        const std::size_t at = source.line(number).find(text);
        if (at != std::string_view::npos) return {number, at, text.size()};
    }
    return {};
}

/// Scenes that the order names and that are not there, and an icon.
void check_files(const Folder& folder, Project& project) {
    const OpenFile open = open_source(folder, kProjectFile, project.findings);
    Findings findings(*open.source, project.findings);
    for (const std::string& scene : project.story.order) {
        if (folder.has("scenes/" + scene + ".yaml")) continue;
        std::vector<std::string> names;
        for (const std::string& file : scene_files(folder)) names.push_back(scene_name_of(file));
        findings.add("missing-scene", first_spot_of(scene, *open.source), {scene, nearest(scene, names)});
    }
    const std::string& icon = project.story.icon;
    if (!icon.empty() && !folder.has(icon)) findings.add("no-layer", first_spot_of(icon, *open.source));
}

} // namespace

std::vector<std::string> scene_files(const Folder& folder) {
    std::vector<std::string> out;
    for (const std::string& name : folder.list("scenes")) {
        if (is_scene_file(name)) out.push_back("scenes/" + name);
    }
    if (!out.empty()) return out;
    for (const std::string& name : folder.list("")) {
        if (is_scene_file(name)) out.push_back(name);
    }
    return out;
}

Project load_project(const Folder& folder) {
    Project project;
    project.has_project_file = folder.has(kProjectFile);
    if (project.has_project_file) {
        read_index_file(folder, kProjectFile, project, read_project_file);
        check_files(folder, project);
    }
    if (folder.has(kCastFile)) {
        read_index_file(folder, kCastFile, project, read_cast_file);
    } else if (project.has_project_file) {
        const Source nothing(kProjectFile, "");
        Findings(nothing, project.findings).add("no-cast", {});
    }
    if (!project.has_project_file) {
        for (const std::string& file : scene_files(folder)) gather(folder, file, project.story);
    }
    sort_findings(project.findings);
    return project;
}

Project load_single(const Folder& folder, const std::string& file) {
    Project project;
    gather(folder, file, project.story);
    return project;
}

ReadScene read_scene(const Folder& folder, const std::string& file, const Story& story, SceneFacts* facts) {
    ReadScene out;
    OpenFile open = open_source(folder, file, out.findings);
    Findings findings(*open.source, out.findings);
    for (const int line : open.mended) findings.silence_line(line);
    const std::string name = scene_name_of(file);
    SceneReader reader(story, findings, name, facts);
    if (!open.source->text().empty() || out.findings.empty()) {
        const SceneTree tree = read_scene_tree(findings);
        reader.read_head(tree.head);
        for (const YamlNode& list : tree.lists) reader.read_lines(list);
    }
    out.scene = reader.finish();
    read_sidecars(folder, file, story, out, facts);
    sort_findings(out.findings);
    out.source = std::move(open.source);
    return out;
}

LoadedScene load_scene(const Folder& folder, const std::string& file, const Story& story) {
    ReadScene read = read_scene(folder, file, story, nullptr);
    return {std::move(read.scene), std::move(read.findings)};
}

std::string scene_file(const Folder& folder, const Story&, const std::string& scene) {
    std::string inside = "scenes/" + scene + ".yaml";
    return folder.has(inside) || !folder.has(scene + ".yaml") ? inside : scene + ".yaml";
}

std::vector<std::string> all_scene_files(const Folder& folder, const Story& story) {
    std::vector<std::string> files;
    for (const std::string& scene : story.order) {
        const std::string file = scene_file(folder, story, scene);
        if (folder.has(file)) files.push_back(file);
    }
    for (const std::string& file : scene_files(folder)) {
        if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
    }
    return files;
}

} // namespace liubai
