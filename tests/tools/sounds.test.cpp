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
                               "  - A: 一\n"
                               "  - sound: bell\n"
                               "  - A: 二\n";

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
    CHECK(first.cues.empty());
    const Frame second = press_on(state, layouts, story->content);
    CHECK(second.cues == std::vector<SoundCue>{{"bell", 0.25f}});
    const Frame third = update(state, layouts, story->content, {}, 100);
    CHECK(third.cues.empty());
    CHECK(third.sound == first.sound);
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
