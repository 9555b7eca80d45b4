#include "save/saved_game.h"

#include "random_game.h"

#include <catch2/catch.hpp>

#include <set>

using namespace liubai;
using namespace test_support;

namespace {

SavedGame long_game(std::size_t lines) {
    SavedGame game;
    for (std::size_t i = 0; i < lines; ++i) {
        const std::uint32_t scene = scene_index(game.history, "scene" + std::to_string(i / 500));
        const auto step = static_cast<std::uint32_t>(i % 500 * 2 / 3 + i % 500);
        const std::string id = game.history.scenes[scene] + "/" + std::to_string(10'000'000 + i);
        game.history.entries.push_back({scene, step, id});
        if (i % 500 != 0) continue;
        game.history.checkpoints.emplace_back();
        game.history.checkpoints.back().entry = i;
        game.history.checkpoints.back().reading.place.scene = game.history.scenes[scene];
    }
    game.history.shown = lines;
    return game;
}

SavedGame read_back(const SavedGame& game) {
    const auto back = saved_game_from(to_text(game));
    INFO((std::holds_alternative<Bilingual>(back) ? std::get<Bilingual>(back).en : ""));
    REQUIRE(std::holds_alternative<SavedGame>(back));
    return std::get<SavedGame>(back);
}

std::string refusal(std::string_view text) {
    const auto answer = saved_game_from(text);
    const auto head = save_head_from(text);
    REQUIRE(std::holds_alternative<Bilingual>(answer));
    CHECK(std::get<Bilingual>(head) == std::get<Bilingual>(answer));
    CHECK(!std::get<Bilingual>(answer).zh.empty());
    return std::get<Bilingual>(answer).en;
}

const std::string kDamaged = "This save is damaged or cut off.";

} // namespace

TEST_CASE("a saved game comes back as it was, whatever it holds", "[save]") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        INFO("seed " << seed);
        const SavedGame game = RandomGame(seed).game();
        const SavedGame back = read_back(game);
        CHECK(back == as_kept(game));
        CHECK(to_text(back) == to_text(game));
        CHECK(std::get<SaveHead>(save_head_from(to_text(game))) == game.head);
        CHECK(std::get<SaveHead>(save_head_from(to_text(game.head))) == game.head);
    }
}

TEST_CASE("a save keeps the checkpoints at scene starts, and between them one in 512 entries", "[save]") {
    SavedGame game = long_game(2000);
    const std::vector<Checkpoint> starts = game.history.checkpoints;
    for (std::size_t entry = 0; entry < 2000; entry += 100) {
        Checkpoint between;
        between.entry = entry;
        between.reading.entering = false;
        between.reading.place = {game.history.scenes[game.history.entries[entry].scene], 1};
        if (entry % 500 != 0) game.history.checkpoints.push_back(between);
    }
    std::sort(game.history.checkpoints.begin(), game.history.checkpoints.end(),
              [](const Checkpoint& a, const Checkpoint& b) { return a.entry < b.entry; });
    CHECK(read_back(game).history.checkpoints == starts);

    std::erase_if(game.history.checkpoints, [](const Checkpoint& c) { return is_at_scene_start(c) && c.entry > 0; });
    std::vector<std::size_t> entries;
    for (const Checkpoint& kept : read_back(game).history.checkpoints) entries.push_back(kept.entry);
    CHECK(entries == std::vector<std::size_t>{0, 600, 1200, 1800});
}

