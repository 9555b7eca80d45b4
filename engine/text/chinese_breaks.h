#pragma once
// The Chinese rules over UAX #14: what a quote is by its context, strict, normal and loose, and what CLREQ keeps
// together. Answers where the rows of a text may end.

#include "text/line_break.h"
#include "text/sides.h"

namespace liubai {

/// Before each character, and after the last.
std::vector<Break> chinese_breaks(const TextSource& source, const Sides& sides, LineBreak strictness);

} // namespace liubai
