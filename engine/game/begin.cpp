#include "game/play.h"

#include "game/going_back.h"
#include "game/unsaid.h"

#include <algorithm>
#include <charconv>

namespace liubai {

void begin_afresh(GameState& state, const Content& content) {
    state.reading = begin_reading(content.story, state.reading.seed);
    state.moment = {};
    state.card_leaves = {};
    state.stage = {};
    state.silences = {};
    state.turn = 0;
    state.turn_speaker.clear();
    state.sounds.clear();
    state.history = {};
    state.going_to = 0;
    state.recap = 0;
    state.pace = {};
    state.under_way = true;
    state.ui.screen = ScreenKind::kReading;
    state.ui.below.clear();
    state.ui.hidden = false;
    state.ui.field = {};
    state.ui.question = SlotQuestion::kNone;
    state.starting.clear();
}

void begin_story(GameState& state, const Content& content) {
    begin_afresh(state, content);
    state.ui.veil = {0, kVeil};
    step_on(state, content);
}

namespace {

/// The turns of the conversation that lie before a place, as if it had been clicked through.
void count_turns(GameState& state, const Content& content, const Place& place) {
    const auto count_in = [&](const Scene& scene, std::size_t end) {
        for (std::size_t i = 0; i < end; ++i) {
            const auto& what = scene.steps[i].what;
            if (std::holds_alternative<TurnEnd>(what)) state.turn_speaker.clear();
            if (const auto* line = std::get_if<Line>(&what)) count_turn(state, *line);
        }
    };
    for (const std::string& name : content.story.order) {
        const Scene* scene = content.scene(name);
        if (name == place.scene && scene) count_in(*scene, std::min(place.step, scene->steps.size()));
        if (name == place.scene) return;
        if (scene) count_in(*scene, scene->steps.size());
    }
}

} // namespace

bool start_at(GameState& state, const Content& content, const std::string& scene_name, const std::string& wanted) {
    const std::string name = scene_name.empty() && !content.story.order.empty() ? content.story.order[0] : scene_name;
    const Scene* scene = content.scene(name);
    if (!scene) return false;
    int number = 0;
    const auto parsed = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    const bool by_number = !wanted.empty() && parsed.ec == std::errc() && parsed.ptr == wanted.data() + wanted.size();
    std::size_t target = scene->steps.size();
    for (std::size_t i = 0; i < scene->steps.size(); ++i) {
        const auto& what = scene->steps[i].what;
        const auto* line = std::get_if<Line>(&what);
        const bool shows = std::holds_alternative<Pause>(what) || std::holds_alternative<ChapterCard>(what) ||
                           std::holds_alternative<StageStep>(what);
        if (by_number && shows && scene->steps[i].file_line == number) {
            target = i;
            break;
        }
        if (!line && !std::holds_alternative<Choice>(what)) continue;
        const bool first = target == scene->steps.size();
        if (by_number        ? first || scene->steps[i].file_line <= number
            : wanted.empty() ? first
                             : line && line->id == wanted) {
            target = i;
        }
    }
    if (target == scene->steps.size()) return false;

    begin_afresh(state, content);
    pass_silences(state, content, {name, target});
    count_turns(state, content, {name, target});
    state.reading.place = {name, target};
    state.reading.entering = false;
    state.ui.veil = {};
    enter_scene(state.stage, *scene, content.story);
    for (std::size_t i = 0; i < target; ++i) { // what stands before it, without time and without branching
        const auto& what = scene->steps[i].what;
        if (const auto* stage_step = std::get_if<StageStep>(&what))
            change_stage(state, content, *stage_step, true);
        if (const auto* raised = std::get_if<StageStep>(&what); raised && std::holds_alternative<RaiseSilences>(*raised))
            raise_lights(state, true);
        if (const auto* line = std::get_if<Line>(&what)) begin_line(state.stage, *line, content.story, true);
        if (const auto* set = std::get_if<SetVariable>(&what)) assign(set->assignment, state.reading.variables);
    }
    note_checkpoint(state, state.reading); // going back ends here
    const bool is_line = std::holds_alternative<Line>(scene->steps[target].what);
    const bool is_card = std::holds_alternative<ChapterCard>(scene->steps[target].what);
    if (!is_line && !is_card) settle(state.stage); // a change of the stage is seen from its beginning
    step_on(state, content);
    if (is_line) settle(state.stage);
    return true;
}

GameState new_game(const Content& content, const Settings& settings, std::uint64_t seed) {
    GameState state;
    state.settings = settings;
    state.reading = begin_reading(content.story, seed);
    const bool one_language = content.story.languages.size() == 1;
    state.ui.screen = settings.language_chosen || one_language ? ScreenKind::kTitle : ScreenKind::kLanguage;
    return state;
}

} // namespace liubai
