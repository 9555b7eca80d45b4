#include "files/folder.h"

#include "base/error.h"
#include "files/directory.h"
#include "files/native_path.h"
#include "files/zip_archive.h"
#include "files/zip_place.h"

#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>
#include <variant>

namespace liubai {
namespace {

void refuse_unsafe(const std::string& path) {
    if (!is_safe_path(path)) throw Error({"路径不允许：“" + path + "”", "the path is not allowed: \"" + path + "\""});
}

} // namespace

struct Folder::Impl {
    std::string name;
    std::string inside; ///< before every path, with its slash
    std::variant<std::unique_ptr<Directory>, std::unique_ptr<ZipArchive>> place;
};

Folder::Folder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Folder::Folder(Folder&&) noexcept = default;
Folder& Folder::operator=(Folder&&) noexcept = default;
Folder::~Folder() = default;

Folder Folder::open_directory(const std::string& path) {
    return Folder(std::unique_ptr<Impl>(new Impl{path, "", std::make_unique<Directory>(path)}));
}

Folder Folder::open_zip(const std::string& path, const std::string& inside) {
    const std::string prefix = inside.empty() ? "" : inside + "/";
    return Folder(std::unique_ptr<Impl>(new Impl{path + (inside.empty() ? "" : "/") + inside, prefix, std::make_unique<ZipArchive>(path)}));
}

bool Folder::is_zip(const std::string& path) {
    std::ifstream file(native_path(path), std::ios::binary);
    return file && find_zip(file).has_value();
}

Blob Folder::read(const std::string& path, std::size_t limit) const {
    refuse_unsafe(path);
    return std::visit([&](const auto& place) { return place->read(impl_->inside + path, limit); }, impl_->place);
}

Blob Folder::read_start(const std::string& path, std::size_t most) const {
    refuse_unsafe(path);
    return std::visit([&](const auto& place) { return place->read_start(impl_->inside + path, most); }, impl_->place);
}

bool Folder::has(const std::string& path) const {
    return is_safe_path(path) && std::visit([&](const auto& place) { return place->has(impl_->inside + path); }, impl_->place);
}

std::vector<std::string> Folder::list(const std::string& directory) const {
    if (!directory.empty()) refuse_unsafe(directory);
    std::string whole = impl_->inside + directory;
    if (whole.ends_with('/')) whole.pop_back();
    return std::visit([&](const auto& place) { return place->list(whole); }, impl_->place);
}

const std::string& Folder::name() const { return impl_->name; }

Blob read_file(const std::string& path) {
    const std::filesystem::path file = native_path(path);
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    return Folder::open_directory(utf8_path(folder)).read(utf8_path(file.filename()));
}

bool is_safe_path(const std::string& path) {
    if (path.empty() || path.front() == '/' || path.back() == '/') return false;
    for (const char c : path) {
        // A colon is a drive on Windows, or a hidden stream of a file.
        if (c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
    }
    std::string_view rest = path;
    while (true) {
        const auto slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        if (part.empty() || part == "." || part == "..") return false;
        if (slash == std::string_view::npos) return true;
        rest.remove_prefix(slash + 1);
    }
}

} // namespace liubai
