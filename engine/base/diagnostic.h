#pragma once
// A finding about an author's file. Loaders collect them and go on; lint prints them, the game shows them.

#include "base/bilingual.h"

#include <string>
#include <vector>

namespace liubai {

enum class Severity { kError, kWarning };

struct Diagnostic {
    Severity severity = Severity::kError;
    std::string file;   ///< as the author would name it, relative to the project folder
    int line = 0;       ///< 1-based; 0 = the whole file
    int column = 0;     ///< 1-based display column (a Han character takes two); 0 = the whole line
    std::string code;   ///< stable, kebab-case: "colon-in-text"
    Bilingual message;  ///< one sentence
    Bilingual hint;     ///< what to do; may be empty
    std::string source; ///< the line as the author wrote it; may be empty
    std::string fixed;  ///< the same line, mended, when `liubai fix` can do it; else empty
    int width = 1;      ///< display cells to underline from `column`
    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// True if any finding is an error.
bool has_errors(const Diagnostics& findings);

/// Sorted by file, line, column, then code; equal ones kept once.
void sort_findings(Diagnostics& findings);

/// "scenes/a.yaml:12:21  error  text contains …  [colon-in-text]", the source line, a caret under it and the hint.
std::string to_text(const Diagnostic& finding, Language language);

} // namespace liubai
