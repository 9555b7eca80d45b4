#pragma once
// The game in a window: the one loop, and everything that update() asks the world for.

#include "game/replay.h"
#include "tools/opened_story.h"

#include <memory>
#include <optional>
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

/// A story in a window, from its opening until it is closed.
class PlaySession {
public:
    /// Opens the window. Throws Error when that cannot be done, BrokenScripts when the place to start at is in none that
    /// can be played.
    PlaySession(std::unique_ptr<OpenedStory> story, PlayOptions options);
    ~PlaySession();
    PlaySession(const PlaySession&) = delete;
    PlaySession& operator=(const PlaySession&) = delete;

    /// Waits for what comes next, and does it: for run_steps(). Answers the exit code when the reader has quit. Throws
    /// like the constructor.
    std::optional<int> step();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace liubai
