// Stories that cannot fit somewhere, and what lint says of them.
#include "support/temporary_folder.h"
#include "tools/lint.h"
#include "tools/overflow.h"
#include "tools/overflow_flaws.h"
#include "ui/text_field.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace liubai;

namespace {

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

/// A story of one scene, of which each part can be another.
struct SmallStory {
    std::string project = "title: {zh: 试, en: Trial}\nlanguage: zh\nlanguages: [zh, en]\nscenes: [one]\n";
    std::string cast = "A:\n  name: {zh: 甲, en: A}\n  language: zh\nB:\n  name: {zh: 乙, en: B}\n  language: en\n";
    std::string title = "title: {zh: 晨, en: Morning}\n";
    std::string lines = "  - A: 你好\n    en: Hello\n";

    [[nodiscard]] Diagnostics findings() const {
        const test_support::TemporaryFolder folder;
        folder.put("scenes/project.yaml", project);
        folder.put("scenes/cast.yaml", cast);
        folder.put("scenes/one.yaml", title + "lines:\n" + lines);
        const auto story = open_story(folder.path().string(), LIUBAI_ROOT);
        load_scene_now(*story, "one");
        for (const Diagnostic& finding : story->findings) FAIL(to_text(finding, Language::kEn));
        const OverflowProof proof = prove_no_overflow(*story);
        CHECK(proof.findings.empty() == !proof.sentence.en.empty());
        return proof.findings;
    }
};

/// Says where the one finding is, as "file:line code".
std::string place_of(const Diagnostics& findings) {
    REQUIRE(findings.size() == 1);
    const Diagnostic& found = findings.front();
    CHECK_FALSE(found.hint.zh.empty());
    CHECK_FALSE(found.hint.en.empty());
    CHECK(found.severity == Severity::kWarning);
    return found.file + ":" + std::to_string(found.line) + " " + found.code;
}

} // namespace

TEST_CASE("a small story fits, and the proof says how many lines there are", "[tools]") {
    CHECK(SmallStory{}.findings().empty());
    const auto shipped = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    load_scene_now(*shipped, "mist");
    std::size_t lines = 0;
    for (const Step& step : shipped->content.scene("mist")->steps) lines += std::holds_alternative<Line>(step.what) ? 1 : 0;
    const OverflowProof proof = prove_no_overflow(*shipped);
    CHECK(proof.findings.empty());
    CHECK(proof.lines == lines);
    CHECK(proof.sentence.en ==
          std::to_string(lines) + " lines fit in every reading mode, from 80 to 200 %, in 5 window shapes");
}

TEST_CASE("a name of 200 letters is told where it is written", "[tools]") {
    SmallStory story;
    story.cast = "A:\n  language: zh\n  name: {zh: 甲, en: " + times(200, "w") + "}\nB: {name: {zh: 乙, en: B}, language: en}\n";
    const Diagnostics found = story.findings();
    CHECK(place_of(found) == "scenes/cast.yaml:3 text-overflow");
    CHECK(found[0].message.en == "the name of \"A\" fits only when it is too small to read at 80 % in a 16:9 window");
    CHECK(found[0].message.zh == "16:9 的窗口里，字号 80 % 时，“A”的名字要缩得看不清才放得下");
}

TEST_CASE("a seal of many characters is told where it is written", "[tools]") {
    SmallStory story;
    story.cast = "A:\n  name: {zh: 甲, en: A}\n  language: zh\n  seal: 很长的印\n";
    CHECK(place_of(story.findings()) == "scenes/cast.yaml:4 text-overflow");
}

TEST_CASE("a word or address of any length breaks over rows and pages", "[tools]") {
    SmallStory story;
    story.lines = "  - A: 见 https://example.org/" + times(60, "a-long-way/") + "\n    en: See https://example.org/" +
                  times(60, "a-long-way/") + "\n  - A: " + times(1500, "w") + "\n    en: " + times(1000, "v") +
                  "\n  - A: " + times(500, "—") + "\n    en: " + times(500, "…") + "\n";
    CHECK(story.findings().empty());
}

TEST_CASE("annotations, emphasis and gaps keep to their column; an annotation wider than it is told", "[tools]") {
    const auto line = [](std::size_t words) {
        return "  - A: 【注解|" + times(words, "zhù jiě ") + "】在<em>这里</em>" + times(7, "一<unsaid>二") +
               "\n    en: He <em>said</em> " + times(7, "one <unsaid> two ") + "\n";
    };
    SmallStory story;
    story.lines = line(1);
    CHECK(story.findings().empty());
    story.lines = line(20);
    const Diagnostics found = story.findings();
    CHECK(place_of(found) == "scenes/one.yaml:3 text-overflow");
    CHECK(found[0].message.en.starts_with("this line is wider than its column"));
}

