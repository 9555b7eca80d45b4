// The backlog and the two columns, by every input; and a history of 100,000 lines.
#include "game/book_entry.h"
#include "game/book_search.h"
#include "support/table.h"

#include <algorithm>

using namespace liubai;

namespace {

/// The shipped story, read up to its twelfth line, with the backlog or the document open.
void read_on(Table& table, ScreenKind screen, std::size_t lines = 12) {
    table.read_lines(lines);
    table.give(ActionGiven{screen == ScreenKind::kBacklog ? Action::kBacklog : Action::kDocument});
    REQUIRE(table.screen() == screen);
}

std::vector<Button> entries(Table& table) {
    std::vector<Button> found;
    for (const Button& button : table.buttons()) {
        if (button.command == Command::kBookEntry) found.push_back(button);
    }
    return found;
}

template <typename T>
const T* request(const Frame& frame) {
    for (const Request& one : frame.requests) {
        if (const T* found = std::get_if<T>(&one)) return found;
    }
    return nullptr;
}

/// A story of one scene of 100,000 lines, all of them read.
class LongReading {
public:
    static constexpr std::size_t kLines = 100000;

    LongReading() : story_(open_story(LIUBAI_ROOT, LIUBAI_ROOT)), layouts_(*story_->fonts) {
        auto scene = std::make_unique<Scene>();
        scene->name = "long";
        Settings settings;
        settings.language_chosen = true;
        state_ = new_game(story_->content, settings, 1);
        state_.history.scenes = {"long"};
        for (std::size_t i = 0; i < kLines; ++i) {
            Line line;
            line.id = "long/" + std::to_string(i);
            line.language = "zh";
            line.text.text = "第" + std::to_string(i) + "句，山里起雾了。";
            line.others["en"].text = "Line " + std::to_string(i) + ": mist rises in the hills.";
            state_.history.entries.push_back({0, static_cast<std::uint32_t>(i), line.id, -1});
            scene->steps.push_back({std::move(line), 0});
        }
        state_.history.shown = kLines;
        state_.under_way = true;
        state_.ui.screen = ScreenKind::kReading;
        story_->content.scenes["long"] = std::move(scene);
        give(Resized{{1280, 720}, 1, false, false});
        open_screen(state_, ScreenKind::kBacklog);
    }

    Frame give(const InputEvent& event) { return update(state_, layouts_, story_->content, {&event, 1}, 0); }
    Frame pass(Millis dt) { return update(state_, layouts_, story_->content, {}, dt); }
    /// How many layouts that made.
    template <typename F>
    std::size_t made_by(const F& f) {
        const std::size_t before = layouts_.made();
        f();
        return layouts_.made() - before;
    }
    GameState& state() { return state_; }
    OpenedStory& story() { return *story_; }

private:
    std::unique_ptr<OpenedStory> story_;
    Layouts layouts_;
    GameState state_;
};

} // namespace

TEST_CASE("the backlog opens with the present line at its foot, and the keys come to it") {
    Table table;
    read_on(table, ScreenKind::kBacklog);
    const auto shown = entries(table);
    REQUIRE(shown.size() > 3);
    CHECK(shown.back().option == 11);
    table.give(KeyDown{Key::kUp});
    CHECK(table.state().ui.book.picked == 10);
}

TEST_CASE("Enter in the backlog goes to a line, and what came after it is kept") {
    Table table;
    read_on(table, ScreenKind::kBacklog);
    const std::string last = table.state().history.entries[11].id;
    for (int i = 0; i < 3; ++i) table.give(KeyDown{Key::kUp});
    table.give(KeyDown{Key::kEnter});
    CHECK(table.screen() == ScreenKind::kReading);
    CHECK(table.line() == table.state().history.entries[8].id);
    CHECK(table.state().history.entries.size() == 12);
    for (int i = 0; i < 3; ++i) table.give(KeyDown{Key::kPageDown});
    CHECK(table.line() == last);
}

