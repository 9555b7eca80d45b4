// The verbs that decide what comes next: choices, branches, jumps, calls, variables.
#include "script/scene_reader.h"
#include "story/value.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

/// The name of a scene or label: no spaces, slashes or colons.
bool is_place_name(std::string_view text) {
    return !text.empty() && text.find_first_of(" /:#\t") == std::string_view::npos;
}

void note_variables(const Expression& expression, SceneFacts* facts) {
    if (!facts) return;
    for (const ExpressionStep& step : expression.steps) {
        if (const auto* name = std::get_if<VariableName>(&step)) facts->variables.insert(name->name);
    }
}

} // namespace

void SceneReader::report_expression(const ExpressionError& error, const YamlNode& node) {
    Spot spot = spot_in(node, source(), error.at, std::max<std::size_t>(1, error.word.size()));
    std::vector<std::string> names;
    for (const auto& [name, value] : story_.variables) names.push_back(name);
    std::string meant = error.code == "unknown-variable" ? nearest(error.word, names) : std::string();
    findings_.add(error.code, spot, {error.word.empty() ? node.text : error.word, std::move(meant)});
}

Expression SceneReader::read_condition(const YamlNode& key, const YamlNode& value) {
    if (value.kind != NodeKind::kText) {
        findings_.add(value.kind == NodeKind::kNothing ? "missing-value" : "wrong-shape",
                      value.kind == NodeKind::kNothing ? key.spot : value.spot, {key.text});
        return {};
    }
    auto parsed = parse_condition(value.text, story_.variables);
    if (const auto* error = std::get_if<ExpressionError>(&parsed)) {
        report_expression(*error, value);
        return {};
    }
    note_variables(std::get<Expression>(parsed), facts_);
    return std::get<Expression>(std::move(parsed));
}

void SceneReader::read_branch_list(const YamlNode& key, const YamlNode& value) {
    if (value.kind == NodeKind::kList && !value.flow) return read_lines(value);
    findings_.add("wants-list", value.kind == NodeKind::kNothing ? key.spot : value.spot, {key.text});
}

void SceneReader::read_if(const Item& item) {
    const std::size_t at = scene_.steps.size();
    add_step(Branch{read_condition(item.key, item.value), 0}, item.key.spot);
    const YamlNode* yes = attribute(item, "then");
    const YamlNode* no = attribute(item, "else");
    if (yes) read_branch_list(yes[-1], *yes);
    if (!yes && !no) findings_.add("missing-part", item.key.spot, {"if", "then"});
    std::size_t end_of_yes = 0;
    if (no) {
        end_of_yes = scene_.steps.size();
        add_step(Goto{}, item.key.spot);
    }
    std::get<Branch>(scene_.steps[at].what).otherwise = scene_.steps.size();
    if (!no) return;
    read_branch_list(no[-1], *no);
    std::get<Goto>(scene_.steps[end_of_yes].what).target = scene_.steps.size();
}

void SceneReader::read_set(const Item& item) {
    auto parsed = parse_assignment(item.value.text, story_.variables);
    if (const auto* error = std::get_if<ExpressionError>(&parsed)) return report_expression(*error, item.value);
    auto& assignment = std::get<Assignment>(parsed);
    note_variables(assignment.value, facts_);
    if (facts_) facts_->variables.insert(assignment.name);
    add_step(SetVariable{std::move(assignment)}, item.key.spot);
}

void SceneReader::read_jump(const Item& item) { read_target(item.key, item.value, false); }
void SceneReader::read_call(const Item& item) { read_target(item.key, item.value, true); }
void SceneReader::read_return(const Item& item) { add_step(Return{}, item.key.spot); }

void SceneReader::read_target(const YamlNode& key, const YamlNode& value, bool call) {
    const std::string_view target = value.text;
    const std::size_t slash = target.find('/');
    const bool good = is_place_name(target.substr(0, slash)) &&
                      (slash == std::string_view::npos || is_place_name(target.substr(slash + 1)));
    if (!good) return bad_value(key, value, "scene/label");
    jumps_.push_back({scene_.steps.size(), value.text, value.spot});
    if (call) {
        add_step(Call{}, key.spot);
    } else {
        add_step(Jump{}, key.spot);
    }
}

void SceneReader::read_label(const Item& item) {
    if (!is_place_name(item.value.text)) return bad_value(item.key, item.value, "evening");
    if (!scene_.labels.emplace(item.value.text, scene_.steps.size()).second) {
        return findings_.add("duplicate-label", item.value.spot, {item.value.text});
    }
    if (facts_) facts_->labels[item.value.text] = item.value.spot;
}

