// Translations that live in a file of their own: `mist.ja.yaml` beside `mist.yaml`, line ids to texts.
#include "script/load.h"
#include "script/project_reader.h"
#include "script/silence_checks.h"

#include <algorithm>

namespace liubai {
namespace {

/// Where a version of a text goes.
struct Slot {
    const RichText* original;
    Texts* others;
};

std::map<std::string, Slot> slots_of(Scene& scene) {
    std::map<std::string, Slot> out;
    for (Step& step : scene.steps) {
        if (auto* line = std::get_if<Line>(&step.what)) {
            out.emplace(line->id, Slot{&line->text, &line->others});
        } else if (auto* choice = std::get_if<Choice>(&step.what)) {
            out.emplace(choice->id, Slot{&choice->prompt, &choice->others});
            for (ChoiceOption& option : choice->options) out.emplace(option.id, Slot{&option.text, &option.others});
        }
    }
    return out;
}

void note(SceneFacts* facts, const std::string& id, const std::string& language, const RichText& text) {
    if (!facts) return;
    const auto found =
        std::find_if(facts->texts.begin(), facts->texts.end(), [&](const auto& t) { return t.id == id; });
    // Its place is in another file; findings about it point at the original.
    if (found != facts->texts.end()) found->versions.push_back({language, text, found->spot});
}

void read_sidecar(const Folder& folder, const std::string& file, const std::string& language, ReadScene& out,
                  SceneFacts* facts) {
    const OpenFile open = open_source(folder, file, out.findings);
    Findings findings(*open.source, out.findings);
    YamlTree tree = read_yaml(*open.source);
    if (tree.failure) return explain_failure(tree, findings, 1, open.source->line_count());
    report_oddities(tree, findings);
    if (tree.root.kind == NodeKind::kNothing) return;
    if (tree.root.kind != NodeKind::kMap) return findings.add("wrong-shape", tree.root.spot);
    auto slots = slots_of(out.scene);
    for (std::size_t i = 0; i + 1 < tree.root.items.size(); i += 2) {
        const YamlNode& key = tree.root.items[i];
        const YamlNode& value = tree.root.items[i + 1];
        if (key.text == "title") {
            out.scene.title.emplace(language, value.text);
            if (facts && !facts->texts.empty() && facts->texts.front().id.empty()) {
                facts->texts.front().versions.push_back({language, {value.text, {}, {}}, facts->texts.front().spot});
            }
            continue;
        }
        const auto slot = slots.find(key.text);
        if (slot == slots.end()) {
            findings.add("unknown-line", key.spot, {key.text});
        } else if (value.kind != NodeKind::kText || value.text.empty()) {
            findings.add("empty-text", key.spot, {key.text});
        } else {
            Markup markup = parse_markup(value.text);
            for (const MarkupFinding& finding : markup.findings) {
                findings.add(finding.code, spot_in(value, *open.source, finding.at, finding.length),
                             {finding.first, finding.second});
            }
            check_silences(*slot->second.original, markup.text, value.spot, language, findings);
            inherit_timing(*slot->second.original, markup.text);
            note(facts, key.text, language, markup.text);
            slot->second.others->emplace(language, std::move(markup.text));
        }
    }
}

} // namespace

void read_sidecars(const Folder& folder, const std::string& file, const Story& story, ReadScene& out,
                   SceneFacts* facts) {
    if (!file.ends_with(".yaml")) return;
    const std::string stem = file.substr(0, file.size() - 5);
    for (const std::string& language : story.languages) {
        const std::string sidecar = stem + "." + language + ".yaml";
        if (folder.has(sidecar)) read_sidecar(folder, sidecar, language, out, facts);
    }
}

} // namespace liubai
