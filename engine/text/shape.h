#pragma once
// Runs into glyphs by HarfBuzz, gathered by grapheme cluster. The whole text is shaped once; a part of a run again only
// where a row break would cut a shape (requirement L10).

#include "text/itemise.h"
#include "text/layout.h"

namespace liubai {

/// A glyph with its place relative to the pen; canvas units, y up.
struct ShapedGlyph {
    std::uint32_t glyph = 0;
    float advance = 0;
    float dx = 0;
    float dy = 0;
};

/// One grapheme cluster, the same in number and order as TextSource::graphemes. The later parts of a ligature have no
/// glyphs.
struct Unit {
    std::uint32_t begin = 0; ///< characters
    std::uint32_t end = 0;
    std::uint32_t run = 0;
    std::uint32_t glyph_begin = 0;
    std::uint32_t glyph_end = 0;
    float advance = 0;
    ClusterKind kind = ClusterKind::kText;
    bool unsafe_before = false; ///< breaking here changes shapes on one of the sides
};

/// A range of TextSource::graphemes, and so of units.
struct Graphemes {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct Shaped {
    std::vector<Unit> units; ///< in logical order
    std::vector<ShapedGlyph> glyphs;
    std::vector<float> size; ///< em of each run's glyphs
};

class Shaper {
public:
    Shaper(const TextSource& source, const std::vector<Run>& runs, const TextStyle& style, Fonts::Impl& fonts)
        : s_(source), runs_(runs), style_(style), fonts_(fonts) {}

    /// Every run.
    Shaped shape_all();

    /// The units [begin, end) of one run as if nothing stood around them.
    Shaped reshape(const Shaped& all, std::uint32_t begin, std::uint32_t end);

private:
    void shape_run(std::uint32_t run, Graphemes part, bool alone, Shaped& out);
    void shape_text(std::uint32_t run, Graphemes part, bool alone, Shaped& out);
    void gather(std::uint32_t run, Graphemes part, std::uint32_t first_char, float scale, Shaped& out);
    void add_plain(std::uint32_t run, Graphemes part, Shaped& out);
    void fit_emoji(const Run& run, std::uint32_t first_glyph, float size, Shaped& out);
    void fit_punctuation(const Run& run, Unit& unit, Shaped& out);

    const TextSource& s_;
    const std::vector<Run>& runs_;
    const TextStyle& style_;
    Fonts::Impl& fonts_;
};

} // namespace liubai
