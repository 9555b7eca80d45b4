#pragma once
// How a text must be written so that YAML gives back just that text.

#include <string>
#include <string_view>

namespace liubai {

/// The text as it is where YAML reads it back unchanged, else in single quotes, else (line breaks, control characters)
/// in double quotes. One line always.
std::string yaml_text(std::string_view text);

/// True when the text must be quoted.
bool needs_quotes(std::string_view text);

/// In single quotes, quotes inside doubled.
std::string single_quoted(std::string_view text);

} // namespace liubai
