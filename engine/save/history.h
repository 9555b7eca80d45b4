#pragma once
// What a reading leaves behind it: kept in memory for going back and for the backlog, in a save for another day.
// Ids, not strings, so that everything is shown again in whatever language and mode the reader chose since.

#include "stage/stage.h"
#include "story/reading.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace liubai {

/// A line or a choice that the reading rested on.
struct Passed {
    std::uint32_t scene = 0; ///< index in History::scenes
    std::uint32_t step = 0;  ///< where it stood then; a script may have been edited since, so ask step_of()
    std::string id;          ///< of the line or the choice
    std::int32_t option = -1; ///< the one taken at a choice (index in Choice::options); -1 = none, or a line
    bool operator==(const Passed&) const = default;
};

/// Everything that rolls back, before the line `entry` was reached: running on from here without time comes to it again.
struct Checkpoint {
    std::size_t entry = 0; ///< index in History::entries of what comes next
    Reading reading;
    WantedStage stage;
    int turn = 0;
    std::string turn_speaker;
    bool operator==(const Checkpoint&) const = default;
};

struct History {
    std::vector<std::string> scenes;     ///< names, each once
    std::vector<Passed> entries;         ///< in the order read; from `shown` on: left by going back, for going forward
    std::size_t shown = 0;               ///< how many of them lie behind the reader, the present one included
    std::vector<Checkpoint> checkpoints; ///< by entry: at scene starts, and in long scenes in between
    bool operator==(const History&) const = default;
};

/// The index of a scene's name, added when it is new.
std::uint32_t scene_index(History& history, const std::string& scene);

/// The step of that scene that the entry means: the line or choice with its id, first where it stood. Its step count
/// when there is none any more.
std::size_t step_of(const Passed& passed, const Scene& scene);

/// The same for any line's or choice's id, looked for from `hint` on.
std::size_t step_with_id(const Scene& scene, const std::string& id, std::size_t hint);

/// The id of a step that is a line or a choice; "" for every other.
const std::string& id_of(const Step& step);

} // namespace liubai
