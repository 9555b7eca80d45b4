#pragma once
// UTF-8 to the system's own paths: on Windows the narrow form fails in a folder named 游戏.

#include <filesystem>
#include <string>
#include <string_view>

namespace liubai {

inline std::filesystem::path native_path(std::string_view utf8) {
    std::filesystem::path path{std::u8string(utf8.begin(), utf8.end())};
#ifdef _WIN32
    // Windows finds no folder by a path that ends with a slash, unless it is a drive's.
    if (!path.has_filename() && path.has_relative_path()) path = path.parent_path();
#endif
    return path;
}

inline std::string utf8_path(const std::filesystem::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

} // namespace liubai
