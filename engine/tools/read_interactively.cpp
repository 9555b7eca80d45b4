#include "tools/read_interactively.h"

#include "base/utf8.h"
#include "tools/read_rows.h"
#include "ui/screens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

namespace liubai {
namespace {

constexpr std::size_t kMostStops = 10000;
constexpr std::size_t kLogLines = 10;

const Bilingual kGreeting{"按回车继续，输入 ? 看帮助。", "Enter goes on, ? lists what you can type."};
const std::array kHelpRows{
    Bilingual{"回车：继续", "Enter: go on"},
    Bilingual{"数字：选这一项", "a number: choose"},
    Bilingual{"b 或 返回：回到上一句", "b, back: one line back"},
    Bilingual{"log 或 记录：最近十句；log 30：最近三十句", "log: the last ten lines; log 30: the last thirty"},
    Bilingual{"/词：在读过的话里找", "/word: find it in what you have read"},
    Bilingual{"mode 或 阅读：换一种阅读方式；也可以写 mode both、mine、two、spoken",
              "mode: the next way of reading; or mode both, mine, two, spoken"},
    Bilingual{"lang 或 语言：中文、English 互换", "lang: 中文 or English"},
    Bilingual{"chapters 或 章节：到过的章节", "chapters: those you have reached"},
    Bilingual{"go 名称 或 去 名称：去到过的章节", "go NAME: to a chapter you have reached"},
    Bilingual{"quit 或 退出：离开", "quit: leave"},
};
const Bilingual kNothingToChoose{"这里没有要选的，按回车继续。", "There is nothing to choose here; Enter goes on."};
const Bilingual kNothingBefore{"前面没有了。", "There is nothing before this."};
const Bilingual kWhatToFind{"要找什么？写成 /词。", "What is to be found? Write /word."};
const Bilingual kNotFound{"读过的话里没有。", "It is not in what you have read."};
const Bilingual kNoSuchMode{"没有这种阅读方式。有 both、mine、two、spoken。",
                            "There is no such way of reading. There are both, mine, two, spoken."};
const Bilingual kNoSuchChapter{"没有到过这样的章节；输入 chapters 看有哪些。",
                               "You have reached no such chapter; chapters lists them."};
const Bilingual kTheEnd{"（完）", "(The end)"};
const Bilingual kAtTheEnd{"按回车离开，输入 b 返回。", "Enter leaves, b goes back."};
const Bilingual kHere{"（现在）", " (here)"};

enum class Verb { kHelp, kBack, kLog, kMode, kLanguage, kChapters, kGo, kQuit };

struct Word {
    std::string_view word;
    Verb verb;
};
constexpr std::array kWords{
    Word{"?", Verb::kHelp},          Word{"help", Verb::kHelp},         Word{"帮助", Verb::kHelp},
    Word{"b", Verb::kBack},          Word{"back", Verb::kBack},         Word{"返回", Verb::kBack},
    Word{"log", Verb::kLog},         Word{"记录", Verb::kLog},          Word{"mode", Verb::kMode},
    Word{"阅读", Verb::kMode},       Word{"lang", Verb::kLanguage},     Word{"语言", Verb::kLanguage},
    Word{"chapters", Verb::kChapters}, Word{"章节", Verb::kChapters},   Word{"go", Verb::kGo},
    Word{"去", Verb::kGo},           Word{"quit", Verb::kQuit},         Word{"q", Verb::kQuit},
    Word{"退出", Verb::kQuit},
};

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// Without the spaces around it. A Chinese input method gives full-width spaces too.
std::string trimmed(std::string_view text) {
    const std::u32string_view spaces = U" \t\r\u3000";
    std::u32string out = to_utf32(text);
    while (!out.empty() && spaces.find(out.back()) != spaces.npos) out.pop_back();
    out.erase(0, std::min(out.find_first_not_of(spaces), out.size()));
    return to_utf8(out);
}

/// ？ as ?, １ as 1, and so on.
std::string half_width(std::string_view text) {
    constexpr char32_t kFirst = U'！';
    constexpr char32_t kLast = U'～';
    std::u32string out = to_utf32(text);
    for (char32_t& c : out) {
        if (c >= kFirst && c <= kLast) c = c - kFirst + U'!';
        if (c == U'\u3000') c = U' ';
    }
    return to_utf8(out);
}

std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

class Terminal {
public:
    Terminal(OpenedStory& story, const ReadOptions& options, std::istream& in, std::ostream& out)
        : story_(story), settings_(options.settings), width_(options.width), in_(in), out_(out) {}

    void run() {
        const std::string title = in_language(story_.content.story.title, tag(settings_.reader));
        if (!title.empty()) print({title});
        say(kGreeting);
        reading_ = begin_reading(story_.content.story, 1);
        go_on();
        for (std::string input; !over_ && std::getline(in_, input);) obey(input);
    }

private:
    /// Where the reading waited for the reader.
    struct Stop {
        Reading before; ///< running on from it comes to this stop
        Event event;
        std::size_t chosen = 0; ///< of a choice: index in Choice::options
    };
    struct Chapter {
        const Scene* scene = nullptr;
        Reading start;
    };

