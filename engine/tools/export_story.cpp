#include "tools/export_story.h"

#include "base/utf8.h"
#include "tools/export.h"

#include <algorithm>
#include <map>
#include <utility>

namespace liubai {
namespace {

const Bilingual kDepends{"〔视前文而定〕", "[depending on what came before]"};
const Bilingual kOtherwise{"〔否则〕", "[otherwise]"};

using Titles = std::map<std::string, std::string>;

class SettingOut {
public:
    explicit SettingOut(OpenedStory& opened) : opened_(opened), story_(opened.content.story) {
        variables_ = story_.variables;
        languages_ = story_.languages;
        if (languages_.empty()) languages_ = {story_.language};
    }

    PrintedStory run() {
        refuse_errors(opened_.findings);
        std::vector<std::string> names = story_.order;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Scene& scene = load(names[i]);
            for (const std::string& next : led_to(scene)) {
                if (std::find(names.begin(), names.end(), next) == names.end()) names.push_back(next);
            }
        }
        for (const std::string& name : names) note_languages(load(name));
        for (const std::string& name : names) add(load(name));
        out_.title = titles(story_.title);
        if (out_.title.empty() && !out_.items.empty() && out_.items.front().kind != PrintedKind::kLine) {
            out_.title = out_.items.front().texts;
        }
        if (out_.title.empty() && !names.empty()) out_.title = {{story_.language, {names.front(), {}, {}}}};
        keep_used_languages();
        return std::move(out_);
    }

private:
    /// Where what stands deeper begins or ends.
    struct Border {
        enum class Kind : std::uint8_t { kOption, kElse, kEnd } kind = Kind::kEnd;
        const Choice* choice = nullptr;
        std::size_t option = 0;
    };

    const Scene& load(const std::string& name) {
        if (!opened_.content.scenes.contains(name)) {
            LoadedScene read = read_scene(opened_, name);
            refuse_errors(read.findings);
            take_scene(opened_, name, std::move(read));
        }
        return *opened_.content.scene(name);
    }

    static std::vector<std::string> led_to(const Scene& scene) {
        std::vector<std::string> names;
        for (const Step& step : scene.steps) {
            if (const auto* jump = std::get_if<Jump>(&step.what)) names.push_back(jump->scene);
            if (const auto* call = std::get_if<Call>(&step.what)) names.push_back(call->scene);
        }
        return names;
    }

    void note(const std::string& language) {
        const bool known = std::find(languages_.begin(), languages_.end(), language) != languages_.end();
        if (!known && !language.empty()) languages_.push_back(language);
    }

    void note_languages(const Scene& scene) {
        for (const Step& step : scene.steps) {
            if (const auto* line = std::get_if<Line>(&step.what)) {
                note(line->language);
                for (const auto& [language, text] : line->others) note(language);
            }
        }
    }

    void keep_used_languages() {
        for (const std::string& language : languages_) {
            const bool used = std::any_of(out_.items.begin(), out_.items.end(), [&](const PrintedItem& item) {
                const bool told = item.kind == PrintedKind::kLine || item.kind == PrintedKind::kOption;
                return told && std::any_of(item.texts.begin(), item.texts.end(),
                                           [&](const PrintedText& text) { return text.language == language; });
            });
            if (used) out_.languages.push_back(language);
        }
        if (out_.languages.empty()) out_.languages = {story_.language};
        const auto unused = [&](const PrintedText& text) {
            return std::find(out_.languages.begin(), out_.languages.end(), text.language) == out_.languages.end();
        };
        const auto drop = [&](std::vector<PrintedText>& texts) {
            const bool all = std::all_of(texts.begin(), texts.end(), unused);
            if (!all) std::erase_if(texts, unused);
        };
        for (PrintedItem& item : out_.items) drop(item.texts);
        drop(out_.title);
    }

    std::vector<PrintedText> titles(const Titles& by_language) const {
        std::vector<PrintedText> texts;
        for (const std::string& language : languages_) {
            const auto found = by_language.find(language);
            if (found != by_language.end()) texts.push_back({language, {found->second, {}, {}}});
        }
        if (texts.empty() && !by_language.empty()) {
            texts.push_back({by_language.begin()->first, {by_language.begin()->second, {}, {}}});
        }
        return texts;
    }

    std::vector<PrintedText> words(const Bilingual& text) const {
        std::vector<PrintedText> texts;
        for (const std::string& language : languages_) {
            texts.push_back({language, {language.starts_with("zh") ? text.zh : text.en, {}, {}}});
        }
        return texts;
    }

    PrintedText printed(const std::string& language, const RichText& text, bool mixed = false) const {
        return {language, with_curly_quotes(with_variables(text, variables_)), mixed};
    }