TEST_CASE("a click on a line goes there; a finger picks it first") {
    Table table;
    read_on(table, ScreenKind::kDocument);
    const Button before = entries(table)[entries(table).size() - 3];
    table.tap(before.at.center());
    CHECK(table.screen() == ScreenKind::kDocument);
    CHECK(table.state().ui.book.picked == before.option);
    table.tap(before.at.center());
    CHECK(table.screen() == ScreenKind::kReading);
    CHECK(table.line() == table.state().history.entries[before.option].id);

    Table mouse;
    read_on(mouse, ScreenKind::kBacklog);
    const Button there = entries(mouse)[entries(mouse).size() - 2];
    mouse.click(there.at.center());
    CHECK(mouse.line() == mouse.state().history.entries[there.option].id);
}

TEST_CASE("the wheel goes up through the backlog, and down past its end closes it") {
    Table table;
    read_on(table, ScreenKind::kBacklog, 30);
    const std::size_t top = entries(table).front().option;
    table.give(Wheel{{640, 400}, 3});
    CHECK(entries(table).front().option < top);
    for (int i = 0; i < 3 && table.screen() == ScreenKind::kBacklog; ++i) table.give(Wheel{{640, 400}, -3});
    CHECK(table.screen() == ScreenKind::kReading);
}

TEST_CASE("a drag moves the page and goes nowhere") {
    Table table;
    read_on(table, ScreenKind::kBacklog, 30);
    const std::size_t top = entries(table).front().option;
    table.give(TouchDown{1, {900, 400}});
    table.give(TouchMoved{1, {900, 700}});
    table.give(TouchUp{1, {900, 700}});
    CHECK(table.screen() == ScreenKind::kBacklog);
    CHECK(entries(table).front().option < top);
}

TEST_CASE("C copies the line that is picked, with who says it") {
    Table table;
    read_on(table, ScreenKind::kBacklog);
    const Frame frame = table.give(KeyDown{Key::kC});
    const auto* copied = request<CopyRequest>(frame);
    REQUIRE(copied != nullptr);
    const BookEntry entry = book_entry(table.state(), table.story().content, 11);
    CHECK(copied->text.find(plain(entry.columns[0][0].text, "（  ）")) != std::string::npos);
    CHECK(table.state().ui.notice.left > 0);
}

