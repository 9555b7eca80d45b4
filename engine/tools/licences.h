#pragma once
// The licences of all that is inside: ours, and those of the libraries, fonts, pictures and sounds.

#include "files/folder.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace liubai {

/// In a package's stock: what the libraries in its program ask to be told.
inline constexpr const char* kLibraryNotices = "LIBRARIES.txt";

/// The files that hold those of what the stock brings along, of those that are there: all but the libraries'.
std::vector<std::string> licence_files(const Folder& stock);

/// `libraries`: their notices, when they are there.
void print_licences(const Folder& stock, const std::optional<Blob>& libraries, std::ostream& out);

/// The notices of the libraries in this program, when it brings them along.
std::optional<Blob> own_library_notices(const Folder& stock);

} // namespace liubai
