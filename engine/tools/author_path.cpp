#include "tools/author_path.h"

#include "base/error.h"
#include "files/native_path.h"

#include <filesystem>

namespace liubai {

namespace fs = std::filesystem;

AuthorPath author_path(const std::string& path) {
    const fs::path given = native_path(path);
    std::error_code ignored;
    if (!fs::exists(given, ignored)) throw Error({"找不到“" + path + "”", "there is no file or folder \"" + path + "\""});
    if (fs::is_directory(given, ignored)) return {path, ""};
    const fs::path folder = given.has_parent_path() ? given.parent_path() : fs::path(".");
    const bool in_project = fs::exists(folder / "project.yaml", ignored) && fs::absolute(folder).filename() == "scenes";
    if (!in_project) return {utf8_path(folder), utf8_path(given.filename())};
    const fs::path project = folder == "scenes" ? fs::path(".") : fs::absolute(folder).parent_path();
    return {utf8_path(project), "scenes/" + utf8_path(given.filename())};
}

std::string joined(const std::string& folder, const std::string& inside) { return utf8_path(native_path(folder) / native_path(inside)); }

} // namespace liubai
