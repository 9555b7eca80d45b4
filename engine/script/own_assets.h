#pragma once
// Which of a project's own pictures and sounds something can use, for lint's check that none lies there in vain.

#include "base/look.h"
#include "script/project.h"

namespace liubai {

/// What a scene names, as OwnAsset::used_by has it: "bg wheat", "weather rain", "with ink", "sound bell".
std::string use_of_background(const std::string& name);
std::string use_of_weather(const std::string& name);
std::string use_of_transition(const std::string& name);
std::string use_of_sound(const std::string& name);

/// The files of `paths` (below the project's folder) that are pictures or sounds, with what must be named so that each
/// is used. Sources in assets/src are no assets. `is_stock` = the project is the program's own.
std::vector<OwnAsset> own_assets(const std::vector<std::string>& paths, const Look& look, const Story& story,
                                 bool is_stock);

/// The pictures and sounds that a story needs, as paths in its own folder or the stock's: those with one of these uses,
/// and those that the engine asks for itself. `named`: see names_used().
std::set<std::string> assets_needed(const Look& look, const Story& story, const std::set<std::string>& named);

} // namespace liubai
