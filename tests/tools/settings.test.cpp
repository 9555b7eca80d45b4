// The settings screen: its sheets with each device, its keys, its long lists, and what its pictures keep to.
#include "game/key_rows.h"
#include "game/setting_steps.h"
#include "game/settings_screen.h"
#include "support/table.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

constexpr auto kKeysTab = static_cast<std::size_t>(SettingsTab::kKeys);

void open_settings(Table& table, SettingsTab tab = SettingsTab::kText) {
    open_screen(table.state(), ScreenKind::kSettings);
    table.state().ui.picked = static_cast<std::size_t>(tab);
    table.state().ui.by_pointer = false;
}

std::size_t tab(Table& table) { return settings_view(table.state(), table.story().content).tab; }

Vec2 center_of(Table& table, Command command, std::size_t option) {
    for (const Button& button : table.buttons()) {
        if (button.command == command && button.option == option && !button.at.empty()) return button.at.center();
    }
    FAIL("no such button");
    return {};
}

/// Chooses an action's row and waits for its key.
void wait_for_key(Table& table, Action action) {
    open_settings(table, SettingsTab::kKeys);
    table.state().ui.focus = 0;
    for (int i = 0; i < 40; ++i) {
        const Button focused = table.buttons()[table.state().ui.focus];
        if (focused.command == Command::kRebind && focused.option == static_cast<std::size_t>(action)) break;
        table.give(KeyDown{Key::kDown});
    }
    table.give(KeyDown{Key::kEnter});
    REQUIRE(table.state().ui.rebinding == action);
}

} // namespace

TEST_CASE("each device turns to the other sheets and comes round", "[tools][settings]") {
    for (const auto& [on, back] : std::vector<std::pair<InputEvent, InputEvent>>{
             {KeyDown{Key::kTab}, KeyDown{Key::kTab, true}},
             {KeyDown{Key::kPageDown}, KeyDown{Key::kPageUp}},
             {PadDown{PadButton::kRightShoulder}, PadDown{PadButton::kLeftShoulder}}}) {
        Table table;
        open_settings(table);
        for (std::size_t i = 1; i <= kSettingsTabs; ++i) {
            table.give(on);
            CHECK(tab(table) == i % kSettingsTabs);
        }
        table.give(back);
        CHECK(tab(table) == kSettingsTabs - 1);
    }
    Table table;
    open_settings(table);
    table.click(center_of(table, Command::kSettingsTab, 2));
    CHECK(tab(table) == 2);
    table.tap(center_of(table, Command::kSettingsTab, 3));
    CHECK(tab(table) == 3);
    table.give(KeyDown{Key::kUp}); // after a finger the first key shows where the focus is: on the tab
    table.give(KeyDown{Key::kRight});
    CHECK(tab(table) == 4);
    table.give(KeyDown{Key::kLeft});
    table.give(KeyDown{Key::kDown}); // and from there to the first row
    CHECK(tab(table) == 3);
    CHECK(table.state().ui.focus == 0);
}

TEST_CASE("the wheel over a row turns its value, and nothing beside the rows", "[tools][settings]") {
    Table table;
    open_settings(table, SettingsTab::kSound);
    const Vec2 at = center_of(table, Command::kSetting, static_cast<std::size_t>(Setting::kMusic));
    table.give(PointerMoved{at});
    const Frame frame = table.give(Wheel{at, -1});
    CHECK(table.state().settings.music.percent == 80);
    CHECK(asks_for<KeepSettingsRequest>(frame));
    table.give(Wheel{at, 1});
    CHECK(table.state().settings.music.percent == 100);
    table.give(PointerMoved{{4, 4}});
    table.give(Wheel{{4, 4}, -1});
    CHECK(table.state().settings == settings_from("language=zh"));
}

TEST_CASE("a sound that is turned off remembers how loud it was", "[tools][settings]") {
    Settings settings;
    settings.music.percent = 20;
    step_setting(settings, Setting::kMusic, -1);
    CHECK_FALSE(settings.music.on);
    CHECK(settings.music.percent == 20);
    step_setting(settings, Setting::kMusic, 1);
    CHECK(settings.music == Loudness{20, true});
}

