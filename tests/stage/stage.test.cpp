#include "stage/compose.h"
#include "stage/stage.h"

#include "stage/stand_in.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace liubai;

namespace {

Story two_speakers() {
    Story story;
    Speaker a;
    a.id = "A";
    a.figure = "researcher";
    a.side = Side::kLeft;
    Speaker b;
    b.id = "B";
    b.figure = "director";
    b.side = Side::kRight;
    story.cast = {a, b};
    return story;
}

Line line_of(const std::string& speaker, const std::string& mood = "") {
    Line line;
    line.speaker = speaker;
    line.mood = mood;
    return line;
}

Scene scene_of_both() {
    Scene scene;
    scene.steps = {{line_of("A"), 1}, {line_of("B"), 2}};
    return scene;
}

Look look_of(const Story& story) {
    Look look;
    look.pictures.assign(4, {"p", true, {100, 100}});
    for (const Speaker& speaker : story.cast) {
        Figure figure;
        figure.size = {1100, 1300};
        figure.moods = {"neutral", "smile"};
        figure.parts["body"] = {static_cast<ImageId>(1), {0, 0, 100, 100}};
        figure.parts["eyes_neutral"] = {static_cast<ImageId>(2), {0, 0, 100, 100}};
        figure.parts["eyes_smile"] = {static_cast<ImageId>(3), {0, 0, 100, 100}};
        figure.parts["blink_neutral"] = {static_cast<ImageId>(4), {0, 0, 100, 100}};
        look.figures[speaker.figure] = figure;
    }
    return look;
}

int count(const ComposedStage& composed, unsigned image) {
    int n = 0;
    for (const StageGroup& group : composed.groups) {
        for (const DrawItem& item : group.items) {
            const auto* picture = std::get_if<ImageItem>(&item);
            if (picture && picture->image == static_cast<ImageId>(image)) ++n;
        }
    }
    return n;
}

} // namespace

TEST_CASE("a scene's speakers stand on the stage from its first moment", "[stage]") {
    const Story story = two_speakers();
    Stage stage;
    enter_scene(stage, scene_of_both(), story);
    CHECK(stage.wanted.cast == std::vector<std::string>{"A", "B"});
    settle(stage);
    CHECK(stage.figures.at("A").now().alpha == 1);
    CHECK(stage.figures.at("A").now().x < 0.5f);
    CHECK(stage.figures.at("B").now().x > 0.5f);
}

TEST_CASE("the speaker is lit and the listener recedes", "[stage]") {
    const Story story = two_speakers();
    Stage stage;
    enter_scene(stage, scene_of_both(), story);
    begin_line(stage, line_of("B", "smile"), story, false);
    run(stage, 10000);
    CHECK(stage.figures.at("B").now().light == 1);
    CHECK(stage.figures.at("A").now().light == 0);
    CHECK(mood_of(stage, "B") == "smile");
}

TEST_CASE("a mood lasts until the speaker's next one or the scene's end", "[stage]") {
    const Story story = two_speakers();
    Stage stage;
    enter_scene(stage, scene_of_both(), story);
    begin_line(stage, line_of("A", "smile"), story, true);
    begin_line(stage, line_of("A"), story, true);
    CHECK(mood_of(stage, "A") == "smile");
    enter_scene(stage, scene_of_both(), story);
    CHECK(mood_of(stage, "A").empty());
}

TEST_CASE("time on the stage may be cut anywhere", "[stage]") {
    const Story story = two_speakers();
    Stage whole;
    enter_scene(whole, scene_of_both(), story);
    apply(whole, SetBackground{"wheat", 1200}, story, false);
    Stage pieces = whole;
    run(whole, 937);
    for (const Millis dt : {1, 16, 500, 0, 420}) run(pieces, dt);
    CHECK(whole == pieces);
}

TEST_CASE("a figure fades in where it will stand and never slides in", "[stage]") {
    const Story story = two_speakers();
    Stage stage;
    enter_scene(stage, scene_of_both(), story);
    const FigureMotion& a = stage.figures.at("A");
    CHECK(a.from.x == a.to.x);
    CHECK(a.from.alpha == 0);
}

