#pragma once
// What stands between characters besides their own width: the gap between Han and Latin, and half-width punctuation
// beside other punctuation and at row ends (requirements S1 to S10). Decided before breaking, as it decides what fits.

#include "text/shape.h"

namespace liubai {

/// Of one unit, canvas units. Glue vanishes when a row breaks there.
struct Glue {
    float before = 0;    ///< added between the unit and the one before it; negative where marks close up
    float left_cut = 0;  ///< how much of that closing up came off the unit's own left half
    float row_start = 0; ///< taken off the left of a unit that starts a row
    float row_end = 0;   ///< taken off the right of one that ends a row; negative: a hyphen is added
};

using Spacing = std::vector<Glue>; ///< by unit of Shaped

inline constexpr char32_t kSoftHyphen = U'\u00AD';

/// The hyphen that a soft hyphen or a divided word shows at a row's end.
struct Hyphen {
    std::uint32_t glyph = 0;
    float advance = 0; ///< inside the row
};
Hyphen hyphen(const Run& run, const TextStyle& style, Fonts::Impl& fonts);

Spacing space_out(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped, const TextStyle& style,
                  Fonts::Impl& fonts);

} // namespace liubai