TEST_CASE("a line that has no place for a page to end is told, with its mode", "[tools]") {
    SmallStory story;
    story.lines = "  - A: 好\n    en: Good\n  - A: " + times(120, "<unsaid>") + "\n    en: " + times(120, "<unsaid>") + "\n";
    const Diagnostics found = story.findings();
    CHECK(place_of(found) == "scenes/one.yaml:5 text-overflow");
    CHECK(found[0].message.en.find("(Both voices)") != std::string::npos);
}

TEST_CASE("a choice of thirty long options does not fit, one of six long ones or of sixteen words does", "[tools]") {
    const auto choice = [](std::size_t count, const std::string& zh, const std::string& en) {
        std::string text = "  - choice: 怎么办？\n    en: What now?\n    options:\n";
        for (std::size_t i = 0; i < count; ++i) {
            const std::string number = std::to_string(i);
            text += "      - " + zh + number + ":\n          - pause: breath\n        en: " + en + number + "\n";
        }
        return text + "  - A: 好\n    en: Good\n";
    };
    SmallStory story;
    const std::string zh = "一个有二十个字那么长的选项，还要更长一些";
    const std::string en = "an option that is as long as this one is here";
    story.lines = choice(30, zh, en);
    CHECK(place_of(story.findings()) == "scenes/one.yaml:3 text-overflow");
    story.lines = choice(6, zh, en);
    CHECK(story.findings().empty());
    story.lines = choice(16, "好", "Good");
    CHECK(story.findings().empty());
}

TEST_CASE("a card of 300 characters and a scene's long title do not fit, each is told in its place", "[tools]") {
    SmallStory story;
    story.lines = "  - A: 你好\n    en: Hello\n  - chapter: {zh: " + times(300, "晨") + ", en: Morning}\n";
    CHECK(place_of(story.findings()) == "scenes/one.yaml:5 text-overflow");
    story = {};
    story.title = "title: {zh: 晨, en: " + times(60, "Morning ") + "}\n";
    CHECK(place_of(story.findings()) == "scenes/one.yaml:1 text-overflow");
}

TEST_CASE("a story's title and its credits are told in the project's file", "[tools]") {
    SmallStory story;
    story.project = "language: zh\nlanguages: [zh, en]\ntitle: {zh: " + times(200, "留") + ", en: Room}\nscenes: [one]\n";
    const Diagnostics titles = story.findings();
    CHECK(place_of(titles) == "scenes/project.yaml:3 text-overflow");
    story = {};
    story.project += "credits:\n  - role: {zh: 谢, en: Thanks}\n    name: {zh: " + times(3000, "谢") + ", en: all}\n";
    CHECK(place_of(story.findings()) == "scenes/project.yaml:5 text-overflow");
}

TEST_CASE("lint warns of what does not fit and still ends well; of one file it tells that file's", "[tools]") {
    const test_support::TemporaryFolder folder;
    const SmallStory story;
    folder.put("scenes/project.yaml", story.project);
    folder.put("scenes/cast.yaml", "A: {name: {zh: 甲, en: " + times(200, "w") + "}, language: zh}\n");
    const std::string file = folder.put("scenes/one.yaml", story.title + "lines:\n" + story.lines);
    const auto lint_of = [](const std::string& path) {
        std::ostringstream out;
        CHECK(lint(path, LIUBAI_ROOT, Language::kEn, out) == 0);
        return out.str();
    };
    const std::string whole = lint_of(folder.path().string());
    CHECK(whole.find("scenes/cast.yaml:1") != std::string::npos);
    CHECK(whole.find("[text-overflow]") != std::string::npos);
    CHECK(whole.find("fix: give a shorter name") != std::string::npos);
    CHECK(whole.ends_with("0 errors, 1 warning\n"));
    CHECK(lint_of(file) == "0 errors, 0 warnings\n");
}

TEST_CASE("what fits a line but no column of two languages side by side is told with that screen", "[tools]") {
    SmallStory story;
    story.lines = "  - A: 【注解|" + times(5, "zhù jiě ") + "】\n    en: Hi\n";
    const Diagnostics found = story.findings();
    CHECK(place_of(found) == "scenes/one.yaml:3 text-overflow");
    CHECK(found[0].message.en == "this line is wider than its column at 200 % in a 4:3 window (Side by side)");
    CHECK(found[0].message.zh == "4:3 的窗口里，字号 200 % 时，这一句比字栏还宽（对照全文）");
}

TEST_CASE("a long title stands in rows in the backlog and the document", "[tools]") {
    SmallStory story;
    story.title = "title: {zh: 关于机器能从沉默里学到什么的一次谈话, en: A conversation about what machines could learn from silence}\n";
    CHECK(story.findings().empty());
}

