#pragma once
// Chooses where the rows end: first fit, the best of all ways, or rows of like length (requirements L7, L12, P1 to P3).

#include "text/chinese_breaks.h"
#include "text/ruler.h"

namespace liubai {

class Justifier;

/// Units of one row.
struct RowSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The box of a text, canvas units.
struct Measure {
    double width = 0;
    double first_indent = 0; ///< of each paragraph's first row
};

/// The box for a style: its indent where rows start at the left edge and there is room for some text beside it.
Measure measure(const TextStyle& style, double width);

/// `breaks` by character. A word wider than the box breaks between any two clusters; only a cluster that is itself
/// wider stands out of the box. With a justifier (else null) a row that can shrink may hold a little too much, and the
/// rows are those that change least.
std::vector<RowSpan> break_rows(const TextSource& source, const std::vector<Break>& breaks, Ruler& ruler, Measure box,
                                const TextStyle& style, const Justifier* justifier);

} // namespace liubai
