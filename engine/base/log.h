#pragma once
// What a developer or a careful user may want to know. Goes to stderr, and to a file when the app says so.

#include <string>
#include <string_view>
#include <vector>

namespace liubai {

void log_info(std::string_view text);
void log_warning(std::string_view text);

/// Warnings since the last call; tests assert that there are none. Main thread only.
std::vector<std::string> take_warnings();

} // namespace liubai
