#pragma once
// Plays a story without a window: prints what a reader would read.

#include "game/settings.h"
#include "tools/opened_story.h"

#include <iosfwd>

namespace liubai {

struct ReadOptions {
    Settings settings;        ///< which texts are shown
    bool interactive = false; ///< Enter goes on, a number picks an option, end of input stops
};

/// Prints the whole reading: scene titles, "name: text", translations indented under it, silences as （  ）. Without
/// `interactive` a choice takes its first open option and says so. Stops after 1,000,000 lines.
void read_story(OpenedStory& story, const ReadOptions& options, std::istream& in, std::ostream& out);

} // namespace liubai
