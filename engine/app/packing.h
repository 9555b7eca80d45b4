#pragma once
// `liubai pack`: which systems a story is packed for, and the runtime of each.

#include "base/bilingual.h"

#include <functional>
#include <string>

namespace liubai {

struct PackRequest {
    std::string project;
    std::string target = "linux"; ///< "linux", "windows", "web", "html" or "all"
    std::string out = "dist";     ///< a folder
    std::string runtime;          ///< a file, or the folder with a page; "" = that of the target in runtimes/
};

/// Lints, then writes a file (for "web" a folder) for each target, and tells how it goes on. Answers the exit code: 1 when the
/// story has errors, and when a runtime is missing, which is named with the script that makes it. Throws Error.
int pack_for_targets(const PackRequest& request, const std::function<void(const Bilingual&)>& tell);

} // namespace liubai
