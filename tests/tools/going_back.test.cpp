// Going back and forward line by line, held against the shipped story and a small one with choices.
#include "game/pace.h"
#include "support/small_story.h"
#include "support/table.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

/// What rolls back with the reading.
struct Mark {
    std::string line;
    WantedStage stage;
    Variables variables;
    std::vector<std::string> heard;
    int turn = 0;
    bool operator==(const Mark&) const = default;
};

Mark mark_of(const GameState& state, const std::string& line) {
    return {line, state.stage.wanted, state.reading.variables, state.reading.heard, state.turn};
}

const InputEvent kOn = KeyDown{Key::kSpace};
const InputEvent kBack = KeyDown{Key::kPageUp};
const InputEvent kForward = KeyDown{Key::kPageDown};

/// Clicks until another line is reached and typed.
void read_next_line(Table& table) {
    const std::size_t shown = table.state().history.shown;
    for (int i = 0; i < 50 && table.state().history.shown == shown && table.screen() == ScreenKind::kReading; ++i) table.give(kOn);
    table.pass(60000);
}

} // namespace

TEST_CASE("going back from the end to the first line finds every line as it was, and going forward again too", "[tools]") {
    Table table;
    table.read_first_line();
    std::vector<Mark> read;
    while (table.screen() == ScreenKind::kReading) {
        if (!table.line().empty()) read.push_back(mark_of(table.state(), table.line()));
        read_next_line(table);
    }
    REQUIRE(read.size() == table.state().history.entries.size());
    REQUIRE(table.screen() == ScreenKind::kEnd);
    for (std::size_t i = read.size(); i-- > 0;) {
        table.give(kBack);
        INFO("line " << i);
        REQUIRE(table.line() == read[i].line);
        REQUIRE(mark_of(table.state(), table.line()) == read[i]);
        const Dialogue dialogue = dialogue_now(table.state(), table.story().content, table.layouts());
        REQUIRE(is_typed(table.state(), dialogue));
    }
    table.give(kBack); // there is nothing before the first line
    CHECK(table.line() == read[0].line);
    for (std::size_t i = 1; i < read.size(); ++i) {
        table.give(kForward);
        INFO("line " << i);
        REQUIRE(mark_of(table.state(), table.line()) == read[i]);
    }
    CHECK(table.state().history.entries.size() == read.size());
}

TEST_CASE("each device goes back a line and forward again", "[tools]") {
    const Vec2 quiet{900, 300};
    const auto swipe = [&](Table& table, float by) {
        table.give(TouchDown{1, quiet});
        table.give(TouchMoved{1, {quiet.x + by, quiet.y}});
        table.give(TouchUp{1, {quiet.x + by, quiet.y}});
    };
    using Way = std::function<void(Table&)>;
    const std::vector<std::pair<Way, Way>> ways{
        {[](Table& t) { t.give(KeyDown{Key::kPageUp}); }, [](Table& t) { t.give(KeyDown{Key::kPageDown}); }},
        {[&](Table& t) { t.give(Wheel{quiet, 1}); }, [&](Table& t) { t.give(Wheel{quiet, -1}); }},
        {[](Table& t) { t.give(PadDown{PadButton::kLeftShoulder}); }, [](Table& t) { t.give(PadDown{PadButton::kRightShoulder}); }},
        {[&](Table& t) { swipe(t, 300); }, [&](Table& t) { swipe(t, -300); }},
    };
    Table table;
    table.read_first_line();
    const std::string first = table.line();
    read_next_line(table);
    const std::string second = table.line();
    for (const auto& [back, forward] : ways) {
        back(table);
        CHECK(table.line() == first);
        forward(table);
        CHECK(table.line() == second);
    }
}

TEST_CASE("clicks that come faster than frames are all taken, and one too many is undone by one step back", "[tools]") {
    Table table;
    table.read_first_line();
    for (int i = 0; i < 3; ++i) read_next_line(table);
    const std::string here = table.line();
    const std::size_t shown = table.state().history.shown;
    const std::vector<InputEvent> burst(6, kOn); // completes or leaves a line each
    update(table.state(), table.layouts(), table.story().content, burst, 0);
    CHECK(table.state().history.shown > shown + 1);
    while (table.state().history.shown > shown) table.give(kBack);
    CHECK(table.line() == here);
}

TEST_CASE("settings and lines read stay when the reading goes back", "[tools]") {
    Table table;
    table.read_first_line();
    for (int i = 0; i < 4; ++i) read_next_line(table);
    table.give(KeyDown{Key::kT});
    const Settings settings = table.state().settings;
    const auto seen = table.state().seen;
    for (int i = 0; i < 3; ++i) table.give(kBack);
    CHECK(table.state().settings == settings);
    CHECK(table.state().seen == seen);
}

TEST_CASE("a line that was gone back from is not typed again when the reader goes on", "[tools]") {
    Table table;
    table.read_first_line();
    for (int i = 0; i < 3; ++i) read_next_line(table);
    const std::string there = table.line();
    table.give(kBack);
    const Frame frame = table.give(kOn);
    CHECK(table.line() == there);
    CHECK(frame.cues.empty());
    CHECK(is_typed(table.state(), dialogue_now(table.state(), table.story().content, table.layouts())));
}

TEST_CASE("a choice that is gone back to is asked again, and another answer forgets what followed the first", "[tools]") {
    SmallStory story(R"(
variables: {met: 0}
lines:
  - A: 一
  - choice: 怎么走？
    options:
      - 左:
          - set: met = 1
          - A: 左边
      - 右:
          - set: met = 2
          - A: 右边
  - A: 完了
)");
    story.go_on(); // to the choice
    REQUIRE(story.state.moment.kind == MomentKind::kChoice);
    story.choose(0);
    CHECK(story.words() == "左边");
    CHECK(story.number("met") == 1);
    story.go_on();
    CHECK(story.words() == "完了");
    story.give(kBack);
    CHECK(story.words() == "左边");
    story.give(kBack);
    REQUIRE(story.state.moment.kind == MomentKind::kChoice);
    CHECK(story.number("met") == 0);
    SECTION("going forward takes the same answer") {
        story.give(kForward);
        CHECK(story.words() == "左边");
        story.give(kForward);
        CHECK(story.words() == "完了");
        CHECK(story.number("met") == 1);
    }
    SECTION("the other answer leads elsewhere") {
        story.choose(1);
        CHECK(story.words() == "右边");
        CHECK(story.number("met") == 2);
        const std::size_t shown = story.state.history.shown;
        story.give(kForward); // there is nothing any more
        CHECK(story.words() == "右边");
        CHECK(story.state.history.shown == shown);
        CHECK(story.state.history.entries.size() == shown);
    }
}

TEST_CASE("a loop without end can be gone back through, from checkpoints in between", "[tools]") {
    SmallStory story(R"(
variables: {n: 0}
lines:
  - label: again
  - set: n += 1
  - A: 第${n}次
  - if: n < 400
    then:
      - jump: story/again
)");
    for (int i = 1; i < 400; ++i) story.go_on();
    REQUIRE(story.words() == "第400次");
    CHECK(story.state.history.checkpoints.size() > 2);
    for (int i = 399; i > 0; --i) {
        story.give(kBack);
        REQUIRE(story.words() == "第" + std::to_string(i) + "次");
    }
}
