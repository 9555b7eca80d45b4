#pragma once
// A save as a JSON document with a check of its own bytes. Inside save/, and for its tests.

#include "base/bilingual.h"
#include "save/file_internal.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <variant>

namespace liubai {

using Json = nlohmann::json;

enum class Read { kAll, kHead }; ///< kHead: the game is checked but not built

/// The document whose check is right, or why not. Never throws.
std::variant<Json, Bilingual> open_document(std::string_view text, Read what);

/// The sentence for what can only come from a damaged file.
Bilingual damaged_save();

/// The JSON text of a value; ill-formed UTF-8 is replaced, a number that is none becomes null.
std::string dumped(const Json& value);

} // namespace liubai
