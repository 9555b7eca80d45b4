#pragma once
// Plays a story without a window: prints what a reader would read.

#include "game/settings.h"
#include "tools/opened_story.h"

#include <iosfwd>

namespace liubai {

struct ReadOptions {
    Settings settings;        ///< which texts are shown
    bool interactive = false; ///< waits at each line for the reader: read_interactively()
    int width = 0;            ///< cells of the terminal in which rows are wrapped then; 0 = they are not
};

/// Prints the whole reading: scene titles, "name: text", translations indented under it, silences as （  ）. Without
/// `interactive` a choice takes its first open option and says so. Stops after 1,000,000 lines.
void read_story(OpenedStory& story, const ReadOptions& options, std::istream& in, std::ostream& out);

} // namespace liubai
