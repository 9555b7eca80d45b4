#pragma once
// Rows that end at the box's edge: what each place of a text may give or take, and in which order a row uses it
// (CLREQ 3.5.3 and 3.5.4). Marks, gaps and spaces change, never what stands inside a Latin word, a number, a doubled
// dash or ellipsis, or a base with an annotation.

#include "text/place.h"

#include <array>

namespace liubai {

/// Shrinking, in this order.
enum class ShrinkStep : std::uint8_t { kRowEnd, kWordSpace, kInterpunct, kBracket, kComma, kGap, kStop };

/// What a unit may give or take inside a row, canvas units.
struct Elastic {
    ShrinkStep step = ShrinkStep::kStop; ///< of `left`, `right` and `space_less`
    float left = 0;                      ///< off its left side
    float right = 0;                     ///< off its right side
    float row_end = 0;                   ///< off its right side where it ends a row
    float space_less = 0;                ///< off a word space
    float space_more = 0;
    float gap_less = 0; ///< off the gap between Han and Latin before it
    float gap_more = 0;
    bool is_space = false;
    bool has_gap = false;
    bool opens = false; ///< the place before it widens like all others when spaces and gaps are at their widest
};

/// What a justified row changes at a unit, canvas units.
struct Nudge {
    float before = 0;  ///< added to the place before it
    float left = 0;    ///< how much of that came off its own left side
    float advance = 0; ///< added to it
};

class Justifier {
public:
    Justifier(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped, const Spacing& spacing,
              const std::vector<RubyText>& rubies, const TextStyle& style, Fonts::Impl& fonts);

    /// How much narrower a row of the units [begin, end), which does not end in a space, may become.
    [[nodiscard]] double shrink(std::uint32_t begin, std::uint32_t end) const;

    /// How much wider it may become and still look even.
    [[nodiscard]] double stretch(std::uint32_t begin, std::uint32_t end) const;

    /// Fills `nudges`, one for each unit of the row, so that it becomes `more` wider (negative: narrower). Answers
    /// what could not be reached: all that is asked for where nothing can stretch.
    double spread(std::uint32_t begin, std::uint32_t end, double more, std::vector<Nudge>& nudges) const;

private:
    double narrow(std::uint32_t begin, std::uint32_t end, double less, std::vector<Nudge>& nudges) const;
    double widen(std::uint32_t begin, std::uint32_t end, double more, std::vector<Nudge>& nudges) const;

    std::vector<Elastic> elastic_; ///< by unit
    std::vector<double> shrink_;   ///< of all units before each
    std::vector<double> stretch_;  ///< likewise, as stretch() means it
    float han_stretch_ = 0;        ///< of one opening place
};

} // namespace liubai
