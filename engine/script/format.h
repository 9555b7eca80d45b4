#pragma once
// `liubai fmt`: a scene file in its tidy form. Lines are edited in place, never written anew from the story, so
// comments and blank lines stay.

#include <string>
#include <string_view>
#include <vector>

namespace liubai {

/// A blank line before each paragraph; `A（笑）`, `A：你好`, `A:你好` as `A (笑): …`; no spaces at line ends, no BOM,
/// one line break at the end. The steps it reads as stay the same, and formatting twice is formatting once. `speakers`:
/// ids of the cast, beside those that the file itself shows.
std::string formatted(const std::string& file_text, const std::vector<std::string>& speakers = {});

} // namespace liubai
