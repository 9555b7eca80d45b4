#include "stage/compose.h"
#include "stage/lens.h"
#include "stage/stage.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace liubai;

namespace {

constexpr auto kPicture = static_cast<ImageId>(1);
constexpr auto kOther = static_cast<ImageId>(2);
constexpr auto kLayer = static_cast<ImageId>(3);
constexpr auto kMask = static_cast<ImageId>(4);

/// Two places; the first has the given layer.
Look look_with(const SceneryLayer& layer) {
    Look look;
    look.pictures = {{"wheat", true, {1920, 1080}},
                     {"city", true, {1920, 1080}},
                     {"layer", true, {layer.at.w, layer.at.h}},
                     {"ink", true, {480, 270}, true}};
    look.backgrounds["wheat"].image = kPicture;
    look.backgrounds["wheat"].layers = {layer};
    look.backgrounds["city"].image = kOther;
    look.masks["ink"] = kMask;
    return look;
}

SceneryLayer layer_at(Rect at) {
    SceneryLayer layer;
    layer.image = kLayer;
    layer.at = at;
    return layer;
}

StageView view_of(bool ambient) {
    StageView view;
    view.area = {0, 0, 1920, 1080};
    view.ambient = ambient;
    return view;
}

Stage stage_in(const std::string& background) {
    Stage stage;
    stage.wanted.background = background;
    return stage;
}

/// What is drawn of a picture, back to front.
std::vector<ImageItem> drawn(const ComposedStage& composed, ImageId image) {
    std::vector<ImageItem> out;
    for (const StageGroup& group : composed.groups) {
        for (const DrawItem& item : group.items) {
            const auto* picture = std::get_if<ImageItem>(&item);
            if (picture && picture->image == image) out.push_back(*picture);
        }
    }
    return out;
}

bool wants(const std::vector<WantedPicture>& wanted, ImageId image) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const WantedPicture& w) { return w.image == image; });
}

} // namespace

TEST_CASE("a layer drifts while things move, and stands at its place on a stage at rest", "[stage]") {
    SceneryLayer leaf = layer_at({300, 200, 40, 40});
    leaf.drift = {10, 20};
    leaf.again = 30000;
    const Look look = look_with(leaf);
    Stage stage = stage_in("wheat");
    run(stage, 4000);
    const auto moving = compose(stage, {}, look, view_of(true));
    CHECK(drawn(moving, kLayer).at(0).to.x == Approx(340));
    CHECK(drawn(moving, kLayer).at(0).to.y == Approx(280));
    CHECK(moving.moves);
    const auto still = compose(stage, {}, look, view_of(false));
    CHECK(drawn(still, kLayer).at(0).to.x == Approx(300));
    CHECK_FALSE(still.moves);
    run(stage, 26000);
    CHECK(drawn(compose(stage, {}, look, view_of(true)), kLayer).at(0).to.x == Approx(300));
}

TEST_CASE("a band that drifts covers the stage from edge to edge at any time, without a gap", "[stage]") {
    SceneryLayer mist = layer_at({0, 500, 700, 200});
    mist.drift = {-9, 0};
    const Look look = look_with(mist);
    Stage stage = stage_in("wheat");
    for (int i = 0; i < 40; ++i) {
        run(stage, 7777);
        auto tiles = drawn(compose(stage, {}, look, view_of(true)), kLayer);
        REQUIRE(!tiles.empty());
        CHECK(tiles.front().to.x <= 0);
        CHECK(tiles.back().to.x + tiles.back().to.w >= 1920);
        for (std::size_t t = 1; t < tiles.size(); ++t)
            CHECK(tiles[t].to.x == Approx(tiles[t - 1].to.x + 700).margin(0.01));
    }
}

TEST_CASE("a layer of a moving stage alone is left out at rest", "[stage]") {
    SceneryLayer rain = layer_at({0, 0, 256, 256});
    rain.drift = {20, 900};
    rain.ambient = true;
    const Look look = look_with(rain);
    const Stage stage = stage_in("wheat");
    CHECK(drawn(compose(stage, {}, look, view_of(false)), kLayer).empty());
    CHECK(drawn(compose(stage, {}, look, view_of(true)), kLayer).size() >= 8 * 5);
}

