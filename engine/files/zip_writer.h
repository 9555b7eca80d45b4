#pragma once
// Files as one zip. What `pack` puts behind a program, and Folder::open_zip() reads again.

#include "base/blob.h"

#include <map>
#include <string>

namespace liubai {

/// Paths with their bytes, as a zip: in the order of their names, with no times and no owners, so that the same files
/// give the same bytes. What is packed already (pictures, sounds) is stored as it is. Throws Error when there is no memory
/// or a path is not safe (is_safe_path).
std::string zip_of(const std::map<std::string, Blob>& files);

} // namespace liubai
