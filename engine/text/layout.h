#pragma once
// A laid-out text: rows, grapheme clusters and glyphs at fixed places. What lay_out() answers and everything else
// reads. Units are those of the style's size; origin is the top left of the box, baselines are absolute.

#include "base/frame.h"
#include "base/geometry.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace liubai {

enum class ClusterKind : std::uint8_t {
    kText,
    kSpace, ///< draws nothing
    kGap,   ///< a silence: a space of fixed width, filled with light by the screen
    kBreak, ///< a hard line break
};

/// One grapheme cluster (UAX #29), the unit of the typewriter, of the caret and of hit tests. In logical order.
struct Cluster {
    std::uint32_t byte_begin = 0; ///< in RichText::text
    std::uint32_t byte_end = 0;
    std::uint32_t row = 0;
    ClusterKind kind = ClusterKind::kText;
    bool right_to_left = false;
    float x = 0;                   ///< left edge, without a half that was trimmed off
    float advance = 0;             ///< without glue added after it
    std::uint32_t glyph_begin = 0; ///< into Layout::glyphs; a ligature's glyphs belong to its first cluster
    std::uint32_t glyph_end = 0;
};

struct Row {
    std::uint32_t cluster_begin = 0;
    std::uint32_t cluster_end = 0; ///< trailing spaces included
    float baseline = 0;
    float x = 0;     ///< left edge, by the style's alignment
    float width = 0; ///< without trailing spaces
};

struct Layout {
    std::vector<Cluster> clusters;
    std::vector<Row> rows;
    std::vector<PlacedGlyph> glyphs; ///< with the colour of their span, or white
    Vec2 size;                       ///< widest row, rows × pitch
    float row_pitch = 0;
    float ascent = 0; ///< of the main face's em box above the first baseline
    int missing = 0;  ///< characters that no font draws, shown as a box
};

/// The rectangle of a cluster: its advance wide, the em box high.
Rect cluster_rect(const Layout& layout, std::size_t cluster);

/// The byte offset of the grapheme border nearest to the point; clamped to the text.
std::size_t offset_at(const Layout& layout, Vec2 point);

/// The caret's rectangle (zero wide) before the cluster that starts at or after `byte`.
Rect caret_at(const Layout& layout, std::size_t byte);

} // namespace liubai
