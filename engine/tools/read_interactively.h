#pragma once
// The whole game as text in a terminal, for a screen reader or a remote shell: one thing after another, no colours, no
// cursor, every mark in words.

#include "tools/read.h"

#include <iosfwd>

namespace liubai {

/// Prints line by line what a reader would read and obeys what they type ("?" lists it, in both languages) until they
/// quit, the input ends or Enter is given at the end. The last 10,000 lines can be gone back to.
void read_interactively(OpenedStory& story, const ReadOptions& options, std::istream& in, std::ostream& out);

} // namespace liubai