    void print(const std::vector<std::string>& rows) {
        for (const std::string& row : rows) {
            for (const std::string& part : wrap_row(row, width_)) out_ << part << "\n";
        }
        out_.flush();
    }
    void say(const Bilingual& text) { print({text.in(settings_.reader)}); }

    /// Runs to the next stop and prints what comes.
    void go_on() {
        const FindScene find = [this](const std::string& name) { return story_.content.scene(name); };
        while (true) {
            Stop stop{reading_, {}, 0};
            stop.event = advance(reading_, story_.content.story, find);
            if (std::visit([&](const auto& event) { return pass(event, stop.before); }, stop.event)) continue;
            if (over_) return;
            if (const auto* line = std::get_if<AtLine>(&stop.event)) hear(reading_, line->line->text);
            stops_.push_back(std::move(stop));
            if (stops_.size() > kMostStops) stops_.pop_front();
            show();
            return;
        }
    }

    // True: the reading goes on by itself.
    bool pass(const AtSceneStart& e, const Reading& before) {
        const auto known = std::find_if(chapters_.begin(), chapters_.end(), [&](const Chapter& c) { return c.scene == e.scene; });
        if (known == chapters_.end()) {
            chapters_.push_back({e.scene, before});
        } else {
            known->start = before;
        }
        const std::string title = in_language(e.scene->title, tag(settings_.reader));
        out_ << "\n";
        if (!title.empty()) print({"# " + title, ""});
        return true;
    }
    bool pass(const AtCard& e, const Reading&) {
        print({"", "## " + in_language(e.card->title, tag(settings_.reader)), ""});
        return true;
    }
    bool pass(const AtParagraphEnd&, const Reading&) {
        out_ << "\n";
        return true;
    }
    bool pass(const NeedsScene& e, const Reading&) {
        if (!story_.content.scenes.contains(e.scene)) load_scene_now(story_, e.scene);
        over_ = !story_.content.scene(e.scene);
        if (over_) say({"读不了场景“" + e.scene + "”。", "The scene “" + e.scene + "” cannot be read."});
        return !over_;
    }
    bool pass(const AtTurnEnd&, const Reading&) { return true; }
    bool pass(const AtPause&, const Reading&) { return true; }
    bool pass(const AtStage&, const Reading&) { return true; }
    bool pass(const AtLine&, const Reading&) { return false; }
    bool pass(const AtChoice&, const Reading&) { return false; }
    bool pass(const AtEnd&, const Reading&) { return false; }

    /// What was read at a stop; of a choice what was chosen.
    std::vector<std::string> rows_of(const Stop& stop) const {
        const Variables& variables = stop.before.variables;
        if (const auto* at = std::get_if<AtLine>(&stop.event)) return line_rows(*at->line, story_.content.story, variables, settings_);
        const auto* at = std::get_if<AtChoice>(&stop.event);
        if (!at) return {};
        auto rows = prompt_rows(*at->choice, variables, settings_);
        rows.push_back("  > " + option_text(at->choice->options[stop.chosen], variables, settings_));
        return rows;
    }

    /// The stop that the reader is at.
    void show() {
        const Stop& stop = stops_.back();
        if (const auto* at = std::get_if<AtChoice>(&stop.event)) {
            print(prompt_rows(*at->choice, stop.before.variables, settings_));
            print(option_rows(*at, stop.before.variables, settings_));
            ask_for_number(at->open.size());
        } else if (std::holds_alternative<AtEnd>(stop.event)) {
            out_ << "\n";
            say(kTheEnd);
            say(kAtTheEnd);
        } else {
            print(rows_of(stop));
        }
    }

    void ask_for_number(std::size_t count) {
        const std::string most = std::to_string(count);
        if (count == 1) return say({"请输入 1。", "Type 1."});
        say({"请输入 1 到 " + most + " 的数字。", "Type a number from 1 to " + most + "."});
    }

    void obey(const std::string& raw) {
        const std::string input = trimmed(raw);
        constexpr std::string_view kFullWidthSlash = "／";
        if (input.empty()) return enter();
        if (input.starts_with('/')) return search(trimmed(input.substr(1)));
        if (input.starts_with(kFullWidthSlash)) return search(trimmed(input.substr(kFullWidthSlash.size())));
        const std::string typed = half_width(input);
        if (const auto number = number_in(typed)) return pick(*number);
        const std::size_t space = std::min(typed.find(' '), typed.size());
        const std::string word = lower(typed.substr(0, space));
        const std::string rest = trimmed(std::string_view(typed).substr(space));
        const auto known = std::find_if(kWords.begin(), kWords.end(), [&](const Word& w) { return w.word == word; });
        if (known == kWords.end()) {
            return say({"不认识“" + input + "”，输入 ? 看帮助。", "“" + input + "” is not known here; ? lists what you can type."});
        }
        switch (known->verb) {
        case Verb::kHelp: return help();
        case Verb::kBack: return go_back();
        case Verb::kLog: return log(number_in(rest).value_or(kLogLines));
        case Verb::kMode: return change_mode(rest);
        case Verb::kLanguage: return change_language(rest);
        case Verb::kChapters: return list_chapters();
        case Verb::kGo: return go_to(rest);
        case Verb::kQuit: over_ = true; return;
        }
    }

