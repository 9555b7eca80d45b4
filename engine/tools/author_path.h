#pragma once
// What an author names on the command line: a project folder, or one file in a folder.

#include <string>

namespace liubai {

struct AuthorPath {
    std::string folder;
    std::string file; ///< in the folder; "" = the whole folder is meant
};

/// Splits a path. A file in a project's scenes/ gives the project and "scenes/x.yaml". Throws Error when nothing is
/// there.
AuthorPath author_path(const std::string& path);

/// The folder joined with a path inside it.
std::string joined(const std::string& folder, const std::string& inside);

} // namespace liubai
