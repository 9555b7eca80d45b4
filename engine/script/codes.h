#pragma once
// Every finding the engine can make about an author's files, in one table: lint prints from it, the manual is made from
// it, and a test asks for a bad scene of each.

#include "base/diagnostic.h"

#include <span>
#include <string_view>

namespace liubai {

/// {0}, {1} … are filled by the finding; {fixed} is the mended line.
struct Code {
    const char* name;
    Severity severity;
    const char* zh;
    const char* en;
    const char* hint_zh;
    const char* hint_en;
};

std::span<const Code> all_codes();

/// The code's row; asking for one that is not there is a bug.
const Code& find_code(std::string_view name);

} // namespace liubai
