// Title, settings, chapter card and end: how they come, how they are walked through, and when they are at rest.
#include "game/setting_steps.h"
#include "support/table.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

const InputEvent kCard = Resized{{1280, 720}, 1, true, false};
const InputEvent kStillCard = Resized{{1280, 720}, 1, true, true};

/// How much of a frame's text is there: the alphas of all glyphs.
int ink(const Frame& frame) {
    int sum = 0;
    for (const Layer& layer : frame.layers) {
        for (const DrawItem& item : layer.items) {
            const auto* glyphs = std::get_if<GlyphsItem>(&item);
            if (!glyphs) continue;
            for (const PlacedGlyph& glyph : glyphs->glyphs) sum += glyph.color.a;
        }
    }
    return sum;
}

void open_settings(Table& table) {
    table.give(PointerDown{table.center_of(Command::kSettings), PointerButton::kLeft});
    REQUIRE(table.screen() == ScreenKind::kSettings);
}

/// Turns to the setting's sheet.
Vec2 center_of(Table& table, Setting setting) {
    for (std::size_t tab = 0; tab < kSettingsTabs; ++tab) {
        table.state().ui.picked = tab;
        for (const Button& button : table.buttons()) {
            if (button.command == Command::kSetting && button.option == static_cast<std::size_t>(setting))
                return button.at.center();
        }
    }
    FAIL("no such setting");
    return {};
}

void read_to_the_end(Table& table) {
    table.read_first_line();
    REQUIRE(start_at(table.state(), table.story().content, table.story().content.story.order.back(), ""));
    for (int i = 0; i < 1000 && table.screen() != ScreenKind::kEnd; ++i) {
        table.give(KeyDown{Key::kSpace});
        table.pass(60000);
    }
    REQUIRE(table.screen() == ScreenKind::kEnd);
    turn_to_end_page(table.state(), 0);
}

bool is_last_page(Table& table) {
    for (const Button& button : table.buttons()) {
        if (button.command == Command::kTitle) return true;
    }
    return false;
}

} // namespace

TEST_CASE("the title comes bit by bit and can be pressed at once", "[tools]") {
    Table table;
    table.state().ui.clock = 0;
    const Frame first = table.pass(0);
    CHECK(first.wake_after < 100);
    CHECK(!table.buttons().empty());
    const Frame middle = table.pass(1500);
    const Frame whole = table.pass(kTitleAppears);
    CHECK(ink(first) < ink(middle));
    CHECK(ink(middle) < ink(whole));
    CHECK(whole.wake_after == kNever);
    CHECK(same_picture(whole, table.pass(60000)));
}

TEST_CASE("with a graphics card the title moves, with reduced motion it stands whole and still", "[tools]") {
    Table table;
    table.give(kCard);
    table.pass(kTitleAppears);
    CHECK(table.pass(0).wake_after <= 40);
    table.state().ui.clock = 0;
    const Frame still = table.give(kStillCard);
    CHECK(still.wake_after == kNever);
    CHECK(same_picture(still, table.pass(60000)));
}

TEST_CASE("settings are changed by each device, kept at once, and left the way they were entered", "[tools]") {
    for (const bool from_menu : {false, true}) {
        Table table;
        if (from_menu) {
            table.read_first_line();
            table.give(KeyDown{Key::kEscape});
        }
        open_settings(table);
        const auto volume = [&] { return table.state().settings.volume; };
        REQUIRE(volume() == 100);
        const Vec2 at = center_of(table, Setting::kVolume);
        table.give(PointerMoved{at});
        const Frame frame = table.give(KeyDown{Key::kLeft});
        CHECK(volume() == 80);
        REQUIRE(asks_for<KeepSettingsRequest>(frame));
        CHECK(settings_from(std::get<KeepSettingsRequest>(frame.requests[0]).text).volume == 80);
        table.give(PadDown{PadButton::kRight});
        CHECK(volume() == 100);
        table.give(PadDown{PadButton::kA}); // behind the last comes the first
        CHECK(volume() == 0);
        table.give(PointerDown{at, PointerButton::kLeft});
        CHECK(volume() == 20);
        table.tap(at);
        CHECK(volume() == 40);
        table.give(PadDown{PadButton::kB});
        CHECK(table.screen() == (from_menu ? ScreenKind::kMenu : ScreenKind::kTitle));
        CHECK(table.buttons()[table.state().ui.focus].command == Command::kSettings);
    }
}

