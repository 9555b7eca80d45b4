#pragma once
// Proves that nothing of a story overflows: each line in each reading mode, each name, choice, card and screen is laid out
// at every text size that a reader can choose and in every shape of window, and the ink of its glyphs is measured; so
// are the backlog and the document.

#include "tools/opened_story.h"

namespace liubai {

struct OverflowProof {
    Diagnostics findings;   ///< text-overflow, each place of a file once, at the smallest text size at which it fails
    std::size_t lines = 0;  ///< that were laid out
    Bilingual sentence;     ///< what was proved; empty when there are findings or no lines
};

/// Of the scenes that are loaded. Draws nothing. Variables have their first values, every option is open, and pinyin is
/// off. Touch areas may meet, what is drawn in them may not. Throws Error when a font or a script cannot be read.
OverflowProof prove_no_overflow(const OpenedStory& story);

} // namespace liubai
