#include "game/look_ahead.h"

#include "game/play.h"
#include "stage/compose.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace liubai {

std::string scene_after(const Story& story, const std::string& name) {
    const auto here = std::find(story.order.begin(), story.order.end(), name);
    return here == story.order.end() || std::next(here) == story.order.end() ? "" : *std::next(here);
}

void want_stages_ahead(Stage stage, const Place& from, const GameState& state, const Content& content, const Rect& area,
                       std::vector<WantedPicture>& soon) {
    StageView view;
    view.area = area;
    view.form = state.surroundings.canvas.form;
    view.ambient = is_ambient(state);
    WantedStage seen;
    int places = 0; // in which a line is read
    bool is_read = true;
    Place at = from;
    for (std::size_t ahead = 0; ahead < kLookAhead; ++ahead, ++at.step) {
        const Scene* scene = content.scene(at.scene);
        if (scene && at.step >= scene->steps.size()) {
            at = {scene_after(content.story, at.scene), 0};
            scene = content.scene(at.scene);
        }
        if (!scene || scene->steps.empty()) return;
        if (at.step == 0) enter_scene(stage, *scene, content.story);
        const auto& what = scene->steps[at.step].what;
        if (const auto* line = std::get_if<Line>(&what)) {
            begin_line(stage, *line, content.story, true);
            is_read = true;
        }
        if (const auto* step = std::get_if<StageStep>(&what)) apply(stage, *step, content.story, true);
        const WantedStage& to = stage.wanted;
        const bool is_new = to.background != seen.background || to.framing != seen.framing || to.cast != seen.cast ||
                            to.weather != seen.weather || (to.framing == Framing::kSpeaker && to.speaker != seen.speaker);
        if (to.background.empty() || !is_new) continue;
        const bool is_place = to.background != seen.background && content.look.backgrounds.contains(to.background);
        if (is_place && to.background != state.stage.wanted.background) {
            if (std::exchange(is_read, false)) ++places;
            if (places > 1) return;
        }
        seen = to;
        settle(stage);
        want_stage(stage, content.story, content.look, view, soon);
    }
}

} // namespace liubai
