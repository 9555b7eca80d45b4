#pragma once
// Chooses where the rows end: first fit, the best of all ways, or rows of like length (requirements L7, L12, P1 to P3).

#include "text/chinese_breaks.h"
#include "text/ruler.h"

namespace liubai {

/// Units of one row.
struct RowSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// `breaks` by character. A word wider than the box breaks between any two clusters; only a cluster that is itself
/// wider stands out of the box.
std::vector<RowSpan> break_rows(const TextSource& source, const std::vector<Break>& breaks, Ruler& ruler, double width,
                                FitMode mode);

} // namespace liubai
