// Reads every story of tests/stories beside its plan. A plan is a list of what must come, one a line; what it does not
// name (stage, pauses) passes. Several readings of a story are split by `---`.
//
//   scene: name   say: A (mood): text   card: title   paragraph   turn   end
//   choice: text, or `choice: text [off]` for one that is hidden; one line an option, before `pick: 2` (the first is 1)
//   holds: patience == 2         language: en (what the following lines are read in; without it: as spoken)
#include "script/project.h"
#include "script/speaker_key.h"
#include "story/reading.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace liubai;
namespace fs = std::filesystem;

namespace {

const fs::path kStories = fs::path(LIUBAI_ROOT) / "tests" / "stories";

struct PlanLine {
    int number = 0;
    std::string word;
    std::string rest;
};

std::vector<std::vector<PlanLine>> read_plan(const fs::path& path) {
    std::vector<std::vector<PlanLine>> runs(1);
    std::ifstream in(path);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line[0] == '#') continue;
        if (line == "---") {
            runs.emplace_back();
            continue;
        }
        const std::size_t colon = line.find(": ");
        runs.back().push_back(
            {number, line.substr(0, colon), colon == std::string::npos ? "" : line.substr(colon + 2)});
    }
    return runs;
}

/// One reading of a story, as a plan tells it.
class Run {
public:
    Run(const fs::path& story)
        : folder_(Folder::open_directory(fs::is_directory(story) ? story.string() : kStories.string())) {
        file_ = fs::is_directory(story) ? "" : story.filename().string();
        project_ = file_.empty() ? load_project(folder_) : load_single(folder_, file_);
        CHECK(project_.findings == Diagnostics{});
        reading_ = begin_reading(project_.story, 1);
    }

    void follow(const std::vector<PlanLine>& plan) {
        for (const PlanLine& line : plan) {
            INFO("plan line " << line.number << ": " << line.word << ": " << line.rest);
            step(line);
        }
    }

private:
    void step(const PlanLine& line) {
        if (line.word == "language") {
            language_ = line.rest;
        } else if (line.word == "holds") {
            const auto parsed = parse_condition(line.rest, reading_.variables);
            REQUIRE(std::holds_alternative<Expression>(parsed));
            CHECK(is_true(std::get<Expression>(parsed), reading_.variables));
        } else if (line.word == "choice") {
            const AtChoice at = wait_for_choice();
            REQUIRE(option_ < at.choice->options.size());
            const bool open = std::find(at.open.begin(), at.open.end(), option_) != at.open.end();
            const std::string text = plain(at.choice->options[option_].text, "（  ）");
            CHECK(text + (open ? "" : " [off]") == line.rest);
            ++option_;
        } else if (line.word == "pick") {
            const AtChoice at = wait_for_choice();
            if (option_ > 0) CHECK(option_ == at.choice->options.size());
            option_ = 0;
            const std::size_t picked = std::stoul(line.rest) - 1;
            REQUIRE(std::find(at.open.begin(), at.open.end(), picked) != at.open.end());
            choose(reading_, *at.choice, picked);
        } else {
            const std::string wanted = line.rest.empty() ? line.word : line.word + ": " + line.rest;
            REQUIRE(next_of(line.word) == wanted);
        }
    }

    AtChoice wait_for_choice() {
        for (;;) {
            const Event event = next();
            if (const auto* at = std::get_if<AtChoice>(&event)) return *at;
            const std::string shown = told(event);
            INFO("instead of a choice: " << shown);
            REQUIRE((shown.empty() || !must_be_planned(shown)));
        }
    }

    /// The next event that a plan must name, or one of the given kind.
    std::string next_of(const std::string& kind) {
        for (;;) {
            const std::string shown = told(next());
            if (!shown.empty() && (must_be_planned(shown) || shown.starts_with(kind))) return shown;
        }
    }

    static bool must_be_planned(const std::string& shown) {
        return shown.starts_with("say: ") || shown == "end" || shown == "a choice";
    }

    Event next() {
        for (;;) {
            const Event event = advance(reading_, project_.story, [&](const std::string& name) { return find(name); });
            const auto* needed = std::get_if<NeedsScene>(&event);
            if (!needed) return event;
            const std::string file = file_.empty() ? scene_file(folder_, project_.story, needed->scene) : file_;
            LoadedScene loaded = load_scene(folder_, file, project_.story);
            for (const Diagnostic& d : loaded.findings) FAIL_CHECK(to_text(d, Language::kEn));
            scenes_[needed->scene] = std::move(loaded.scene);
        }
    }

    const Scene* find(const std::string& name) const {
        const auto found = scenes_.find(name);
        return found == scenes_.end() ? nullptr : &found->second;
    }

    std::string told(const Event& event) {
        if (const auto* at = std::get_if<AtLine>(&event)) return "say: " + told(*at->line);
        if (const auto* at = std::get_if<AtSceneStart>(&event)) return "scene: " + at->scene->name;
        if (const auto* at = std::get_if<AtCard>(&event)) return "card: " + at->card->title.at("zh");
        if (std::holds_alternative<AtChoice>(event)) return "a choice";
        if (std::holds_alternative<AtParagraphEnd>(event)) return "paragraph";
        if (std::holds_alternative<AtTurnEnd>(event)) return "turn";
        if (std::holds_alternative<AtEnd>(event)) return "end";
        return "";
    }

    std::string told(const Line& line) {
        const RichText* text = language_.empty() ? nullptr : text_in(line, language_);
        if (!text) text = &line.text;
        const RichText filled = with_gaps_filled(with_variables(*text, reading_.variables), reading_.heard);
        hear(reading_, line.text);
        std::string words = plain(filled, "（  ）");
        for (std::size_t at = words.find('\n'); at != std::string::npos; at = words.find('\n'))
            words.replace(at, 1, "\\n");
        if (line.speaker.empty()) return words;
        return tidy_key({line.speaker, line.mood, line.position}) + ": " + words;
    }

    Folder folder_;
    std::string file_;
    Project project_;
    std::map<std::string, Scene> scenes_;
    Reading reading_;
    std::string language_;
    std::size_t option_ = 0; ///< the next one a plan names
};

} // namespace

TEST_CASE("each story of tests/stories goes as its plan says", "[script]") {
    std::set<fs::path> stories;
    for (const auto& entry : fs::directory_iterator(kStories)) {
        if (entry.path().extension() != ".plan") stories.insert(entry.path());
    }
    REQUIRE(stories.size() >= 10);
    for (const fs::path& story : stories) {
        fs::path plan = story;
        plan.replace_extension(".plan");
        INFO(story.filename().string());
        REQUIRE(fs::exists(plan));
        int number = 0;
        for (const auto& lines : read_plan(plan)) {
            INFO("run " << ++number);
            REQUIRE(!lines.empty());
            Run(story).follow(lines);
        }
    }
}

TEST_CASE("each plan has its story", "[script]") {
    for (const auto& entry : fs::directory_iterator(kStories)) {
        if (entry.path().extension() != ".plan") continue;
        fs::path story = entry.path();
        story.replace_extension(".yaml");
        INFO(entry.path().filename().string());
        CHECK((fs::exists(story) || fs::is_directory(fs::path(story).replace_extension())));
    }
}
