#pragma once
// A directory as a Folder.

#include "base/blob.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace liubai {

class Directory {
public:
    /// Throws Error if it is not one.
    explicit Directory(const std::string& path);

    /// The paths are safe ones.
    [[nodiscard]] Blob read(const std::string& path, std::size_t limit) const;
    [[nodiscard]] Blob read_start(const std::string& path, std::size_t most) const;
    [[nodiscard]] bool has(const std::string& path) const;
    [[nodiscard]] std::vector<std::string> list(const std::string& directory) const;

private:
    /// Where it really is; nothing when it is not there, or when a link leads out of the folder.
    [[nodiscard]] std::optional<std::filesystem::path> inside(const std::string& path) const;

    std::filesystem::path root_; ///< without links
};

} // namespace liubai
