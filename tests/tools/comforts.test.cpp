// Small comforts while reading: peeking, hiding, copying, screenshots, reading aloud, the author's panel.
#include "game/press.h"
#include "game/reload.h"
#include "support/table.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

template <typename T>
std::vector<T> asked_for(const Frame& frame) {
    std::vector<T> found;
    for (const Request& request : frame.requests) {
        if (const auto* r = std::get_if<T>(&request)) found.push_back(*r);
    }
    return found;
}

/// What is first asked for while time passes.
template <typename T>
std::vector<T> next_asked_for(Table& table) {
    std::vector<T> found;
    for (int i = 0; i < 100 && found.empty(); ++i) found = asked_for<T>(table.pass(100));
    return found;
}

/// The second line of the story: B speaks English, typed.
void read_to_english(Table& table) {
    table.read_first_line();
    table.give(KeyDown{Key::kSpace});
    table.pass(60000);
    const Line* line = current_line(table.state(), table.story().content);
    REQUIRE(line != nullptr);
    REQUIRE(line->language == "en");
}

std::size_t glyphs_of(const Frame& frame) {
    std::size_t count = 0;
    for (const Layer& layer : frame.layers) {
        if (layer.kind != LayerKind::kDialogue) continue;
        for (const DrawItem& item : layer.items) {
            if (const auto* glyphs = std::get_if<GlyphsItem>(&item)) count += glyphs->glyphs.size();
        }
    }
    return count;
}

} // namespace

TEST_CASE("a held key shows the line in the other language, and letting go shows what was there", "[tools]") {
    Table table;
    read_to_english(table);
    table.state().settings.mode = ReadingMode::kMine;
    const Frame before = table.pass(0);
    const Moment moment = table.state().moment;
    const Frame peeked = table.give(KeyDown{Key::kShift, true});
    CHECK_FALSE(same_picture(before, peeked));
    CHECK(table.state().moment == moment);
    CHECK(same_picture(before, table.give(KeyUp{Key::kShift})));
    const Frame by_pad = table.give(PadDown{PadButton::kX});
    CHECK(glyphs_of(by_pad) == glyphs_of(peeked));
    table.give(PadUp{PadButton::kX});
    CHECK(same_picture(before, table.pass(0)));
}

TEST_CASE("a long press on the words peeks, beside them it opens the menu, and neither goes on", "[tools]") {
    for (const bool touch : {true, false}) {
        Table table;
        read_to_english(table);
        const std::string line = table.line();
        const auto press = [&](Vec2 at) { touch ? table.give(TouchDown{1, at}) : table.give(PointerDown{at, PointerButton::kLeft}); };
        const auto lift = [&](Vec2 at) { touch ? table.give(TouchUp{1, at}) : table.give(PointerUp{at, PointerButton::kLeft}); };
        const Vec2 words{960, 900};
        press(words);
        CHECK_FALSE(table.state().ui.peeks);
        table.pass(600);
        CHECK(table.state().ui.peeks);
        lift(words);
        CHECK_FALSE(table.state().ui.peeks);
        CHECK(table.line() == line);
        const Vec2 picture{960, 300};
        press(picture);
        table.pass(600);
        CHECK(table.screen() == ScreenKind::kMenu);
        lift(picture);
        CHECK(table.screen() == ScreenKind::kMenu);
        CHECK(table.line() == line);
    }
}

TEST_CASE("the interface hides, and any input brings it back without going on", "[tools]") {
    const std::vector<InputEvent> hiding{KeyDown{Key::kH}, PointerDown{{900, 300}, PointerButton::kMiddle}, PadDown{PadButton::kB}};
    const std::vector<InputEvent> showing{KeyDown{Key::kSpace}, PointerDown{{900, 300}, PointerButton::kLeft}, Wheel{{900, 300}, -1},
                                          TouchDown{1, {900, 300}}, PadDown{PadButton::kA}};
    for (const InputEvent& hide : hiding) {
        for (const InputEvent& again : showing) {
            Table table;
            read_to_english(table);
            const std::string line = table.line();
            CHECK(glyphs_of(table.give(hide)) == 0);
            CHECK(glyphs_of(table.give(again)) > 0);
            CHECK(table.line() == line);
        }
    }
}

