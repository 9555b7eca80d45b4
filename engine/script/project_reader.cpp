#include "script/project_reader.h"

#include "base/decimal.h"
#include "script/markup.h"
#include "script/scene_reader.h"
#include "script/speaker_key.h"
#include "script/text_checks.h"
#include "script/yaml_reader.h"
#include "story/value.h"

#include <algorithm>
#include <array>
#include <functional>

namespace liubai {
namespace {

using Handler = std::function<void(const YamlNode& key, const YamlNode& value)>;

/// Calls `handle` for each pair of a map; says what is wrong with the map itself.
void each_pair(const YamlNode& map, Findings& findings, const Handler& handle) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        const YamlNode& key = map.items[i];
        if (!seen.insert(key.text).second) {
            findings.add("duplicate-key", key.spot, {key.text});
        } else {
            handle(key, map.items[i + 1]);
        }
    }
}

void bad_value(Findings& findings, const YamlNode& key, const YamlNode& value, const std::string& wanted) {
    findings.add("bad-value", value.kind == NodeKind::kNothing ? key.spot : value.spot, {value.text, key.text, wanted});
}

/// A text in one language or a map of languages.
std::map<std::string, std::string> read_names(const YamlNode& key, const YamlNode& value, const std::string& base,
                                              Findings& findings) {
    std::map<std::string, std::string> out;
    if (value.kind == NodeKind::kText) {
        out[base] = value.text;
    } else if (value.kind == NodeKind::kMap) {
        each_pair(value, findings, [&](const YamlNode& language, const YamlNode& text) {
            if (!is_language_tag(language.text)) return findings.add("bad-language", language.spot, {language.text});
            out[language.text] = text.text;
        });
    } else {
        bad_value(findings, key, value, "{zh: 留白, en: Room for Wonder}");
    }
    return out;
}

std::vector<std::string> read_list(const YamlNode& key, const YamlNode& value, Findings& findings) {
    std::vector<std::string> out;
    if (value.kind != NodeKind::kList)
        findings.add("wants-list", value.kind == NodeKind::kNothing ? key.spot : value.spot, {key.text});
    for (const YamlNode& item : value.items) {
        if (value.kind == NodeKind::kList && item.kind == NodeKind::kText) out.push_back(item.text);
    }
    return out;
}

Value first_value(const YamlNode& node) {
    if (node.style != ScalarStyle::kPlain) return node.text;
    if (node.text == "true" || node.text == "false") return node.text == "true";
    if (const auto number = plain_number(node.text)) return *number;
    return node.text;
}

void read_variables(const YamlNode& value, Findings& findings, Story& story) {
    each_pair(value, findings, [&](const YamlNode& name, const YamlNode& first) {
        if (!is_variable_name(name.text)) return findings.add("bad-name", name.spot, {name.text});
        if (first.kind != NodeKind::kText) return bad_value(findings, name, first, "0, false, text");
        story.variables[name.text] = first_value(first);
    });
}

void read_language(const YamlNode& key, const YamlNode& value, Findings& findings, std::string& out) {
    if (!is_language_tag(value.text))
        return findings.add("bad-language", value.kind == NodeKind::kNothing ? key.spot : value.spot, {value.text});
    out = value.text;
}

void read_speaker_field(const YamlNode& key, const YamlNode& value, Findings& findings, const Story& story,
                        Speaker& speaker) {
    const std::string& name = key.text;
    if (name == "name") {
        speaker.name = read_names(key, value, story.language, findings);
    } else if (name == "language") {
        read_language(key, value, findings, speaker.language);
    } else if (name == "color") {
        const auto color = parse_color(value.text);
        if (!color) return bad_value(findings, key, value, "'#c8452c'");
        speaker.color = *color;
    } else if (name == "figure") {
        speaker.figure = value.text;
    } else if (name == "seal") {
        speaker.seal = value.text;
    } else if (name == "blip") {
        speaker.blip = value.text;
    } else if (name == "side") {
        constexpr std::array<std::string_view, 3> kSides{"left", "right", "center"};
        const auto found = std::find(kSides.begin(), kSides.end(), value.text);
        if (found == kSides.end()) return bad_value(findings, key, value, "left, right, center");
        speaker.side = static_cast<Side>(found - kSides.begin());
    } else {
        findings.add("unknown-section", key.spot,
                     {name, nearest(name, {"name", "language", "color", "figure", "seal", "blip", "side"})});
    }
}