TEST_CASE("every setting comes back to where it was when it is stepped to its end", "[tools]") {
    Table table;
    const Story& story = table.story().content.story;
    std::size_t count = 0;
    for (std::size_t sheet = 0; sheet < kSettingsTabs; ++sheet) {
        const auto tab = static_cast<SettingsTab>(sheet);
        const auto before = setting_rows(Settings{}, story, tab);
        count += before.size();
        for (const SettingRow& row : before) {
            for (const int by : {1, -1}) {
                Settings settings;
                settings.language_chosen = true;
                int steps = 0;
                do {
                    step_setting(settings, static_cast<Setting>(row.option), by);
                    ++steps;
                    CHECK(settings_from(to_text(settings)) == settings); // each value can be kept
                } while (setting_rows(settings, story, tab) != before && steps < 20);
                INFO(row.label);
                CHECK(steps > 1);
                CHECK(steps < 20);
            }
        }
    }
    CHECK(count == static_cast<std::size_t>(Setting::kLanguage) + 1); // each is on a sheet
}

TEST_CASE("whoever changes text size or language in mid-line comes back to the same line", "[tools]") {
    Table table;
    table.read_first_line();
    const std::string before = table.line();
    table.give(KeyDown{Key::kEscape});
    open_settings(table);
    table.tap(center_of(table, Setting::kTextSize));
    table.tap(center_of(table, Setting::kLanguage));
    CHECK(table.state().settings.text_size == 115);
    CHECK(table.state().settings.reader == Language::kEn);
    table.give(KeyDown{Key::kEscape});
    table.give(KeyDown{Key::kEscape});
    CHECK(table.screen() == ScreenKind::kReading);
    CHECK(table.line() == before);
    CHECK(table.pass(0).wake_after == kNever);
}

TEST_CASE("a chapter card bleeds in and out, ends by itself or by a click, and has no marks to hit by mistake",
          "[tools]") {
    Table table;
    table.begin();
    REQUIRE(table.state().moment.kind == MomentKind::kCard);
    CHECK(table.buttons().empty());
    const auto level = [](const Frame& frame) {
        float least = 1;
        for (const Layer& layer : frame.layers) {
            if (layer.kind == LayerKind::kUi) least = std::min({least, layer.alpha, layer.mask.level});
        }
        return least;
    };
    table.state().moment.elapsed = 0;
    CHECK(level(table.pass(0)) == 0);
    CHECK(level(table.pass(kCardFade)) == 1);
    CHECK(level(table.pass(kCardLasts - 2 * kCardFade - 1)) == 1);
    CHECK(table.state().moment.kind == MomentKind::kCard);
    table.pass(1); // what comes after it is there in whole when the card begins to leave
    CHECK(table.state().moment.kind != MomentKind::kCard);
    CHECK(table.state().stage.wanted.background == "city");
    CHECK(table.state().stage.background.done());
    CHECK(level(table.pass(kCardFade / 2)) == Approx(0.5f));
    CHECK(level(table.pass(kCardFade / 2)) == 1); // gone: only what is always there

    Table clicked;
    clicked.begin();
    clicked.click({1900, 20}); // where the menu's mark is in the story
    CHECK(clicked.screen() == ScreenKind::kReading);
    CHECK(clicked.state().moment.kind != MomentKind::kCard);

    Table still;
    still.give(kStillCard);
    still.begin();
    still.state().moment.elapsed = 0;
    CHECK(level(still.pass(0)) == 1);
}

TEST_CASE("the pages of the end turn by themselves and come to rest at the ways out", "[tools]") {
    Table table;
    read_to_the_end(table);
    const std::size_t pages = end_pages(table.state(), table.story().content, table.layouts());
    REQUIRE(pages >= 4);
    std::size_t turned = 0;
    for (int wakes = 0; wakes < 5000 && !is_last_page(table); ++wakes) {
        const std::size_t before = table.state().ui.page;
        const Frame frame = table.pass(0);
        REQUIRE(frame.wake_after != kNever);
        table.pass(frame.wake_after);
        turned += table.state().ui.page != before ? 1 : 0;
    }
    CHECK(turned == pages - 1);
    table.pass(5000);
    CHECK(table.pass(0).wake_after == kNever);
    table.pass(600000);
    CHECK(table.state().ui.page == pages - 1);
}

