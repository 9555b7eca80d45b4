// The screens of saves, by each device alone: saving under a name, over another save, deleting, loading.
#include "support/disk.h"
#include "support/walk.h"

#include "game/slots.h"
#include "game/text_entry.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

/// A reader at the story's third line, the screen of saves open.
struct Desk {
    Table table;
    Disk disk{table};

    explicit Desk(ScreenKind screen = ScreenKind::kSave) {
        table.read_first_line();
        for (int i = 0; i < 2; ++i) {
            disk.give(KeyDown{Key::kSpace});
            disk.pass(60000);
        }
        open(screen);
    }
    void open(ScreenKind screen) {
        disk.give(ActionGiven{screen == ScreenKind::kSave ? Action::kSave : Action::kLoad});
        REQUIRE(table.screen() == screen);
    }
    Vec2 at(Command command, std::size_t option) {
        for (const Button& button : table.buttons()) {
            // Beside what lies on it: deleting.
            if (button.command == command && button.option == option)
                return command == Command::kSlot ? Vec2{button.at.x + 20, button.at.y + 20} : button.at.center();
        }
        FAIL("no such button");
        return {};
    }
    bool has(Command command, std::size_t option) {
        for (const Button& button : table.buttons()) {
            if (button.command == command && button.option == option) return true;
        }
        return false;
    }
    void save_by_keys(const std::string& name) {
        disk.give(KeyDown{Key::kEnter});
        if (!name.empty()) disk.give(TextTyped{name});
        disk.give(KeyDown{Key::kEnter});
    }
    SlotQuestion question() { return table.state().ui.question; }
    void walk_by_pad(Command command, std::size_t option) {
        walk_to(table, command, option, [&](Vec2 way) { disk.give(PadDown{pad_arrow(way)}); });
    }
    void walk_by_keys(Command command, std::size_t option) {
        walk_to(table, command, option, [&](Vec2 way) { disk.give(KeyDown{key_arrow(way)}); });
    }
};

} // namespace

TEST_CASE("a save is made by the keyboard alone, named through an input method", "[saves]") {
    Desk desk;
    const Frame chosen = desk.disk.give(KeyDown{Key::kEnter});
    REQUIRE(desk.question() == SlotQuestion::kName);
    REQUIRE(asks_for<TextInputRequest>(chosen)); // the candidates' window knows where
    const Frame composing = desk.disk.give(Composition{"yu", 2, 0});
    CHECK(asks_for<TextInputRequest>(composing)); // and follows
    CHECK_FALSE(asks_for<SaveRequest>(desk.disk.give(KeyDown{Key::kEnter})));
    REQUIRE(desk.question() == SlotQuestion::kName);
    desk.disk.give(TextTyped{"雨夜"});
    const Frame done = desk.disk.give(KeyDown{Key::kEnter});
    CHECK(desk.question() == SlotQuestion::kNone);
    REQUIRE(desk.disk.files().contains("1"));
    CHECK(desk.disk.name_in("1") == "雨夜");
    bool ended = false;
    for (const Request& request : done.requests) {
        if (const auto* typing = std::get_if<TextInputRequest>(&request)) ended = typing->at.empty();
    }
    CHECK(ended);
    CHECK(desk.table.screen() == ScreenKind::kSave);
    CHECK(asks_for<TextInputRequest>(desk.disk.pass(10)) == false);
}

TEST_CASE("a name may be left out, and Escape leaves the question before the screen", "[saves]") {
    Desk desk;
    desk.disk.give(KeyDown{Key::kEnter});
    desk.disk.give(KeyDown{Key::kEscape});
    CHECK(desk.question() == SlotQuestion::kNone);
    CHECK(desk.table.screen() == ScreenKind::kSave);
    CHECK_FALSE(desk.disk.files().contains("1"));
    desk.save_by_keys("");
    REQUIRE(desk.disk.files().contains("1"));
    CHECK(desk.disk.name_in("1").empty());
    desk.disk.give(KeyDown{Key::kEscape});
    CHECK(desk.table.screen() == ScreenKind::kReading);
}

TEST_CASE("saving over a save asks first, and keeps its name to be edited", "[saves]") {
    Desk desk;
    desk.save_by_keys("窗");
    const std::string before = desk.disk.files()["1"];
    desk.disk.give(KeyDown{Key::kEnter});
    CHECK(desk.question() == SlotQuestion::kOverwrite);
    desk.disk.give(KeyDown{Key::kEnter}); // a hasty one: no
    CHECK(desk.question() == SlotQuestion::kNone);
    CHECK(desk.disk.files()["1"] == before);
    desk.disk.give(KeyDown{Key::kEnter});
    desk.walk_by_keys(Command::kYes, 0);
    desk.disk.give(KeyDown{Key::kEnter});
    REQUIRE(desk.question() == SlotQuestion::kName);
    CHECK(desk.table.state().ui.field.text == "窗");
    desk.disk.give(TextTyped{"外"});
    desk.disk.give(KeyDown{Key::kEnter});
    CHECK(desk.disk.name_in("1") == "窗外");
}

