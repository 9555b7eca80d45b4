#include "base/hash.h"
#include "save/saved_game.h"

#include <algorithm>
#include <limits>

namespace liubai {
namespace {

constexpr std::size_t kNeighbours = 3;

/// The words of a line or a choice as they are spoken; "" for every other step.
std::string words_of(const Step& step) {
    if (const auto* line = std::get_if<Line>(&step.what)) return plain(line->text, "");
    const auto* choice = std::get_if<Choice>(&step.what);
    if (!choice) return "";
    std::string words = plain(choice->prompt, "");
    for (const ChoiceOption& option : choice->options) words += "\n" + plain(option.text, "");
    return words;
}

bool is_spoken(const Step& step) {
    return std::holds_alternative<Line>(step.what) || std::holds_alternative<Choice>(step.what);
}

SavedLine saved_line(const Step& step) {
    return is_spoken(step) ? SavedLine{id_of(step), hash64(words_of(step))} : SavedLine{};
}

std::vector<SavedLine> lines_before(const Scene& scene, std::size_t step) {
    std::vector<SavedLine> lines;
    while (step-- > 0 && lines.size() < kNeighbours) {
        if (is_spoken(scene.steps[step])) lines.push_back(saved_line(scene.steps[step]));
    }
    return lines;
}

std::vector<SavedLine> lines_after(const Scene& scene, std::size_t step) {
    std::vector<SavedLine> lines;
    while (++step < scene.steps.size() && lines.size() < kNeighbours) {
        if (is_spoken(scene.steps[step])) lines.push_back(saved_line(scene.steps[step]));
    }
    return lines;
}

/// The step with those words that is nearest to `hint`; the scene's step count when there is none.
std::size_t step_with_words(const Scene& scene, std::uint64_t words, std::size_t hint) {
    std::size_t best = scene.steps.size();
    std::size_t distance = std::numeric_limits<std::size_t>::max();
    for (std::size_t step = 0; step < scene.steps.size(); ++step) {
        const std::size_t away = step < hint ? hint - step : step - hint;
        if (away >= distance || !is_spoken(scene.steps[step])) continue;
        if (hash64(words_of(scene.steps[step])) != words) continue;
        best = step;
        distance = away;
    }
    return best;
}

std::size_t step_with_id_of(const SavedLine& line, const Scene& scene, std::size_t hint) {
    return line.id.empty() ? scene.steps.size() : step_with_id(scene, line.id, hint);
}

std::size_t find_line(const SavedLine& line, const Scene& scene, std::size_t hint) {
    const std::size_t step = step_with_id_of(line, scene, hint);
    return step < scene.steps.size() ? step : step_with_words(scene, line.text, hint);
}

/// The next line or choice after a step, the step itself when it is the last.
std::size_t next_line(const Scene& scene, std::size_t step) {
    for (std::size_t next = step + 1; next < scene.steps.size(); ++next) {
        if (is_spoken(scene.steps[next])) return next;
    }
    return step;
}

std::size_t previous_line(const Scene& scene, std::size_t step) {
    for (std::size_t previous = step; previous-- > 0;) {
        if (is_spoken(scene.steps[previous])) return previous;
    }
    return step;
}

std::size_t first_line(const Scene& scene) {
    const auto found = std::find_if(scene.steps.begin(), scene.steps.end(), is_spoken);
    return found == scene.steps.end() ? 0 : static_cast<std::size_t>(found - scene.steps.begin());
}

} // namespace

SavedPlace saved_place(const Scene& scene, std::size_t step) {
    if (step >= scene.steps.size()) return {scene.name, static_cast<std::uint32_t>(step), {}, {}, {}};
    return {scene.name, static_cast<std::uint32_t>(step), saved_line(scene.steps[step]), lines_before(scene, step),
            lines_after(scene, step)};
}

SavedPlace saved_return(const Scene& scene, std::size_t step) {
    for (std::size_t next = step; next < scene.steps.size(); ++next) {
        if (is_spoken(scene.steps[next])) return saved_place(scene, next);
    }
    const std::size_t end = scene.steps.size();
    return {scene.name, static_cast<std::uint32_t>(end), {}, lines_before(scene, end), {}};
}

FoundPlace find_place(const SavedPlace& place, const Scene& scene) {
    const std::size_t none = scene.steps.size();
    const std::size_t same = step_with_id_of(place.line, scene, place.step);
    if (same < none) return {same, FoundBy::kId};
    const std::size_t alike = step_with_words(scene, place.line.text, place.step);
    if (alike < none) return {alike, FoundBy::kText};
    for (std::size_t i = 0; i < std::max(place.before.size(), place.after.size()); ++i) {
        if (i < place.before.size()) {
            const std::size_t before = find_line(place.before[i], scene, place.step);
            if (before < none) return {next_line(scene, before), FoundBy::kNeighbours};
        }
        if (i < place.after.size()) {
            const std::size_t after = find_line(place.after[i], scene, place.step);
            if (after < none) return {previous_line(scene, after), FoundBy::kNeighbours};
        }
    }
    return {first_line(scene), FoundBy::kSceneStart};
}

} // namespace liubai
