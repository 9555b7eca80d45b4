// The keyboard on the screen: its keys, and the backlog's search typed on it by a pad or a finger alone.
#include "game/text_entry.h"
#include "support/walk.h"

#include <algorithm>
#include <set>

using namespace liubai;

namespace {

struct Window {
    Vec2 pixels;
    float points;
};
constexpr Window kPhone{{1080, 2280}, 3};
constexpr Window kPhoneOnItsSide{{2280, 1080}, 3};

bool is_key(const Button& button) {
    return button.command == Command::kLetter || button.command == Command::kErase || button.command == Command::kTyped;
}

std::vector<Button> keys(Table& table) {
    std::vector<Button> found;
    for (const Button& button : table.buttons()) {
        if (is_key(button)) found.push_back(button);
    }
    return found;
}

void look_at(Table& table, const Window& window) { table.give(Resized{window.pixels, window.points, false, false}); }

/// The backlog by a pad, and the keyboard of its search.
void open_search_by_pad(Table& table) {
    table.give(PadDown{PadButton::kUp});
    REQUIRE(table.screen() == ScreenKind::kBacklog);
    table.give(PadDown{PadButton::kLeft}); // the last button of the head
    table.give(PadDown{PadButton::kA});
    REQUIRE(shows_keyboard(table.state().ui));
}

void press_by_pad(Table& table, Command command, std::size_t option = 0) {
    walk_to(table, command, option, [&](Vec2 way) { table.give(PadDown{pad_arrow(way)}); });
    table.give(PadDown{PadButton::kA});
}

Vec2 center_of_letter(Table& table, char letter) {
    for (const Button& key : keys(table)) {
        if (key.command == Command::kLetter && key.option == static_cast<std::size_t>(letter)) return key.at.center();
    }
    FAIL("no such key");
    return {};
}

/// The rows of the match that was gone to, underlined in the view; all of each stands above the keyboard.
bool is_match_seen(const Frame& frame, const std::vector<Button>& keys) {
    float foot = frame.canvas.size.y;
    for (const Button& key : keys) foot = std::min(foot, key.at.y);
    for (const Layer& layer : frame.layers) {
        const bool is_view = layer.clip.y > 0 && layer.clip.y + layer.clip.h <= foot;
        for (const DrawItem& item : layer.items) {
            const auto* line = std::get_if<FillItem>(&item);
            const bool is_under_match = is_view && line && line->top == theme::kVermilion && line->to.h == 3;
            if (!is_under_match) continue;
            const float end = line->to.y + line->to.h;
            const float em = 40; // of what stands over it
            if (line->to.y - em >= layer.clip.y && end <= layer.clip.y + layer.clip.h) return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("every key is at least 44 points wide and high, in the canvas and clear of the others", "[keyboard]") {
    for (const Window& window : {Window{{1280, 720}, 1}, Window{{1920, 1080}, 1}, Window{{3840, 2160}, 2}, Window{{1024, 768}, 1},
                                 kPhone, kPhoneOnItsSide, Window{{1170, 2532}, 3}, Window{{640, 1136}, 2}, Window{{1334, 750}, 2},
                                 Window{{390, 844}, 1}}) {
        Table table;
        look_at(table, window);
        table.read_lines(2);
        open_search_by_pad(table);
        const Canvas canvas = canvas_for(window.pixels);
        const auto all = keys(table);
        std::multiset<std::size_t> letters;
        INFO(window.pixels.x << "x" << window.pixels.y);
        for (const Button& key : all) {
            INFO("the key " << key.label);
            if (key.command == Command::kLetter) letters.insert(key.option);
            CHECK(key.at.w * canvas.scale / window.points >= 44 - 0.01f);
            CHECK(key.at.h * canvas.scale / window.points >= 44 - 0.01f);
            CHECK(key.at.x >= 0);
            CHECK(key.at.x + key.at.w <= canvas.size.x);
            CHECK(key.at.y + key.at.h <= canvas.size.y);
            for (const Button& other : all) {
                if (&other == &key) continue;
                const bool apart = other.at.x >= key.at.x + key.at.w - 0.1f || key.at.x >= other.at.x + other.at.w - 0.1f ||
                                   other.at.y >= key.at.y + key.at.h - 0.1f || key.at.y >= other.at.y + other.at.h - 0.1f;
                CHECK(apart);
            }
        }
        std::multiset<std::size_t> wanted{' '};
        for (std::size_t c = 'a'; c <= 'z'; ++c) wanted.insert(c);
        for (std::size_t c = '0'; c <= '9'; ++c) wanted.insert(c);
        CHECK(letters == wanted);
        CHECK(all.size() == wanted.size() + 2);
    }
}

TEST_CASE("ten letters stand in a row where there is room for them", "[keyboard]") {
    for (const Window& window : {Window{{1280, 720}, 1}, Window{{1920, 1080}, 1}, Window{{1024, 768}, 1}, kPhoneOnItsSide}) {
        Table table;
        look_at(table, window);
        table.read_lines(2);
        open_search_by_pad(table);
        const float row = center_of_letter(table, 'q').y;
        for (const char letter : std::string("qwertyuiop")) CHECK(center_of_letter(table, letter).y == row);
    }
}

TEST_CASE("the backlog is searched with a pad alone: opened, typed, found, gone to", "[keyboard]") {
    Table table;
    table.read_lines(30);
    open_search_by_pad(table);
    table.fetch_pinyin();
    for (const char letter : std::string("shix")) press_by_pad(table, Command::kLetter, static_cast<std::size_t>(letter));
    table.give(PadDown{PadButton::kX}); // takes the last one away
    REQUIRE(table.state().ui.field.text == "shi");
    const BookSearch& search = table.state().ui.book.search;
    REQUIRE(search.found.size() > 1);
    CHECK(is_match_seen(table.pass(0), keys(table)));
    table.give(PadDown{PadButton::kLeftShoulder});
    CHECK(search.match == 1);
    CHECK(is_match_seen(table.pass(0), keys(table)));
    press_by_pad(table, Command::kBookLater); // the head is reached from the keys too
    CHECK(search.match == 0);
    table.give(PadDown{PadButton::kStart});
    CHECK_FALSE(shows_keyboard(table.state().ui));
    CHECK(search.open);
    CHECK(table.state().ui.book.picked == search.found[0]);
    const std::string found = table.state().history.entries[search.found[0]].id;
    table.give(PadDown{PadButton::kA});
    CHECK(table.screen() == ScreenKind::kReading);
    CHECK(table.line() == found);
}

TEST_CASE("the backlog is searched with a finger alone on a phone", "[keyboard]") {
    Table table;
    look_at(table, kPhone);
    table.read_lines(30);
    table.give(TouchDown{1, {540, 1700}});
    table.give(TouchMoved{1, {540, 1200}});
    table.give(TouchUp{1, {540, 1200}});
    REQUIRE(table.screen() == ScreenKind::kBacklog);
    table.tap(table.center_of(Command::kBookSearch));
    REQUIRE(shows_keyboard(table.state().ui));
    table.fetch_pinyin();
    for (const char letter : std::string("shix")) table.tap(center_of_letter(table, letter));
    table.tap(table.center_of(Command::kErase));
    REQUIRE(table.state().ui.field.text == "shi");
    const BookSearch& search = table.state().ui.book.search;
    REQUIRE(search.found.size() > 1);
    CHECK(is_match_seen(table.pass(0), keys(table)));
    table.tap(table.center_of(Command::kBookEarlier));
    CHECK(search.match == 1);
    CHECK(is_match_seen(table.pass(0), keys(table)));
    table.tap(table.center_of(Command::kTyped));
    CHECK(keys(table).empty());
    const std::size_t there = search.found[1];
    const std::string found = table.state().history.entries[there].id;
    for (int i = 0; i < 2 && table.screen() == ScreenKind::kBacklog; ++i) {
        for (const Button& button : table.buttons()) {
            if (button.command != Command::kBookEntry || button.option != there) continue;
            table.tap(button.at.center());
            break;
        }
    }
    CHECK(table.screen() == ScreenKind::kReading);
    CHECK(table.line() == found);
}

TEST_CASE("what is found stands above the keyboard in every window, however large the text", "[keyboard]") {
    std::size_t looked_for = 0;
    for (const Window& window : {Window{{1280, 720}, 1}, kPhone, kPhoneOnItsSide}) {
        for (const float size : {80.0f, 200.0f}) {
            Table table;
            table.state().settings.text_size = size;
            look_at(table, window);
            table.read_lines(30);
            open_search_by_pad(table);
            for (std::size_t entry = 2; entry < 30; entry += 3) {
                const Passed& passed = table.state().history.entries[entry];
                const Scene* scene = table.story().content.scene(table.state().history.scenes[passed.scene]);
                const auto* line = std::get_if<Line>(&scene->steps[step_of(passed, *scene)].what);
                if (!line) continue;
                const std::string& words = line->text.text;
                if (words.size() < 24) continue;
                const std::string end = words.substr(words.size() - 12, 9); // at the foot of what may be many rows
                for (int i = 0; i < 60 && !table.state().ui.field.text.empty(); ++i) table.give(PadDown{PadButton::kX});
                table.give(TextTyped{end});
                if (table.state().ui.book.search.found.empty()) continue; // it is a filled silence, or markup
                INFO(window.pixels.x << "x" << window.pixels.y << " at " << size << " %, \"" << end << "\"");
                CHECK(is_match_seen(table.pass(0), keys(table)));
                ++looked_for;
            }
        }
    }
    CHECK(looked_for >= 24);
}

TEST_CASE("the search's keyboard leaves when keys are taken up, and a pad brings it back without a press", "[keyboard]") {
    Table table;
    table.read_lines(12);
    open_search_by_pad(table);
    press_by_pad(table, Command::kLetter, 'a');
    table.give(KeyDown{Key::kB});
    table.give(TextTyped{"b"});
    CHECK(keys(table).empty());
    CHECK(table.state().ui.field.text == "ab");
    table.give(PadDown{PadButton::kA});
    CHECK_FALSE(keys(table).empty());
    CHECK(table.state().ui.field.text == "ab");
    table.give(PadDown{PadButton::kB});
    CHECK(keys(table).empty());
    CHECK_FALSE(table.state().ui.book.search.open);
    CHECK(table.screen() == ScreenKind::kBacklog);
}
