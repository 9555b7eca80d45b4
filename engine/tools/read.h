#pragma once
// Plays a story without a window: prints what a reader would read.

#include "game/settings.h"
#include "tools/opened_story.h"

#include <iosfwd>

namespace liubai {

/// Prints the whole reading: scene titles, "name: text", translations indented under it, silences as （  ）. `settings`
/// say which texts are shown. A choice takes its first open option and says so. Stops after 1,000,000 lines.
void read_story(OpenedStory& story, const Settings& settings, std::ostream& out);

} // namespace liubai
