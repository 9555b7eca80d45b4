#include "save/file_internal.h"

namespace liubai {
namespace {

bool is_before_a_line_of_its_scene(const Checkpoint& checkpoint, const History& history) {
    return checkpoint.entry < history.entries.size() &&
           history.scenes[history.entries[checkpoint.entry].scene] == checkpoint.reading.place.scene;
}

} // namespace

bool is_at_scene_start(const Checkpoint& checkpoint) {
    return checkpoint.reading.entering && checkpoint.reading.place.step == 0;
}

std::size_t first_kept_entry(const History& history) {
    std::size_t first = history.entries.size();
    std::size_t bytes = 0;
    while (first > 0 && history.entries.size() - first < kMostSavedEntries) {
        bytes += history.entries[first - 1].id.size();
        if (bytes > kMostEntryBytes) break;
        --first;
    }
    return first;
}

std::vector<const Checkpoint*> kept_checkpoints(const History& history) {
    const std::size_t first = first_kept_entry(history);
    std::vector<const Checkpoint*> kept;
    for (const Checkpoint& checkpoint : history.checkpoints) {
        if (checkpoint.entry < first || !checkpoint.reading.calls.empty()) continue;
        const bool far = kept.empty() || checkpoint.entry >= kept.back()->entry + kCheckpointEvery;
        const bool useful = far && is_before_a_line_of_its_scene(checkpoint, history);
        if (useful || is_at_scene_start(checkpoint)) kept.push_back(&checkpoint);
    }
    return kept;
}

} // namespace liubai
