#include "script/scene_reader.h"

#include "script/speaker_key.h"
#include "script/verbs.h"

#include <algorithm>
#include <array>

namespace liubai {

namespace {

std::vector<std::string_view> key_names(const SceneReader::Verb& verb) {
    std::vector<std::string_view> out;
    for (const VerbKey& key : verb.keys) {
        if (!key.name.empty()) out.push_back(key.name);
    }
    return out;
}

constexpr std::array<std::string_view, 2> kLineAttributes{"id", "at"};
constexpr std::string_view kWideColon = "：";

} // namespace

std::vector<std::string> speaker_ids(const Story& story) {
    std::vector<std::string> out;
    for (const Speaker& speaker : story.cast) out.push_back(speaker.id);
    return out;
}

SceneReader::SceneReader(const Story& story, Findings& findings, std::string name, SceneFacts* facts)
    : story_(story), findings_(findings), facts_(facts) {
    scene_.name = std::move(name);
    scene_.file = findings.source().file();
}

void SceneReader::read_head(const YamlNode& head) {
    if (head.kind != NodeKind::kMap) return;
    for (std::size_t i = 0; i + 1 < head.items.size(); i += 2) {
        const YamlNode& key = head.items[i];
        const YamlNode& value = head.items[i + 1];
        if (key.text == "title") {
            scene_.title = read_title({head, key, value, {}});
        } else if (key.text != "lines") {
            findings_.add("unknown-section", key.spot, {key.text, nearest(key.text, {"title", "lines"})});
        }
    }
}

void SceneReader::read_lines(const YamlNode& list) {
    for (const YamlNode& node : list.items) read_item(node);
}

void SceneReader::read_item(const YamlNode& node) {
    switch (node.kind) {
    case NodeKind::kText: return read_bare(node);
    case NodeKind::kNothing: return findings_.add("empty-item", node.spot);
    case NodeKind::kList: return report_shape(node);
    case NodeKind::kMap: break;
    }
    if (node.flow) return report_shape(node);
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
        if (node.items[i].kind != NodeKind::kText) return findings_.add("wrong-shape", node.spot);
    }
    const std::span<const YamlNode> pairs(node.items);
    read_map({node, pairs[0], pairs[1], pairs.subspan(2)});
}

void SceneReader::read_map(const Item& item) {
    const std::string& key = item.key.text;
    if (const Verb* verb = find_verb(key)) return read_verb(*verb, item);
    const auto speaker = parse_speaker_key(key.substr(0, key.find(kWideColon)));
    if (speaker && find_speaker(story_, speaker->id)) {
        check_attributes(item, kLineAttributes, true);
        return read_speech(item);
    }
    report_unknown_key(item);
}

void SceneReader::report_unknown_key(const Item& item) {
    const std::string& key = item.key.text;
    if (is_language_tag(key)) return findings_.add("translation-dash", item.key.spot, {key});
    const auto split = split_at_colon(key);
    if (split && is_verb(trimmed(split->head))) {
        return findings_.add(split->wide ? "wide-colon" : "colon-needs-space",
                             {item.key.spot.line, item.key.spot.byte + split->at, 1},
                             {std::string(trimmed(split->head))});
    }
    if (!parse_speaker_key(key)) return findings_.add("bad-speaker-key", item.key.spot, {key});
    std::vector<std::string> known = verb_names();
    for (std::string& id : speaker_ids(story_)) known.push_back(std::move(id));
    const auto speaker = parse_speaker_key(key);
    findings_.add("unknown-key", item.key.spot, {speaker->id, nearest(speaker->id, known)});
}

