#pragma once
// Text in HTML.

#include <string>
#include <string_view>

namespace liubai {

/// As text or as an attribute in double quotes; `newline` stands for each line feed.
std::string html_escaped(std::string_view text, std::string_view newline = "\n");

} // namespace liubai
