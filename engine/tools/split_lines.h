#pragma once
// A paragraph to the lines that one click each shows: at sentence ends, and inside sentences that the dialogue box
// cannot hold. And the way back: what stands between two lines when they are one paragraph again.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

/// The widest line, in em of Han text: 95 % of two rows of the dialogue's column (1160 units, a Han character 38),
/// since a row may end early for a word or a quote that stays together.
inline constexpr double kWidestLine = 58;
/// What is split at all is split into pieces that are easy to take in at one click.
inline constexpr double kWidestPiece = 50;
/// 12 Han or 30 Latin characters: nothing shorter is cut off a sentence, and no shorter sentence stands alone.
inline constexpr double kShortestPiece = 12;

struct LineRange {
    std::size_t begin = 0; ///< index of a code point
    std::size_t end = 0;
    bool operator==(const LineRange&) const = default;
};

struct SplitParagraph {
    std::vector<LineRange> lines; ///< without the spaces between them
    int long_sentences = 0;       ///< did not fit and were split at a dash, a colon, a semicolon or a comma
    int long_lines = 0;           ///< still do not fit: there was no place to split
};

/// Splits one paragraph. `silences` are indices that take room and are not trimmed off (see silences.h).
/// Never splits inside quotes or brackets.
SplitParagraph split_lines(std::u32string_view text, const std::vector<std::size_t>& silences);

/// The width in em of a text that is set in one row, by the advances of Noto Serif CJK and EB Garamond 12 at 118 %.
double line_width(std::u32string_view text);

/// What belongs between two lines of a paragraph: a space where words meet that are written with spaces, else nothing.
std::string_view between_lines(std::string_view left, std::string_view right);

} // namespace liubai
