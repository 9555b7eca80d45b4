#pragma once
// From a string to placed glyphs: itemise → shape → break → place. The one way in which any visible text is set.

#include "base/rich_text.h"
#include "text/fonts.h"
#include "text/layout.h"

namespace liubai {

enum class LineBreak : std::uint8_t { kStrict, kNormal, kLoose }; ///< CSS Text 3 §5.3 for Chinese
enum class FitMode : std::uint8_t { kGreedy, kFit, kBalance }; ///< first fit; best whole paragraph; rows of like length
enum class Align : std::uint8_t {
    kStart,
    kCenter,
    kEnd,
    kJustify
}; ///< kJustify: rows end at the box, last ones where they end

/// The gap between Han and Latin in justified text, em of Han (CLREQ 3.2.2, 3.5.3, 3.5.4).
struct GapRange {
    float least = 0.125f;
    float natural = 0.25f;
    float most = 0.5f;
    bool operator==(const GapRange&) const = default;
};

struct TextStyle {
    Family family = Family::kSerif;
    bool bold = false;
    bool italic = false;         ///< Latin only; Han never slants
    bool lining_figures = false; ///< 0 to 9 as high as capitals ('lnum'), as labels want them; else as the face has them
    float size = 40;             ///< the Han em, units
    float row_pitch = 1.6f;      ///< em; constant whatever fallback fonts do (CLREQ 3.1.8)
    std::string language = "zh"; ///< of the text where nothing else says (BCP 47)
    LineBreak line_break = LineBreak::kStrict;
    FitMode mode = FitMode::kFit;
    Align align = Align::kStart;
    float first_indent_em = 0;   ///< of a paragraph's first row: CLREQ 3.4.1 has 2; 0 in a box too narrow for it
    bool trim_first = true;      ///< an opening mark there is half width, as at any row's start
    bool autospace = true;       ///< the gap between Han and Latin
    float autospace_em = 0.125f; ///< CSS Text 4 text-autospace; CLREQ 3.2.2 allows up to 1/4
    GapRange justified_gap;      ///< takes its place in justified text
    bool trim = true;            ///< half-width punctuation at row ends and beside other punctuation
    bool optical_margins = false; ///< Latin letters and marks stand a little outside, as far as their face says
    bool hyphenate = false;      ///< divides English words at row ends; never at the end of a last full row
    bool hang = false;           ///< 、，。 may stand outside at a row's end (CLREQ 3.1.7)
    float gap_em = 2.5f;         ///< the width of a silence
    Color color;
    bool operator==(const TextStyle&) const = default;
};

/// Lays `text` out in rows no wider than `width`. Invalid UTF-8 shows as U+FFFD. Same arguments, same bits.
Layout lay_out(const RichText& text, const TextStyle& style, float width, const Fonts& fonts);

/// The same for a string without markup.
Layout lay_out(std::string_view text, const TextStyle& style, float width, const Fonts& fonts);

/// The byte offsets, rising, at which a row may start (UAX #14 with the Chinese rules of style.line_break): never 0,
/// never the text's end. A word wider than the box may break elsewhere.
std::vector<std::size_t> allowed_breaks(const RichText& text, const TextStyle& style);

} // namespace liubai