TEST_CASE("deleting asks; no keeps the save and yes takes it away, by each device", "[saves]") {
    Desk desk;
    desk.save_by_keys("一");
    const auto is_there = [&] { return desk.disk.files().contains("1"); };

    desk.disk.give(KeyDown{Key::kDelete});
    CHECK(desk.question() == SlotQuestion::kDelete);
    desk.disk.give(KeyDown{Key::kEnter});
    CHECK(is_there());

    desk.disk.give(PadDown{PadButton::kX});
    CHECK(desk.question() == SlotQuestion::kDelete);
    desk.disk.give(PadDown{PadButton::kB});
    CHECK(is_there());
    CHECK(desk.table.screen() == ScreenKind::kSave);

    desk.disk.click(desk.at(Command::kDeleteSlot, 0));
    desk.disk.click(desk.at(Command::kNo, 0));
    CHECK(is_there());
    desk.disk.click(desk.at(Command::kDeleteSlot, 0));
    const Vec2 twice = desk.table.state().ui.pointer; // a double click says no
    desk.disk.click(twice);
    CHECK(is_there());

    desk.disk.tap(desk.at(Command::kDeleteSlot, 0));
    REQUIRE(desk.question() == SlotQuestion::kDelete);
    desk.disk.tap(desk.at(Command::kYes, 0));
    CHECK_FALSE(is_there());
    CHECK_FALSE(desk.has(Command::kDeleteSlot, 0));

    desk.disk.give(KeyDown{Key::kDelete}); // of an empty one: nothing
    CHECK(desk.question() == SlotQuestion::kNone);
}

TEST_CASE("a save is loaded by mouse, keys, pad and touch alone", "[saves]") {
    for (const int device : {0, 1, 2, 3}) {
        Desk desk;
        const std::string saved = desk.table.line();
        desk.save_by_keys("");
        desk.disk.give(KeyDown{Key::kEscape});
        desk.disk.give(KeyDown{Key::kSpace});
        desk.disk.pass(60000);
        REQUIRE(desk.table.line() != saved);
        desk.open(ScreenKind::kLoad);
        switch (device) {
        case 0: desk.disk.click(desk.at(Command::kSlot, 0)); break;
        case 1:
            desk.walk_by_keys(Command::kSlot, 0);
            desk.disk.give(KeyDown{Key::kEnter});
            break;
        case 2:
            desk.walk_by_pad(Command::kSlot, 0);
            desk.disk.give(PadDown{PadButton::kA});
            break;
        default: desk.disk.tap(desk.at(Command::kSlot, 0)); break;
        }
        INFO("device " << device);
        CHECK(desk.table.screen() == ScreenKind::kReading);
        CHECK(desk.table.line() == saved);
    }
}

TEST_CASE("a save is named with a pad alone, letter by letter", "[saves]") {
    Desk desk;
    desk.disk.give(PadDown{PadButton::kA});
    REQUIRE(desk.question() == SlotQuestion::kName);
    REQUIRE(shows_keyboard(desk.table.state().ui));
    for (const char letter : {'y', 'u', 'x'}) {
        desk.walk_by_pad(Command::kLetter, static_cast<std::size_t>(letter));
        desk.disk.give(PadDown{PadButton::kA});
    }
    desk.disk.give(PadDown{PadButton::kX}); // takes the last one away
    desk.disk.give(PadDown{PadButton::kStart});
    REQUIRE(desk.disk.files().contains("1"));
    CHECK(desk.disk.name_in("1") == "yu");
    desk.disk.give(PadDown{PadButton::kB});
    CHECK(desk.table.screen() == ScreenKind::kReading);
}

TEST_CASE("a save is named with a finger alone", "[saves]") {
    Desk desk;
    desk.disk.tap(desk.at(Command::kSlot, 2));
    REQUIRE(desk.question() == SlotQuestion::kName);
    for (const char letter : {'a', ' ', '2'}) desk.disk.tap(desk.at(Command::kLetter, static_cast<std::size_t>(letter)));
    desk.disk.tap(desk.at(Command::kTyped, 0));
    REQUIRE(desk.disk.files().contains("3"));
    CHECK(desk.disk.name_in("3") == "a 2");
    for (const Button& button : desk.table.buttons()) {
        CHECK(button.at.w >= 64);
        CHECK(button.at.h >= 64);
    }
}

