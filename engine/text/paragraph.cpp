#include "text/paragraph.h"

#include "text/divide_words.h"
#include "text/justify.h"
#include "text/place.h"
#include "text/ruby.h"

#include <cmath>
#include <optional>

namespace liubai {

Layout lay_out(const RichText& text, const TextStyle& style, float width, const Fonts& fonts) {
    Fonts::Impl& faces = fonts.impl();
    const TextSource source = collect(text, style);
    const Sides sides = resolve_sides(source);
    const BidiLevels levels = bidi_levels(source.chars, source.info);
    const std::vector<Run> runs = itemise(source, sides, levels.of, style, faces);
    Shaper shaper(source, runs, style, faces);
    const Shaped shaped = shaper.shape_all();
    const std::vector<RubyText> rubies = lay_out_rubies(source, shaped, style, fonts);
    std::vector<Break> breaks = chinese_breaks(source, sides, style.line_break);
    Spacing spacing = space_out(source, runs, shaped, style, faces);
    make_room(rubies, shaped, style, spacing);
    if (style.hyphenate) divide_words(source, runs, shaped, style, faces, breaks, spacing);
    const Measure box = measure(style, double{width});
    Ruler ruler(shaped, spacing, shaper);
    std::optional<Justifier> justifier;
    if (style.align == Align::kJustify && std::isfinite(width)) {
        justifier.emplace(source, runs, shaped, spacing, rubies, style, faces);
    }
    const Justifier* just = justifier ? &*justifier : nullptr;
    const std::vector<RowSpan> rows = break_rows(source, breaks, ruler, box, style, just);
    return place(source, runs, levels, ruler, rows, rubies, style, box, just, faces);
}

Layout lay_out(std::string_view text, const TextStyle& style, float width, const Fonts& fonts) {
    RichText rich;
    rich.text = text;
    return lay_out(rich, style, width, fonts);
}

std::vector<std::size_t> allowed_breaks(const RichText& text, const TextStyle& style) {
    const TextSource source = collect(text, style);
    const std::vector<Break> breaks = chinese_breaks(source, resolve_sides(source), style.line_break);
    std::vector<std::size_t> bytes;
    for (std::uint32_t i = 1; i < source.size(); ++i) {
        if (breaks[i] != Break::kNo) bytes.push_back(source.byte_at[i]);
    }
    return bytes;
}

} // namespace liubai
