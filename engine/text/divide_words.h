#pragma once
// Hyphenation of a text: more places where rows may end, each with the hyphen that it shows (requirement L8).

#include "text/line_break.h"
#include "text/spacing.h"

namespace liubai {

/// Lets rows end inside English words, by the fonts' hyphenation patterns. Names in capitals, what has digits, hyphens
/// or apostrophes, addresses, and words under an annotation stay whole. Throws Error when the patterns cannot be read.
void divide_words(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped, const TextStyle& style,
                  Fonts::Impl& fonts, std::vector<Break>& breaks, Spacing& spacing);

} // namespace liubai