TEST_CASE("each device turns the pages of the end, and back, and leaves", "[tools]") {
    const Vec2 quiet{900, 400};
    const std::vector<InputEvent> on{
        KeyDown{Key::kSpace}, KeyDown{Key::kRight},   PointerDown{quiet, PointerButton::kLeft},
        TouchUp{1, quiet},    PadDown{PadButton::kA}, PadDown{PadButton::kRight}};
    Table table;
    read_to_the_end(table);
    for (const InputEvent& event : on) {
        turn_to_end_page(table.state(), 0);
        if (std::holds_alternative<TouchUp>(event)) table.give(TouchDown{1, quiet});
        table.give(event);
        INFO("input " << event.index());
        CHECK(table.state().ui.page == 1);
    }
    for (const InputEvent& event : std::vector<InputEvent>{KeyDown{Key::kLeft}, PadDown{PadButton::kLeft}}) {
        turn_to_end_page(table.state(), 1);
        table.give(event);
        CHECK(table.state().ui.page == 0);
    }
    for (const InputEvent& event : std::vector<InputEvent>{KeyDown{Key::kEscape}, PadDown{PadButton::kB},
                                                           TouchUp{1, table.center_of(Command::kSkip)}}) {
        turn_to_end_page(table.state(), 0);
        if (const auto* up = std::get_if<TouchUp>(&event)) table.give(TouchDown{1, up->at});
        table.give(event);
        CHECK(is_last_page(table));
    }
    table.give(KeyDown{Key::kDown}); // after a finger the first key shows where the focus is
    table.give(KeyDown{Key::kEnter});
    CHECK(table.screen() == ScreenKind::kTitle);
}

TEST_CASE("with reduced motion the end waits for its reader", "[tools]") {
    Table table;
    read_to_the_end(table);
    table.give(kStillCard);
    const Frame frame = table.pass(0);
    CHECK(frame.wake_after == kNever);
    CHECK(same_picture(frame, table.pass(600000)));
    table.give(KeyDown{Key::kSpace});
    CHECK(table.state().ui.page == 1);
}

TEST_CASE("the continue mark breathes with a graphics card only", "[tools]") {
    Table table;
    table.read_first_line();
    const Frame rest = table.pass(0);
    CHECK(same_picture(rest, table.pass(1600)));
    table.give(kCard);
    const Frame bright = table.pass(0);
    CHECK(bright.wake_after <= 40);
    CHECK_FALSE(same_picture(bright, table.pass(800)));
}

TEST_CASE("while the title shows, the first scene's picture is fetched", "[tools]") {
    Table table;
    REQUIRE(table.screen() == ScreenKind::kTitle);
    const Frame frame = table.pass(16);
    const ImageId city = table.story().content.look.backgrounds.at("city").flat;
    const auto& soon = frame.wanted.pictures_soon;
    CHECK(std::any_of(soon.begin(), soon.end(), [&](const WantedPicture& wanted) { return wanted.image == city; }));
}

TEST_CASE("a place that passes without a line is fetched with the one before it, one in which a line is read is not", "[tools]") {
    Table table;
    table.begin();
    const auto& backgrounds = table.story().content.look.backgrounds;
    const auto is_soon = [&](const char* place) {
        const Frame frame = table.pass(0);
        const auto& soon = frame.wanted.pictures_soon;
        return std::any_of(soon.begin(), soon.end(), [&](const WantedPicture& wanted) { return wanted.image == backgrounds.at(place).flat; });
    };
    const auto& shown = table.state().stage.wanted.background;
    bool branch_was_soon = false;
    while (shown != "elephants") {
        REQUIRE(table.state().reading.place.scene != "lens");
        if (shown == "wheat" && is_soon("branch")) {
            branch_was_soon = true;
            CHECK_FALSE(is_soon("elephants"));
        }
        table.give(KeyDown{Key::kSpace});
        table.pass(1000);
    }
    CHECK(branch_was_soon);
    bool lightning_was_soon = false; // it comes 0.15 seconds before the next, and that 0.9 before the one after
    while (shown == "elephants") {
        lightning_was_soon |= is_soon("elephants_turned") && is_soon("elephants_lit") && is_soon("elephants_glow");
        table.give(KeyDown{Key::kSpace});
        table.pass(1000);
    }
    CHECK(lightning_was_soon);
}

TEST_CASE("near the end of a scene, the next scene's picture is fetched", "[tools]") {
    Table table;
    table.begin();
    const ImageId mountains = table.story().content.look.backgrounds.at("mist_mountains").flat;
    bool was_wanted = false;
    for (int i = 0; i < 40 && table.state().reading.place.scene == "rain"; ++i) {
        table.give(KeyDown{Key::kSpace});
        const Frame frame = table.pass(1000);
        if (table.state().reading.place.scene != "rain") break;
        for (const WantedPicture& wanted : frame.wanted.pictures_soon) was_wanted |= wanted.image == mountains;
    }
    CHECK(was_wanted);
}
