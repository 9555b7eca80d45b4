// A script is edited between saving and loading: where a save finds its place, and by what.
#include "save/saved_game.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

/// A line whose id hangs on its words, as the script's own ids do.
Step line(const std::string& words, const std::string& id = "") {
    Line said;
    said.id = id.empty() ? "mist/" + words : id;
    said.text.text = words;
    return {said, 0};
}

Scene mist(std::vector<Step> steps) {
    Scene scene;
    scene.name = "mist";
    scene.steps = std::move(steps);
    return scene;
}

const Step kEnd{ParagraphEnd{}, 0};

Scene original() { return mist({line("a"), line("b"), kEnd, line("c"), line("d"), kEnd, line("e"), line("f")}); }

constexpr std::size_t kD = 4; ///< the reader stands at "d"

struct Edit {
    const char* name;
    Scene scene;
    FoundPlace found;
};

} // namespace

TEST_CASE("a save finds its place after the script was edited, and says by what", "[save]") {
    const Edit edits[]{
        {"nothing", original(), {4, FoundBy::kId}},
        {"lines inserted", mist({line("x"), line("y"), kEnd, line("a"), line("b"), line("c"), line("d"), line("e")}), {6, FoundBy::kId}},
        {"the line moved", mist({line("d"), line("a"), line("b"), line("c"), line("e"), line("f")}), {0, FoundBy::kId}},
        {"the line's id renamed", mist({line("a"), line("b"), line("c"), line("d", "mine"), line("e")}), {3, FoundBy::kText}},
        {"the same words twice", mist({line("d", "far"), line("a"), line("b"), line("c"), line("d", "near"), line("e")}), {4, FoundBy::kText}},
        {"a typo fixed in it", mist({line("a"), line("b"), kEnd, line("c"), line("D"), kEnd, line("e"), line("f")}), {4, FoundBy::kNeighbours}},
        {"the line deleted", mist({line("a"), line("b"), line("c"), kEnd, line("e"), line("f")}), {4, FoundBy::kNeighbours}},
        {"it and the one before deleted", mist({line("a"), line("b"), kEnd, line("e"), line("f")}), {1, FoundBy::kNeighbours}},
        {"it and all before deleted", mist({kEnd, line("e"), line("f")}), {1, FoundBy::kNeighbours}},
        {"it and all after deleted", mist({line("a"), line("b"), line("c")}), {2, FoundBy::kNeighbours}},
        {"only the first line left", mist({kEnd, line("x"), line("a"), line("y"), line("z")}), {3, FoundBy::kNeighbours}},
        {"a neighbour known by its words alone", mist({line("x"), line("c", "mine"), line("D")}), {2, FoundBy::kNeighbours}},
        {"everything new", mist({kEnd, line("x"), line("y"), line("z")}), {1, FoundBy::kSceneStart}},
        {"no line left", mist({kEnd}), {0, FoundBy::kSceneStart}},
        {"nothing left", mist({}), {0, FoundBy::kSceneStart}},
    };
    const SavedPlace place = saved_place(original(), kD);
    for (const Edit& edit : edits) {
        INFO(edit.name);
        const FoundPlace found = find_place(place, edit.scene);
        CHECK(found.step == edit.found.step);
        CHECK(found.by == edit.found.by);
    }
}

TEST_CASE("words are known again without their markup and in a choice with its options", "[save]") {
    Choice choice;
    choice.id = "mist/choice";
    choice.options = {{}, {}};
    choice.options[0].text.text = "go";
    choice.options[1].text.text = "stay";
    const SavedPlace place = saved_place(mist({line("a"), {choice, 0}}), 1);
    choice.id = "mist/renamed";
    CHECK(find_place(place, mist({{choice, 0}, line("a")})) == FoundPlace{0, FoundBy::kText});
    choice.options[1].text.text = "wait";
    CHECK(find_place(place, mist({{choice, 0}, line("a")})).by == FoundBy::kNeighbours);

    Line plain_line = std::get<Line>(line("a word", "old").what);
    const SavedPlace plain_place = saved_place(mist({{plain_line, 0}}), 0);
    plain_line.id = "new";
    plain_line.text.spans.push_back({0, 1, Emphasis{}});
    CHECK(find_place(plain_place, mist({{plain_line, 0}})).by == FoundBy::kText);
}

TEST_CASE("a saved place without an id or words matches nothing by them", "[save]") {
    CHECK(find_place({"mist", 2, {}, {}, {}}, original()) == FoundPlace{0, FoundBy::kSceneStart});
    CHECK(find_place({"mist", 2, {}, {{}}, {{}}}, original()) == FoundPlace{0, FoundBy::kSceneStart});
}
