#pragma once
// Rows of units into a Layout: every cluster and glyph gets its place.

#include "text/bidi.h"
#include "text/break_rows.h"

namespace liubai {

/// What belongs above or below the units of a text, laid out on its own.
struct RubyText {
    std::uint32_t begin = 0; ///< units
    std::uint32_t end = 0;
    Layout layout; ///< one row
};

Layout place(const TextSource& source, const std::vector<Run>& runs, const BidiLevels& levels, Ruler& ruler,
             const std::vector<RowSpan>& rows, const std::vector<RubyText>& rubies, const TextStyle& style, Measure box,
             const Justifier* justifier, Fonts::Impl& fonts);

} // namespace liubai
