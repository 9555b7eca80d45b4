#include "save/history.h"

#include <algorithm>

namespace liubai {

std::uint32_t scene_index(History& history, const std::string& scene) {
    // The scene is most often the last one met.
    const auto found = std::find(history.scenes.rbegin(), history.scenes.rend(), scene);
    if (found != history.scenes.rend()) return static_cast<std::uint32_t>(history.scenes.rend() - found - 1);
    history.scenes.push_back(scene);
    return static_cast<std::uint32_t>(history.scenes.size() - 1);
}

const std::string& id_of(const Step& step) {
    static const std::string kNone;
    if (const auto* line = std::get_if<Line>(&step.what)) return line->id;
    if (const auto* choice = std::get_if<Choice>(&step.what)) return choice->id;
    return kNone;
}

std::size_t step_with_id(const Scene& scene, const std::string& id, std::size_t hint) {
    if (hint < scene.steps.size() && id_of(scene.steps[hint]) == id) return hint;
    const auto found = std::find_if(scene.steps.begin(), scene.steps.end(),
                                    [&](const Step& step) { return !id.empty() && id_of(step) == id; });
    return static_cast<std::size_t>(found - scene.steps.begin());
}

std::size_t step_of(const Passed& passed, const Scene& scene) { return step_with_id(scene, passed.id, passed.step); }

} // namespace liubai
