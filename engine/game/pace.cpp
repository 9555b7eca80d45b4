#include "game/pace.h"

#include "game/play.h"
#include "game/sounding.h"
#include "game/unsaid.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr Millis kSkipStep = 60;      // a line that is passed over shows that long
constexpr Millis kAutoBefore = 900;   // a page that turns by itself stands at least that long,
constexpr float kAutoUnit = 62;       // and that much longer for each reading unit,
constexpr Millis kAutoSilence = 1500; // and for a silence in it
constexpr Millis kAutoWait = 900;     // at a <wait>
constexpr Millis kMostBusy = 20000;   // a voice or a sound that never ends stops nobody for longer

const std::string* line_id(const Scene& scene, std::size_t step) {
    const auto* line = std::get_if<Line>(&scene.steps[step].what);
    return line ? &line->id : nullptr;
}

/// The line before or behind a step, or nullptr.
const std::string* neighbour(const Scene& scene, std::size_t step, int by) {
    for (auto i = static_cast<std::ptrdiff_t>(step) + by; i >= 0 && i < std::ssize(scene.steps); i += by) {
        if (const std::string* id = line_id(scene, static_cast<std::size_t>(i))) return id;
    }
    return nullptr;
}

/// The moment may be passed over.
bool may_skip(const GameState& state, const Content& content) {
    const Settings& settings = state.settings;
    switch (state.moment.kind) {
    case MomentKind::kLine: {
        const Line* line = current_line(state, content);
        if (!line || (!settings.skips_silences && !gaps_of(line->text).empty())) return false;
        return settings.skips_unread || is_seen(state, content, state.moment.place);
    }
    case MomentKind::kPause: return settings.skips_silences || state.moment.total < kSilentPause;
    case MomentKind::kCard: return true;
    case MomentKind::kNone:
    case MomentKind::kChoice:
    case MomentKind::kMissingScene: return false;
    }
    return false;
}

/// How long a page stands that turns by itself.
Millis stands(const GameState& state, const Dialogue& dialogue) {
    const Rhythm rhythm;
    float units = 0;
    bool silent = false;
    for (const DialogueText& text : dialogue.texts) {
        units = std::max(units, reading_units(text.text.text, rhythm));
        silent = silent || !gaps_of(text.text).empty();
    }
    const float wanted = (static_cast<float>(kAutoBefore) + kAutoUnit * units) / state.settings.auto_speed;
    return static_cast<Millis>(wanted) + (silent ? kAutoSilence : 0);
}

} // namespace

bool is_seen(const GameState& state, const Content& content, const Place& place) {
    const Scene* scene = content.scene(place.scene);
    if (!scene || place.step >= scene->steps.size()) return false;
    const std::string* id = line_id(*scene, place.step);
    if (!id) return false;
    const auto known = [&](const std::string* other) { return other != nullptr && state.seen.contains(*other); };
    return known(id) || (known(neighbour(*scene, place.step, -1)) && known(neighbour(*scene, place.step, 1)));
}

bool is_skipping(const GameState& state) { return state.pace.skips || state.pace.skips_held; }

void toggle_skipping(GameState& state, const Content& content) {
    state.pace.skips = !state.pace.skips;
    state.pace.automatic = false;
    state.pace.clock = 0;
    if (!state.pace.skips || may_skip(state, content)) return;
    state.pace.skips = false;
    tell(state, state.moment.kind == MomentKind::kLine ? strings::kNothingToSkip : strings::kSkipStops);
}

void toggle_automatic(GameState& state) {
    const bool on = !state.pace.automatic;
    state.pace = {};
    state.pace.automatic = on;
    state.moment.rested = 0;
    tell(state, on ? strings::kAutoOn : strings::kAutoOff);
}

Millis pace_due(const GameState& state, const Content& content, const Dialogue& dialogue) {
    const Moment& moment = state.moment;
    if (is_skipping(state))
        return may_skip(state, content) ? std::max<Millis>(0, kSkipStep - state.pace.clock) : kNever;
    if (!state.pace.automatic || moment.kind != MomentKind::kLine) return kNever;
    const Millis typing = std::max<Millis>(0, line_limit(state, dialogue) - moment.elapsed);
    Millis stands_for = moment.waits < count_waits(dialogue) ? kAutoWait : stands(state, dialogue);
    const bool is_read_out = state.settings.speech == SpeechSetting::kVoice && !moment.is_said;
    if (is_read_out || !state.pace.sounding.empty()) stands_for = std::max(stands_for, kMostBusy);
    return typing + std::max<Millis>(0, stands_for - moment.rested);
}

void run_pace(GameState& state, Layouts& layouts, const Content& content, const Dialogue& dialogue) {
    state.pace.clock = 0;
    if (!is_skipping(state)) {
        if (!is_typed(state, dialogue)) {
            ++state.moment.waits; // it stands at a <wait>
            state.moment.rested = 0;
        } else {
            advance_by_reader(state, layouts, content);
        }
        return;
    }
    step_on(state, content);
    settle(state.stage);
    state.card_leaves = {};
    state.silences.left = {};
    state.silences.risen = {};
    drop_sounds(state);
    if (!may_skip(state, content)) {
        state.pace.skips = false;
    } else {
        show_typed(state, layouts, content, kLastPage);
    }
}

} // namespace liubai
