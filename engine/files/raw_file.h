#pragma once
// A file of the system as bytes. What a directory is read with.

#include "base/blob.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace liubai {

/// The whole file; a large one is mapped where the system can. `name` is for messages. Throws Error when it can not be
/// read or is larger than `limit` bytes.
Blob read_raw_file(const std::filesystem::path& path, const std::string& name, std::size_t limit);

/// Its first `most` bytes, or all of it. Throws Error when it can not be read.
Blob read_raw_start(const std::filesystem::path& path, const std::string& name, std::size_t most);

/// Bytes that own themselves.
Blob blob_of(std::string bytes);

} // namespace liubai
