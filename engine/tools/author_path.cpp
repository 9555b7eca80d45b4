#include "tools/author_path.h"

#include "base/error.h"

#include <filesystem>

namespace liubai {
namespace {

namespace fs = std::filesystem;

fs::path path_from(const std::string& utf8) { return fs::path(std::u8string(utf8.begin(), utf8.end())); }

std::string utf8_of(const fs::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

} // namespace

AuthorPath author_path(const std::string& path) {
    const fs::path given = path_from(path);
    std::error_code ignored;
    if (!fs::exists(given, ignored)) throw Error({"找不到“" + path + "”", "there is no file or folder \"" + path + "\""});
    if (fs::is_directory(given, ignored)) return {path, ""};
    const fs::path folder = given.has_parent_path() ? given.parent_path() : fs::path(".");
    const bool in_project = fs::exists(folder / "project.yaml", ignored) && fs::absolute(folder).filename() == "scenes";
    if (!in_project) return {utf8_of(folder), utf8_of(given.filename())};
    const fs::path project = folder == "scenes" ? fs::path(".") : fs::absolute(folder).parent_path();
    return {utf8_of(project), "scenes/" + utf8_of(given.filename())};
}

std::string joined(const std::string& folder, const std::string& inside) { return utf8_of(path_from(folder) / path_from(inside)); }

} // namespace liubai
