#pragma once
// Full-width marks and what of them is air; which characters stand apart from those of the other script. What spacing
// and justification are made from.

#include "text/shape.h"

namespace liubai {

enum class Mark : std::uint8_t { kNone, kOpen, kClose, kStop, kColon, kExclamation };

/// A full-width mark and what it can lose, canvas units.
struct Punctuation {
    Mark mark = Mark::kNone;
    float left = 0;
    float right = 0;
};
Punctuation punctuation(const TextSource& source, const Unit& unit, const Run& run, const Shaped& shaped,
                        const TextStyle& style, Fonts::Impl& fonts);

/// How much closer two marks stand, and from which of their halves it comes.
struct ClosingUp {
    float right_of_first = 0;
    float left_of_second = 0;
};

/// Requirement S4 (CLREQ 3.1.6.2).
ClosingUp closing_up(const Punctuation& a, const Punctuation& b);

enum class Spaced : std::uint8_t { kNeither, kHan, kLatin };

/// On which side of a gap between Han and Latin the character `c` of a run may stand: UTR #59, as far as CSS Text 4
/// `text-autospace: normal` uses it, ideographs against letters and numbers.
Spaced spaced(const TextSource& source, std::uint32_t c, const Run& run);

} // namespace liubai
