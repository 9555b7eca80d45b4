#include "save/file_internal.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace liubai {
namespace {

/// Where a call returns to when the line at or after that place now stands at `line`, and stood `distance` steps
/// further once: right behind a call between that line and the one before it (of several in a row the one whose
/// distance is nearest); before the line itself when there is no such call.
std::size_t place_behind_call(const Scene& scene, std::size_t line, std::size_t distance) {
    std::size_t best = line;
    std::size_t least_error = std::numeric_limits<std::size_t>::max();
    for (std::size_t place = line; place > 0 && id_of(scene.steps[place - 1]).empty(); --place) {
        const std::size_t away = line - place;
        const std::size_t error = away < distance ? distance - away : away - distance;
        if (!std::holds_alternative<Call>(scene.steps[place - 1].what) || error >= least_error) continue;
        best = place;
        least_error = error;
    }
    return best;
}

/// Nothing was known of its scene when it was saved, but the step.
bool is_bare(const SavedPlace& mark) { return mark.line.id.empty() && mark.before.empty() && mark.after.empty(); }

void relocate_call(Place& place, SavedPlace& mark, const Scene& scene) {
    if (is_bare(mark)) return;
    const std::size_t distance = mark.step < place.step ? 0 : mark.step - place.step;
    const std::size_t line = mark.line.id.empty() ? scene.steps.size() : find_place(mark, scene).step;
    place.step = place_behind_call(scene, line, distance);
    mark = saved_return(scene, place.step);
}

std::size_t most_gaps(const Line& line) {
    std::size_t most = gaps_of(line.text).size();
    for (const auto& [language, text] : line.others) most = std::max(most, gaps_of(text).size());
    return most;
}

/// Where the silence's line is now; nothing when it or its gap is gone.
std::optional<std::size_t> line_of(const Silence& silence, const SavedPlace& mark, const Scene& scene) {
    const FoundPlace found = is_bare(mark) ? FoundPlace{silence.line.step} : find_place(mark, scene);
    if (found.step >= scene.steps.size() || (found.by != FoundBy::kId && found.by != FoundBy::kText))
        return std::nullopt;
    const auto* line = std::get_if<Line>(&scene.steps[found.step].what);
    return line && silence.gap < most_gaps(*line) ? std::optional(found.step) : std::nullopt;
}

struct MovedLine {
    Place from;
    std::size_t gap = 0;
    std::optional<std::size_t> to;
};

std::vector<MovedLine> relocate_silences(SavedGame& game, const FindScene& find) {
    std::vector<MovedLine> moved;
    std::vector<Silence> silences;
    std::vector<SavedPlace> marks;
    for (std::size_t i = 0; i < game.reading.silences.size(); ++i) {
        Silence silence = game.reading.silences[i];
        SavedPlace mark = i < game.silences.size() ? game.silences[i] : SavedPlace{};
        const Scene* scene = mark.scene.empty() || mark.scene != silence.line.scene ? nullptr : find(mark.scene);
        if (scene) {
            moved.push_back({silence.line, silence.gap, line_of(silence, mark, *scene)});
            if (!moved.back().to) continue;
            silence.line.step = *moved.back().to;
            mark = saved_place(*scene, silence.line.step);
        }
        silences.push_back(std::move(silence));
        marks.push_back(std::move(mark));
    }
    game.reading.silences = std::move(silences);
    game.silences = std::move(marks);
    return moved;
}

/// A checkpoint's silences are among the game's: they move with those.
void move_silences(std::vector<Silence>& silences, const std::vector<MovedLine>& moved) {
    std::vector<Silence> kept;
    for (Silence& silence : silences) {
        const auto found = std::find_if(moved.begin(), moved.end(), [&](const MovedLine& line) {
            return line.from == silence.line && line.gap == silence.gap;
        });
        if (found != moved.end() && !found->to) continue;
        if (found != moved.end()) silence.line.step = *found->to;
        kept.push_back(std::move(silence));
    }
    silences = std::move(kept);
}

/// Moves a checkpoint between scene starts along with the line that comes next. False when that line is gone.
bool relocate_checkpoint(Checkpoint& checkpoint, History& history, const FindScene& find) {
    Place& place = checkpoint.reading.place;
    if (is_at_scene_start(checkpoint) || checkpoint.entry >= history.entries.size()) return true;
    Passed& next = history.entries[checkpoint.entry];
    const Scene* scene = history.scenes[next.scene] == place.scene ? find(place.scene) : nullptr;
    if (!scene) return true;
    const std::size_t now = step_of(next, *scene);
    if (now == next.step) return true;
    if (now >= scene->steps.size()) return false;
    std::size_t distance = next.step < place.step ? 0 : next.step - place.step;
    place.step = now;
    for (; distance > 0 && place.step > 0 && id_of(scene->steps[place.step - 1]).empty(); --distance) --place.step;
    next.step = static_cast<std::uint32_t>(now);
    return true;
}

void fit(Variables& variables, const Variables& declared) {
    Variables fitted = declared;
    for (auto& [name, value] : fitted) {
        const auto found = variables.find(name);
        if (found != variables.end() && found->second.index() == value.index()) value = found->second;
    }
    variables = std::move(fitted);
}

} // namespace

void relocate(SavedGame& game, const FindScene& find) {
    for (std::size_t i = 0; i < game.reading.calls.size() && i < game.calls.size(); ++i) {
        const bool known = !game.calls[i].scene.empty() && game.calls[i].scene == game.reading.calls[i].scene;
        const Scene* scene = known ? find(game.calls[i].scene) : nullptr;
        if (scene) relocate_call(game.reading.calls[i], game.calls[i], *scene);
    }
    const std::vector<MovedLine> moved = relocate_silences(game, find);
    std::erase_if(game.history.checkpoints, [&](Checkpoint& checkpoint) {
        move_silences(checkpoint.reading.silences, moved);
        return !relocate_checkpoint(checkpoint, game.history, find);
    });
}

void fit_variables(SavedGame& game, const Variables& declared) {
    fit(game.reading.variables, declared);
    for (Checkpoint& checkpoint : game.history.checkpoints) fit(checkpoint.reading.variables, declared);
}

} // namespace liubai