TEST_CASE("the sample at the foot changes with each setting of texts", "[tools][settings]") {
    Table table;
    open_settings(table);
    table.state().ui.by_pointer = true; // no focus moves
    const Story& story = table.story().content.story;
    for (const SettingRow& row : setting_rows(table.state().settings, story, SettingsTab::kText)) {
        const auto setting = static_cast<Setting>(row.option);
        if (setting == Setting::kPinyin) continue; // nothing to look up here
        const Frame before = table.pass(0);
        table.give(PointerDown{center_of(table, Command::kSetting, row.option), PointerButton::kLeft});
        if (setting == Setting::kMode) continue; // seen in settings_view below
        INFO(row.label);
        const Frame after = table.pass(0);
        REQUIRE_FALSE(before.layers.empty());
        CHECK_FALSE(before.layers.back().items.back() == after.layers.back().items.back()); // drawn last
    }
    table.state().settings.mode = ReadingMode::kTwoAlways;
    CHECK(settings_view(table.state(), table.story().content).sample.size() == 2);
    table.state().settings.mode = ReadingMode::kMine;
    CHECK(settings_view(table.state(), table.story().content).sample.size() == 1);
}

TEST_CASE("the next key is bound, leaves what it did before, and works and stays", "[tools][settings]") {
    Table table;
    wait_for_key(table, Action::kSkip);
    table.give(KeyDown{Key::kEnter, false, false, false, true}); // still held
    REQUIRE(table.state().ui.rebinding == Action::kSkip);
    const Frame frame = table.give(KeyDown{Key::kL});
    CHECK_FALSE(table.state().ui.rebinding);
    const Bindings& bindings = table.state().settings.bindings;
    CHECK(bindings.keys.at(Key::kL) == Action::kSkip);
    CHECK(bindings.keys.at(Key::kS) == Action::kSkip);
    CHECK(keys_of(bindings, Action::kBacklog) == std::vector<Key>{Key::kUp});
    REQUIRE(asks_for<KeepSettingsRequest>(frame));
    CHECK(settings_from(std::get<KeepSettingsRequest>(frame.requests[0]).text).bindings == bindings);
    wait_for_key(table, Action::kSkip);
    table.give(KeyDown{Key::kL}); // once more: taken away
    CHECK(keys_of(bindings, Action::kSkip) == std::vector<Key>{Key::kS});
    wait_for_key(table, Action::kHide);
    table.give(PadDown{PadButton::kA});
    CHECK(bindings.pads.at(PadButton::kA) == Action::kHide);
    wait_for_key(table, Action::kPanel);
    table.give(KeyDown{Key::kControl, false, true});
    CHECK(bindings.keys.at(Key::kControl) == Action::kPanel);
}

TEST_CASE("a wait for a key can be left without one, by each device", "[tools][settings]") {
    for (const InputEvent& event : std::vector<InputEvent>{
             KeyDown{Key::kEscape}, PadDown{PadButton::kStart}, PointerDown{{10, 10}, PointerButton::kRight}, TouchDown{1, {10, 10}}}) {
        Table table;
        wait_for_key(table, Action::kSkip);
        table.give(event);
        CHECK_FALSE(table.state().ui.rebinding);
        CHECK(table.screen() == ScreenKind::kSettings);
        CHECK(table.state().settings.bindings == default_bindings());
    }
}

TEST_CASE("a finger chooses what a key will do, and leaves it again beside the rows", "[tools][settings]") {
    Table table;
    open_settings(table, SettingsTab::kKeys);
    const Vec2 row = center_of(table, Command::kRebind, static_cast<std::size_t>(Action::kAuto));
    table.tap(row);
    REQUIRE(table.state().ui.rebinding == Action::kAuto);
    table.tap({20, 700});
    CHECK_FALSE(table.state().ui.rebinding);
    CHECK(table.screen() == ScreenKind::kSettings);
    CHECK(table.state().settings.bindings == default_bindings());
    table.tap(row);
    table.tap(center_of(table, Command::kRebind, static_cast<std::size_t>(Action::kSkip))); // nor does it choose another
    CHECK_FALSE(table.state().ui.rebinding);
    table.tap(row);
    table.give(KeyDown{Key::kEscape});
    CHECK_FALSE(table.state().ui.rebinding);
    table.tap(row);
    table.give(KeyDown{Key::kB});
    CHECK(table.state().settings.bindings.keys.at(Key::kB) == Action::kAuto);
}

