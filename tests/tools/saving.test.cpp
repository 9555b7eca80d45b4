// Saves of a story, and how they find their place again: through update(), as requests and their answers.
#include "game/reload.h"
#include "game/saving.h"
#include "support/small_story.h"
#include "support/table.h"
#include "ui/strings.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

template <typename T>
std::optional<T> asked_for(const Frame& frame) {
    for (const Request& request : frame.requests) {
        if (const auto* found = std::get_if<T>(&request)) return *found;
    }
    return std::nullopt;
}

constexpr const char* kStory = R"(
variables: {met: false}
lines:
  - A: 第一行
  - set: met = true
  - A: 第二行
  - A: 第三行
  - A: 第四行
  - A: 第五行
)";

std::string edited(const std::string& from, const std::string& to) {
    std::string text = kStory;
    const std::size_t rows = text.find("variables:");
    text.erase(rows, text.find('\n', rows) - rows + 1);
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    return text;
}

/// The text of an autosave of the present line.
std::string autosave(SmallStory& story) {
    story.state.saving.is_changed = true;
    const auto save = asked_for<SaveRequest>(story.pass(1000));
    REQUIRE(save);
    CHECK(save->slot == kAutoSlot);
    return save->text;
}

} // namespace

TEST_CASE("an autosave is written a second after the last line began, and not before", "[tools]") {
    SmallStory story(kStory);
    story.pass(5000);
    story.give(KeyDown{Key::kSpace});
    CHECK_FALSE(asked_for<SaveRequest>(story.pass(600)));
    story.give(KeyDown{Key::kSpace}); // completes nothing: the line is typed or typing; a new line begins the second anew
    story.give(KeyDown{Key::kSpace});
    CHECK_FALSE(asked_for<SaveRequest>(story.pass(600)));
    CHECK(asked_for<SaveRequest>(story.pass(400)));
    CHECK_FALSE(asked_for<SaveRequest>(story.pass(5000)));
}

TEST_CASE("losing the focus and leaving save at once, and leaving asks nothing", "[tools]") {
    for (const InputEvent& event : std::vector<InputEvent>{FocusChanged{false}, ActionGiven{Action::kQuit}}) {
        SmallStory story(kStory);
        story.pass(5000);
        story.give(KeyDown{Key::kSpace});
        const Frame frame = story.give(event);
        CHECK(asked_for<SaveRequest>(frame));
        CHECK(asked_for<KeepSeenRequest>(frame));
        CHECK(asked_for<QuitRequest>(frame).has_value() == std::holds_alternative<ActionGiven>(event));
    }
}

TEST_CASE("a save brings back the line, what is known and the way back", "[tools]") {
    SmallStory story(kStory);
    for (int i = 0; i < 3; ++i) story.go_on();
    const std::string text = autosave(story);
    const Reading reading = story.state.reading;
    story.open(); // another session
    story.give(SaveLoaded{kAutoSlot, text, {}});
    CHECK(story.words() == "第四行");
    CHECK(story.state.reading.variables == reading.variables);
    CHECK(story.state.ui.notice.left == 0);
    CHECK(is_typed(story.state, dialogue_now(story.state, story.opened->content, *story.layouts)));
    for (const char* words : {"第三行", "第二行", "第一行"}) {
        story.give(KeyDown{Key::kPageUp});
        CHECK(story.words() == words);
    }
    CHECK(std::get<bool>(story.state.reading.variables.at("met")) == false);
}

