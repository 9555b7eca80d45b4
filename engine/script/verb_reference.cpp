// docs/steps.md, printed from the table that the loader reads by.
#include "script/verbs.h"

namespace liubai {
namespace {

std::string_view title_of(VerbGroup group) {
    switch (group) {
    case VerbGroup::kWords: return "Words and time · 话和时间";
    case VerbGroup::kStage: return "Stage · 舞台";
    case VerbGroup::kSound: return "Sound · 声音";
    case VerbGroup::kWays: break;
    }
    return "Ways · 去向";
}

/// A cell of a table: its own bar would end it.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

void add_row(std::string& out, std::string_view key, std::string_view sample, std::string_view without,
             std::string_view en, std::string_view zh) {
    const bool has_sample = !sample.empty() && sample.front() != '\n';
    out += "| `" + std::string(key) + ":" + (has_sample ? " " + std::string(sample) : "") + "` | ";
    out += (without.empty() ? "–" : "`" + std::string(without) + "`") + " | " + cell(en) + "<br>" + cell(zh) + " |\n";
}

void add_verb(std::string& out, const SceneReader::Verb& verb) {
    out += "\n### " + std::string(verb.name) + "\n\n" + std::string(verb.en) + ".\\\n" + std::string(verb.zh) + "。\n\n";
    out += "```yaml\n" + std::string(verb.example) + "\n```\n";
    if (verb.keys[0].name.empty() && !verb.languages) return;
    out += "\n| under it · 下面可写 | without it · 不写时 | |\n| --- | --- | --- |\n";
    for (const VerbKey& key : verb.keys) {
        if (!key.name.empty()) add_row(out, key.name, key.sample, key.without, key.en, key.zh);
    }
    if (verb.languages) add_row(out, "en", "…", "", "a translation, by language", "译文，键是语言");
}

} // namespace

std::string verb_reference() {
    std::string out = "# Steps · 步骤\n\n"
                      "Every verb that may stand under `lines:` in a scene, with the keys that may stand under it. "
                      "[scenes.md](scenes.md) tells how scenes are written. This page is printed from the table that the "
                      "loader reads by: `liubai lint --steps`.\n\n"
                      "场景的 `lines:` 下面可以写的所有指令，以及每个指令下面可以写的键。场景怎么写，见 "
                      "[scenes.zh.md](scenes.zh.md)。这一页由读取场景用的那张表打印出来：`liubai lint --steps`。\n";
    const SceneReader::Verb* last = nullptr;
    for (const SceneReader::Verb& verb : SceneReader::verbs()) {
        if (!last || last->group != verb.group) out += "\n## " + std::string(title_of(verb.group)) + "\n";
        add_verb(out, verb);
        last = &verb;
    }
    return out;
}

} // namespace liubai
