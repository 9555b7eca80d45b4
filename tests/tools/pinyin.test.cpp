#include "base/log.h"
#include "game/play.h"
#include "support/temporary_folder.h"
#include "tools/opened_story.h"
#include "tools/shoot.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace liubai;

TEST_CASE("A2: a reader who asks for pinyin sees it over the Chinese texts of a line, not over the English",
          "[tools]") {
    for (const bool on : {false, true}) {
        const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
        Layouts layouts(*story->fonts);
        ShootOptions options;
        options.settings.mode = ReadingMode::kTwoAlways;
        REQUIRE(set_setting(options.settings, "pinyin", on ? "all" : "off"));
        const Shot shot = take_shot(*story, layouts, options);
        CHECK((story->content.pinyin != nullptr) == on); // read only when it is wanted
        const auto texts = texts_now(shot.state, story->content);
        REQUIRE(texts.size() == 2);
        CHECK(texts[0].language != texts[1].language);
        for (const ShownText& text : texts) {
            const auto& spans = text.text.spans;
            const auto is_ruby = [](const Span& span) { return std::holds_alternative<Ruby>(span.kind); };
            const bool annotated = std::any_of(spans.begin(), spans.end(), is_ruby);
            CHECK(annotated == (on && text.language == "zh"));
            CHECK(text.annotated == annotated);
        }
    }
}

TEST_CASE("P7: with pinyin the rows of Chinese stand further apart, all of them equally", "[tools]") {
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    Layouts layouts(*story->fonts);
    Settings settings;
    settings.pinyin = PinyinSetting::kAll;
    load_pinyin_for(*story, settings);
    REQUIRE(story->content.pinyin);
    const Metrics m = metrics(canvas_for({1280, 720}), 1, 100);
    ShownText plain;
    plain.language = "zh";
    for (int i = 0; i < 4; ++i) plain.text.text += "晨光中的露珠、风掠过麦田的角度，and all these words，看似无关。";
    ShownText annotated{with_pinyin(plain.text, *story->content.pinyin), "zh", true, true};
    const Dialogue off = lay_out_dialogue({plain}, 0, m, layouts, Rhythm{});
    const Dialogue on = lay_out_dialogue({annotated}, 0, m, layouts, Rhythm{});
    const Layout& rows = *on.texts[0].layout;
    REQUIRE(rows.rows.size() > 2);
    CHECK(rows.row_pitch > off.texts[0].layout->row_pitch);
    for (std::size_t i = 1; i < rows.rows.size(); ++i) {
        CHECK(std::abs(rows.rows[i].baseline - rows.rows[i - 1].baseline - rows.row_pitch) < 1e-3f);
    }
}

TEST_CASE("without its table the game goes on without pinyin and says so", "[tools]") {
    const test_support::TemporaryFolder stock;
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    story->stock = Folder::open_directory(stock.path().string());
    Settings settings;
    settings.pinyin = PinyinSetting::kAll;
    take_warnings();
    load_pinyin_for(*story, settings);
    CHECK_FALSE(story->content.pinyin);
    CHECK(take_warnings().size() == 1);
    stock.put("assets/pinyin.txt", "no table");
    load_pinyin_for(*story, settings);
    CHECK_FALSE(story->content.pinyin);
    CHECK(take_warnings().size() == 1);
}