TEST_CASE("fixed keys are refused with a sentence, and going on always keeps a key", "[tools][settings]") {
    Table table;
    for (const Key key : {Key::kF11, Key::kAlt}) {
        wait_for_key(table, Action::kSkip);
        table.state().ui.notice = {};
        table.give(KeyDown{key, false, false, key == Key::kAlt});
        CHECK(table.state().ui.rebinding == Action::kSkip);
        CHECK(table.state().ui.notice.left > 0);
        table.give(KeyDown{Key::kEscape});
    }
    const Bindings& bindings = table.state().settings.bindings;
    CHECK(bindings == default_bindings());
    wait_for_key(table, Action::kSkip);
    table.give(KeyDown{Key::kDelete});
    CHECK(keys_of(bindings, Action::kSkip).empty());
    CHECK(pads_of(bindings, Action::kSkip).empty());
    wait_for_key(table, Action::kAdvance);
    table.give(KeyDown{Key::kDelete});
    REQUIRE(keys_of(bindings, Action::kAdvance) == std::vector<Key>{Key::kSpace});
    CHECK(pads_of(bindings, Action::kAdvance).size() == 1);
    const Bindings before = bindings;
    for (const Action other : {Action::kAdvance, Action::kSkip}) {
        wait_for_key(table, other);
        table.give(KeyDown{Key::kSpace});
        CHECK(bindings == before);
        table.give(KeyDown{Key::kEscape});
    }
    open_settings(table, SettingsTab::kKeys);
    table.state().ui.focus = key_rows(table.state()).size() - 1;
    table.give(KeyDown{Key::kEnter});
    CHECK(bindings == default_bindings());
}

TEST_CASE("pads are labelled as the connected one is", "[tools][settings]") {
    Table table;
    CHECK(key_rows(table.state())[0].pad == "A · ↓");
    table.give(PadChanged{true, PadKind::kPlayStation});
    CHECK(key_rows(table.state())[0].pad == "✕ · ↓");
}

TEST_CASE("a long list scrolls with keys, wheel, finger and its marks, and the focus is always seen", "[tools][settings]") {
    Table table;
    open_settings(table, SettingsTab::kKeys);
    const std::size_t rows = key_rows(table.state()).size();
    for (std::size_t i = 0; i < rows + 2; ++i) {
        const auto all = table.buttons();
        INFO("row " << table.state().ui.focus);
        CHECK_FALSE(all[table.state().ui.focus].at.empty());
        table.give(KeyDown{Key::kDown});
    }
    CHECK(table.state().ui.focus == 0);
    CHECK(table.state().ui.scroll == 0);
    const auto shows = [&](std::size_t row) { return !table.buttons()[row].at.empty(); };
    const Vec2 middle{960, 500};
    table.give(PointerMoved{middle});
    for (int i = 0; i < 40; ++i) table.give(Wheel{middle, -1});
    CHECK(shows(rows - 1));
    for (int i = 0; i < 40; ++i) table.give(Wheel{middle, 1});
    CHECK(shows(0));
    CHECK(table.state().settings.bindings == default_bindings());
    table.give(TouchDown{1, middle});
    for (float y = 0; y < 4000; y += 100) table.give(TouchMoved{1, {middle.x, middle.y - y}});
    table.give(TouchUp{1, {middle.x, middle.y - 4000}});
    CHECK(shows(rows - 1));
    CHECK_FALSE(table.state().ui.rebinding); // a finger that dragged presses nothing
    for (int i = 0; i < 40; ++i) table.click(center_of(table, Command::kMore, 0));
    CHECK(shows(0));
    table.click(center_of(table, Command::kMore, 1));
    CHECK_FALSE(shows(0));
}

TEST_CASE("no row is set smaller than 18 real pixels in a small window", "[tools][settings]") {
    Table table;
    table.give(Resized{{960, 540}, 1, false, false});
    const float scale = canvas_for({960, 540}).scale;
    for (std::size_t picked = 0; picked <= kKeysTab; ++picked) {
        open_settings(table, static_cast<SettingsTab>(picked));
        const Frame frame = table.pass(0);
        for (const DrawItem& item : frame.layers.back().items) {
            const auto* glyphs = std::get_if<GlyphsItem>(&item);
            if (!glyphs) continue;
            for (const PlacedGlyph& glyph : glyphs->glyphs) {
                INFO("tab " << picked);
                CHECK(glyph.size * scale >= 17.9f);
            }
        }
    }
}
