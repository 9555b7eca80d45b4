// A line of several pages as a reader meets it: typed, clicked through, and laid out anew in the middle.
#include "game/play.h"
#include "tools/opened_story.h"

#include <catch2/catch.hpp>

#include <random>

using namespace liubai;

namespace {

constexpr Millis kLongEnough = 600000;
const Vec2 kWide{1280, 720};
const Vec2 kTall{720, 1280};

/// A reader with large text at the line of the story that has the most pages.
class LargePrint {
public:
    LargePrint() : story_(open_story(LIUBAI_ROOT, LIUBAI_ROOT)), layouts_(*story_->fonts) {
        for (const std::string& name : story_->content.story.order) load_scene_now(*story_, name);
        Settings settings;
        settings.language_chosen = true;
        settings.text_size = 200;
        settings.mode = ReadingMode::kTwoAlways;
        state_ = new_game(story_->content, settings, 1);
        give(Resized{kWide, 1, false, false});
        std::size_t most = 0;
        std::string scene_of_most;
        std::string line_of_most;
        for (const std::string& name : story_->content.story.order) {
            for (const Step& step : story_->content.scene(name)->steps) {
                const auto* line = std::get_if<Line>(&step.what);
                if (!line || !start_at(state_, story_->content, name, line->id)) continue;
                if (dialogue().pages.size() <= most) continue;
                most = dialogue().pages.size();
                scene_of_most = name;
                line_of_most = line->id;
            }
        }
        start_at(state_, story_->content, scene_of_most, line_of_most);
    }

    Frame give(const InputEvent& event) { return update(state_, layouts_, story_->content, {&event, 1}, 0); }
    Frame click() { return give(KeyDown{Key::kSpace}); }
    Frame pass(Millis dt) { return update(state_, layouts_, story_->content, {}, dt); }
    Dialogue dialogue() { return dialogue_now(state_, story_->content, layouts_); }
    [[nodiscard]] std::string line() const {
        const Line* line = current_line(state_, story_->content);
        return line ? line->id : "";
    }
    GameState& state() { return state_; }
    [[nodiscard]] const OpenedStory& story() const { return *story_; }

    /// The bytes of the first text that are shown: from its page's begin to here.
    std::size_t shown_to() {
        const Dialogue now = dialogue();
        const DialogueText& lead = now.texts[0];
        std::size_t end = now.pages[now.page].begin;
        for (std::size_t i = 0; i < lead.layout->clusters.size(); ++i) {
            if (lead.reveal.at[i] > state_.moment.elapsed) break;
            end = now.pages[now.page].begin + lead.layout->clusters[i].byte_end;
        }
        return end;
    }

private:
    std::unique_ptr<OpenedStory> story_;
    Layouts layouts_;
    GameState state_;
};

} // namespace

TEST_CASE("a click completes the page, the next one turns it, and the last page's leads to the next line", "[tools]") {
    LargePrint reader;
    const std::string line = reader.line();
    const std::size_t pages = reader.dialogue().pages.size();
    REQUIRE(pages > 1);
    for (std::size_t page = 0; page < pages; ++page) {
        REQUIRE(reader.line() == line);
        CHECK(reader.state().moment.page == page);
        CHECK_FALSE(is_typed(reader.state(), reader.dialogue()));
        for (int clicks = 0; clicks < 9 && !is_typed(reader.state(), reader.dialogue()); ++clicks) reader.click();
        REQUIRE(is_typed(reader.state(), reader.dialogue()));
        CHECK(reader.state().seen.empty());
        reader.click();
    }
    CHECK(reader.line() != line);
    CHECK(reader.state().moment.page == 0);
    CHECK(reader.state().seen.contains(line));
}

TEST_CASE("a page waits for its click, however long, under another mark than the line's end", "[tools]") {
    LargePrint reader;
    const auto drops = [&](const Frame& frame) {
        int found = 0;
        for (const Layer& layer : frame.layers) {
            for (const DrawItem& item : layer.items) {
                const auto* image = std::get_if<ImageItem>(&item);
                found += image && image->image == reader.story().content.look.ui.drop ? 1 : 0;
            }
        }
        return found;
    };
    CHECK(drops(reader.pass(0)) == 0);
    CHECK(drops(reader.pass(kLongEnough)) == 3);
    CHECK(reader.state().moment.page == 0);
    CHECK(is_typed(reader.state(), reader.dialogue()));
    while (reader.dialogue().has_more()) {
        reader.click();
        reader.pass(kLongEnough);
    }
    CHECK(drops(reader.pass(0)) == 1);
}

