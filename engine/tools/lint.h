#pragma once
// The author's tools over script/: findings, tidy files, mended lines.

#include "base/diagnostic.h"

#include <iosfwd>
#include <string>

namespace liubai {

/// Prints every finding of a project folder or of one scene file, then a count. Answers the exit code: 1 if any is an
/// error. Throws Error when the path cannot be read.
int lint(const std::string& path, const std::string& stock, Language language, std::ostream& out);

/// Prints the reference of all steps, docs/steps.md. Answers 0.
int print_steps(std::ostream& out);

/// Tidies the scene files of a project, or one file, in place; prints the names of those it changed. `accept` says that
/// every translation fits its original as it is now. Answers 0.
int format_files(const std::string& path, bool accept, Language language, std::ostream& out);

/// Mends the line FILE:LINE when lint offers a fix for it; prints both lines. Answers 1 when there is nothing to mend.
int fix_line(const std::string& place, Language language, std::ostream& out);

} // namespace liubai
