// Follows every way through a story and says what is never reached.
#include "script/checks.h"

#include <algorithm>

namespace liubai {
namespace {

class Ways {
public:
    Ways(const Story& story, const CheckedScenes& scenes) : story_(story), scenes_(scenes) {
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            index_[scenes[i].read.scene.name] = i;
            reached_.emplace_back(scenes[i].read.scene.steps.size() + 1, false);
        }
        if (!scenes.empty()) visit(0, 0);
        while (!open_.empty()) {
            const auto [scene, step] = open_.back();
            open_.pop_back();
            follow(scene, step);
        }
    }

    [[nodiscard]] bool is_reached(std::size_t scene, std::size_t step) const { return reached_[scene][step]; }
    [[nodiscard]] bool is_scene_reached(std::size_t scene) const {
        return std::find(reached_[scene].begin(), reached_[scene].end(), true) != reached_[scene].end();
    }
    [[nodiscard]] const CheckedScene* find(const std::string& name) const {
        const auto found = index_.find(name);
        return found == index_.end() ? nullptr : &scenes_[found->second];
    }

private:
    void visit(std::size_t scene, std::size_t step) {
        if (step >= reached_[scene].size() || reached_[scene][step]) return;
        reached_[scene][step] = true;
        open_.emplace_back(scene, step);
    }

    void visit_place(const std::string& name, const std::string& label) {
        const auto found = index_.find(name);
        if (found == index_.end()) return;
        const auto& labels = scenes_[found->second].read.scene.labels;
        const auto step = labels.find(label);
        visit(found->second, step == labels.end() ? 0 : step->second);
    }

    void follow(std::size_t index, std::size_t at) {
        const Scene& scene = scenes_[index].read.scene;
        if (at == scene.steps.size()) {
            const auto here = std::find(story_.order.begin(), story_.order.end(), scene.name);
            if (here != story_.order.end() && here + 1 != story_.order.end()) visit_place(*(here + 1), "");
            return;
        }
        const auto& what = scene.steps[at].what;
        if (const auto* go = std::get_if<Goto>(&what)) return visit(index, go->target);
        if (const auto* jump = std::get_if<Jump>(&what)) return visit_place(jump->scene, jump->label);
        if (std::holds_alternative<Return>(what)) return;
        if (const auto* call = std::get_if<Call>(&what)) visit_place(call->scene, call->label);
        if (const auto* branch = std::get_if<Branch>(&what)) visit(index, branch->otherwise);
        if (const auto* choice = std::get_if<Choice>(&what)) {
            bool may_be_empty = true;
            for (const ChoiceOption& option : choice->options) {
                visit(index, option.target);
                may_be_empty = may_be_empty && (option.once || !option.condition.steps.empty());
            }
            if (!may_be_empty) return;
        }
        visit(index, at + 1);
    }

    const Story& story_;
    const CheckedScenes& scenes_;
    std::map<std::string, std::size_t> index_;
    std::vector<std::vector<bool>> reached_;
    std::vector<std::pair<std::size_t, std::size_t>> open_;
};

void check_targets(CheckedScene& checked, const Ways& ways, const CheckedScenes& scenes) {
    Findings findings(*checked.read.source, checked.read.findings);
    for (const SceneFacts::Target& target : checked.facts.targets) {
        if (target.scene == checked.read.scene.name) continue; // settled when it was read
        const CheckedScene* other = ways.find(target.scene);
        std::vector<std::string> known;
        if (!other) {
            for (const CheckedScene& scene : scenes) known.push_back(scene.read.scene.name);
            for (const auto& [label, step] : checked.read.scene.labels) known.push_back(label);
            findings.add("unknown-jump", target.spot, {target.scene, nearest(target.scene, known)});
        } else if (!target.label.empty() && !other->read.scene.labels.contains(target.label)) {
            for (const auto& [label, step] : other->read.scene.labels) known.push_back(label);
            const std::string meant = nearest(target.label, known);
            findings.add("unknown-jump", target.spot,
                         {target.scene + "/" + target.label, meant.empty() ? meant : target.scene + "/" + meant});
        }
    }
}

/// Steps that the reader made, not the author.
bool is_made(const Step& step) { return std::holds_alternative<Goto>(step.what); }

void check_lines(CheckedScene& checked, std::size_t index, const Ways& ways) {
    Findings findings(*checked.read.source, checked.read.findings);
    const Scene& scene = checked.read.scene;
    if (!ways.is_scene_reached(index)) return findings.add("unread-scene", {}, {scene.name});
    std::set<std::size_t> labelled;
    for (const auto& [label, step] : scene.labels) {
        labelled.insert(step);
        if (!ways.is_reached(index, step) && checked.facts.labels.contains(label)) {
            findings.add("unreachable-label", checked.facts.labels.at(label), {label});
        }
    }
    bool before = true;
    for (std::size_t i = 0; i < scene.steps.size(); ++i) {
        if (is_made(scene.steps[i])) continue;
        const bool here = ways.is_reached(index, i);
        const int line = scene.steps[i].file_line;
        if (before && !here && !labelled.contains(i)) {
            const std::string_view text = checked.read.source->line(line);
            findings.add("unreachable-lines", {line, indent_of(text), text.size() - indent_of(text)});
        }
        before = here;
    }
}

} // namespace

void check_ways(const Story& story, CheckedScenes& scenes) {
    const Ways ways(story, scenes);
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        check_targets(scenes[i], ways, scenes);
        // What could not be read may have held the way.
        if (!has_errors(scenes[i].read.findings)) check_lines(scenes[i], i, ways);
    }
}

} // namespace liubai
