// Pages that turn by themselves, and lines that are passed over.
#include "game/pace.h"
#include "support/small_story.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

const InputEvent kAuto = KeyDown{Key::kA};
const InputEvent kSkip = KeyDown{Key::kS};

constexpr const char* kFourLines = R"(
lines:
  - A: 第一行
  - A: 第二行要长一些，长得多，读起来也要久得多，真的要久得多。
  - A: 第三<unsaid>行
  - A: 第四行
)";

/// How long a story rests on its present line.
Millis rests(SmallStory& story) {
    const std::string words = story.words();
    Millis passed = 0;
    while (story.words() == words && passed < 100000) {
        story.pass(50);
        passed += 50;
    }
    return passed;
}

} // namespace

TEST_CASE("automatic pages stand longer the more there is to read, and longest at a silence", "[tools]") {
    SmallStory story(kFourLines);
    story.give(kAuto);
    const Millis first = rests(story);
    CHECK(story.words().starts_with("第二行"));
    const Millis second = rests(story);
    CHECK(second > first + 1000);
    CHECK(story.words().starts_with("第三"));
    const Millis third = rests(story);
    CHECK(third > first + 1500); // the rest of the typewriter, and the reader's
    CHECK(story.words() == "第四行");
}

TEST_CASE("automatic pages wait for a voice that reads them, and for a sound that is heard", "[tools]") {
    SmallStory story(kFourLines);
    story.state.settings.speech = SpeechSetting::kVoice;
    story.give(kAuto);
    const std::string words = story.words();
    story.pass(10000);
    CHECK(story.words() == words);
    story.give(SpeechDone{});
    story.pass(10);
    CHECK(story.words() != words);

    SmallStory sounds(kFourLines);
    sounds.give(kAuto);
    sounds.state.pace.sounding.insert("thunder");
    sounds.pass(10000);
    CHECK(sounds.words() == "第一行");
    sounds.give(SoundDone{"thunder"});
    sounds.pass(10);
    CHECK(sounds.words() != "第一行");
}

TEST_CASE("automatic pages go on alike in one long tick and in many short ones", "[tools]") {
    SmallStory whole(kFourLines);
    SmallStory pieces(kFourLines);
    whole.give(kAuto);
    pieces.give(kAuto);
    for (int i = 0; i < 40; ++i) {
        whole.pass(333);
        for (const Millis dt : {100, 33, 200}) pieces.pass(dt);
        REQUIRE(whole.state == pieces.state);
    }
}

TEST_CASE("skipping passes over lines that were read, and stops at the first that was not", "[tools]") {
    SmallStory story(kFourLines);
    story.give(kSkip);
    story.pass(5000);
    CHECK(story.words() == "第一行"); // nothing was read yet
    CHECK(!story.state.ui.notice.text.zh.empty());
    story.go_on();
    story.go_on(); // the first two are read
    begin_story(story.state, story.opened->content);
    story.pass(60000);
    story.give(kSkip);
    story.pass(5000);
    CHECK(story.words().starts_with("第三"));
    CHECK_FALSE(is_skipping(story.state));
}

TEST_CASE("skipping stops at a silence unless the reader said otherwise", "[tools]") {
    SmallStory story(kFourLines);
    story.state.settings.skips_unread = true;
    story.give(kSkip);
    story.pass(5000);
    CHECK(story.words().starts_with("第三"));
    story.state.settings.skips_silences = true;
    story.give(kSkip);
    story.pass(5000);
    CHECK(story.state.ui.screen == ScreenKind::kEnd);
}

TEST_CASE("skipping stops at a choice", "[tools]") {
    SmallStory story(R"(
lines:
  - A: 一
  - A: 二
  - choice: 呢？
    options:
      - 好:
          - A: 好
  - A: 三
)");
    story.state.settings.skips_unread = true;
    story.give(kSkip);
    story.pass(5000);
    CHECK(story.state.moment.kind == MomentKind::kChoice);
    CHECK_FALSE(is_skipping(story.state));
}

TEST_CASE("a held key skips as long as it is held, and no longer when the window loses the focus", "[tools]") {
    SmallStory story(kFourLines);
    story.state.settings.skips_unread = true;
    story.give(KeyDown{Key::kControl, false, true});
    CHECK(is_skipping(story.state));
    story.give(KeyUp{Key::kControl});
    CHECK_FALSE(is_skipping(story.state));
    story.give(KeyDown{Key::kControl, false, true});
    story.give(FocusChanged{false});
    CHECK_FALSE(is_skipping(story.state));
}

TEST_CASE("a line whose words were corrected counts as read when both its neighbours were", "[tools]") {
    SmallStory story(kFourLines);
    for (int i = 0; i < 3; ++i) story.go_on();
    const auto seen = story.state.seen;
    std::string corrected = kFourLines;
    corrected.replace(corrected.find("要长一些"), std::string("要长一些").size(), "要更长些");
    story.edit(corrected);
    story.open();
    story.state.seen = seen;
    CHECK(is_seen(story.state, story.opened->content, {"story", 1}));
    CHECK_FALSE(is_seen(story.state, story.opened->content, {"story", 3}));
}
