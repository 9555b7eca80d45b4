#pragma once
// Finds the pictures of a project and of the engine's stock, and reads what figure.yaml and backgrounds.yaml say of them.

#include "base/diagnostic.h"
#include "base/look.h"
#include "files/folder.h"
#include "script/project.h"

#include <set>
#include <string>
#include <vector>

namespace liubai {

struct LoadedLook {
    Look look;
    Diagnostics findings;
};

/// Every picture in assets/backgrounds and right in assets, and the named figures (folders in assets/figures) of the project, then of the
/// stock for names that the project has not. Reads the heads of the files only, never a whole picture. The order, and so every ImageId, depends on the
/// file names alone.
LoadedLook load_look(const Folder& project, const Folder& stock, const std::vector<std::string>& figures);

/// The uses (see own_assets.h) and those of the backgrounds that theirs are made from, by `like:` and `picture:`.
std::set<std::string> with_sources(std::set<std::string> uses, const Folder& project, const Folder& stock);

/// Where a piece of music, a bed or a sound lies in its folder.
std::string sound_file(const std::string& name);
/// The name of the sound in a file; "" when the file is none.
std::string sound_name(const std::string& file);

/// By its ending, of any case.
bool is_picture_file(const std::string& name);
/// What a scene calls a picture right in assets/backgrounds or in assets; "" for any other file.
std::string background_name(const std::string& file);

/// The names that scripts may use, for check_project. Every sound there is may serve as music, bed or sound; none is
/// checked while the stock has none.
Stock stock_names(const Look& look, const Folder& project, const Folder& stock);

} // namespace liubai
