// The sounds of a story: which are wanted when, and which exist.
#include "game/game.h"
#include "script/look.h"
#include "support/temporary_folder.h"
#include "tools/opened_story.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

constexpr const char* kScene = "lines:\n"
                               "  - music: liubai\n"
                               "    fade: 3\n"
                               "  - ambience: rain\n"
                               "    volume: 0.5\n"
                               "  - A: 一\n"
                               "  - sound: bell\n"
                               "  - A: 二\n";

/// A project of one scene whose speaker A has a voice and B has none, read from its first line.
struct Voices {
    test_support::TemporaryFolder folder;
    std::unique_ptr<OpenedStory> story;
    std::unique_ptr<Layouts> layouts;
    GameState state;

    explicit Voices(const std::string& lines, const std::string& settings = {}) {
        folder.put("scenes/project.yaml", "title: {zh: 试}\nlanguage: zh\nlanguages: [zh]\nscenes: [one]\n");
        folder.put("scenes/cast.yaml", "A: {name: 甲, language: zh, blip: a}\nB: {name: 乙, language: zh}\n");
        folder.put("scenes/one.yaml", "lines:\n" + lines);
        story = open_story(folder.path().string(), LIUBAI_ROOT);
        load_scene_now(*story, "one");
        REQUIRE(story->findings.empty());
        layouts = std::make_unique<Layouts>(*story->fonts);
        state = new_game(story->content, settings_from("language=zh\n" + settings), 1);
        REQUIRE(start_at(state, story->content, "one", ""));
    }

    Frame pass(Millis dt, const std::vector<InputEvent>& inputs = {}) {
        return update(state, *layouts, story->content, inputs, dt);
    }

    /// When the voice was touched within `total`, told in frames of `dt`.
    std::vector<Millis> touches(Millis total, Millis dt) {
        std::vector<Millis> out;
        for (Millis now = dt; now <= total; now += dt) {
            const Frame frame = pass(dt);
            CHECK(frame.cues.size() <= 1);
            for (const SoundCue& cue : frame.cues) {
                CHECK(cue.sound.starts_with("blip_a"));
                CHECK(cue.sound.size() == 7);
                out.push_back(now);
            }
        }
        return out;
    }
};

Frame press_on(GameState& state, Layouts& layouts, const Content& content) {
    Frame last;
    for (int i = 0; i < 2; ++i) { // completes the line, then leaves it
        const std::vector<InputEvent> input{KeyDown{Key::kSpace}};
        last = update(state, layouts, content, input, 0);
    }
    return last;
}

} // namespace

TEST_CASE("music and ambience are wanted as long as they last, a sound is begun once", "[tools]") {
    const test_support::TemporaryFolder folder;
    folder.put("one.yaml", kScene);
    const auto story = open_story(folder.path().string() + "/one.yaml", LIUBAI_ROOT);
    const std::string scene = story->content.story.order.at(0);
    load_scene_now(*story, scene);
    Layouts layouts(*story->fonts);
    Settings settings;
    settings.language_chosen = true;
    settings.volume = 50;
    GameState state = new_game(story->content, settings, 1);
    CHECK(update(state, layouts, story->content, {}, 0).sound == WantedSound{}); // the title is silent
    REQUIRE(start_at(state, story->content, scene, ""));
    const Frame first = update(state, layouts, story->content, {}, 0);
    CHECK(first.sound.music == "liubai");
    CHECK(first.sound.music_fade == 3000);
    CHECK(first.sound.ambience == "rain");
    CHECK(first.sound.ambience_fade == 2000);
    CHECK(first.sound.music_volume == 0.25f);
    CHECK(first.sound.ambience_volume == 0.125f);
    CHECK(first.cues.empty());
    const Frame second = press_on(state, layouts, story->content);
    CHECK(second.cues == std::vector<SoundCue>{{"bell", 0.25f}});
    const Frame third = update(state, layouts, story->content, {}, 100);
    CHECK(third.cues.empty());
    CHECK(third.sound == first.sound);
}

TEST_CASE("a voice is touched at about every third character, and nowhere else", "[tools]") {
    // 45 ms a character; the rest at a comma is four of those.
    const std::vector<Millis> touches = Voices("  - A: 一二三四五六七，八九十百千万\n").touches(3000, 5);
    CHECK(touches == std::vector<Millis>{45, 180, 540, 675});
    CHECK(Voices("  - B: 一二三四五六七八九十\n").touches(3000, 5).empty());
    CHECK(Voices("  - narration: 一二三四五六七八九十\n").touches(3000, 5).empty());
    CHECK(Voices("  - A: 一二三四五六七八九十\n", "blips=off").touches(3000, 5).empty());
    CHECK(Voices("  - A: 一二三四五六七八九十\n", "text_speed=0").touches(3000, 5).empty());
}

TEST_CASE("a long frame, a click and quick typing touch no voice twice", "[tools]") {
    const std::string line = "  - A: 一二三四五六七八九十百千万一二三四五六七八九十百千万\n";
    CHECK(Voices(line).touches(4000, 2000).size() == 1);
    Voices clicked(line);
    CHECK(clicked.pass(0, {KeyDown{Key::kSpace}}).cues.empty());
    CHECK(clicked.touches(2000, 5).empty());
    const std::vector<Millis> quick = Voices(line, "text_speed=4").touches(1000, 1);
    REQUIRE(quick.size() > 1);
    for (std::size_t i = 1; i < quick.size(); ++i) CHECK(quick[i] - quick[i - 1] >= 100);
}

