// The shipped story at every text size, in every reading mode and window: nothing leaves its place.
#include "game/play.h"
#include "game/setting_steps.h"
#include "game/show.h"
#include "story/reading.h"
#include "tools/opened_story.h"
#include "ui/column.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

constexpr float kSizes[] = {80, 100, 150, 200};
const Vec2 kWindows[] = {{1280, 720}, {1920, 1080}, {2560, 1080}, {1024, 768}, {720, 1280}};
/// A window, and the pixels of its display's points.
struct Display {
    Vec2 window;
    float points;
};
const Display kDisplays[] = {{{1280, 720}, 1},  {{1920, 1080}, 1}, {{2560, 1080}, 1}, {{1024, 768}, 1}, {{720, 1280}, 1},
                           {{2532, 1170}, 3}, {{1170, 2532}, 3}, {{640, 360}, 1},   {{360, 640}, 1}};
constexpr ReadingMode kModes[] = {ReadingMode::kBothVoices, ReadingMode::kMine, ReadingMode::kTwoAlways,
                                  ReadingMode::kAsSpoken};
constexpr Millis kLongEnough = 600000;

/// What a reader may choose of the text beside its size.
const TextChoice kChoices[] = {
    {},
    {Family::kSerif, false, 160, false},
    {Family::kSans, true, 100, true},
    {Family::kSans, false, 160, false},
    {Family::kReadable, false, 100, false},
    {Family::kReadable, true, 160, true},
};

std::unique_ptr<OpenedStory> shipped() {
    auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    for (const std::string& name : story->content.story.order) load_scene_now(*story, name);
    return story;
}

std::vector<const Line*> lines(const OpenedStory& story) {
    std::vector<const Line*> found;
    for (const std::string& name : story.content.story.order) {
        for (const Step& step : story.content.scene(name)->steps) {
            if (const auto* line = std::get_if<Line>(&step.what)) found.push_back(line);
        }
    }
    return found;
}

/// Every glyph's pen between left and right, its baseline between top and bottom.
bool all_inside(const std::vector<DrawItem>& items, Rect room) {
    for (const DrawItem& item : items) {
        const auto* glyphs = std::get_if<GlyphsItem>(&item);
        if (!glyphs) continue;
        for (const PlacedGlyph& glyph : glyphs->glyphs) {
            if (!room.contains(glyph.at)) return false;
        }
    }
    return true;
}

Rect whole(const Canvas& canvas) { return {0, 0, canvas.size.x, canvas.size.y}; }

} // namespace

TEST_CASE("P6: every line of the story stays in its column at every text size, spacing, face, mode and window",
          "[tools]") {
    const auto story = shipped();
    const auto all = lines(*story);
    Layouts layouts(*story->fonts);
    const Rhythm rhythm;
    // Every 67th of the cases: all of them take 37 seconds, and ten times that under the sanitizers.
    constexpr int kStride = 67;
    int number = 0;
    for (const Vec2 window : kWindows) {
        for (int set = 0; set < 24; ++set) {
            const float size = kSizes[set % 4];
            const TextChoice& choice = kChoices[set / 4];
            const Canvas canvas = canvas_for(window);
            const Metrics m = metrics(canvas, 1, size, choice);
            for (std::size_t i = 0; i < all.size() * 8; ++i) {
                if (number++ % kStride != 0) continue;
                const Line& line = *all[i / 8];
                DialogueView view;
                view.speaker = find_speaker(story->content.story, line.speaker);
                view.reader = i % 2 == 0 ? Language::kZh : Language::kEn;
                view.elapsed = kLongEnough;
                view.waits = true;
                const auto texts = reading_texts(line, kModes[i / 2 % 4], view.reader);
                std::size_t page = 0;
                Dialogue dialogue;
                do {
                    dialogue = lay_out_dialogue(texts, page, m, layouts, rhythm);
                    INFO(window.x << "x" << window.y << " " << size << " % choice " << set / 4 << " " << line.id
                                  << " page " << page);
                    CHECK(dialogue.block.y >= m.highest);
                    CHECK(dialogue.block.y + dialogue.block.h <= m.column.y + m.column.h + 0.01f);
                    std::size_t rows = 0;
                    for (const DialogueText& text : dialogue.texts) {
                        CHECK(text.layout->size.x <= m.column.w + 0.01f);
                        rows += text.layout->rows.size();
                    }
                    const bool widow = dialogue.pages.size() > 1 && rows < 2;
                    CHECK_FALSE(widow);
                    std::vector<DrawItem> items;
                    put_dialogue(items, dialogue, view, m, story->content.look.ui, layouts, rhythm);
                    CHECK(all_inside(items, whole(canvas)));
                } while (++page < dialogue.pages.size());
            }
        }
    }
}

