#include "ui/text_field.h"

#include <algorithm>

namespace liubai {

Rect put_text_field(Items& items, const ScreenContext& c, const TextField& field, Rect at,
                    const std::string& placeholder) {
    constexpr float kEndless = 100000;
    TextStyle style = small_style(c.metrics, tag(c.reader));
    style.size = std::min(style.size, at.h * 0.62f);
    style.color = theme::kBrushInk;
    std::string shown = field.text;
    shown.insert(field.caret, field.composition);
    const bool empty = shown.empty();
    if (empty) style.color = faded(style.color, 0.55f);
    // What does not fit leaves by the left.
    const auto width_to = [&](std::size_t end) {
        return c.layouts.get(std::string_view(shown).substr(0, end), style, kEndless).size.x;
    };
    const std::size_t caret = field.caret + field.composition_caret;
    const float caret_x = width_to(caret);
    const float left = at.x - std::max(0.0f, caret_x - at.w + 4);
    const Layout& text = c.layouts.get(empty ? placeholder : shown, style, kEndless);
    const float top = at.y + (at.h - text.size.y) / 2;
    GlyphsItem item;
    for (PlacedGlyph glyph : text.glyphs) {
        glyph.at = {glyph.at.x + left, glyph.at.y + top};
        const bool inside = glyph.at.x > at.x - glyph.size * 0.2f && glyph.at.x + glyph.size * 0.6f < at.x + at.w;
        if (inside) item.glyphs.push_back(glyph);
    }
    if (!item.glyphs.empty()) items.emplace_back(std::move(item));
    const Color rule = faded(theme::kBrushInk, field.active ? 0.7f : 0.35f);
    put_fill(items, {at.x, at.y + at.h - 3, at.w, 2}, rule);
    const Rect at_caret{left + caret_x, at.center().y - style.size * 0.58f, 3, style.size * 1.16f};
    if (!field.active) return at_caret;
    if (!field.composition.empty()) {
        const float from = std::max(at.x, left + width_to(field.caret));
        const float to = std::min(at.x + at.w, left + width_to(field.caret + field.composition.size()));
        put_fill(items, {from, at.center().y + style.size * 0.62f, to - from, 3}, theme::kVermilion);
    }
    put_fill(items, at_caret, theme::kVermilion);
    return at_caret;
}

} // namespace liubai