TEST_CASE("who lingers at a silence is shown more, and only then", "[stage]") {
    SceneryLayer glint = layer_at({900, 300, 50, 50});
    glint.waits = true;
    const Look look = look_with(glint);
    const Stage stage = stage_in("wheat");
    StageView view = view_of(false);
    CHECK(drawn(compose(stage, {}, look, view), kLayer).empty());
    CHECK(compose(stage, {}, look, view).next_change == kNever);
    view.lingers = 3000;
    CHECK(drawn(compose(stage, {}, look, view), kLayer).empty());
    CHECK(wants(compose(stage, {}, look, view).now, kLayer));
    const Millis left = compose(stage, {}, look, view).next_change;
    REQUIRE(left > 0);
    view.lingers += left;
    CHECK(drawn(compose(stage, {}, look, view), kLayer).size() == 1);
    view.ambient = true; // then it comes slowly
    CHECK(drawn(compose(stage, {}, look, view), kLayer).empty());
    view.lingers += 1000;
    CHECK(drawn(compose(stage, {}, look, view), kLayer).at(0).tint.a > 60);
    CHECK(drawn(compose(stage, {}, look, view), kLayer).at(0).tint.a < 200);
}

TEST_CASE("the nearer a layer is, the further it follows the camera; no edge ever shows", "[stage]") {
    SceneryLayer near = layer_at({960, 540, 100, 100});
    near.depth = 1;
    const Look look = look_with(near);
    Stage stage = stage_in("wheat");
    apply(stage, SetCamera{40, 0, 1.1f, 2000}, {}, false);
    run(stage, 2000);
    const auto composed = compose(stage, {}, look, view_of(true));
    const Rect far = drawn(composed, kPicture).at(0).to;
    CHECK(far.x <= 0);
    CHECK(far.x + far.w >= 1920);
    const float background_moved = 960 - (far.x + far.w / 2);
    const float layer_moved = 960 - drawn(composed, kLayer).at(0).to.x;
    CHECK(background_moved == Approx(44));
    CHECK(layer_moved > background_moved * 1.3f);

    apply(stage, SetCamera{5000, -5000, 0.2f, 0}, {}, true);
    const Rect held = drawn(compose(stage, {}, look, view_of(true)), kPicture).at(0).to;
    CHECK(held == Rect{0, 0, 1920, 1080});
}

TEST_CASE("a slow push goes on over a click, and a new place begins with the camera at rest", "[stage]") {
    const Look look = look_with(layer_at({0, 0, 10, 10}));
    Stage stage = stage_in("wheat");
    apply(stage, SetCamera{0, 0, 1.2f, 10000}, {}, false);
    run(stage, 5000);
    CHECK(stage.camera.now().zoom == Approx(1.1f));
    CHECK(is_moving(stage));
    apply(stage, SetBackground{"city", 1000, ""}, {}, false);
    CHECK(stage.camera.now().zoom == 1);
    run(stage, 500);
    const auto between = compose(stage, {}, look, view_of(false));
    CHECK(drawn(between, kPicture).at(0).to.w == Approx(1920 * 1.1f)); // the old one stays as it was
    CHECK(drawn(between, kOther).at(0).to.w == Approx(1920));
}

TEST_CASE("another state of the same place keeps the camera", "[stage]") {
    Look look = look_with(layer_at({0, 0, 10, 10}));
    look.backgrounds["wheat_dark"].image = kPicture;
    CHECK(is_same_place(look, "wheat", "wheat_dark"));
    CHECK_FALSE(is_same_place(look, "wheat", "city"));
    CHECK_FALSE(is_same_place(look, "#102030", "#102031"));
    Stage stage = stage_in("wheat");
    apply(stage, SetCamera{0, 0, 1.2f, 10000}, {}, false);
    run(stage, 5000);
    apply(stage, SetBackground{"wheat_dark", 1000, ""}, {}, false, true);
    run(stage, 500);
    const auto pictures = drawn(compose(stage, {}, look, view_of(false)), kPicture);
    REQUIRE(pictures.size() == 2);
    CHECK(pictures[0].to == pictures[1].to);
    CHECK(pictures[0].to.w > 1920 * 1.1f);
}