TEST_CASE("P6: a line has as many pages as it needs, one at the size for which it was written", "[tools]") {
    const auto story = shipped();
    Layouts layouts(*story->fonts);
    std::size_t most = 0;
    for (const Line* line : lines(*story)) {
        const auto texts = reading_texts(*line, ReadingMode::kTwoAlways, Language::kZh);
        const auto pages = [&](Vec2 window, float size, const TextChoice& choice = {}) {
            const Metrics m = metrics(canvas_for(window), 1, size, choice);
            return lay_out_dialogue(texts, 0, m, layouts, Rhythm{}).pages.size();
        };
        INFO(line->id);
        for (const Family typeface : {Family::kSerif, Family::kSans}) {
            CHECK(pages({1280, 720}, 100, {.typeface = typeface}) == 1);
            CHECK(pages({720, 1280}, 100, {.typeface = typeface}) == 1);
        }
        most = std::max(most, pages({1280, 720}, 200));
    }
    CHECK(most > 1);
    CHECK(most <= 3);
}

TEST_CASE("every screen stays on the canvas at every text size, spacing, face and window, on telephones too", "[tools]") {
    const auto story = shipped();
    Layouts layouts(*story->fonts);
    for (const auto& [window, points] : kDisplays) {
        for (const float size : kSizes) {
            for (int set = 0; set < 4; ++set) {
                const Language reader = set % 2 == 0 ? Language::kZh : Language::kEn;
                for (const ScreenKind screen : {ScreenKind::kReading, ScreenKind::kTitle, ScreenKind::kMenu,
                                                ScreenKind::kEnd, ScreenKind::kLanguage, ScreenKind::kSettings}) {
                    Settings settings;
                    settings.reader = reader;
                    settings.text_size = size;
                    settings.text = set < 2 ? TextChoice{} : kChoices[5];
                    GameState state = new_game(story->content, settings, 1);
                    const InputEvent resized = Resized{window, points, false, false};
                    REQUIRE(start_at(state, story->content, "", ""));
                    state.ui.screen = screen;
                    update(state, layouts, story->content, {&resized, 1}, kLongEnough);
                    const std::size_t pages = screen == ScreenKind::kEnd        ? end_pages(state, story->content, layouts)
                                              : screen == ScreenKind::kSettings ? kSettingsTabs
                                                                                : 1;
                    for (std::size_t page = 0; page < pages; ++page) {
                        turn_to_end_page(state, page);
                        state.ui.picked = page;
                        state.ui.page_clock = kEndPageLasts / 2;
                        const Showing shown =
                            show(state, dialogue_now(state, story->content, layouts), layouts, story->content);
                        INFO(window.x << "x" << window.y << " at " << points << ", " << size << " % screen " << static_cast<int>(screen) << " page " << page);
                        const Rect room = whole(state.surroundings.canvas);
                        for (const Layer& layer : shown.frame.layers) CHECK(all_inside(layer.items, room));
                        for (const Button& button : shown.buttons) {
                            CHECK(button.at.x >= 0);
                            CHECK(button.at.y >= 0);
                            CHECK(button.at.x + button.at.w <= room.w);
                            CHECK(button.at.y + button.at.h <= room.h);
                        }
                    }
                }
            }
        }
    }
}