    /// As spoken, and each language of the document.
    std::vector<PrintedText> versions(const std::string& spoken, const RichText& own, const Texts& others) const {
        Line line;
        line.language = spoken;
        line.text = own;
        line.others = others;
        std::vector<PrintedText> texts;
        for (const std::string& language : languages_) {
            if (language == spoken && others.contains(language)) {
                PrintedText as_spoken = printed(language, own, true);
                PrintedText whole = printed(language, others.at(language));
                if (as_spoken.text.text != whole.text.text) texts.push_back(std::move(as_spoken));
                texts.push_back(std::move(whole));
            } else if (const RichText* text = text_in(line, language)) {
                texts.push_back(printed(language, *text));
            }
        }
        std::erase_if(texts, [](const PrintedText& text) { return text.text.empty(); });
        return texts;
    }

    void put(PrintedItem item) {
        if (item.texts.empty()) return;
        item.depth = depth_;
        item.rest = std::exchange(rest_, 0);
        if (item.kind != PrintedKind::kLine) turn_over_ = true;
        // A chapter's card is often shown when its first scene has begun: on paper it stands above that scene's title.
        const bool opens_scene = item.kind == PrintedKind::kChapter && !out_.items.empty() &&
                                 out_.items.back().kind == PrintedKind::kScene;
        out_.items.insert(out_.items.end() - (opens_scene ? 1 : 0), std::move(item));
    }

    void put(PrintedKind kind, std::vector<PrintedText> texts, int number = 0) {
        PrintedItem item;
        item.kind = kind;
        item.number = number;
        item.texts = std::move(texts);
        put(std::move(item));
    }

    void add(const Scene& scene) {
        borders_.clear();
        depth_ = 0;
        turn_over_ = true;
        rest_ = 0;
        put(PrintedKind::kScene, titles(scene.title));
        for (std::size_t i = 0; i < scene.steps.size(); ++i) {
            cross_borders(i);
            at_ = i;
            steps_ = &scene.steps;
            std::visit([this](const auto& step) { read(step); }, scene.steps[i].what);
        }
        cross_borders(scene.steps.size());
    }

    void cross_borders(std::size_t step) {
        const auto [first, last] = borders_.equal_range(step);
        std::vector<Border> here;
        for (auto border = first; border != last; ++border) here.push_back(border->second);
        // The innermost end comes first, and every end before a beginning.
        std::stable_sort(here.begin(), here.end(), [](const Border& a, const Border& b) {
            return (a.kind == Border::Kind::kEnd) > (b.kind == Border::Kind::kEnd);
        });
        for (const Border& border : here) {
            depth_ = std::max(0, depth_ - 1);
            turn_over_ = true;
            if (border.kind == Border::Kind::kElse) put(PrintedKind::kCondition, words(kOtherwise));
            if (border.kind == Border::Kind::kOption) {
                const ChoiceOption& option = border.choice->options[border.option];
                put(PrintedKind::kOption, versions(option.language, option.text, option.others),
                    static_cast<int>(border.option) + 1);
            }
            if (border.kind != Border::Kind::kEnd) ++depth_;
        }
    }

    void read(const Line& line) {
        PrintedItem item;
        item.speaker = find_speaker(story_, line.speaker);
        item.spoken = line.language;
        item.begins_turn = turn_over_ || line.speaker != last_speaker_;
        item.begins_paragraph = item.begins_turn || paragraph_over_;
        item.texts = versions(line.language, line.text, line.others);
        for (const PrintedText& text : item.texts) {
            for (const Span& span : text.text.spans) {
                if (const auto* heard = std::get_if<Heard>(&span.kind)) out_.heard.emplace(heard->key, text.language);
            }
        }
        if (item.texts.empty()) return;
        put(std::move(item));
        last_speaker_ = line.speaker;
        turn_over_ = paragraph_over_ = false;
    }
    void read(const ParagraphEnd&) { paragraph_over_ = true; }
    void read(const TurnEnd&) { turn_over_ = true; }
    void read(const StageStep&) {}
    void read(const Pause& pause) { rest_ += pause.over; }
    void read(const ChapterCard& card) { put(PrintedKind::kChapter, titles(card.title)); }
    void read(const Choice& choice) {
        put(PrintedKind::kPrompt, versions(choice.language, choice.prompt, choice.others));
        if (choice.options.empty()) return;
        for (std::size_t i = 0; i < choice.options.size(); ++i) {
            borders_.emplace(choice.options[i].target, Border{Border::Kind::kOption, &choice, i});
        }
        // The step after a choice leads past its last option.
        const auto* past = at_ + 1 < steps_->size() ? std::get_if<Goto>(&(*steps_)[at_ + 1].what) : nullptr;
        borders_.emplace(past ? past->target : steps_->size(), Border{});
        ++depth_; // the first option's border goes back out of it
    }
    void read(const Branch& branch) {
        put(PrintedKind::kCondition, words(kDepends));
        ++depth_;
        // A part that is read otherwise begins behind a step that leads past it.
        const std::size_t before = branch.otherwise - 1;
        const auto* past = before > at_ ? std::get_if<Goto>(&(*steps_)[before].what) : nullptr;
        const bool has_else = past && past->target > branch.otherwise && !is_authors(before);
        borders_.emplace(branch.otherwise, Border{has_else ? Border::Kind::kElse : Border::Kind::kEnd});
        if (has_else) borders_.emplace(past->target, Border{});
    }
    void read(const Goto&) {}
    void read(const Jump& jump) { put(PrintedKind::kJump, arrow_to(jump.scene)); }
    void read(const Call&) {}
    void read(const Return&) {}
    void read(const SetVariable& set) { assign(set.assignment, variables_); }

