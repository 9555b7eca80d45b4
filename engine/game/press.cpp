#include "game/press.h"

#include "game/play.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr Millis kLong = 480;
constexpr float kStill = 24;  // units: a finger that moved less has not moved
constexpr float kSweep = 110; // units: and one that moved more has swept

float size_of(float v) { return v < 0 ? -v : v; }

bool has_moved(const Press& press) {
    return size_of(press.at.x - press.from.x) > kStill || size_of(press.at.y - press.from.y) > kStill;
}

} // namespace

void begin_press(GameState& state, std::int64_t finger, Vec2 at) {
    if (state.ui.press.down) return; // a second finger
    state.ui.press = {true, finger, at, at, 0, false};
}

void move_press(GameState& state, std::int64_t finger, Vec2 at) {
    Press& press = state.ui.press;
    if (press.down && press.finger == finger) press.at = at;
}

Lifted end_press(GameState& state, std::int64_t finger, Vec2 at) {
    Press& press = state.ui.press;
    if (!press.down || press.finger != finger) return Lifted::kNothing;
    press.at = at;
    const Press was = press;
    press = {};
    peek(state, false);
    if (was.spent) return Lifted::kNothing;
    const float x = was.at.x - was.from.x;
    const float y = was.at.y - was.from.y;
    if (size_of(x) > kSweep && size_of(x) > 2 * size_of(y)) return x < 0 ? Lifted::kSweptLeft : Lifted::kSweptRight;
    if (y < -kSweep && size_of(y) > 2 * size_of(x)) return Lifted::kSweptUp;
    return has_moved(was) ? Lifted::kNothing : Lifted::kTap;
}

Millis press_due(const GameState& state) {
    const Press& press = state.ui.press;
    const bool waits = press.down && !press.spent && !has_moved(press) && state.ui.screen == ScreenKind::kReading;
    return waits ? std::max<Millis>(1, kLong - press.held) : kNever;
}

void run_press(GameState& state, const Dialogue& dialogue, Millis dt) {
    const bool becomes_long = press_due(state) <= dt;
    Press& press = state.ui.press;
    if (press.down) press.held = std::min(kLong, press.held + dt);
    if (!becomes_long) return;
    press.spent = true;
    const bool on_words = !dialogue.texts.empty() && press.from.y > dialogue.block.y - 2 * kStill;
    if (on_words) {
        peek(state, true);
    } else {
        open_screen(state, ScreenKind::kMenu);
    }
}

void peek(GameState& state, bool on) { state.ui.peeks = on && state.ui.screen == ScreenKind::kReading; }

} // namespace liubai
