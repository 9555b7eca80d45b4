// Every input, held against the shipped story: each device alone leads everywhere.
#include "game/setting_steps.h"
#include "support/walk.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("each way of going on leads to the next line", "[tools]") {
    const Vec2 quiet{900, 400};
    for (const InputEvent& event : std::vector<InputEvent>{
             KeyDown{Key::kSpace}, KeyDown{Key::kEnter}, KeyDown{Key::kDown}, PadDown{PadButton::kA},
             PointerUp{quiet, PointerButton::kLeft}, TouchUp{1, quiet}, ActionGiven{Action::kAdvance}}) {
        Table table;
        table.read_first_line();
        const std::string before = table.line();
        REQUIRE(!before.empty());
        if (std::holds_alternative<PointerUp>(event)) table.give(PointerDown{quiet, PointerButton::kLeft});
        if (std::holds_alternative<TouchUp>(event)) table.give(TouchDown{1, quiet});
        table.give(event);
        INFO("input " << event.index());
        CHECK(table.line() != before);
    }
}

TEST_CASE("a key that is held down does not run through the story", "[tools]") {
    Table table;
    table.read_first_line();
    const std::string before = table.line();
    table.give(KeyDown{Key::kSpace, false, false, false, true});
    CHECK(table.line() == before);
}

TEST_CASE("the language is asked once, with two words, and kept", "[tools]") {
    Table table(false);
    REQUIRE(table.screen() == ScreenKind::kLanguage);
    CHECK(table.buttons().size() == 2);
    table.give(KeyDown{Key::kRight});
    const Frame frame = table.give(KeyDown{Key::kEnter});
    CHECK(table.screen() == ScreenKind::kTitle);
    CHECK(table.state().settings.reader == Language::kEn);
    REQUIRE(asks_for<KeepSettingsRequest>(frame));
    CHECK(settings_from(std::get<KeepSettingsRequest>(frame.requests[0]).text).language_chosen);
}

TEST_CASE("the menu opens and closes by each device, and the line stays", "[tools]") {
    const std::vector<std::pair<InputEvent, InputEvent>> ways{
        {KeyDown{Key::kEscape}, KeyDown{Key::kEscape}},
        {PointerDown{{900, 400}, PointerButton::kRight}, PointerDown{{900, 400}, PointerButton::kRight}},
        {PadDown{PadButton::kStart}, PadDown{PadButton::kB}},
    };
    for (const auto& [open, close] : ways) {
        Table table;
        table.read_first_line();
        const std::string before = table.line();
        table.give(open);
        CHECK(table.screen() == ScreenKind::kMenu);
        table.pass(60000);
        table.give(close);
        CHECK(table.screen() == ScreenKind::kReading);
        CHECK(table.line() == before);
    }
}

TEST_CASE("the two marks work by a finger", "[tools]") {
    Table table;
    table.read_first_line();
    table.tap(table.center_of(Command::kNextMode));
    CHECK(table.state().settings.mode == ReadingMode::kMine);
    table.tap(table.center_of(Command::kMenu));
    CHECK(table.screen() == ScreenKind::kMenu);
    table.tap(table.center_of(Command::kContinue));
    CHECK(table.screen() == ScreenKind::kReading);
}

TEST_CASE("marks and buttons are at least 44 points wide and high in every window", "[tools]") {
    struct Window {
        Vec2 pixels;
        float points;
    };
    for (const Window& window : {Window{{1280, 720}, 1}, Window{{3840, 2160}, 2}, Window{{1170, 2532}, 3},
                                 Window{{2532, 1170}, 3}, Window{{640, 360}, 1}, Window{{1024, 768}, 1}}) {
        Table table;
        table.read_first_line();
        table.give(Resized{window.pixels, window.points, true, false});
        const float least = 44 * window.points / canvas_for(window.pixels).scale - 0.01f;
        for (const ScreenKind screen : {ScreenKind::kReading, ScreenKind::kTitle, ScreenKind::kMenu, ScreenKind::kEnd, ScreenKind::kLanguage, ScreenKind::kSettings}) {
            table.state().ui.screen = screen;
            for (std::size_t tab = 0; tab < (screen == ScreenKind::kSettings ? kSettingsTabs : 1); ++tab) {
                table.state().ui.picked = tab;
                for (const Button& button : table.buttons()) {
                    if (button.at.empty()) continue; // scrolled away
                    INFO(window.pixels.x << "x" << window.pixels.y << " screen " << static_cast<int>(screen) << " tab " << tab);
                    CHECK(button.at.w >= least);
                    CHECK(button.at.h >= least);
                    CHECK(button.at.x >= 0);
                    CHECK(button.at.y >= 0);
                    CHECK(button.at.x + button.at.w <= canvas_for(window.pixels).size.x);
                    CHECK(button.at.y + button.at.h <= canvas_for(window.pixels).size.y);
                }
            }
        }
    }
}

