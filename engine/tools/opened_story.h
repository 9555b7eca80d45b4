#pragma once
// A project opened for playing: its folders, index, look, fonts, and scenes as they are asked for. What play, shoot,
// read and replay start from.

#include "base/diagnostic.h"
#include "files/folder.h"
#include "game/content.h"
#include "game/settings.h"
#include "script/project.h"
#include "text/fonts.h"

#include <memory>
#include <string>

namespace liubai {

struct OpenedStory {
    Folder project;
    Folder stock;        ///< the engine's own fonts and assets
    Content content;
    Diagnostics findings; ///< of the project, its look and the scenes read so far
    std::unique_ptr<Fonts> fonts;
};

/// Where pack() puts the author's files and the engine's own in a zip.
inline constexpr const char* kPackedProject = "story";
inline constexpr const char* kPackedStock = "stock";

/// The engine's own fonts and assets: a folder that holds fonts/ and assets/, or a packed story's. Throws Error.
Folder open_stock(const std::string& path);

/// The engine's own look and fonts, without a story. Throws Error.
std::unique_ptr<OpenedStory> open_stock_alone(const std::string& stock);

/// Opens a project folder, a packed story (a zip, or a program with one at its end), a folder of scene files or one scene file. `stock`: see open_stock(). Throws Error when one of them cannot be read. Reads no scene of a project with a project.yaml.
std::unique_ptr<OpenedStory> open_story(const std::string& path, const std::string& stock);

/// Reads a scene; may run on another thread than the rest (it only reads the folder and the index).
LoadedScene read_scene(const OpenedStory& story, const std::string& name);

/// Takes a scene that was read into the content, with its findings. Main thread.
void take_scene(OpenedStory& story, const std::string& name, LoadedScene scene);

/// Reads and takes it, unless it is there.
void load_scene_now(OpenedStory& story, const std::string& name);

/// The same for a scene to start at, and for those before it, which tell what was said and not said. A broken one of
/// those is left out.
void load_scenes_to(OpenedStory& story, const std::string& name);

/// Reads the table of pinyin when it is wanted, unless it is there. Logs a warning when it cannot be had.
void load_pinyin(OpenedStory& story, bool wanted);
/// The same before the first frame: when the settings ask for it.
void load_pinyin_for(OpenedStory& story, const Settings& settings);

/// Reads the story's files anew, with the scene that a reading is in ("" = none). Nothing is wrong with them: `story` has
/// the new content now. Else it stays as it is and the findings are answered. No worker may read it meanwhile.
Diagnostics reload_story(OpenedStory& story, const std::string& path, const std::string& stock, const std::string& scene);

/// A number that changes with any byte of the scripts: a replay log names it.
std::uint64_t hash_scripts(const OpenedStory& story);

/// The bytes of assets/sound/<name>.ogg of the project, else of the stock. Throws Error.
Blob read_sound(const OpenedStory& story, const std::string& name);

/// The bytes of a picture's file.
Blob read_picture(const OpenedStory& story, ImageId image);

} // namespace liubai