    void help() {
        for (const Bilingual& row : kHelpRows) say(row);
    }

    void enter() {
        const Event& event = stops_.back().event;
        if (const auto* choice = std::get_if<AtChoice>(&event)) return ask_for_number(choice->open.size());
        over_ = std::holds_alternative<AtEnd>(event);
        if (!over_) go_on();
    }

    void pick(std::size_t number) {
        Stop& stop = stops_.back();
        const auto* at = std::get_if<AtChoice>(&stop.event);
        if (!at) return say(kNothingToChoose);
        if (number == 0 || number > at->open.size()) return ask_for_number(at->open.size());
        stop.chosen = at->open[number - 1];
        choose(reading_, *at->choice, stop.chosen);
        go_on();
    }

    void go_back() {
        if (stops_.size() < 2) return say(kNothingBefore);
        stops_.pop_back();
        reading_ = std::move(stops_.back().before);
        stops_.pop_back();
        go_on();
    }

    /// How many of the stops are read: a choice is once it was made, the end never.
    [[nodiscard]] std::size_t read_stops() const {
        return stops_.size() - (std::holds_alternative<AtLine>(stops_.back().event) ? 0 : 1);
    }

    void log(std::size_t count) {
        const std::size_t end = read_stops();
        for (std::size_t i = end - std::min(end, count); i < end; ++i) print(rows_of(stops_[i]));
    }

    void search(const std::string& word) {
        if (word.empty()) return say(kWhatToFind);
        std::vector<std::string> found;
        for (std::size_t i = 0; i < read_stops(); ++i) {
            const auto rows = rows_of(stops_[i]);
            const auto has = [&](const std::string& row) { return lower(row).find(lower(word)) != std::string::npos; };
            if (std::any_of(rows.begin(), rows.end(), has)) found.insert(found.end(), rows.begin(), rows.end());
        }
        found.empty() ? say(kNotFound) : print(found);
    }

    void change_mode(const std::string& name) {
        constexpr int kModes = 4;
        if (name.empty()) {
            settings_.mode = static_cast<ReadingMode>((static_cast<int>(settings_.mode) + 1) % kModes);
        } else if (!set_setting(settings_, "mode", name)) {
            return say(kNoSuchMode);
        }
        say(mode_name(settings_.mode));
        show();
    }

    void change_language(const std::string& name) {
        const Language other = settings_.reader == Language::kZh ? Language::kEn : Language::kZh;
        if (name.empty()) {
            settings_.reader = other;
        } else if (!set_setting(settings_, "language", name)) {
            return say({"只有 zh 和 en。", "There are zh and en."});
        }
        say({"中文", "English"});
        show();
    }

    [[nodiscard]] std::string title_of(const Chapter& chapter) const {
        const std::string title = in_language(chapter.scene->title, tag(settings_.reader));
        return title.empty() ? chapter.scene->name : title;
    }

    void list_chapters() {
        for (std::size_t i = 0; i < chapters_.size(); ++i) {
            const bool here = chapters_[i].scene->name == reading_.place.scene;
            print({"  " + std::to_string(i + 1) + ". " + title_of(chapters_[i]) + (here ? kHere.in(settings_.reader) : "")});
        }
    }

    void go_to(const std::string& name) {
        const auto number = number_in(name);
        for (std::size_t i = 0; i < chapters_.size(); ++i) {
            const bool meant = number == i + 1 || chapters_[i].scene->name == name || half_width(title_of(chapters_[i])) == name;
            if (!meant) continue;
            if (read_stops() < stops_.size()) stops_.pop_back(); // a choice that was not made
            reading_ = chapters_[i].start;
            return go_on();
        }
        say(kNoSuchChapter);
    }

    OpenedStory& story_;
    Settings settings_;
    int width_;
    std::istream& in_;
    std::ostream& out_;
    Reading reading_;
    std::deque<Stop> stops_; ///< the last is where the reader is
    std::vector<Chapter> chapters_; ///< in the order they were reached
    bool over_ = false;
};

} // namespace

void read_interactively(OpenedStory& story, const ReadOptions& options, std::istream& in, std::ostream& out) {
    Terminal(story, options, in, out).run();
}

} // namespace liubai