TEST_CASE("the wheel does what the reader wants it to", "[tools]") {
    Table table;
    read_to_english(table);
    const std::string line = table.line();
    table.state().settings.wheel = WheelSetting::kNothing;
    table.give(Wheel{{900, 300}, 1});
    CHECK(table.line() == line);
    table.state().settings.wheel = WheelSetting::kBacklog;
    table.give(Wheel{{900, 300}, 1});
    CHECK(table.screen() == ScreenKind::kBacklog);
    table.give(KeyDown{Key::kEscape});
    table.state().settings.wheel = WheelSetting::kLines;
    table.give(Wheel{{900, 300}, 1});
    CHECK(table.line() != line);
}

TEST_CASE("a key copies the line as it is shown, and one asks for a picture of the screen", "[tools]") {
    Table table;
    read_to_english(table);
    const auto copied = asked_for<CopyRequest>(table.give(KeyDown{Key::kC}));
    REQUIRE(copied.size() == 1);
    CHECK(copied[0].text.find('\n') != std::string::npos); // both languages, a row each
    CHECK(asked_for<ScreenshotRequest>(table.give(KeyDown{Key::kF12})).size() == 1);
    const Bilingual told{"画面已保存", "Picture saved"};
    table.give(Told{told});
    CHECK(table.state().ui.notice.text == told);
    table.pass(10000);
    CHECK(table.state().ui.notice.left == 0);
}

TEST_CASE("a voice is asked to read each line once, Chinese words as Chinese and English ones as English", "[tools]") {
    Table table;
    table.state().settings.speech = SpeechSetting::kVoice;
    table.begin();
    table.give(KeyDown{Key::kSpace}); // the card; after a breath comes the first line, in which A mixes both
    const auto said = next_asked_for<SpeakRequest>(table);
    REQUIRE(said.size() == 1);
    std::set<std::string> languages;
    for (const SpokenPart& part : said[0].parts) languages.insert(part.language);
    CHECK(languages.contains("zh"));
    CHECK(asked_for<SpeakRequest>(table.pass(5000)).empty());
    table.give(KeyDown{Key::kSpace});
    CHECK(asked_for<SpeakRequest>(table.give(KeyDown{Key::kSpace})).size() <= 1);

    table.state().settings.speech = SpeechSetting::kOff;
    const auto stopped = asked_for<SpeakRequest>(table.pass(0));
    REQUIRE(stopped.size() == 1);
    CHECK(stopped[0].parts.empty());
}

TEST_CASE("for a screen reader the words go to the clipboard, and a menu's entry as it gets the focus", "[tools]") {
    Table table;
    table.state().settings.speech = SpeechSetting::kClipboard;
    table.begin();
    table.give(KeyDown{Key::kSpace});
    const auto line = next_asked_for<CopyRequest>(table);
    REQUIRE(line.size() == 1);
    CHECK(!line[0].text.empty());
    const auto entry = asked_for<CopyRequest>(table.give(KeyDown{Key::kEscape}));
    REQUIRE(entry.size() == 1);
    CHECK(entry[0].text == "继续");
    const auto next = asked_for<CopyRequest>(table.give(KeyDown{Key::kDown}));
    REQUIRE(next.size() == 1);
    CHECK(next[0].text == "回看");
}

TEST_CASE("the author's panel names the file and the line, the stage and the variables", "[tools]") {
    Table table;
    read_to_english(table);
    table.state().reading.variables["patience"] = 2.0;
    const Frame before = table.pass(0);
    CHECK_FALSE(same_picture(before, table.give(KeyDown{Key::kF8})));
    const auto rows = panel_rows(table.state(), table.story().content);
    const auto has = [&](const std::string& row) { return std::find(rows.begin(), rows.end(), row) != rows.end(); };
    CHECK(has("scene  rain"));
    CHECK(has("bg  city"));
    CHECK(has("patience =  2"));
    CHECK(rows[0].starts_with("file  scenes/rain.yaml:"));
    CHECK(same_picture(before, table.give(KeyDown{Key::kF8})));
}

TEST_CASE("keys that were changed keep their new meaning in the settings' text", "[tools]") {
    Table table;
    read_to_english(table);
    Settings& settings = table.state().settings;
    settings.bindings.keys.erase(Key::kH);
    settings.bindings.keys[Key::kZ] = Action::kHide;
    CHECK(settings_from(to_text(settings)).bindings == settings.bindings);
    table.give(KeyDown{Key::kH});
    CHECK_FALSE(table.state().ui.hidden);
    table.give(KeyDown{Key::kZ});
    CHECK(table.state().ui.hidden);
    CHECK(label_of(PadButton::kA, PadKind::kPlayStation) == "✕");
    CHECK(label_of(PadButton::kA, PadKind::kXbox) == "A");
}
