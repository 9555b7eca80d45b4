#pragma once
// What must be looked at before YAML sees a file: its bytes, its white space, its documents. Mends what can be mended,
// so that everything else in the file is still read.

#include "base/diagnostic.h"

#include <set>
#include <string>
#include <string_view>

namespace liubai {

struct CheckedText {
    std::string text;     ///< valid UTF-8 without BOM, tabs in indentation or a second document; empty when hopeless
    std::set<int> mended; ///< lines that are not as the author wrote them
};

CheckedText check_text(std::string_view bytes, const std::string& file, Diagnostics& out);

} // namespace liubai
