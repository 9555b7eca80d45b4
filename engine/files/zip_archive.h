#pragma once
// A zip as a Folder. libzip reads it; what libzip lets pass is refused here.

#include "base/blob.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct zip;

namespace liubai {

class ZipArchive {
public:
    static constexpr std::uint64_t kMostEntries = 20'000;

    /// Throws Error if it is no zip, is damaged, or holds an entry that could lead outside the folder, shadow another
    /// or not be read.
    explicit ZipArchive(const std::string& path);
    ZipArchive(ZipArchive&&) = delete;
    ~ZipArchive();

    /// Safe on any thread.
    [[nodiscard]] Blob read(const std::string& path, std::size_t limit) const;
    [[nodiscard]] Blob read_start(const std::string& path, std::size_t most) const;
    [[nodiscard]] bool has(const std::string& path) const { return entries_.contains(path); }
    [[nodiscard]] std::vector<std::string> list(const std::string& directory) const;

private:
    struct Entry {
        std::uint64_t index = 0;
        std::uint64_t size = 0; ///< as it declares
    };

    void take_entries(const std::string& name);
    [[nodiscard]] const Entry& entry(const std::string& path) const;

    struct zip* zip_ = nullptr;
    std::map<std::string, Entry> entries_;
    mutable std::mutex mutex_; ///< libzip has one file position for all
};

} // namespace liubai