TEST_CASE("arrows go sideways in a menu of two columns, and down from the first into the second", "[tools]") {
    for (const bool by_pad : {false, true}) {
        Table table;
        table.read_first_line();
        table.give(Resized{{2532, 1170}, 3, true, false});
        table.give(KeyDown{Key::kEscape});
        REQUIRE(table.screen() == ScreenKind::kMenu);
        const auto arrow = [&](Vec2 way) {
            if (by_pad) table.give(PadDown{pad_arrow(way)});
            else table.give(KeyDown{key_arrow(way)});
            return table.state().ui.focus;
        };
        const std::size_t rows = table.buttons().size() / 2;
        REQUIRE(table.state().ui.focus == 0);
        CHECK(arrow({1, 0}) == rows);
        CHECK(arrow({0, 1}) == rows + 1);
        CHECK(arrow({-1, 0}) == 1);
        while (table.state().ui.focus + 1 < rows) arrow({0, 1});
        CHECK(arrow({0, 1}) == rows);
    }
}

TEST_CASE("T walks through the four reading modes and comes back", "[tools]") {
    Table table;
    table.read_first_line();
    const std::string before = table.line();
    for (const ReadingMode mode : {ReadingMode::kMine, ReadingMode::kTwoAlways, ReadingMode::kAsSpoken, ReadingMode::kBothVoices}) {
        table.give(KeyDown{Key::kT});
        CHECK(table.state().settings.mode == mode);
        CHECK(table.line() == before);
        CHECK(table.pass(0).wake_after == kNever); // a typed line stays typed
    }
}

TEST_CASE("F11 and Alt+Enter ask for the whole screen, and give it back", "[tools]") {
    Table table;
    const Frame on = table.give(KeyDown{Key::kF11});
    REQUIRE(asks_for<FullscreenRequest>(on));
    CHECK(std::get<FullscreenRequest>(on.requests[0]).on);
    const Frame off = table.give(KeyDown{Key::kEnter, false, false, true, false});
    REQUIRE(asks_for<FullscreenRequest>(off));
    CHECK_FALSE(std::get<FullscreenRequest>(off.requests[0]).on);
    CHECK(table.screen() == ScreenKind::kTitle);
}

TEST_CASE("from the menu to the title, on with the same line, and out", "[tools]") {
    Table table;
    table.read_first_line();
    const std::string before = table.line();
    table.give(KeyDown{Key::kEscape});
    table.give(PointerDown{table.center_of(Command::kTitle), PointerButton::kLeft});
    CHECK(table.screen() == ScreenKind::kTitle);
    table.give(PointerDown{table.center_of(Command::kContinue), PointerButton::kLeft});
    CHECK(table.screen() == ScreenKind::kReading);
    CHECK(table.line() == before);
    table.give(KeyDown{Key::kEscape});
    CHECK(asks_for<QuitRequest>(table.give(PointerDown{table.center_of(Command::kQuit), PointerButton::kLeft})));
}

TEST_CASE("nothing is drawn at rest, and nothing wakes without a graphics card", "[tools]") {
    Table table;
    table.read_first_line();
    const Frame a = table.pass(0);
    const Frame b = table.pass(60000);
    CHECK(a.wake_after == kNever);
    CHECK(same_picture(a, b));
}

TEST_CASE("with a graphics card the figures blink, with reduced motion they do not", "[tools]") {
    Table table;
    table.read_first_line();
    table.give(Resized{{1280, 720}, 1, true, false});
    CHECK(table.pass(0).wake_after < 10000);
    table.give(Resized{{1280, 720}, 1, true, true});
    CHECK(table.pass(0).wake_after == kNever);
}

TEST_CASE("a window that changes in mid-line keeps the typewriter's place", "[tools]") {
    Table table;
    table.begin();
    table.give(KeyDown{Key::kSpace});
    table.pass(700);
    const Millis before = table.state().moment.elapsed;
    table.give(Resized{{390, 844}, 3, false, false});
    CHECK(table.state().moment.elapsed == before);
    CHECK(table.state().surroundings.canvas.form == Form::kTall);
}
