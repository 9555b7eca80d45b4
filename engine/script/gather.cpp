// Scenes without a project: who speaks and which variables there are is taken from the lines themselves.
#include "base/utf8.h"
#include "script/markup.h"
#include "script/project_reader.h"
#include "script/scene_reader.h"
#include "script/speaker_key.h"
#include "story/value.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace liubai {
namespace {

/// How much of a text is Chinese and how much is Latin. A Han character says as much as three letters.
struct Share {
    std::size_t han = 0;
    std::size_t latin = 0;

    void add(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = next_code_point(text, at);
            if (is_han(c)) {
                han += 3;
            } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                ++latin;
            }
        }
    }
    [[nodiscard]] std::string language() const { return latin > han ? "en" : "zh"; }
};

class Gatherer {
public:
    explicit Gatherer(Story& story) : story_(story) {}

    void gather(const SceneTree& tree) {
        for (const YamlNode& list : tree.lists) keys(list);
        for (const YamlNode& list : tree.lists) words(list);
        finish();
    }

private:
    struct Known {
        std::string id;
        Share share;
    };

    static bool is_ascii_word(std::string_view id) {
        return !id.empty() && id.size() <= 16 && std::all_of(id.begin(), id.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        });
    }

    Known* known(std::string_view id) {
        const auto found = std::find_if(known_.begin(), known_.end(), [&](const Known& k) { return k.id == id; });
        return found == known_.end() ? nullptr : &*found;
    }

    /// `A：你好`: one letter is a speaker, a longer word when it speaks twice. A time or an address is none.
    void add_glued(std::string_view text) {
        const auto split = split_at_colon(text);
        const auto parsed = split ? parse_speaker_key(split->head) : std::nullopt;
        if (!parsed || !is_ascii_word(parsed->id) || split->text_at >= text.size()) return;
        const bool letter =
            (parsed->id[0] >= 'A' && parsed->id[0] <= 'Z') || (parsed->id[0] >= 'a' && parsed->id[0] <= 'z');
        const bool glued = split->wide || static_cast<unsigned char>(text[split->text_at]) >= 0x80;
        if (letter && glued && (++glued_[parsed->id] > 1 || parsed->id.size() == 1)) add_speaker(split->head);
    }

    void add_speaker(std::string_view key) {
        const std::size_t colon = key.find("：");
        const auto parsed = parse_speaker_key(key.substr(0, colon));
        if (!parsed || SceneReader::is_verb(parsed->id) || is_language_tag(parsed->id) || known(parsed->id)) return;
        if (parsed->id.find(':') != std::string::npos) return;
        // A word that is nearly a verb is a slip, not somebody's name.
        const auto verbs = SceneReader::verb_names();
        const bool slip =
            parsed->id.size() >= 4 && std::any_of(verbs.begin(), verbs.end(), [&](const std::string& verb) {
                return verb.size() >= 4 && edit_distance(verb, parsed->id) <= 2;
            });
        if (!slip) known_.push_back({parsed->id, {}});
    }

    void keys(const YamlNode& list) {
        for (const YamlNode& item : list.items) {
            if (item.kind == NodeKind::kMap && !item.items.empty()) {
                add_speaker(item.items[0].text);
                for (std::size_t i = 1; i < item.items.size(); i += 2)
                    nested(item.items[i - 1], item.items[i], &Gatherer::keys);
            } else if (item.kind == NodeKind::kText) {
                add_glued(item.text);
            }
        }
    }

    /// The lists of `then`, `else` and of each option.
    void nested(const YamlNode& key, const YamlNode& value, void (Gatherer::*visit)(const YamlNode&)) {
        if (value.kind != NodeKind::kList) return;
        if (key.text != "options") return (this->*visit)(value);
        for (const YamlNode& option : value.items) {
            if (option.kind == NodeKind::kMap && option.items.size() >= 2 && option.items[1].kind == NodeKind::kList)
                (this->*visit)(option.items[1]);
        }
    }

    void words(const YamlNode& list) {
        for (const YamlNode& item : list.items) {
            if (item.kind == NodeKind::kText) {
                const auto split = split_at_colon(item.text);
                const auto parsed = split ? parse_speaker_key(split->head) : std::nullopt;
                Known* speaker = parsed ? known(parsed->id) : nullptr;
                (speaker ? speaker->share : narration_).add(item.text);
            }
            if (item.kind != NodeKind::kMap || item.items.size() < 2) continue;
            count_versions(item);
            const std::string& key = item.items[0].text;
            if (key == "narration") narration_.add(item.items[1].text);
            if (key == "set") add_variable(item.items[1].text);
            const auto parsed = parse_speaker_key(key);
            if (Known* speaker = parsed ? known(parsed->id) : nullptr) speaker->share.add(item.items[1].text);
            for (std::size_t i = 1; i < item.items.size(); i += 2)
                nested(item.items[i - 1], item.items[i], &Gatherer::words);
        }
    }

    /// How many texts there are, and how many have a version in each language.
    void count_versions(const YamlNode& item) {
        const std::string& key = item.items[0].text;
        const auto parsed = parse_speaker_key(key);
        if (key != "narration" && !(parsed && known(parsed->id))) return;
        ++texts_;
        for (std::size_t i = 2; i + 1 < item.items.size(); i += 2) {
            if (is_language_tag(item.items[i].text)) ++versions_[item.items[i].text];
        }
    }

    /// `met = true`, `patience += 1`: the value tells the type; it begins as that type's nothing.
    void add_variable(std::string_view assignment) {
        const std::size_t sign = assignment.find('=');
        if (sign == std::string_view::npos || sign == 0) return;
        const std::size_t end = assignment.find_first_of(" +-=");
        const std::string name(assignment.substr(0, end));
        if (!is_variable_name(name) || story_.variables.contains(name)) return;
        const auto parsed = parse_expression(assignment.substr(sign + 1), story_.variables);
        const auto* expression = std::get_if<Expression>(&parsed);
        const Value value = expression ? evaluate(*expression, story_.variables) : Value(0.0);
        if (std::holds_alternative<bool>(value)) story_.variables[name] = false;
        if (std::holds_alternative<double>(value)) story_.variables[name] = 0.0;
        if (std::holds_alternative<std::string>(value)) story_.variables[name] = std::string();
    }

    void finish() {
        constexpr std::array<Color, 4> kColors{
            {{200, 69, 44, 255}, {47, 74, 99, 255}, {201, 138, 60, 255}, {88, 120, 92, 255}}};
        Share all = narration_;
        for (const Known& speaker : known_) {
            all.han += speaker.share.han;
            all.latin += speaker.share.latin;
        }
        if (story_.cast.empty()) story_.language = all.language();
        // A story is in several languages when half of it is.
        std::size_t most = 0;
        for (const auto& [language, count] : versions_) most = std::max(most, count);
        if (most > 0 && most * 2 >= texts_ && story_.languages.empty()) story_.languages.push_back(story_.language);
        for (const auto& [language, count] : versions_) {
            auto& languages = story_.languages;
            const bool known = std::find(languages.begin(), languages.end(), language) != languages.end();
            if (!languages.empty() && !known) languages.push_back(language);
        }
        for (const Known& one : known_) {
            if (find_speaker(story_, one.id)) continue;
            Speaker speaker;
            speaker.id = one.id;
            speaker.language = one.share.language();
            speaker.name[story_.language] = one.id;
            speaker.color = kColors[story_.cast.size() % kColors.size()];
            speaker.side = story_.cast.size() % 2 == 0 ? Side::kLeft : Side::kRight;
            story_.cast.push_back(std::move(speaker));
        }
    }

    Story& story_;
    std::vector<Known> known_;
    std::map<std::string, int> glued_;
    std::map<std::string, std::size_t> versions_;
    std::size_t texts_ = 0;
    Share narration_;
};

} // namespace

void gather_from_scene(const Source& source, Story& story) {
    Diagnostics unsaid; // the same file is read again, with findings
    Findings findings(source, unsaid);
    const SceneTree tree = read_scene_tree(findings);
    Gatherer(story).gather(tree);
    const YamlNode* title = value_of(tree.head, "title");
    if (!title || !story.title.empty()) return;
    if (title->kind == NodeKind::kText) story.title[story.language] = title->text;
    for (std::size_t i = 0; title->kind == NodeKind::kMap && i + 1 < title->items.size(); i += 2) {
        story.title[title->items[i].text] = title->items[i + 1].text;
    }
}

} // namespace liubai