    /// A jump that the author wrote to a label has its own line in the file; one that ends a part has that of its `if`.
    [[nodiscard]] bool is_authors(std::size_t step) const {
        return (*steps_)[step].file_line != (*steps_)[at_].file_line;
    }

    std::vector<PrintedText> arrow_to(const std::string& scene) {
        std::vector<PrintedText> texts = titles(load(scene).title);
        for (PrintedText& text : texts) text.text.text.insert(0, "→ ");
        return texts;
    }

    OpenedStory& opened_;
    const Story& story_;
    PrintedStory out_;
    Variables variables_;
    std::vector<std::string> languages_;
    std::multimap<std::size_t, Border> borders_; ///< by step
    const std::vector<Step>* steps_ = nullptr;
    std::size_t at_ = 0;
    int depth_ = 0;
    Millis rest_ = 0;
    bool turn_over_ = true;
    bool paragraph_over_ = false;
    std::string last_speaker_;
};

} // namespace

PrintedStory set_out(OpenedStory& story) { return SettingOut(story).run(); }

bool is_as_spoken(const PrintedItem& item, const PrintedText& text) {
    const bool has_mixed = std::any_of(item.texts.begin(), item.texts.end(), [](const PrintedText& t) { return t.mixed; });
    return text.language == item.spoken && (text.mixed || !has_mixed);
}

std::vector<const Speaker*> voices_of(const PrintedStory& story) {
    std::vector<const Speaker*> voices;
    for (const PrintedItem& item : story.items) {
        const bool is_new = item.speaker && std::find(voices.begin(), voices.end(), item.speaker) == voices.end();
        if (is_new) voices.push_back(item.speaker);
    }
    return voices;
}

std::vector<PrintedName> names_of(const PrintedStory& story, const Speaker& speaker) {
    std::vector<PrintedName> names;
    for (const std::string& language : story.languages) {
        const std::string name = in_language(speaker.name, language);
        if (name.empty() || (!names.empty() && names.back().text == name)) continue;
        names.push_back({speaker.name.contains(language) ? language : speaker.name.begin()->first, name});
    }
    if (names.empty()) names.push_back({story.languages.front(), speaker.id});
    return names;
}

bool stands_apart(const std::string& title) {
    constexpr std::size_t kMost = 4;
    const std::u32string chars = to_utf32(title);
    return chars.size() >= 2 && chars.size() <= kMost && std::all_of(chars.begin(), chars.end(), is_han);
}

bool is_east_asian(const std::string& language) {
    return language.starts_with("zh") || language.starts_with("ja") || language.starts_with("ko");
}

std::string silence_mark(const std::string& language) { return is_east_asian(language) ? "（  ）" : "(  )"; }

std::string plain_row(const PrintedText& text) {
    std::string row = plain(text.text, silence_mark(text.language));
    std::replace(row.begin(), row.end(), '\n', ' ');
    return row;
}

Color readable_on(Color color, Color ground) {
    constexpr double kLeast = 4.5;
    constexpr int kSteps = 20;
    const Color black{0, 0, 0, 255};
    const Color white{255, 255, 255, 255};
    const Color far = contrast_ratio(black, ground) > contrast_ratio(white, ground) ? black : white;
    for (int i = 0; i <= kSteps; ++i) {
        const Color tried = mix(color, far, static_cast<float>(i) / kSteps);
        if (contrast_ratio(tried, ground) >= kLeast) return tried;
    }
    return far;
}

} // namespace liubai
