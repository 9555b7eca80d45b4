#include "files/zip_archive.h"

#include "base/error.h"
#include "base/utf8.h"
#include "files/folder.h"
#include "files/native_path.h"
#include "files/raw_file.h"
#include "files/zip_place.h"

#include <zip.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <utility>

namespace liubai {
namespace {

Error damaged(const std::string& name, const std::string& reason) {
    return Error({"压缩包 " + name + " 不能用：" + reason, "the archive " + name + " cannot be used: " + reason});
}

Error refused_entry(const std::string& name, const std::string& entry, const std::string& zh, const std::string& en) {
    return Error(
        {"压缩包 " + name + " 里的 “" + entry + "” " + zh, "the archive " + name + ": \"" + entry + "\" " + en});
}

struct CloseEntry {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// Case is folded for ASCII only, as a hint to writers; what is stored is looked up exactly.
std::string folded(std::string name) {
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return name;
}

bool is_plain_entry(zip_t* zip, std::uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0) return false;
    const unsigned kind = attributes >> 16 & 0170000;
    return system != ZIP_OPSYS_UNIX || kind == 0 || kind == 0100000 || kind == 0040000;
}

/// Deflate packs at most 1032 bytes into one.
bool is_possible(const zip_stat_t& stat) {
    return stat.comp_method == ZIP_CM_STORE ? stat.size == stat.comp_size : stat.size / 1032 <= stat.comp_size;
}

} // namespace

ZipArchive::ZipArchive(const std::string& path) {
    std::ifstream file(native_path(path), std::ios::binary);
    if (!file) throw Error({"没有文件 " + path, "there is no file " + path});
    const auto place = find_zip(file);
    if (!place) throw damaged(path, "no zip at its end");
    if (place->entries > kMostEntries) throw damaged(path, "too many files");

    zip_error_t error;
    zip_error_init(&error);
#ifdef _WIN32
    zip_source_t* source = zip_source_win32w_create(native_path(path).c_str(), place->start,
                                                    static_cast<zip_int64_t>(place->length), &error);
#else
    zip_source_t* source =
        zip_source_file_create(path.c_str(), place->start, static_cast<zip_int64_t>(place->length), &error);
#endif
    zip_ = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
    if (!zip_) {
        if (source) zip_source_free(source);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        throw damaged(path, reason);
    }
    try {
        take_entries(path);
    } catch (const Error&) {
        zip_discard(zip_);
        throw;
    }
}

ZipArchive::~ZipArchive() { zip_discard(zip_); }

void ZipArchive::take_entries(const std::string& name) {
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(zip_, 0));
    if (count > kMostEntries) throw damaged(name, "too many files");
    std::set<std::string> seen;
    for (std::uint64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        const char* raw = zip_get_name(zip_, i, ZIP_FL_ENC_RAW);
        if (!raw || zip_stat_index(zip_, i, 0, &stat) != 0) throw damaged(name, zip_strerror(zip_));
        std::string path = raw;
        const bool directory = path.ends_with('/');
        if (directory) path.pop_back();
        if (!is_utf8(path)) throw refused_entry(name, "?", "的名字不是 UTF-8", "has a name that is not UTF-8");
        if (!is_safe_path(path)) throw refused_entry(name, path, "的路径不允许", "has a path that is not allowed");
        if (!seen.insert(folded(path)).second) {
            throw refused_entry(name, path, "有两份（只看大小写不同）", "is there twice, or differs in case only");
        }
        if (!is_plain_entry(zip_, i)) throw refused_entry(name, path, "不是普通文件", "is not a plain file");
        if (directory) continue;
        const bool readable = (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE) &&
                              stat.encryption_method == ZIP_EM_NONE;
        if (!readable) throw refused_entry(name, path, "的压缩方式不支持", "is packed in a way that is not supported");
        if (!is_possible(stat)) throw refused_entry(name, path, "的大小是假的", "declares a false size");
        entries_[path] = {i, stat.size};
    }
}

const ZipArchive::Entry& ZipArchive::entry(const std::string& path) const {
    const auto found = entries_.find(path);
    if (found == entries_.end()) throw Error({"没有文件 " + path, "there is no file " + path});
    return found->second;
}

Blob ZipArchive::read_start(const std::string& path, std::size_t most) const {
    const Entry& entry = this->entry(path);
    const std::lock_guard lock(mutex_);
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(zip_, entry.index, 0));
    if (!file) throw damaged(path, zip_strerror(zip_));
    std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(entry.size, most)), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got <= 0) throw damaged(path, got < 0 ? zip_file_strerror(file.get()) : "it ends too early");
        filled += static_cast<std::size_t>(got);
    }
    return blob_of(std::move(bytes));
}

Blob ZipArchive::read(const std::string& path, std::size_t limit) const {
    const Entry& entry = this->entry(path);
    if (entry.size > limit) throw Error({"文件太大：" + path, "the file is too large: " + path});

    const std::lock_guard lock(mutex_);
    const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(zip_, entry.index, 0));
    if (!file) throw damaged(path, zip_strerror(zip_));
    std::string bytes(static_cast<std::size_t>(entry.size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got <= 0) throw damaged(path, got < 0 ? zip_file_strerror(file.get()) : "it ends too early");
        filled += static_cast<std::size_t>(got);
    }
    // One byte more: libzip tells of a wrong checksum only at the end, and of data past the declared size not at all.
    char more = 0;
    const zip_int64_t rest = zip_fread(file.get(), &more, 1);
    if (rest != 0) throw damaged(path, rest < 0 ? zip_file_strerror(file.get()) : "it is longer than it declares");
    return blob_of(std::move(bytes));
}

std::vector<std::string> ZipArchive::list(const std::string& directory) const {
    const std::string prefix = directory.empty() ? "" : directory + "/";
    std::vector<std::string> names;
    for (auto it = entries_.lower_bound(prefix); it != entries_.end() && it->first.starts_with(prefix); ++it) {
        const std::string name = it->first.substr(prefix.size());
        if (name.find('/') == std::string::npos) names.push_back(name);
    }
    return names;
}

} // namespace liubai
