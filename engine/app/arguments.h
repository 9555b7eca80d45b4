#pragma once
// What the words behind an option of the command line mean.

#include "base/bilingual.h"
#include "base/geometry.h"
#include "game/settings.h"

#include <string>
#include <utility>
#include <vector>

namespace liubai {

/// A wrong argument that CLI11 cannot see by itself.
struct WrongUsage {
    Bilingual text;
};

/// "scene", "scene:12", "scene:id"; or ":12" in the first scene.
std::pair<std::string, std::string> place_from(const std::string& text);

/// "1280x720". Throws WrongUsage.
Vec2 size_from(const std::string& text);

/// What --set knows, of what set_setting() does (`found` is the game's own).
std::string setting_names(const char* between);

/// The settings with each "key=value". Throws WrongUsage.
Settings settings_with(const std::vector<std::string>& sets, Settings settings = {});

/// The same as lines of a settings file. Throws WrongUsage.
std::string lines_of(const std::vector<std::string>& sets);

} // namespace liubai
