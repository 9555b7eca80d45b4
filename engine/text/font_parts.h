#pragma once
// A font plan out of a plain list of files: which part each plays is seen from what it draws.

#include "text/fonts.h"

namespace liubai {

/// The first file with Han characters sets Han, the first with Latin letters and no Han sets Latin, the first with
/// coloured glyphs is for emoji; every other is a fallback, in order. One file may play several parts. Throws Error
/// when a file cannot be read or is no font, or when none draws letters.
FontPlan plan_from(const std::vector<FontFile>& files, const ReadFont& read);

} // namespace liubai