TEST_CASE("a history of 100,000 lines is about a megabyte and comes back whole", "[save]") {
    const SavedGame game = long_game(100'000);
    CHECK(to_text(game).size() < 1'400'000);
    CHECK(read_back(game) == game);
}

TEST_CASE("a history without end loses its beginning, never the save", "[save]") {
    SavedGame game = long_game(kMostSavedEntries + 700);
    const SavedGame back = read_back(game);
    CHECK(back.history.entries.size() == kMostSavedEntries);
    CHECK(back.history.entries.back() == game.history.entries.back());
    CHECK(back.history.shown == kMostSavedEntries);
    REQUIRE(!back.history.checkpoints.empty());
    CHECK(back.history.checkpoints.front().entry == 300); // the one of entry 1000

    game = long_game(3000);
    for (Passed& entry : game.history.entries) entry.id += std::string(4000, 'x');
    CHECK(read_back(game).history.entries.size() == kMostEntryBytes / game.history.entries[0].id.size());
}

TEST_CASE("when the checkpoints would be too much every second one is left out, and the first stays", "[save]") {
    SavedGame game = long_game(20'000);
    for (Checkpoint& checkpoint : game.history.checkpoints) checkpoint.reading.heard.assign(20, std::string(5000, 'k'));
    const SavedGame back = read_back(game);
    CHECK(to_text(game).size() < kMostCheckpointBytes + 500'000);
    REQUIRE(back.history.checkpoints.size() == 20);
    CHECK(back.history.checkpoints[0] == game.history.checkpoints[0]);
    CHECK(back.history.checkpoints[1] == game.history.checkpoints[2]);
}

TEST_CASE("a variable that is no number is left out rather than the save broken", "[save]") {
    SavedGame game;
    game.reading.variables = {{"inf", std::numeric_limits<double>::infinity()}, {"n", 2.0}};
    CHECK(read_back(game).reading.variables == Variables{{"n", 2.0}});
}

TEST_CASE("a save that cannot be used is refused with its own sentence", "[save]") {
    const std::string whole = to_text(RandomGame(1).game());
    CHECK(refusal("") == kDamaged);
    CHECK(refusal("留白") == kDamaged);
    CHECK(refusal(whole.substr(0, whole.size() / 2)) == kDamaged);
    CHECK(refusal(whole + " ") == kDamaged);
    CHECK(refusal("[1, 2]") == "This is not a save of Liubai's.");
    CHECK(refusal(R"({"game": "another"})") == "This is not a save of Liubai's.");
    CHECK(refusal(R"({"liubai": 2, "state": []})") ==
          "This save was made by a newer Liubai. Please update Liubai first.");
    CHECK(refusal(R"({"liubai": 1e3})") == kDamaged);
    CHECK(refusal(R"({"liubai": "1"})") == kDamaged);
    CHECK(refusal(R"({"liubai":1,"check":"0000000000000000","head":{},"game":{}})") == kDamaged);
    CHECK(refusal(std::string(kMostSaveBytes + 1, ' ')) == "This save is too large to be read.");
    CHECK(refusal(sealed("\"head\":" + std::string(30, '[') + std::string(30, ']'))) == kDamaged);
    CHECK(refusal(std::string(kMostSaveBytes, '[')) == kDamaged);
    CHECK(refusal(sealed(R"("other":1)")) == kDamaged);
}

TEST_CASE("what a later minor version adds is passed over", "[save]") {
    const std::string text =
        sealed(R"("head":{"story":"s","new":[1,{"a":2}]},"game":{"place":{"scene":"mist"}},"more":0)");
    const auto game = saved_game_from(text);
    REQUIRE(std::holds_alternative<SavedGame>(game));
    CHECK(std::get<SavedGame>(game).head.story == "s");
    CHECK(std::get<SavedGame>(game).place.scene == "mist");
}

TEST_CASE("numbers of a save are held to their ranges", "[save]") {
    const auto answer = saved_game_from(sealed(
        R"("head":{"saved_at":-5,"name":")" + std::string(300, 'n') + R"(","words":{"zh":"a)" +
        std::string(120, '\xCC') +
        R"("},"stage":{"camera":{"x":1e30,"y":-9999999999999999999999,"zoom":0},"music_volume":7,"music_fade":1e9,)"
        R"("ambience_fade":18446744073709551615,"framing":"unknown","cast":[1,"A"]}},)"
        R"("game":{"place":{"step":-1},"page":99999999999,"turn":-3})"));
    CHECK(std::holds_alternative<Bilingual>(answer)); // the words are no UTF-8
    std::string words;
    for (int i = 0; i < 50; ++i) words += "雾";
    const auto read = saved_game_from(sealed(
        R"("head":{"saved_at":-5,"name":")" + std::string(300, 'n') + R"(","words":{"zh":"a)" + words +
        R"("},"stage":{"camera":{"x":1e30,"y":-9999999999999999999999,"zoom":0},"music_volume":7,"music_fade":1e9,)"
        R"("ambience_fade":18446744073709551615,"framing":"unknown","cast":[1,"A"]}},)"
        R"("game":{"place":{"step":-1},"page":99999999999,"turn":-3})"));
    REQUIRE(std::holds_alternative<SavedGame>(read));
    const SavedGame& game = std::get<SavedGame>(read);
    CHECK(game.head.saved_at == 0);
    CHECK(game.head.name.size() == 240);
    CHECK(game.head.words.at("zh").size() == 118);
    CHECK(game.head.stage.camera == Viewpoint{100'000, -100'000, 1});
    CHECK(game.head.stage.music_volume == 1);
    CHECK(game.head.stage.music_fade == 2000);
    CHECK(game.head.stage.ambience_fade == 3'600'000);
    CHECK(game.head.stage.framing == Framing::kTwo);
    CHECK(game.head.stage.cast == std::vector<std::string>{"", "A"});
    CHECK(game.place.step == 0);
    CHECK(game.page == 2147483647);
    CHECK(game.turn == 0);
}

TEST_CASE("a history whose numbers point nowhere is damaged", "[save]") {
    const auto with = [](const std::string& history) {
        return saved_game_from(sealed(R"("head":{},"game":{"place":{},"history":)" + history + "}"));
    };
    CHECK(std::holds_alternative<SavedGame>(with(R"({"scenes":["a"],"shown":1,"runs":[{"scene":0,"lines":["x"]}]})")));
    for (const char* history :
         {R"({"scenes":["a"],"runs":[{"scene":1,"lines":["x"]}]})",
          R"({"scenes":["a"],"runs":[{"scene":-1,"lines":["x"]}]})",
          R"({"scenes":["a"],"runs":[{"scene":0,"lines":[-4,"x"]}]})",
          R"({"scenes":["a"],"runs":[{"scene":0,"lines":[4294967295,"x","y","z"]}]})",
          R"({"scenes":["a"],"shown":2,"runs":[{"scene":0,"lines":["x"]}]})", R"({"checkpoints":[{"entry":1}]})",
          R"({"scenes":["a"],"runs":[{"scene":0,"lines":["x"]}],"checkpoints":[{"entry":1},{"entry":0}]})",
          R"({"scenes":["a"],"runs":[7]})"}) {
        INFO(history);
        CHECK(std::holds_alternative<Bilingual>(with(history)));
    }
}

TEST_CASE("the key of a story is a safe name for a folder and its own", "[save]") {
    std::set<std::string> keys;
    for (const char* title :
         {"", "留白", "雾", "Mist", "mist", "../../etc", "A Very Long Title That Never Seems To End"}) {
        Story story;
        story.title = {{"zh", title}, {"en", "same"}};
        const std::string key = story_key(story);
        INFO(key);
        CHECK(key.size() <= 40);
        CHECK(key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
        CHECK(keys.insert(key).second);
        story.title["en"] = "other";
        CHECK(story_key(story) == key);
    }
}