TEST_CASE("a place comes by dissolve, mask, cut, or through a colour", "[stage]") {
    const Look look = look_with(layer_at({0, 0, 10, 10}));
    const auto half_way = [&](const std::string& with) {
        Stage stage = stage_in("wheat");
        apply(stage, SetBackground{"city", 1000, with}, {}, false);
        run(stage, 250);
        return compose(stage, {}, look, view_of(false));
    };
    const auto dissolve = half_way("");
    REQUIRE(dissolve.groups.size() == 2);
    CHECK(dissolve.groups[1].alpha > 0);
    CHECK(dissolve.groups[1].alpha < 0.5f);

    const auto ink = half_way("ink");
    REQUIRE(ink.groups.size() == 2);
    CHECK(ink.groups[1].mask.picture == kMask);
    CHECK(ink.groups[1].alpha == 1);
    CHECK(wants(ink.now, kMask));

    CHECK(drawn(half_way("cut"), kPicture).empty());

    const auto black = half_way("black");
    CHECK(drawn(black, kOther).empty());
    const auto& veil = std::get<FillItem>(black.groups.back().items.back());
    CHECK(veil.top.a > 20);
    CHECK(veil.top.r == 0);
}

TEST_CASE("a shake dies away and uncovers no edge", "[stage]") {
    const Look look = look_with(layer_at({0, 0, 10, 10}));
    Stage stage = stage_in("wheat");
    apply(stage, Shake{600}, {}, false);
    bool moved = false;
    for (int i = 0; i < 36; ++i) {
        const Rect to = drawn(compose(stage, {}, look, view_of(false)), kPicture).at(0).to;
        moved = moved || to.center().x != 960;
        CHECK(to.x <= 0.01f);
        CHECK(to.y <= 0.01f);
        CHECK(to.x + to.w >= 1919.99f);
        CHECK(to.y + to.h >= 1079.99f);
        run(stage, 17);
    }
    CHECK(moved);
    CHECK(drawn(compose(stage, {}, look, view_of(false)), kPicture).at(0).to == Rect{0, 0, 1920, 1080});
    Stage calm = stage_in("wheat");
    apply(calm, Shake{600}, {}, true);
    CHECK_FALSE(is_moving(calm));
}

TEST_CASE("weather comes over any place and goes again", "[stage]") {
    Look look = look_with(layer_at({0, 0, 10, 10}));
    SceneryLayer snow = layer_at({0, 0, 200, 200});
    snow.drift = {3, 30}; // both ways: so it repeats both ways
    look.weathers["snow"] = {snow};
    Stage stage = stage_in("city");
    apply(stage, SetWeather{"snow"}, {}, false);
    CHECK(drawn(compose(stage, {}, look, view_of(true)), kLayer).empty());
    run(stage, 10000);
    CHECK(drawn(compose(stage, {}, look, view_of(true)), kLayer).size() >= 10 * 6);
    apply(stage, SetWeather{""}, {}, false);
    run(stage, 10000);
    CHECK(drawn(compose(stage, {}, look, view_of(true)), kLayer).empty());
}

TEST_CASE("a coming place's picture, layers and mask are known before", "[stage]") {
    std::vector<WantedPicture> wanted;
    SceneryLayer glint = layer_at({0, 0, 10, 10});
    glint.waits = true;
    Stage stage;
    stage.wanted.background = "wheat";
    stage.transition = "ink";
    want_stage(stage, {}, look_with(glint), view_of(true), wanted);
    for (const ImageId image : {kPicture, kLayer, kMask}) CHECK(wants(wanted, image));
}
