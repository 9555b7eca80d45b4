// From the title to any scene that was reached, and to no other.
#include "support/table.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace liubai;

namespace {

void open_chapters(Table& table) {
    REQUIRE(table.screen() == ScreenKind::kTitle);
    table.click(table.center_of(Command::kChapters));
    REQUIRE(table.screen() == ScreenKind::kChapters);
}

std::vector<Button> chapters_of(Table& table) {
    auto all = table.buttons();
    std::erase_if(all, [](const Button& b) { return b.command != Command::kChapter; });
    return all;
}

} // namespace

TEST_CASE("only scenes that were reached can be gone to, and only they have a name", "[chapters]") {
    Table table;
    const auto& order = table.story().content.story.order;
    REQUIRE(order.size() > 3);
    table.state().reached = {order[0], order[2]};
    open_chapters(table);
    const auto rows = chapters_of(table);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].option == 0);
    CHECK(rows[1].option == 2);
    table.click(rows[1].at.center());
    CHECK(table.screen() == ScreenKind::kReading);
    CHECK(table.state().reading.place.scene == order[2]);
    CHECK(table.state().moment.kind == MomentKind::kLine);
    table.give(ActionGiven{Action::kBack}); // the reading begins there
    CHECK(table.state().reading.place.scene == order[2]);
}

TEST_CASE("keys, pad and touch alone go to a chapter", "[chapters]") {
    for (const int device : {0, 1, 2}) {
        Table table;
        const auto& order = table.story().content.story.order;
        table.state().reached = {order[0], order[1]};
        open_chapters(table);
        INFO("device " << device);
        switch (device) {
        case 0:
            table.give(KeyDown{Key::kDown});
            table.give(KeyDown{Key::kDown});
            table.give(KeyDown{Key::kUp});
            table.give(KeyDown{Key::kDown});
            table.give(KeyDown{Key::kEnter});
            break;
        case 1:
            table.give(PadDown{PadButton::kDown});
            table.give(PadDown{PadButton::kDown});
            table.give(PadDown{PadButton::kA});
            break;
        default: table.tap(chapters_of(table)[1].at.center()); break;
        }
        CHECK(table.screen() == ScreenKind::kReading);
        CHECK(table.state().reading.place.scene == order[1]);
    }
}

TEST_CASE("a story that was never begun offers no chapters", "[chapters]") {
    Table table;
    for (const Button& button : table.buttons()) CHECK(button.command != Command::kChapters);
}

TEST_CASE("a chapter whose scene is not loaded waits for it", "[chapters]") {
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    const auto& order = story->content.story.order;
    Layouts layouts(*story->fonts);
    Settings settings;
    settings.language_chosen = true;
    GameState state = new_game(story->content, settings, 1);
    const auto give = [&](const InputEvent& event) { return update(state, layouts, story->content, {&event, 1}, 0); };
    give(Resized{{1280, 720}, 1, false, false});
    state.reached = {order[3]};
    open_screen(state, ScreenKind::kChapters);
    const Frame listed = give(KeyDown{Key::kNone});
    const auto& soon = listed.wanted.scenes_soon;
    CHECK(std::find(soon.begin(), soon.end(), order[3]) != soon.end());
    const Frame waiting = give(KeyDown{Key::kEnter});
    CHECK(state.ui.screen == ScreenKind::kChapters);
    const auto& now = waiting.wanted.scenes_now;
    REQUIRE(std::find(now.begin(), now.end(), order[3]) != now.end());
    load_scene_now(*story, order[3]);
    give(Loaded{story->content.version});
    CHECK(state.ui.screen == ScreenKind::kReading);
    CHECK(state.reading.place.scene == order[3]);
    CHECK(state.starting.empty());
}
