#pragma once
// `liubai fix FILE:LINE`: puts the mended line of a finding in place of the author's. Nothing else in the file changes.

#include "base/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>

namespace liubai {

/// The file's text with the line mended as the first of `findings` (all of one file) offers it; nothing when none does,
/// or when the line is not what the finding saw.
std::optional<std::string> fixed_text(std::string_view file_text, const Diagnostics& findings, int line);

} // namespace liubai
