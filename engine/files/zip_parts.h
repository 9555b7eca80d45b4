#pragma once
// A folder of zips that come one after another, as a Folder: a story that is read while the rest of it is still being
// fetched.

#include "base/blob.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace liubai {

class ZipArchive;

class ZipParts {
public:
    /// What the files are called: kPart + "0" + ".zip" is the first, and is there from the beginning.
    static constexpr const char* kPart = "part-";
    /// In the first part, before the path of a file that comes later: its beginning, for read_start().
    static constexpr const char* kHeads = "heads/";

    /// Throws Error like ZipArchive.
    explicit ZipParts(const std::string& folder);
    ~ZipParts();

    static std::string part_name(std::size_t number);

    /// Throws StillOnItsWay too.
    [[nodiscard]] Blob read(const std::string& path, std::size_t limit) const;
    [[nodiscard]] Blob read_start(const std::string& path, std::size_t most) const;
    [[nodiscard]] bool has(const std::string& path) const;
    [[nodiscard]] std::vector<std::string> list(const std::string& directory) const;
    /// How many are here.
    [[nodiscard]] std::size_t count() const;

private:
    [[nodiscard]] const ZipArchive* with(const std::string& path) const;
    void take_what_came() const;

    std::string folder_;
    mutable std::mutex mutex_; ///< guards parts_
    mutable std::vector<std::unique_ptr<ZipArchive>> parts_;
};

} // namespace liubai