TEST_CASE("a save of an edited script finds its place and says how", "[tools]") {
    SmallStory story(kStory);
    for (int i = 0; i < 2; ++i) story.go_on();
    REQUIRE(story.words() == "第三行");
    const std::string text = autosave(story);
    const auto load = [&](const std::string& scene) {
        story.edit(scene);
        story.open();
        story.give(SaveLoaded{kAutoSlot, text, {}});
    };
    SECTION("lines before it were added: by its id") {
        load(edited("  - A: 第一行\n", "  - A: 新的\n  - A: 也是新的\n  - A: 第一行\n"));
        CHECK(story.words() == "第三行");
        CHECK(story.state.ui.notice.left == 0);
    }
    SECTION("another says it now: by its words") {
        load(edited("A: 第三行", "B: 第三行"));
        CHECK(story.words() == "第三行");
        CHECK(story.state.ui.notice.text == strings::kFoundByText);
    }
    SECTION("its words were changed: between its neighbours") {
        load(edited("第三行", "不一样的话"));
        CHECK(story.words() == "不一样的话");
        CHECK(story.state.ui.notice.text == strings::kFoundByNeighbours);
    }
    SECTION("everything is new: from the scene's start") {
        load("lines:\n  - A: 完全\n  - A: 不同\n");
        CHECK(story.words() == "完全");
        CHECK(story.state.ui.notice.text == strings::kFoundSceneStart);
    }
}

TEST_CASE("a save of another story, a damaged one and none at all are told, and nothing is lost", "[tools]") {
    SmallStory story(kStory);
    story.go_on();
    std::string text = autosave(story);
    const std::string words = story.words();
    SECTION("another story") {
        text = [&] {
            auto game = std::get<SavedGame>(saved_game_from(text));
            game.head.story = "another";
            return to_text(game);
        }();
        story.give(SaveLoaded{"1", text, {}});
        CHECK(story.state.ui.notice.text == strings::kOtherStory);
    }
    SECTION("damaged") {
        story.give(SaveLoaded{"1", text.substr(0, text.size() / 2), {}});
        CHECK(story.state.ui.notice.left > 0);
    }
    SECTION("not there") {
        story.give(SaveLoaded{"1", "", strings::kNoSave});
        CHECK(story.state.ui.notice.text == strings::kNoSave);
    }
    CHECK(story.words() == words);
}

TEST_CASE("a reader who was away for more than an hour is told the paragraph again", "[tools]") {
    for (const bool long_away : {false, true}) {
        SmallStory story(kStory);
        story.give(LocalTime{1000});
        for (int i = 0; i < 3; ++i) story.go_on();
        const std::string text = autosave(story);
        story.open();
        story.give(LocalTime{1000 + (long_away ? 61 : 59)});
        story.give(SaveLoaded{kAutoSlot, text, {}});
        CHECK((story.state.recap == story.state.history.shown) == long_away);
        CHECK(said_before(story.state, story.opened->content).size() == 3);
        story.go_on();
        CHECK(story.state.recap != story.state.history.shown);
    }
}

TEST_CASE("what was read is remembered in another session", "[tools]") {
    SmallStory story(kStory);
    for (int i = 0; i < 3; ++i) story.go_on();
    const auto seen = story.state.seen;
    REQUIRE(seen.size() == 3);
    const std::string remembered = story.remembered;
    story.open();
    REQUIRE(story.state.seen.empty());
    story.give(SeenLoaded{remembered + "x cut off rows are passed ov"});
    CHECK(story.state.seen == seen);
    CHECK(story.state.reached.contains("story"));
}

TEST_CASE("a story whose files change goes on at the same line", "[tools]") {
    SmallStory story(kStory);
    for (int i = 0; i < 2; ++i) story.go_on();
    const auto kept = keep_reading(story.state, story.opened->content);
    REQUIRE(kept);
    story.edit(edited("  - A: 第一行\n", "  - A: 新的\n  - A: 第一行\n"));
    REQUIRE(reload_story(*story.opened, story.folder.path().string(), LIUBAI_ROOT, kept->place.scene).empty());
    adopt_content(story.state, *story.layouts, story.opened->content, kept);
    CHECK(story.words() == "第三行");

    story.edit("lines:\n  - C: 谁？\n");
    const Diagnostics findings = reload_story(*story.opened, story.folder.path().string(), LIUBAI_ROOT, kept->place.scene);
    REQUIRE(has_errors(findings));
    show_findings(story.state, findings);
    const Frame frame = story.pass(0);
    CHECK(story.words() == "第三行"); // the last good picture stays
    REQUIRE(!story.state.ui.findings.empty());
    CHECK(story.state.ui.findings[0].en.find("story.yaml") != std::string::npos);
}