TEST_CASE("a part of the backlog that was set for another page is seen: too wide, too high, over other words", "[tools]") {
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    Layouts layouts(*story->fonts);
    const Window& window = windows().front();
    ReadingRoom room{&window, 150, canvas_for(window.pixels), {}, {}};
    room.metrics = metrics(room.canvas, window.points, room.text_size);
    const ScreenContext c{story->content.story, story->content.look, room.canvas, room.metrics, layouts};
    const BookPage page = book_page(c, {"zh"}, false, room.canvas.size.y);
    RichText words;
    words.text = times(9, "城市的节奏像是永不停歇的交响乐。");
    Speaker speaker;
    speaker.id = "A";
    speaker.name = {{"zh", "研究者"}};
    const auto flaw_of = [&](const BookEntry& entry, const BookPage& drawn, float share = 1, Vec2 moved = {}) {
        Items items;
        const float height = put_entry(&items, c, drawn, entry, {}, 0).height;
        if (moved != Vec2{}) { // the last text, onto what stands before it
            for (PlacedGlyph& glyph : std::get<GlyphsItem>(items.back()).glyphs) glyph.at = {glyph.at.x + moved.x, glyph.at.y + moved.y};
        }
        return flaw_of_entry(*story->fonts, items, page, height * share, true, room);
    };
    BookEntry line;
    line.columns = {{{words, "zh", true}, {words, "zh", false}}};
    CHECK_FALSE(flaw_of(line, page));
    BookPage wider = page;
    wider.columns[0].w += room.metrics.text;
    CHECK(flaw_of(line, wider) == Flaw::kTooWide);
    CHECK(flaw_of(line, page, 0.5f) == Flaw::kTooHigh);
    CHECK(flaw_of(line, page, 1, {0, -room.metrics.text * 2}) == Flaw::kCovers);

    BookEntry name;
    name.speaker = &speaker;
    name.begins_turn = true;
    CHECK_FALSE(flaw_of(name, page));
    CHECK(flaw_of(name, page, 1, {-20, 0}) == Flaw::kTooLarge); // the seal's character, out of its stamp
    wider = page;
    wider.columns[0].x -= 400;
    CHECK(flaw_of(name, wider).has_value());

    TextField field;
    field.active = true;
    Items items;
    const Rect at{400, 200, 300, 60};
    put_text_field(items, c, field, at, "找");
    CHECK_FALSE(is_written_over(*story->fonts, items, at));
    const Layout& count = layouts.get("12 / 34", small_style(room.metrics, "zh"), 1000);
    put_text(items, count, {at.x + at.w - 30, at.y});
    CHECK(is_written_over(*story->fonts, items, at));
}

TEST_CASE("what is laid out for another room is seen: too wide, too high, over other words, words lost", "[tools]") {
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    Layouts layouts(*story->fonts);
    const Window& window = windows().front();
    ReadingRoom room{&window, 150, canvas_for(window.pixels), {}, {}};
    room.metrics = metrics(room.canvas, window.points, room.text_size);
    const ReadingRoom* const where[] = {&room};
    RichText han;
    han.text = times(9, "城市的节奏像是永不停歇的交响乐。");
    RichText latin;
    latin.text = times(9, "The city’s rhythm is a symphony. ");
    const std::vector<ShownText> texts{{han, "zh", true}, {latin, "en", false}};
    const auto flaw_of = [&](const Dialogue& page, const std::vector<Ink>& names = {}) {
        return flaw_of_page(*story->fonts, page, false, where, names);
    };
    const Dialogue right = lay_out_dialogue(texts, 0, room.metrics, layouts, {});
    CHECK_FALSE(flaw_of(right));

    Metrics other = room.metrics;
    other.column.w += 80;
    CHECK(flaw_of(lay_out_dialogue(texts, 0, other, layouts, {})) == Flaw::kTooWide);
    other = room.metrics;
    other.highest -= 300;
    CHECK(flaw_of(lay_out_dialogue(texts, 0, other, layouts, {})) == Flaw::kTooHigh);
    Dialogue moved_up = right;
    moved_up.texts[1].origin.y -= room.metrics.text;
    CHECK(flaw_of(moved_up) == Flaw::kCovers);
    Ink low_name{room.metrics.column.x, -20, room.metrics.column.x + 90, room.metrics.text, 30};
    CHECK(flaw_of(right, {low_name}) == Flaw::kCovers);
    room.marks = {{room.metrics.column.x, right.block.y, 64, 64}};
    CHECK(flaw_of(right) == Flaw::kCovers);

    REQUIRE(right.pages.size() > 1);
    CHECK_FALSE(loses_words(texts, right.pages));
    CHECK(loses_words(texts, {right.pages.begin() + 1, right.pages.end()}));
}