TEST_CASE("who takes up another device while a name is typed presses nothing by mistake", "[saves]") {
    Desk desk;
    desk.disk.give(KeyDown{Key::kEnter});
    desk.disk.give(TextTyped{"a"});
    REQUIRE(desk.question() == SlotQuestion::kName);
    desk.disk.give(PadDown{PadButton::kA}); // only shows the keyboard
    REQUIRE(shows_keyboard(desk.table.state().ui));
    CHECK(desk.table.state().ui.field.text == "a");
    desk.disk.give(PadDown{PadButton::kA});
    CHECK(desk.table.state().ui.field.text == "aq");
    desk.disk.give(KeyDown{Key::kBackspace});
    CHECK_FALSE(shows_keyboard(desk.table.state().ui));
    desk.disk.tap(desk.at(Command::kYes, 0)); // no keyboard comes between the finger and what it presses
    CHECK(desk.disk.name_in("1") == "a");
}

TEST_CASE("a damaged save says so, is not loaded, and can be deleted", "[saves]") {
    Desk desk;
    desk.save_by_keys("");
    desk.disk.files()["1"].resize(200);
    desk.disk.give(KeyDown{Key::kEscape});
    desk.open(ScreenKind::kLoad);
    CHECK_FALSE(desk.has(Command::kSlot, 0));
    REQUIRE(desk.has(Command::kDeleteSlot, 0));
    desk.disk.click(desk.at(Command::kDeleteSlot, 0));
    desk.disk.click(desk.at(Command::kYes, 0));
    CHECK_FALSE(desk.disk.files().contains("1"));
    CHECK(desk.table.screen() == ScreenKind::kLoad);
}

TEST_CASE("what the program saves is loaded from the first page, and never saved over", "[saves]") {
    Desk desk;
    desk.disk.give(KeyDown{Key::kEscape});
    desk.disk.give(ActionGiven{Action::kQuickSave});
    desk.disk.pass(2000);
    desk.open(ScreenKind::kLoad);
    const std::size_t automatic = kSlotPages * kSlotsOnPage;
    CHECK(desk.has(Command::kSlot, automatic));
    CHECK(desk.has(Command::kSlot, automatic + 1));
    desk.disk.give(KeyDown{Key::kPageDown});
    CHECK_FALSE(desk.has(Command::kSlot, automatic));
    desk.disk.give(KeyDown{Key::kEscape});
    desk.open(ScreenKind::kSave);
    CHECK_FALSE(desk.has(Command::kSlot, automatic));
}

TEST_CASE("pages turn by wheel, keys, shoulders, marks and swipes, and there are ten", "[saves]") {
    Desk desk;
    const auto page = [&] { return desk.table.state().ui.picked; };
    desk.disk.give(Wheel{{900, 500}, -1});
    CHECK(page() == 1);
    desk.disk.give(Wheel{{900, 500}, -0.5f});
    CHECK(page() == 1);
    desk.disk.give(Wheel{{900, 500}, -0.5f});
    CHECK(page() == 2);
    desk.disk.give(KeyDown{Key::kPageDown});
    CHECK(page() == 3);
    desk.disk.give(PadDown{PadButton::kRightShoulder});
    CHECK(page() == 4);
    desk.disk.give(PadDown{PadButton::kLeftShoulder});
    CHECK(page() == 3);
    desk.disk.give(TouchDown{1, {1200, 500}});
    desk.disk.give(TouchMoved{1, {800, 500}});
    desk.disk.give(TouchUp{1, {800, 500}});
    CHECK(page() == 4);
    desk.disk.click(desk.at(Command::kPage, 9));
    CHECK(page() == 9);
    CHECK(desk.has(Command::kSlot, 59));
    desk.disk.give(KeyDown{Key::kPageDown});
    CHECK(page() == 9);
    for (int i = 0; i < 20; ++i) desk.disk.give(KeyDown{Key::kPageUp});
    CHECK(page() == 0);
}

TEST_CASE("a thumbnail is drawn from the saved stage, small, soon, and all at once", "[saves]") {
    Desk desk;
    desk.save_by_keys("");
    const Frame frame = desk.table.pass(0);
    std::size_t small = 0;
    for (const WantedPicture& wanted : frame.wanted.pictures_soon) {
        if (!is_small(wanted.image)) continue;
        ++small;
        CHECK(wanted.scale < 0.5f);
        CHECK(desk.table.story().content.look.picture(wanted.image) != nullptr);
    }
    CHECK(small > 0);
    for (const WantedPicture& wanted : frame.wanted.pictures_now) CHECK_FALSE(is_small(wanted.image));
    std::size_t layers = 0;
    for (const Layer& layer : frame.layers) layers += layer.complete ? 1 : 0;
    CHECK(layers == 1);
}

TEST_CASE("before the list of saves has come nothing can be chosen", "[saves]") {
    Table table;
    table.read_first_line();
    table.give(ActionGiven{Action::kSave}); // nobody answers
    REQUIRE(table.screen() == ScreenKind::kSave);
    const Frame frame = table.give(KeyDown{Key::kEnter});
    CHECK(table.state().ui.question == SlotQuestion::kNone);
    CHECK_FALSE(asks_for<SaveRequest>(frame));
}