/// `- {role: 文字, name: 某某}`, each in one language or a map of them; or `- 一行话` alone.
void read_credits(const YamlNode& key, const YamlNode& value, Findings& findings, Story& story) {
    if (value.kind != NodeKind::kList)
        return findings.add("wants-list", value.kind == NodeKind::kNothing ? key.spot : value.spot, {key.text});
    for (const YamlNode& item : value.items) {
        Credit credit;
        if (item.kind == NodeKind::kText) {
            credit.name[story.language] = item.text;
        } else if (item.kind == NodeKind::kMap) {
            each_pair(item, findings, [&](const YamlNode& part, const YamlNode& texts) {
                if (part.text == "role") {
                    credit.role = read_names(part, texts, story.language, findings);
                } else if (part.text == "name") {
                    credit.name = read_names(part, texts, story.language, findings);
                } else {
                    findings.add("unknown-section", part.spot, {part.text, nearest(part.text, {"role", "name"})});
                }
            });
        } else {
            bad_value(findings, key, item, "{role: 文字, name: 某某}");
        }
        if (!credit.name.empty()) story.credits.push_back(std::move(credit));
    }
}

/// The whole file as a map, or nothing with a finding.
std::optional<YamlNode> read_map_file(Findings& findings) {
    YamlTree tree = read_yaml(findings.source());
    if (tree.failure) {
        explain_failure(tree, findings, 1, findings.source().line_count());
        return std::nullopt;
    }
    report_oddities(tree, findings);
    if (tree.root.kind == NodeKind::kMap) return std::move(tree.root);
    findings.add("wrong-shape", tree.root.spot);
    return std::nullopt;
}

} // namespace

OpenFile open_source(const Folder& folder, const std::string& file, Diagnostics& out) {
    const Blob blob = folder.read(file);
    CheckedText checked = check_text(blob.text(), file, out);
    return {std::make_unique<Source>(file, std::move(checked.text)), std::move(checked.mended)};
}

void read_project_file(Findings& findings, Story& story) {
    const auto map = read_map_file(findings);
    if (!map) return;
    if (const YamlNode* language = value_of(*map, "language"); language && is_language_tag(language->text))
        story.language = language->text;
    each_pair(*map, findings, [&](const YamlNode& key, const YamlNode& value) {
        const std::string& name = key.text;
        if (name == "title") {
            story.title = read_names(key, value, story.language, findings);
        } else if (name == "language") {
            read_language(key, value, findings, story.language);
        } else if (name == "languages") {
            story.languages = read_list(key, value, findings);
            std::erase_if(story.languages, [](const std::string& tag) { return !is_language_tag(tag); });
            for (const YamlNode& tag : value.items) {
                if (value.kind == NodeKind::kList && !is_language_tag(tag.text))
                    findings.add("bad-language", tag.spot, {tag.text});
            }
        } else if (name == "scenes") {
            story.order = read_list(key, value, findings);
        } else if (name == "variables") {
            if (value.kind == NodeKind::kMap) return read_variables(value, findings, story);
            if (value.kind != NodeKind::kNothing) bad_value(findings, key, value, "patience: 0");
        } else if (name == "paragraphs") {
            if (value.text != "ragged" && value.text != "book") return bad_value(findings, key, value, "ragged, book");
            story.book = value.text == "book";
        } else if (name == "credits") {
            read_credits(key, value, findings, story);
        } else if (name == "version") {
            story.version = value.text;
        } else if (name == "icon") {
            story.icon = value.text;
        } else if (name != "fonts") {
            const std::vector<std::string> known{"title",      "language", "languages", "scenes", "variables",
                                                 "paragraphs", "credits",  "version",   "fonts",  "icon"};
            findings.add("unknown-section", key.spot, {name, nearest(name, known)});
        }
    });
    if (story.languages.empty()) story.languages = {story.language};
    if (!value_of(*map, "scenes")) findings.add("missing-part", {}, {"project.yaml", "scenes"});
}

void read_cast_file(Findings& findings, Story& story) {
    const auto map = read_map_file(findings);
    if (!map) return;
    each_pair(*map, findings, [&](const YamlNode& id, const YamlNode& fields) {
        const auto key = parse_speaker_key(id.text);
        const bool plain = key && key->id == id.text && !split_at_colon(id.text);
        if (SceneReader::is_verb(id.text) || is_language_tag(id.text))
            return findings.add("reserved-id", id.spot, {id.text});
        if (!plain) return findings.add("bad-name", id.spot, {id.text});
        Speaker speaker;
        speaker.id = id.text;
        speaker.language = story.language;
        if (fields.kind == NodeKind::kMap) {
            each_pair(fields, findings, [&](const YamlNode& field, const YamlNode& value) {
                read_speaker_field(field, value, findings, story, speaker);
            });
        } else if (fields.kind == NodeKind::kText) {
            speaker.name[story.language] = fields.text;
        }
        if (speaker.name.empty()) speaker.name[story.language] = id.text;
        story.cast.push_back(std::move(speaker));
    });
}

std::string scene_name_of(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
    for (const std::string_view ending : {".yaml", ".yml"}) {
        if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    }
    return name;
}

} // namespace liubai