TEST_CASE("while the typewriter rests at a silence the bed is hushed and no voice is touched", "[tools]") {
    Voices voices("  - ambience: rain\n  - A: 一二三四五六<unsaid>七八九十\n");
    Millis hushed = 0;
    float before = 1;
    for (int i = 0; i < 600; ++i) {
        const Frame frame = voices.pass(5);
        CHECK(frame.sound.music_volume == 1);
        if (frame.sound.ambience_volume < 1) {
            CHECK(frame.sound.ambience_volume == 0.25f);
            CHECK(frame.cues.empty());
            hushed += 5;
        }
        before = frame.sound.ambience_volume;
    }
    CHECK(hushed == 1600);
    CHECK(before == 1);
}

TEST_CASE("the next steps' beds, sounds and voices are told ahead", "[tools]") {
    Voices voices("  - A: 一\n  - ambience: rain\n  - music: liubai\n  - sound: bell\n  - sound: bell\n  - B: 二\n");
    const std::vector<std::string> all{"blip_a1", "blip_a2", "blip_a3", "rain", "bell"};
    CHECK(sounds_soon(voices.state, voices.story->content) == all);
    voices.state.settings.blips.on = false;
    CHECK(sounds_soon(voices.state, voices.story->content) == std::vector<std::string>{"rain", "bell"});
    voices.state.settings.volume = 0;
    CHECK(sounds_soon(voices.state, voices.story->content).empty());
}

TEST_CASE("loading gives the music and the bed of its place, with their loudness", "[tools]") {
    const std::string lines = "  - music: liubai\n    volume: 0.5\n  - ambience: rain\n  - A: 一\n"
                              "  - music: none\n  - sound: bell\n  - ambience: city\n    volume: 0.25\n  - A: 二\n";
    Voices voices(lines);
    const WantedSound first = voices.pass(0).sound;
    CHECK(first.music == "liubai");
    CHECK(first.music_volume == 0.5f);
    CHECK(first.ambience == "rain");
    REQUIRE(start_at(voices.state, voices.story->content, "one", "10")); // the file's last line
    const Frame second = voices.pass(0);
    CHECK(second.sound.music.empty());
    CHECK(second.sound.ambience == "city");
    CHECK(second.sound.ambience_volume == 0.25f);
    CHECK(second.cues.empty()); // a sound before the place is not begun again
    REQUIRE(start_at(voices.state, voices.story->content, "one", "5"));
    CHECK(voices.pass(0).sound == first);
}

TEST_CASE("the sounds that may be named are those of the stock and of the project", "[tools]") {
    const test_support::TemporaryFolder project;
    const test_support::TemporaryFolder stock;
    project.put("assets/sound/bell.ogg", "");
    const auto names = [&] {
        return stock_names({}, Folder::open_directory(project.path().string()), Folder::open_directory(stock.path().string()));
    };
    CHECK(names().sounds.empty()); // nothing is checked while the program has no sounds of its own
    stock.put("assets/sound/rain.ogg", "");
    stock.put("assets/sound/rain.txt", "");
    CHECK(names().sounds == std::vector<std::string>{"bell", "rain"});
    CHECK(names().music == names().sounds);
    CHECK(names().ambience == names().sounds);
}

TEST_CASE("a project's own sound goes before the program's", "[tools]") {
    const test_support::TemporaryFolder project;
    const test_support::TemporaryFolder stock;
    project.put("one.yaml", kScene);
    stock.put("assets/sound/rain.ogg", "the program's");
    stock.put("assets/sound/bell.ogg", "the program's");
    project.put("assets/sound/rain.ogg", "mine");
    const auto story = open_story(project.path().string() + "/one.yaml", LIUBAI_ROOT);
    story->stock = Folder::open_directory(stock.path().string());
    CHECK(read_sound(*story, "rain").text() == "mine");
    CHECK(read_sound(*story, "bell").text() == "the program's");
    CHECK_THROWS(read_sound(*story, "../one"));
    CHECK_THROWS(read_sound(*story, "none"));
}

TEST_CASE("pages that turn by themselves wait for the sound's end, voices apart", "[tools]") {
    const std::string lines = "  - A: 一\n  - sound: bell\n  - A: 二\n  - A: 三\n";
    const auto turned_after = [&](bool ends) {
        Voices voices(lines);
        voices.pass(60000);
        voices.pass(0, {KeyDown{Key::kA}});
        Millis now = 0;
        std::string second;
        for (; now < 60000; now += 20) {
            const Frame frame = voices.pass(20);
            const Line* line = current_line(voices.state, voices.story->content);
            if (!voices.state.pace.sounding.empty()) {
                CHECK(voices.state.pace.sounding == std::multiset<std::string>{"bell"});
                if (second.empty()) second = line->id;
                if (ends) voices.pass(0, {SoundDone{"bell"}});
            }
            if (!second.empty() && line && line->id != second) return now;
        }
        return now;
    };
    CHECK(turned_after(true) < 10000);
    CHECK(turned_after(false) > 20000);
}

TEST_CASE("music holds while the window has no focus, unless the reader wants it", "[tools]") {
    for (const bool quiet : {true, false}) {
        Voices voices("  - music: liubai\n  - A: 一\n", quiet ? "background=quiet" : "background=sound");
        CHECK_FALSE(voices.pass(10).sound.paused);
        CHECK(voices.pass(10, {FocusChanged{false}}).sound.paused == quiet);
        CHECK(voices.pass(10).sound.music == "liubai");
        CHECK_FALSE(voices.pass(10, {FocusChanged{true}}).sound.paused);
        CHECK(voices.pass(10, {}).sound.mono == false);
        voices.state.settings.mono = true;
        CHECK(voices.pass(10, {}).sound.mono);
    }
}
