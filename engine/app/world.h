#pragma once
// The machine we run on: its display, its language, where our files are and where a reader's are kept.

#include "base/bilingual.h"
#include "base/diagnostic.h"

#include <cstdint>
#include <string>

namespace liubai {

/// Scripts that cannot be played, with why. Thrown by the player and shown by main.
struct BrokenScripts {
    Diagnostics findings;
};

/// SDL's video for as long as one lives. Throws Error when there is no display, also when SDL would silently draw into
/// nothing.
class VideoSession {
public:
    VideoSession();
    ~VideoSession();
    VideoSession(const VideoSession&) = delete;
    VideoSession& operator=(const VideoSession&) = delete;
};

/// The program itself when it is a packed story: it is played, and has what it needs. "" = it is none.
std::string packed_story();

/// What a story is packed behind: a program, or the folder with a page for browsers, in runtimes/ beside this program or in the
/// stock's folder; a program with its libraries inside also does for its own system. "" = it is not there. `name` as packaging/
/// calls it: "liubai-linux-x86_64".
std::string runtime_named(const std::string& name);

/// The folder with our fonts/ and assets/: beside the program, or the source folder it was built from; or the
/// packed story. Throws Error.
std::string stock_folder();

/// The project that is meant when none is named: this folder if it holds scenes/, else the stock's; "" = neither has one.
std::string default_project();

/// This folder when it holds a project or scene files; the one above inside a project's scenes/. Throws Error when it
/// is neither.
std::string project_here();

/// Where the scripts of a project folder, a folder of scene files or a scene file lie.
std::string folder_of_scripts(const std::string& project);

/// As the system says; Chinese for any zh locale, English for every other.
Language system_language();

/// Cells in a row of the terminal that is written to; 0 when it is none.
int terminal_width();

/// Where a reader's saves of a story are kept, with a slash at its end; nothing is made yet. "" = nowhere to keep them.
std::string story_folder(const std::string& story_key);

/// A file for a picture of the screen, not there yet, in the reader's folder for pictures or beside the saves.
std::string screenshot_path();

/// Minutes since 1970 as the clock on the wall shows them.
std::int64_t local_minutes();

/// The file with the remembered "key=value" lines.
inline constexpr const char* kSettingsFile = "settings";

/// A small file of the reader's folder; "" when there is none or it cannot be read.
std::string read_kept(const std::string& name);
/// Logs a warning when it cannot be written; the game goes on.
void keep(const std::string& name, const std::string& text);

} // namespace liubai
