#pragma once
// The game in a window: the one loop, and everything that update() asks the world for.

#include "game/replay.h"
#include "tools/opened_story.h"

#include <string>

namespace liubai {

struct PlayOptions {
    std::string project;      ///< the folder or file that was opened, to read it again when its author changes it
    std::string stock;        ///< the folder of our own fonts and assets
    std::string scene;        ///< start there instead of at the title
    std::string line;
    std::string record;       ///< file for a replay log; "" = none
    std::string settings;     ///< "key=value" lines over the remembered ones
    bool accelerated = true;  ///< false: the software renderer
    Vec2 size{1280, 720};     ///< of the window, points
    bool remembers_window = true; ///< it opens where it was closed
    bool once = false;        ///< draw the first frame, then quit: for the benchmark of the start
    bool measure = false;     ///< tell at the end what the slowest frames took: for the benchmark of a playthrough
};

/// Opens the window and plays until the reader quits. Answers the exit code. Says in both languages why when it cannot
/// start: on a screen of its own, or on the terminal where there is no display.
int play(OpenedStory& story, const PlayOptions& options);

} // namespace liubai
