// What moves beside the story's own changes, on the shipped story: a slow push of the camera, rain, breath.
#include "support/table.h"

using namespace liubai;

namespace {

/// The first line of the story, typed, ten seconds later.
Frame first_line(Table& table, MotionSetting motion, bool accelerated, bool asked_by_system = false) {
    table.give(Resized{{1280, 720}, 1, accelerated, asked_by_system});
    table.state().settings.motion = motion;
    table.read_first_line();
    return table.pass(10000);
}

} // namespace

TEST_CASE("with a graphics card scenery moves thirty times a second, and a slow camera with it", "[tools]") {
    Table table;
    const Frame frame = first_line(table, MotionSetting::kAuto, true);
    CHECK(frame.wake_after <= 34);
    CHECK_FALSE(same_picture(frame, table.pass(33)));
    CHECK(table.state().stage.camera.now().zoom > 1);
}

TEST_CASE("without one nothing is drawn at rest, and a slow camera does not set out", "[tools]") {
    Table table;
    const Frame frame = first_line(table, MotionSetting::kAuto, false);
    CHECK(frame.wake_after > 60000);
    CHECK(same_picture(frame, table.pass(60000)));
    CHECK(table.state().stage.camera.now().zoom == 1);
}

TEST_CASE("a reader may ask for motion without one, and for none with one", "[tools]") {
    Table full;
    CHECK(first_line(full, MotionSetting::kFull, false).wake_after <= 34);
    Table reduced;
    const Frame frame = first_line(reduced, MotionSetting::kReduced, true);
    CHECK(frame.wake_after > 60000);
    CHECK(same_picture(frame, reduced.pass(60000)));
    Table by_system;
    CHECK(first_line(by_system, MotionSetting::kFull, true, true).wake_after > 60000);
}

TEST_CASE("with reduced motion a shake, a flash and a change of place are over at once", "[tools]") {
    Table table;
    first_line(table, MotionSetting::kReduced, true);
    GameState& state = table.state();
    for (int i = 0; i < 400 && state.reading.place.scene != "lens"; ++i) {
        table.give(KeyDown{Key::kSpace});
        table.pass(100);
        for (const Fade* fade : {&state.stage.background, &state.stage.shake, &state.stage.flash, &state.stage.camera.fade})
            CHECK(fade->done());
    }
    CHECK(state.reading.place.scene == "lens");
}