TEST_CASE("T6: a new window or text size in the middle of a line keeps its place", "[tools]") {
    LargePrint reader;
    const GameState begin = reader.state();
    for (Millis at = 0; at < 5000; at += 330) {
        for (const bool second_page : {false, true}) {
            reader.state() = begin;
            if (second_page) {
                reader.pass(kLongEnough);
                reader.click();
            }
            reader.pass(at);
            const std::size_t shown = reader.shown_to();
            const Moment before = reader.state().moment;
            reader.give(Resized{{1281, 721}, 1, false, false});
            CHECK(reader.state().moment == before);
            const auto check = [&] {
                const Dialogue now = reader.dialogue();
                INFO("after " << at << " ms, page " << now.page << " of " << now.pages.size());
                const Page& page = now.pages[now.page];
                const std::size_t to = reader.shown_to();
                // The same words are shown, but for spaces where another page ends.
                const bool inside = page.begin <= shown && shown <= page.end;
                CHECK(inside);
                const bool near = to + 1 >= shown && to <= shown + 1;
                CHECK(near);
            };
            reader.give(Resized{kTall, 1, false, false});
            check();
            reader.give(Resized{kWide, 1, false, false});
            check();
        }
    }
}

TEST_CASE("another reading mode in the middle of a line stays near its place; a typed line stays typed", "[tools]") {
    LargePrint reader;
    reader.pass(kLongEnough);
    reader.click();
    reader.pass(300);
    const std::size_t pages = reader.dialogue().pages.size();
    REQUIRE(pages > 1);
    for (int i = 0; i < 4; ++i) reader.give(KeyDown{Key::kT});
    CHECK(reader.state().moment.page == 1);
    while (reader.dialogue().has_more()) {
        reader.pass(kLongEnough);
        reader.click();
    }
    reader.pass(kLongEnough);
    for (int i = 0; i < 4; ++i) {
        reader.give(KeyDown{Key::kT});
        CHECK(is_typed(reader.state(), reader.dialogue()));
        CHECK_FALSE(reader.dialogue().has_more());
    }
}

TEST_CASE("update(a + b) leaves the state that update(a) and update(b) leave, in large print too", "[tools]") {
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    for (const std::string& name : story->content.story.order) load_scene_now(*story, name);
    Layouts layouts(*story->fonts);
    Settings settings;
    settings.language_chosen = true;
    settings.text_size = 200;
    GameState whole = new_game(story->content, settings, 1);
    REQUIRE(start_at(whole, story->content, "branch", ""));
    GameState pieces = whole;
    std::mt19937 random(8);
    std::size_t turned = 0;
    for (int i = 0; i < 400 && whole.ui.screen == ScreenKind::kReading; ++i) {
        InputEvent event = KeyDown{Key::kSpace};
        if (random() % 9 == 0) event = Resized{random() % 2 == 0 ? kWide : kTall, 1, false, false};
        const auto a = static_cast<Millis>(random() % 900);
        const auto b = static_cast<Millis>(random() % 900);
        update(whole, layouts, story->content, {&event, 1}, a + b);
        update(pieces, layouts, story->content, {&event, 1}, a);
        update(pieces, layouts, story->content, {}, b);
        REQUIRE(whole == pieces);
        turned += whole.moment.page > 0 ? 1 : 0;
    }
    CHECK(turned > 5);
}

TEST_CASE("a reading started in the middle of a scene can be gone back to its first line", "[tools]") {
    LargePrint reader;
    const History& history = reader.state().history;
    REQUIRE(history.checkpoints.size() == 1);
    CHECK(history.checkpoints[0].entry == 0);
    REQUIRE(history.entries.size() == 1);
    CHECK(history.entries[0].id == reader.line());
    Reading again = history.checkpoints[0].reading;
    const auto find = [&](const std::string& name) { return reader.story().content.scene(name); };
    const Event event = advance(again, reader.story().content.story, find);
    REQUIRE(std::holds_alternative<AtLine>(event));
    CHECK(std::get<AtLine>(event).line->id == reader.line());
}