void SceneReader::check_attributes(const Item& item, std::span<const std::string_view> allowed, bool languages) {
    std::set<std::string_view> seen{item.key.text};
    for (std::size_t i = 0; i + 1 < item.attributes.size(); i += 2) {
        const YamlNode& key = item.attributes[i];
        if (!seen.insert(key.text).second) {
            findings_.add("duplicate-key", key.spot, {key.text});
            continue;
        }
        const bool known = std::find(allowed.begin(), allowed.end(), key.text) != allowed.end();
        if (known || (languages && is_language_tag(key.text))) continue;
        const auto split = split_at_colon(key.text);
        const std::string head(split ? trimmed(split->head) : key.text);
        const bool head_known =
            is_language_tag(head) || std::find(allowed.begin(), allowed.end(), head) != allowed.end();
        if (split && head_known) {
            const std::string_view line = source().line(key.spot.line);
            const std::size_t behind = key.spot.byte + split->text_at;
            std::string fixed = std::string(line.substr(0, key.spot.byte)) + head + ": " +
                                std::string(line.substr(std::min(behind, line.size())));
            findings_.add(split->wide ? "wide-colon" : "colon-needs-space",
                          {key.spot.line, key.spot.byte + split->at, split->wide ? kWideColon.size() : 1}, {head},
                          std::move(fixed));
            continue;
        }
        if (item.attributes[i + 1].kind == NodeKind::kNothing && !head_known &&
            source().rest_of_line(key.spot) == key.text) {
            findings_.add("no-colon", key.spot, {key.text});
            continue;
        }
        std::vector<std::string> candidates(allowed.begin(), allowed.end());
        const bool speaker = find_speaker(story_, head) || is_verb(head);
        findings_.add("unknown-attribute", key.spot,
                      {key.text, item.key.text, speaker ? "- " + key.text + ":" : nearest(key.text, candidates)});
    }
}

void SceneReader::read_verb(const Verb& verb, const Item& item) {
    check_attributes(item, key_names(verb), verb.languages);
    using V = Verb::Value;
    const bool nothing = item.value.kind == NodeKind::kNothing;
    if (verb.value == V::kNone && !nothing) {
        findings_.add("unexpected-value", item.value.spot, {item.key.text});
    } else if (verb.value == V::kName && nothing) {
        findings_.add("missing-value", item.key.spot, {item.key.text});
        return;
    } else if ((verb.value == V::kName || verb.value == V::kOptional) && !nothing &&
               item.value.kind != NodeKind::kText) {
        findings_.add("wrong-shape", item.value.spot);
        return;
    }
    (this->*verb.read)(item);
}

void SceneReader::read_bare(const YamlNode& node) {
    const std::string word(trimmed(node.text));
    if (is_verb(word) && node.style == ScalarStyle::kPlain) {
        std::string fixed = std::string(source().line(node.spot.line)) + ":";
        return findings_.add("bare-verb", node.spot, {word}, std::move(fixed));
    }
    const auto split = node.style == ScalarStyle::kPlain ? split_at_colon(node.text) : std::nullopt;
    if (split) {
        const auto speaker = parse_speaker_key(split->head);
        if (speaker && find_speaker(story_, speaker->id)) return read_glued_speech(node, split->text_at, split->head);
        const std::string head(trimmed(split->head));
        if (is_verb(head)) {
            std::string fixed = std::string(source().line(node.spot.line).substr(0, node.spot.byte)) + head + ": " +
                                node.text.substr(split->text_at);
            return findings_.add(split->wide ? "wide-colon" : "colon-needs-space",
                                 {node.spot.line, node.spot.byte + split->at, split->wide ? kWideColon.size() : 1},
                                 {head}, std::move(fixed));
        }
    }
    read_narration({node, node, node, {}});
}

void SceneReader::add_step(decltype(Step::what) what, Spot spot) {
    scene_.steps.push_back({std::move(what), spot.line});
}

void SceneReader::bad_value(const YamlNode& key, const YamlNode& value, const std::string& wanted) {
    findings_.add("bad-value", value.kind == NodeKind::kNothing ? key.spot : value.spot,
                  {value.text, key.text, wanted});
}

void SceneReader::note_name(SceneFacts::Kind kind, std::string name, Spot spot) {
    if (facts_ && !name.empty()) facts_->names.push_back({kind, std::move(name), spot});
}

const YamlNode* SceneReader::attribute(const Item& item, std::string_view name) const {
    for (std::size_t i = 0; i + 1 < item.attributes.size(); i += 2) {
        if (item.attributes[i].text == name) return &item.attributes[i + 1];
    }
    return nullptr;
}

Scene SceneReader::finish() {
    settle_jumps();
    return std::move(scene_);
}

} // namespace liubai
