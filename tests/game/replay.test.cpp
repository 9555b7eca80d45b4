#include "game/replay.h"
#include "game/settings.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

/// One of each kind, so that a new kind without a form in the log is seen here.
std::vector<InputEvent> one_of_each() {
    return {PointerMoved{{1.5f, 2}}, PointerDown{{3, 4}, PointerButton::kRight}, PointerUp{{3, 4}, PointerButton::kMiddle},
            Wheel{{0, 0}, -1.25f}, TouchDown{7, {1, 1}}, TouchMoved{7, {2, 1}}, TouchUp{7, {2, 2}},
            KeyDown{Key::kT, true, false, true, true}, KeyUp{Key::kT}, PadDown{PadButton::kLeftShoulder},
            PadUp{PadButton::kRight}, PadChanged{true, PadKind::kNintendo}, ActionGiven{Action::kQuickLoad},
            TextTyped{"你好 | 100% 'x'"}, Composition{"ni hao", 3, 2}, Resized{{3840, 2160}, 2, true, true},
            FocusChanged{false}, Loaded{12}, SaveListed{{{"a", "{\"b\": 1}", {}}, {"", "", {"坏了", "damaged"}}}},
            SaveDone{"quick", false, {"磁盘满了", "disk full\n"}}, SaveLoaded{"1", "{\"x\": 1}", {}},
            SeenLoaded{"s a/1\n"}, Told{{"好", "done"}}, SpeechDone{}, SoundDone{"rain"},
            LocalTime{29000000}};
}

} // namespace

TEST_CASE("a replay log keeps every kind of input to the bit", "[game]") {
    const auto events = one_of_each();
    REQUIRE(events.size() == std::variant_size_v<InputEvent>);
    for (std::size_t i = 0; i < events.size(); ++i) CHECK(events[i].index() == i);
    ReplayLog log;
    log.seed = 18446744073709551615u;
    log.content_hash = 42;
    log.settings = "language=zh\nmode=two\n";
    log.scene = "rain";
    log.line = "12";
    log.ticks = {{events, 16}, {{}, 0}, {{KeyDown{Key::kSpace}}, 100}};
    const auto back = replay_from(to_text(log));
    REQUIRE(std::holds_alternative<ReplayLog>(back));
    CHECK(std::get<ReplayLog>(back) == log);
}

TEST_CASE("a damaged replay log is refused with the line that is wrong", "[game]") {
    for (const char* text : {"", "something else\n", "liubai-replay 1\ntick x\n", "liubai-replay 1\ntick 5 | key-down 999 0 0 0 0\n",
                             "liubai-replay 1\ntick 5 | no-such 1\n", "liubai-replay 1\ntick 5 | text 'a%4\n",
                             "liubai-replay 1\ntick -5\n", "liubai-replay 1\nseed none\n", "liubai-replay 1\ntick 5 | pointer-moved nan 0\n"}) {
        INFO(text);
        CHECK(std::holds_alternative<Bilingual>(replay_from(text)));
    }
    const auto bad = replay_from("liubai-replay 1\nseed 1\ntick 5 |\n");
    REQUIRE(std::holds_alternative<Bilingual>(bad));
    CHECK(std::get<Bilingual>(bad).en.find("line 3") != std::string::npos);
}

TEST_CASE("settings survive being written and read", "[game]") {
    Settings settings;
    settings.reader = Language::kEn;
    settings.language_chosen = true;
    settings.mode = ReadingMode::kTwoAlways;
    settings.text_speed = 1.5f;
    settings.rests = 0.25f;
    settings.text_size = 150;
    settings.volume = 35;
    settings.pinyin = PinyinSetting::kAll;
    settings.motion = MotionSetting::kReduced;
    settings.fullscreen = true;
    CHECK(settings_from(to_text(settings)) == settings);
    CHECK(settings_from("nonsense\nmode=\n=\nlanguage=xx\ntext_speed=1e9\ntext_size=79\ntext_size=201\nvolume=101\nvolume=-1\n") == Settings{});
    CHECK_FALSE(Settings{}.language_chosen);
}