TEST_CASE("nobody comes before a chapter card hides the stage", "[stage]") {
    const Story story = two_speakers();
    Scene scene = scene_of_both();
    scene.steps.insert(scene.steps.begin(), Step{ChapterCard{{{"en", "The window"}}}});
    Stage stage;
    enter_scene(stage, scene, story);
    run(stage, 10000);
    CHECK(stage.wanted.cast == std::vector<std::string>{"A", "B"});
    CHECK(stage.figures.empty());
    settle(stage);
    CHECK(stage.figures.at("A").now().alpha == 1);
}

TEST_CASE("alone, only the speaker is seen, and larger", "[stage]") {
    const Story story = two_speakers();
    Stage stage;
    enter_scene(stage, scene_of_both(), story);
    apply(stage, SetFraming{Framing::kSpeaker, 0}, story, true);
    begin_line(stage, line_of("A"), story, true);
    settle(stage);
    CHECK(stage.figures.at("A").now().alpha == 1);
    CHECK(stage.figures.at("A").now().scale > 0.85f);
    CHECK(stage.figures.at("B").now().alpha == 0);
}

TEST_CASE("a tall canvas shows the speaker's figure alone", "[stage]") {
    const Story story = two_speakers();
    const Look look = look_of(story);
    Stage stage;
    enter_scene(stage, scene_of_both(), story);
    begin_line(stage, line_of("A"), story, true);
    settle(stage);
    StageView view;
    view.area = {0, 0, 1920, 1080};
    CHECK(count(compose(stage, story, look, view), 1) == 2);
    view.form = Form::kTall;
    view.area = {0, 0, 1080, 1100};
    CHECK(count(compose(stage, story, look, view), 1) == 1);
}

TEST_CASE("blinks are irregular, last under a fifth of a second and come from the seed", "[stage]") {
    int shut = 0;
    int blinks = 0;
    bool was = false;
    for (Millis t = 0; t < 60000; t += 10) {
        const bool now = is_blinking(7, "A", t);
        shut += now ? 10 : 0;
        blinks += now && !was ? 1 : 0;
        was = now;
        CHECK(next_blink_change(7, "A", t) > t);
    }
    CHECK(blinks >= 10);
    CHECK(blinks <= 20);
    CHECK(shut / blinks < 200);
    CHECK(is_blinking(7, "A", next_blink_change(7, "A", 0)));
}

TEST_CASE("an unknown mood shows the figure's first", "[stage]") {
    const Story story = two_speakers();
    const Look look = look_of(story);
    Stage stage;
    enter_scene(stage, scene_of_both(), story);
    begin_line(stage, line_of("A", "thunderstruck"), story, true);
    settle(stage);
    StageView view;
    view.area = {0, 0, 1920, 1080};
    CHECK(count(compose(stage, story, look, view), 2) == 2);
}

TEST_CASE("a figure on its way in fades as one, never part by part", "[stage]") {
    const Story story = two_speakers();
    const Look look = look_of(story);
    Stage stage;
    enter_scene(stage, scene_of_both(), story);
    run(stage, 150);
    StageView view;
    view.area = {0, 0, 1920, 1080};
    const ComposedStage composed = compose(stage, story, look, view);
    REQUIRE(composed.groups.size() == 3); // the background and two figures
    for (std::size_t i = 1; i < 3; ++i) {
        CHECK(composed.groups[i].alpha > 0);
        CHECK(composed.groups[i].alpha < 1);
        for (const DrawItem& item : composed.groups[i].items) CHECK(std::get<ImageItem>(item).tint.a == 255);
    }
    settle(stage);
    CHECK(compose(stage, story, look, view).groups.size() == 1);
}

TEST_CASE("a listener's seal sinks softly once in a while, at moments of its own", "[stage]") {
    int began = 0;
    float before = 0;
    for (Millis clock = 0; clock < 60'000; clock += 10) {
        const float now = blink_of_seal(7, "B", clock);
        CHECK(std::abs(now - before) < 0.04f);
        if (now > 0 && before == 0) ++began;
        const Millis next = next_blink_of_seal(7, "B", clock);
        if (now > 0) CHECK(next == 0);
        if (next > 10) CHECK(blink_of_seal(7, "B", clock + 10) == 0);
        before = now;
    }
    CHECK(began >= 10);
    CHECK(next_blink_of_seal(7, "A", 100) != next_blink_of_seal(7, "B", 100));
}
