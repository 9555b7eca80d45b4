#include "files/directory.h"

#include "base/error.h"
#include "base/utf8.h"
#include "files/folder.h"
#include "files/native_path.h"
#include "files/raw_file.h"

#include <algorithm>
#include <system_error>

namespace liubai {

namespace fs = std::filesystem;

Directory::Directory(const std::string& path) {
    std::error_code error;
    root_ = fs::canonical(native_path(path), error);
    if (error || !fs::is_directory(root_, error)) throw Error({"没有文件夹 " + path, "there is no folder " + path});
}

std::optional<fs::path> Directory::inside(const std::string& path) const {
    std::error_code error;
    const fs::path real = fs::canonical(root_ / native_path(path), error);
    if (error) return std::nullopt;
    const auto differs = std::mismatch(root_.begin(), root_.end(), real.begin(), real.end());
    return differs.first == root_.end() ? std::optional(real) : std::nullopt;
}

Blob Directory::read(const std::string& path, std::size_t limit) const {
    const auto real = inside(path);
    if (!real) throw Error({"没有文件 " + path, "there is no file " + path});
    return read_raw_file(*real, path, limit);
}

Blob Directory::read_start(const std::string& path, std::size_t most) const {
    const auto real = inside(path);
    if (!real) throw Error({"没有文件 " + path, "there is no file " + path});
    return read_raw_start(*real, path, most);
}

bool Directory::has(const std::string& path) const {
    std::error_code error;
    const auto real = inside(path);
    return real && fs::is_regular_file(*real, error);
}

std::vector<std::string> Directory::list(const std::string& directory) const {
    std::vector<std::string> names;
    const auto real = inside(directory);
    std::error_code error;
    fs::directory_iterator it;
    if (real) it = fs::directory_iterator(*real, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
        const std::string name = utf8_path(it->path().filename());
        if (is_utf8(name) && is_safe_path(name) && has(directory.empty() ? name : directory + "/" + name)) {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace liubai
