#include "save/saved_game.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

Step line(const std::string& words, std::size_t gaps = 0) {
    Line said;
    said.id = "mist/" + words;
    said.text.text = words;
    for (std::size_t i = 0; i < gaps; ++i) said.text.cues.push_back({0, Unsaid{"key", "word"}});
    return {said, 0};
}

const Step kEnd{ParagraphEnd{}, 0};
const Step kCall{Call{"rain", ""}, 0};

Scene mist(std::vector<Step> steps) {
    Scene scene;
    scene.name = "mist";
    scene.steps = std::move(steps);
    return scene;
}

/// A game inside calls made at these steps of the scene.
SavedGame in_calls(const Scene& scene, const std::vector<std::size_t>& calls) {
    SavedGame game;
    for (const std::size_t call : calls) {
        game.reading.calls.push_back({scene.name, call + 1});
        game.calls.push_back(saved_return(scene, call + 1));
    }
    return game;
}

FindScene only(const Scene& scene) {
    return [&](const std::string& name) { return name == scene.name ? &scene : nullptr; };
}

std::vector<std::size_t> steps_of_calls(const SavedGame& game) {
    std::vector<std::size_t> steps;
    for (const Place& place : game.reading.calls) steps.push_back(place.step);
    return steps;
}

} // namespace

TEST_CASE("in an unchanged script every place stays exactly where it was", "[save]") {
    const Scene scene = mist({line("a"), kCall, kCall, kEnd, line("b", 1), kEnd, kCall, kEnd, kCall});
    SavedGame game = in_calls(scene, {1, 2, 6, 8});
    game.reading.silences = {{{"mist", 4}, 0, "key", true}};
    game.silences = {saved_place(scene, 4)};
    const SavedGame before = game;
    relocate(game, only(scene));
    CHECK(game == before);
}

TEST_CASE("a call returns right behind itself after an edit", "[save]") {
    const Scene scene = mist({line("a"), kCall, kCall, kEnd, line("b"), kCall, kEnd});
    const SavedGame game = in_calls(scene, {1, 2, 5});
    const std::pair<Scene, std::vector<std::size_t>> edits[]{
        {mist({line("x"), line("a"), kCall, kCall, kEnd, line("b"), kCall, kEnd}), {3, 4, 7}}, // a line before
        {mist({line("a"), kCall, kCall, line("b"), kCall}), {2, 2, 5}},                        // paragraphs joined: the nearest of two in a row
        {mist({line("a"), kCall, kCall, kEnd, kEnd, line("b"), kCall, kEnd}), {3, 3, 7}},      // and divided
        {mist({line("a"), kEnd, line("b"), kEnd}), {2, 2, 4}},                                 // the calls are gone
    };
    for (const auto& [edited, steps] : edits) {
        SavedGame moved = game;
        relocate(moved, only(edited));
        CHECK(steps_of_calls(moved) == steps);
        for (const Place& place : moved.reading.calls) CHECK(place.step <= edited.steps.size());
        SavedGame again = moved;
        relocate(again, only(edited));
        CHECK(again == moved);
    }
}

TEST_CASE("silences follow their lines, and one whose line or gap is gone is dropped", "[save]") {
    const Scene scene = mist({line("a", 2), line("b", 1), line("c", 1)});
    SavedGame game;
    game.reading.silences = {{{"mist", 0}, 0, "key", false}, {{"mist", 0}, 1, "key", true}, {{"mist", 1}, 0, "", false}, {{"mist", 2}, 0, "key", false}};
    game.silences = {saved_place(scene, 0), saved_place(scene, 0), saved_place(scene, 1), saved_place(scene, 2)};
    game.history.checkpoints.resize(1);
    game.history.checkpoints[0].reading.silences = {{{"mist", 0}, 0, "key", false}, {{"mist", 0}, 1, "key", false}};

    const Scene edited = mist({line("c", 1), kEnd, line("a", 1)});
    relocate(game, only(edited));
    CHECK(game.reading.silences == std::vector<Silence>{{{"mist", 2}, 0, "key", false}, {{"mist", 0}, 0, "key", false}});
    CHECK(game.silences == std::vector<SavedPlace>{saved_place(edited, 2), saved_place(edited, 0)});
    CHECK(game.history.checkpoints[0].reading.silences == std::vector<Silence>{{{"mist", 2}, 0, "key", false}});
}

TEST_CASE("places in scenes that are not loaded are left alone", "[save]") {
    const Scene scene = mist({line("a", 1), kCall, line("b")});
    SavedGame game = in_calls(scene, {1});
    game.reading.silences = {{{"mist", 0}, 0, "key", false}};
    game.silences = {saved_place(scene, 0)};
    const SavedGame before = game;
    relocate(game, [](const std::string&) { return nullptr; });
    CHECK(game == before);
}

TEST_CASE("a place saved while its scene was not loaded keeps its step, unless no such line is there", "[save]") {
    const Scene scene = mist({line("a", 1), kCall, line("b")});
    SavedGame game;
    game.reading.calls = {{"mist", 2}};
    game.calls = {{"mist", 2, {}, {}, {}}};
    game.reading.silences = {{{"mist", 0}, 0, "key", false}, {{"mist", 1}, 0, "key", false}, {{"mist", 9}, 0, "key", false}};
    game.silences = {{"mist", 0, {}, {}, {}}, {"mist", 1, {}, {}, {}}, {"mist", 9, {}, {}, {}}};
    relocate(game, only(scene));
    CHECK(steps_of_calls(game) == std::vector<std::size_t>{2});
    CHECK(game.reading.silences == std::vector<Silence>{{{"mist", 0}, 0, "key", false}});
    CHECK(saved_place(scene, 9) == SavedPlace{"mist", 9, {}, {}, {}});
}

TEST_CASE("a checkpoint in mid-scene moves with the line that comes next, and goes with it", "[save]") {
    SavedGame game;
    game.history.scenes = {"mist"};
    game.history.entries = {{0, 0, "mist/a"}, {0, 3, "mist/b"}};
    game.history.shown = 2;
    Checkpoint start;
    start.reading.place = {"mist", 0};
    Checkpoint between;
    between.entry = 1;
    between.reading.entering = false;
    between.reading.place = {"mist", 1};
    game.history.checkpoints = {start, between};

    const Scene moved = mist({line("x"), line("a"), kEnd, kEnd, line("b")});
    relocate(game, only(moved));
    CHECK(game.history.checkpoints[0] == start);
    CHECK(game.history.checkpoints[1].reading.place.step == 2);
    const SavedGame once = game;
    relocate(game, only(moved));
    CHECK(game == once);

    const Scene shorter = mist({line("a"), line("b")});
    relocate(game, only(shorter));
    CHECK(game.history.checkpoints[1].reading.place.step == 1);

    const Scene gone = mist({line("a"), line("c")});
    relocate(game, only(gone));
    CHECK(game.history.checkpoints == std::vector<Checkpoint>{start});
}

TEST_CASE("a save takes on the variables that the story declares now", "[save]") {
    SavedGame game;
    game.reading.variables = {{"kept", 5.0}, {"gone", true}, {"changed", std::string("text")}};
    game.history.checkpoints.resize(1);
    game.history.checkpoints[0].reading.variables = {{"kept", 1.0}};
    fit_variables(game, {{"kept", 0.0}, {"changed", false}, {"fresh", 7.0}});
    CHECK(game.reading.variables == Variables{{"kept", 5.0}, {"changed", false}, {"fresh", 7.0}});
    CHECK(game.history.checkpoints[0].reading.variables == Variables{{"kept", 1.0}, {"changed", false}, {"fresh", 7.0}});
}