/// A name alone is a label of this file if there is one, else a scene.
void SceneReader::settle_jumps() {
    for (const PendingJump& jump : jumps_) {
        const std::size_t slash = jump.target.find('/');
        std::string scene = jump.target.substr(0, slash);
        std::string label = slash == std::string::npos ? std::string() : jump.target.substr(slash + 1);
        if (slash == std::string::npos && scene_.labels.contains(scene)) {
            label = std::move(scene);
            scene = scene_.name;
        }
        if (facts_) facts_->targets.push_back({scene, label, jump.spot});
        if (scene == scene_.name && !label.empty() && !scene_.labels.contains(label)) {
            std::vector<std::string> labels;
            for (const auto& [name, step] : scene_.labels) labels.push_back(name);
            const std::string meant = nearest(label, labels);
            findings_.add("unknown-jump", jump.spot, {jump.target, meant.empty() ? meant : scene + "/" + meant});
            label.clear();
        }
        auto& what = scene_.steps[jump.step].what;
        if (auto* call = std::get_if<Call>(&what)) {
            *call = {std::move(scene), std::move(label)};
        } else if (scene == scene_.name && !label.empty()) {
            what = Goto{scene_.labels.at(label)};
        } else {
            what = Jump{std::move(scene), std::move(label)};
        }
    }
    jumps_.clear();
}

void SceneReader::read_choice(const Item& item) {
    Choice choice;
    choice.language = story_.language;
    SceneFacts::Text noted;
    std::string id = pinned_id(item);
    if (item.value.kind == NodeKind::kText) {
        if (auto prompt = read_text(item.key, item.value)) {
            choice.prompt = std::move(prompt->text);
            noted.spot = item.value.spot;
            read_versions(item.attributes, choice.others, noted, choice.prompt);
        }
    }
    choice.id = id.empty() ? line_id("choice", choice.prompt) : std::move(id);
    noted.id = choice.id;
    noted.language = choice.language;
    noted.text = choice.prompt;
    if (!choice.prompt.empty()) note_text(std::move(noted));
    const std::size_t at = scene_.steps.size();
    add_step(std::move(choice), item.key.spot);
    std::vector<std::size_t> ends{scene_.steps.size()};
    add_step(Goto{}, item.key.spot); // the way on when no option is open
    const YamlNode* options = attribute(item, "options");
    if (!options || options->kind != NodeKind::kList || options->items.empty()) {
        findings_.add("missing-part", item.key.spot, {"choice", "options"});
    } else {
        for (const YamlNode& option : options->items) read_option(option, at, ends);
    }
    const std::size_t end = scene_.steps.size();
    for (const std::size_t step : ends) std::get<Goto>(scene_.steps[step].what).target = end;
}

void SceneReader::read_option(const YamlNode& node, std::size_t choice_step, std::vector<std::size_t>& ends) {
    const bool bare = node.kind == NodeKind::kText;
    if (!bare && (node.kind != NodeKind::kMap || node.flow)) return findings_.add("wrong-shape", node.spot);
    const std::span<const YamlNode> pairs(node.items);
    const YamlNode& words = bare ? node : pairs[0];
    static const YamlNode nothing;
    const YamlNode& target = bare ? nothing : pairs[1];
    const Item item{node, words, target, bare ? std::span<const YamlNode>() : pairs.subspan(2)};
    constexpr std::array<std::string_view, 3> kAttributes{"if", "once", "id"};
    check_attributes(item, kAttributes, true);
    auto text = read_text(words, words);
    if (!text) return;

    ChoiceOption option;
    option.text = std::move(text->text);
    option.language = story_.language;
    SceneFacts::Text noted;
    noted.spot = words.spot;
    read_versions(item.attributes, option.others, noted, option.text);
    std::string id = pinned_id(item);
    option.id = id.empty() ? line_id("option", option.text) : std::move(id);
    noted.id = option.id;
    noted.language = option.language;
    noted.text = option.text;
    note_text(std::move(noted));
    if (const YamlNode* condition = attribute(item, "if")) option.condition = read_condition(condition[-1], *condition);
    if (const YamlNode* once = attribute(item, "once")) {
        option.once = once->text == "true";
        if (once->text != "true" && once->text != "false") bad_value(once[-1], *once, "true");
    }
    option.target = scene_.steps.size();
    if (target.kind == NodeKind::kText) {
        read_target(words, target, false);
    } else if (target.kind == NodeKind::kList) {
        read_branch_list(words, target);
    } else if (target.kind == NodeKind::kMap) {
        findings_.add("wants-list", target.spot, {words.text});
    }
    ends.push_back(scene_.steps.size());
    add_step(Goto{}, words.spot);
    std::get<Choice>(scene_.steps[choice_step].what).options.push_back(std::move(option));
}

} // namespace liubai