TEST_CASE("a choice of long options stays on the canvas at every text size and window, no option over another",
          "[tools]") {
    const auto story = shipped();
    Layouts layouts(*story->fonts);
    Choice choice;
    const auto rich = [](int times, const std::string& words) {
        RichText text;
        for (int i = 0; i < times; ++i) text.text += words;
        return text;
    };
    choice.prompt = rich(3, "你会怎么回答这个很长的问题呢？");
    choice.prompt.text += "and in English too";
    std::vector<std::size_t> open;
    for (int i = 0; i < 6; ++i) {
        ChoiceOption option;
        option.text = rich(i, i % 2 == 0 ? "一个很长的选项，" : "a long option of many words, ");
        option.text.text += "好";
        choice.options.push_back(option);
        open.push_back(open.size());
    }
    for (const auto& [window, points] : kDisplays) {
        for (int set = 0; set < 8; ++set) {
            const float size = kSizes[set % 4];
            const Canvas canvas = canvas_for(window);
            const Metrics m = metrics(canvas, points, size, set < 4 ? TextChoice{} : kChoices[5]);
            const ScreenContext c{story->content.story, story->content.look, canvas, m, layouts};
            std::vector<DrawItem> items;
            const auto buttons = put_choice(items, c, choice, open, {});
            INFO(window.x << "x" << window.y << " at " << points << ", " << size << " %");
            CHECK(all_inside(items, whole(canvas)));
            REQUIRE(buttons.size() == open.size());
            for (std::size_t i = 0; i < buttons.size(); ++i) {
                CHECK(buttons[i].at.x >= 0);
                CHECK(buttons[i].at.y + buttons[i].at.h <= canvas.size.y);
                if (i == 0) continue;
                // Touch areas may meet; what is drawn in them may not.
                const Rect& before = buttons[i - 1].at;
                const bool below = buttons[i].at.center().y - before.center().y >= m.mark;
                const bool beside = buttons[i].at.x >= before.x + before.w;
                CHECK((below || beside));
            }
        }
    }
}

TEST_CASE("a telephone on its side has a menu of two columns, no smaller than a wide window's", "[tools]") {
    const auto story = shipped();
    Layouts layouts(*story->fonts);
    const auto menu = [&](Vec2 window, float points) {
        const Canvas canvas = canvas_for(window);
        const Metrics m = metrics(canvas, points, 100);
        std::vector<DrawItem> items;
        const ScreenContext c{story->content.story, story->content.look, canvas, m, layouts};
        return put_menu_screen(items, c, story->content.story.title);
    };
    const auto wide = menu({1280, 720}, 1);
    const auto phone = menu({2532, 1170}, 3);
    REQUIRE(wide.size() == phone.size());
    CHECK(wide.front().at.center().x == Approx(wide.back().at.center().x));
    CHECK(phone.front().at.x + phone.front().at.w < phone.back().at.x);
    for (std::size_t i = 0; i < wide.size(); ++i) CHECK(phone[i].at.w >= Approx(wide[i].at.w));
}

TEST_CASE("the title of a story that goes on keeps its seven entries on the canvas, none over another", "[tools]") {
    const auto story = shipped();
    Layouts layouts(*story->fonts);
    for (const auto& [window, points] : kDisplays) {
        for (const float size : kSizes) {
            for (const Language reader : {Language::kZh, Language::kEn}) {
                const Canvas canvas = canvas_for(window);
                const Metrics m = metrics(canvas, points, size);
                std::vector<DrawItem> items;
                const ScreenContext c{story->content.story, story->content.look, canvas, m, layouts, reader};
                const auto buttons = put_title_screen(items, c, true, true);
                INFO(window.x << "x" << window.y << " at " << points << ", " << size << " %");
                CHECK(buttons.size() == 7);
                CHECK(all_inside(items, whole(canvas)));
                for (std::size_t i = 0; i < buttons.size(); ++i) {
                    const Vec2 here = buttons[i].at.center();
                    CHECK(whole(canvas).contains(here));
                    if (i == 0) continue;
                    const Vec2 before = buttons[i - 1].at.center();
                    CHECK((here.x - before.x >= 44 * points / canvas.scale || here.y - before.y >= 44 * points / canvas.scale));
                }
            }
        }
    }
}

TEST_CASE("the title's entries are of one size on displays of one and of three pixels a point", "[tools]") {
    const auto story = shipped();
    Layouts layouts(*story->fonts);
    const std::vector<Entry> entries{{"Begin", Command::kBegin}, {"Settings", Command::kSettings}, {"Quit", Command::kQuit}};
    const auto set = [&](float points) {
        const Canvas canvas = canvas_for({390 * points, 844 * points});
        const Metrics sizes = metrics(canvas, points, 100);
        const ScreenContext c{story->content.story, story->content.look, canvas, sizes, layouts};
        const float rows = static_cast<float>(entries.size()) * measure_column(c, {entries[0]}, 1e6f).height;
        return measure_column(c, entries, rows - 1e-3f).style.size; // what rounding may leave of just enough
    };
    CHECK(set(1) > 2 * kLeastText);
    CHECK(set(3) == Approx(set(1)));
}
