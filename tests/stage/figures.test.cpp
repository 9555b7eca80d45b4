#include "stage/compose.h"
#include "stage/stage.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

enum Part : unsigned { kBody = 1, kHead, kEyes, kAway, kSmile, kRimHead };

Story one_speaker() {
    Story story;
    Speaker a;
    a.id = "A";
    a.figure = "researcher";
    story.cast = {a};
    return story;
}

Look look_of_one() {
    Look look;
    look.pictures.assign(6, {"p", true, {100, 100}});
    Figure figure;
    figure.size = {1100, 1300};
    figure.moods = {"neutral", "smile"};
    figure.pivot = Vec2{550, 600};
    figure.tilt = {{"smile", 2.0f}};
    const auto part = [&](const char* name, unsigned image) {
        figure.parts[name] = {static_cast<ImageId>(image), {500, 300, 100, 100}};
    };
    part("body", kBody);
    part("head", kHead);
    part("eyes_neutral", kEyes);
    part("eyes_neutral_away", kAway);
    part("eyes_smile", kSmile);
    part("rim_head", kRimHead);
    look.figures["researcher"] = figure;
    return look;
}

Stage speaking() {
    Scene scene;
    Line line;
    line.speaker = "A";
    scene.steps = {{line, 1}};
    Stage stage;
    enter_scene(stage, scene, one_speaker());
    begin_line(stage, line, one_speaker(), true);
    settle(stage);
    return stage;
}

StageView view() {
    StageView view;
    view.area = {0, 0, 1920, 1080};
    return view;
}

const ImageItem* drawn(const ComposedStage& composed, unsigned image) {
    for (const StageGroup& group : composed.groups) {
        for (const DrawItem& item : group.items) {
            const auto* picture = std::get_if<ImageItem>(&item);
            if (picture && picture->image == static_cast<ImageId>(image)) return picture;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("a head tilts with the mood, its face and light with it, and the body stays", "[stage]") {
    Stage stage = speaking();
    set_mood(stage, "A", "smile", false);
    run(stage, 10);
    StageView ambient = view();
    ambient.ambient = true;
    CHECK(drawn(compose(stage, one_speaker(), look_of_one(), ambient), kHead)->turn < 0.5f);
    CHECK(drawn(compose(stage, one_speaker(), look_of_one(), view()), kHead)->turn == Approx(2));
    run(stage, 1000);
    const auto arrived = compose(stage, one_speaker(), look_of_one(), view());
    for (const unsigned part : {kHead, kSmile, kRimHead}) CHECK(drawn(arrived, part)->turn == Approx(2));
    CHECK(drawn(arrived, kHead)->pivot == drawn(arrived, kSmile)->pivot);
    CHECK(drawn(arrived, kBody)->turn == 0);
}

TEST_CASE("eyes leave the other while a sentence rests at its silence, or when the story says so", "[stage]") {
    Stage stage = speaking();
    StageView at_gap = view();
    at_gap.at_gap = true;
    CHECK(drawn(compose(stage, one_speaker(), look_of_one(), view()), kEyes));
    CHECK(drawn(compose(stage, one_speaker(), look_of_one(), at_gap), kAway));
    apply(stage, SetGaze{{{"A", false}}}, one_speaker(), false);
    CHECK(drawn(compose(stage, one_speaker(), look_of_one(), view()), kAway));
    apply(stage, SetGaze{{{"A", true}}}, one_speaker(), false);
    CHECK(drawn(compose(stage, one_speaker(), look_of_one(), at_gap), kEyes));
    set_mood(stage, "A", "smile", true); // a mood without such eyes keeps its own
    apply(stage, SetGaze{{{"A", false}}}, one_speaker(), false);
    CHECK(drawn(compose(stage, one_speaker(), look_of_one(), view()), kSmile));
}

TEST_CASE("figures breathe while things move and are still at rest", "[stage]") {
    Stage stage = speaking();
    StageView ambient = view();
    ambient.ambient = true;
    float highest = 10000;
    float lowest = 0;
    for (int i = 0; i < 50; ++i) {
        run(stage, 100);
        const auto composed = compose(stage, one_speaker(), look_of_one(), ambient);
        CHECK(composed.moves);
        highest = std::min(highest, drawn(composed, kHead)->to.y);
        lowest = std::max(lowest, drawn(composed, kHead)->to.y);
        const auto still = compose(stage, one_speaker(), look_of_one(), view());
        CHECK_FALSE(still.moves);
        CHECK(drawn(still, kBody)->to == drawn(composed, kBody)->to);
    }
    CHECK(lowest - highest > 1);
    CHECK(lowest - highest < 4);
}
