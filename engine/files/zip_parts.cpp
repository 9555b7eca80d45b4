#include "files/zip_parts.h"

#include "base/error.h"
#include "files/folder.h"
#include "files/native_path.h"
#include "files/zip_archive.h"

#include <filesystem>
#include <set>
#include <system_error>

namespace liubai {

std::string ZipParts::part_name(std::size_t number) { return kPart + std::to_string(number) + ".zip"; }

ZipParts::ZipParts(const std::string& folder) : folder_(folder) {
    parts_.push_back(std::make_unique<ZipArchive>(folder_ + "/" + part_name(0)));
}

ZipParts::~ZipParts() = default;

void ZipParts::take_what_came() const {
    while (true) {
        const std::string next = folder_ + "/" + part_name(parts_.size());
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(native_path(next), ignored)) return;
        parts_.push_back(std::make_unique<ZipArchive>(next));
    }
}

std::size_t ZipParts::count() const {
    const std::lock_guard lock(mutex_);
    take_what_came();
    return parts_.size();
}

const ZipArchive* ZipParts::with(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    const auto find = [&]() -> const ZipArchive* {
        for (const auto& part : parts_) {
            if (part->has(path)) return part.get();
        }
        return nullptr;
    };
    if (const ZipArchive* part = find()) return part;
    take_what_came();
    return find();
}

Blob ZipParts::read(const std::string& path, std::size_t limit) const {
    const ZipArchive* part = with(path);
    if (!part && with(kHeads + path)) throw StillOnItsWay{};
    if (!part) throw Error({"没有文件 " + path, "there is no file " + path});
    return part->read(path, limit);
}

Blob ZipParts::read_start(const std::string& path, std::size_t most) const {
    const ZipArchive* part = with(path);
    if (part) return part->read_start(path, most);
    const ZipArchive* heads = with(kHeads + path);
    if (!heads) throw Error({"没有文件 " + path, "there is no file " + path});
    return heads->read_start(kHeads + path, most);
}

bool ZipParts::has(const std::string& path) const { return with(path) || with(kHeads + path); }

std::vector<std::string> ZipParts::list(const std::string& directory) const {
    const std::lock_guard lock(mutex_);
    std::set<std::string> names;
    for (const auto& part : parts_) {
        for (const std::string& place : {directory, kHeads + directory}) {
            const auto inside = part->list(place);
            names.insert(inside.begin(), inside.end());
        }
    }
    return {names.begin(), names.end()};
}

} // namespace liubai
