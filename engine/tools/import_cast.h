#pragma once
// Who speaks in an imported log: ids, names, languages. Part of import.

#include "tools/chat_log.h"

#include <string>
#include <string_view>
#include <vector>

namespace liubai {

struct ImportedSpeaker {
    std::string name; ///< as shown
    std::string id;
    std::string language;
    int turns = 0;
};

struct ImportedCast {
    std::vector<ImportedSpeaker> speakers; ///< in the order of their first turn
    std::string language;                  ///< most of the text
    std::vector<std::string> languages;    ///< base language first, then the others that somebody speaks
};

ImportedCast gather_cast(const ChatLog& log, const std::string& language_of_nothing);

/// A cast id for a name: letters and digits of any script stay, runs of anything else become `_`; never a verb, a
/// language's tag or anything else that a scene reads otherwise.
std::string safe_id(std::string_view name);

/// The label of a speaker in a transcript: the name whose id it is, else the id.
std::string transcript_label(const std::string& id, const std::vector<std::string>& names);

/// "zh", "ja", "ko" or "en" by the letters; "" without any.
std::string guess_language(const std::vector<std::u32string_view>& texts);

/// A name as it may stand inside {…}: in quotes, unless it is a plain word.
std::string flow_text(const std::string& text);

/// The text of scenes/cast.yaml.
std::string cast_yaml(const ImportedCast& cast);

} // namespace liubai
