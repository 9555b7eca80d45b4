#pragma once
// Where a zip lies in a file that may begin with something else: a program, for one. Before ZipArchive opens it.

#include <cstdint>
#include <istream>
#include <optional>

namespace liubai {

struct ZipPlace {
    std::uint64_t start = 0;  ///< byte of the file
    std::uint64_t length = 0; ///< to the end of the file
    std::uint64_t entries = 0;
    bool operator==(const ZipPlace&) const = default;
};

/// Reads the end record (APPNOTE 4.3.16). Nothing when the file does not end with a zip, or with one that needs zip64.
std::optional<ZipPlace> find_zip(std::istream& file);

} // namespace liubai
