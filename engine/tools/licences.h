#pragma once
// The licences of all that is inside: ours, and those of the libraries, fonts, pictures and sounds.

#include "files/folder.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace liubai {

/// In a package's stock: what the libraries in its program ask to be told.
inline constexpr const char* kLibraryNotices = "LIBRARIES.txt";

/// The files that hold them, of those that are there.
std::vector<std::string> licence_files(const Folder& stock);

void print_licences(const Folder& stock, std::ostream& out);

} // namespace liubai