TEST_CASE("what is searched for is typed, found in another case, gone to and left again") {
    Table table;
    read_on(table, ScreenKind::kDocument, 30);
    Frame frame = table.give(KeyDown{Key::kF});
    const auto* asked = request<TextInputRequest>(frame);
    REQUIRE(asked != nullptr);
    CHECK_FALSE(asked->at.empty());
    CHECK(frame.wanted.pinyin);
    table.give(TextTyped{"f"}); // the text of the key that opened it
    CHECK(table.state().ui.field.text.empty());
    const BookEntry entry = book_entry(table.state(), table.story().content, 4);
    std::string words = entry.columns[1][0].text.text.substr(0, 7);
    std::transform(words.begin(), words.end(), words.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    table.give(TextTyped{words});
    const BookSearch& search = table.state().ui.book.search;
    REQUIRE_FALSE(search.found.empty());
    CHECK(std::find(search.found.begin(), search.found.end(), 4u) != search.found.end());
    CHECK(table.state().ui.book.picked == search.found[0]);
    const auto* ended = request<TextInputRequest>(frame = table.give(KeyDown{Key::kEscape}));
    REQUIRE(ended != nullptr);
    CHECK(ended->at.empty());
    CHECK(table.screen() == ScreenKind::kDocument);
    table.give(KeyDown{Key::kEscape});
    CHECK(table.screen() == ScreenKind::kReading);
}

TEST_CASE("the document has each line in both languages, the reader's first") {
    Table table;
    read_on(table, ScreenKind::kDocument);
    const BookEntry entry = book_entry(table.state(), table.story().content, 3);
    REQUIRE(entry.columns.size() == 2);
    CHECK(entry.columns[0][0].language == "zh");
    CHECK(entry.columns[1][0].language == "en");
    table.state().settings.reader = Language::kEn;
    CHECK(book_entry(table.state(), table.story().content, 3).columns[0][0].language == "en");
}

TEST_CASE("a silence is filled in the backlog once its word was heard") {
    Table table;
    read_on(table, ScreenKind::kDocument);
    const Content& content = table.story().content;
    for (const auto& [name, scene] : content.scenes) {
        for (std::size_t step = 0; scene && step < scene->steps.size(); ++step) {
            const auto* line = std::get_if<Line>(&scene->steps[step].what);
            const auto gaps = line ? gaps_of(line->text) : std::vector<Unsaid>{};
            if (gaps.empty() || gaps[0].key.empty()) continue;
            GameState& state = table.state();
            state.history.entries.push_back({scene_index(state.history, name), static_cast<std::uint32_t>(step), line->id, -1});
            const std::size_t last = state.history.entries.size() - 1;
            const auto text = [&] { return book_entry(state, content, last).columns[0][0].text.text; };
            CHECK(text().find(kGapUtf8) != std::string::npos);
            state.reading.heard.push_back(gaps[0].key);
            CHECK(text().find(kGapUtf8) == std::string::npos);
            return;
        }
    }
    FAIL("the story has no silence that is heard");
}

TEST_CASE("a history of 100,000 lines lays out what is seen and no more") {
    LongReading reading;
    CHECK(reading.made_by([&] { reading.pass(0); }) < 100);
    CHECK(reading.made_by([&] { reading.give(Wheel{{640, 400}, 1}); }) < 20);
    CHECK(reading.made_by([&] { reading.give(KeyDown{Key::kPageUp}); }) < 100);
    CHECK(reading.made_by([&] { reading.give(KeyDown{Key::kHome}); }) < 100);
    CHECK(reading.state().ui.book.top == 0);
    CHECK(reading.made_by([&] { reading.give(KeyDown{Key::kEnd}); }) < 100);
    CHECK(reading.state().ui.book.picked == LongReading::kLines - 1);
}

TEST_CASE("a history of 100,000 lines is searched in slices, however time is cut") {
    LongReading reading;
    reading.give(KeyDown{Key::kF});
    Frame frame;
    CHECK(reading.made_by([&] { frame = reading.give(TextTyped{"第17句"}); }) < 20);
    const BookSearch& search = reading.state().ui.book.search;
    CHECK(search.looked_at == kSearchedAtOnce);
    CHECK(frame.wake_after <= 40);
    GameState cut = reading.state();
    reading.pass(30);
    CHECK(search.looked_at == kSearchedAtOnce + 30 * kSearchedPerMs);
    std::swap(cut, reading.state());
    reading.pass(11);
    reading.pass(19);
    CHECK(cut == reading.state());
    CHECK(reading.made_by([&] { reading.pass(10000); }) < 120);
    REQUIRE(search.found.size() == 1);
    CHECK(search.found[0] == 17);
    CHECK(reading.state().ui.book.picked == 17);
}

TEST_CASE("lines of a scene that is not there yet hold their place, and the scene is asked for") {
    LongReading reading;
    auto scene = std::move(reading.story().content.scenes["long"]);
    reading.story().content.scenes.erase("long");
    const Frame frame = reading.pass(0);
    const auto& soon = frame.wanted.scenes_soon;
    CHECK(std::find(soon.begin(), soon.end(), "long") != soon.end());
    CHECK(book_entry(reading.state(), reading.story().content, 5).is_missing);
    reading.story().content.scenes["long"] = std::move(scene);
    reading.give(Loaded{1});
    CHECK_FALSE(book_entry(reading.state(), reading.story().content, 5).is_missing);
}
