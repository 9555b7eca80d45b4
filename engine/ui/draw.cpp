#include "ui/draw.h"

#include "base/utf8.h"
#include "text/graphemes.h"

#include <algorithm>

namespace liubai {

void put_text(std::vector<DrawItem>& items, const Layout& layout, Vec2 origin, float alpha) {
    GlyphsItem item;
    item.glyphs.reserve(layout.glyphs.size());
    for (PlacedGlyph glyph : layout.glyphs) {
        glyph.at = {glyph.at.x + origin.x, glyph.at.y + origin.y};
        glyph.color = faded(glyph.color, alpha);
        item.glyphs.push_back(glyph);
    }
    if (!item.glyphs.empty()) items.emplace_back(std::move(item));
}

const Layout& centered_layout(Layouts& layouts, std::string_view text, const TextStyle& style, float width) {
    TextStyle one_row = style;
    one_row.align = Align::kStart;
    constexpr float kEndless = 100000;
    const Layout& layout = layouts.get(text, one_row, kEndless);
    if (layout.size.x <= width) return layout;
    TextStyle rows = style;
    rows.align = Align::kCenter;
    rows.mode = FitMode::kBalance;
    return layouts.get(text, rows, width);
}

Rect put_centered(std::vector<DrawItem>& items, Layouts& layouts, std::string_view text, const TextStyle& style,
                  Vec2 center, float width, float alpha) {
    const Layout& layout = centered_layout(layouts, text, style, width);
    const Rect at{center.x - layout.size.x / 2, center.y - layout.size.y / 2, layout.size.x, layout.size.y};
    // Centred rows stand in the middle of the width that they were given.
    const float left = layout.rows.size() > 1 ? center.x - width / 2 : at.x;
    put_text(items, layout, {left, at.y}, alpha);
    return at;
}

void put_fill(std::vector<DrawItem>& items, Rect to, Color color) { items.emplace_back(FillItem{to, color, color}); }

void put_gradient(std::vector<DrawItem>& items, Rect to, Color top, Color bottom) {
    items.emplace_back(FillItem{to, top, bottom});
}

void put_picture(std::vector<DrawItem>& items, ImageId image, Rect to, Color tint, Blend blend) {
    if (image != ImageId::kNone) items.emplace_back(ImageItem{image, to, {0, 0, 1, 1}, tint, blend});
}

std::string seal_of(const Speaker& speaker, const std::string& language) {
    if (!speaker.seal.empty()) return speaker.seal;
    const std::u32string name = to_utf32(in_language(speaker.name, language));
    const auto borders = grapheme_borders(name);
    return borders.size() < 2 ? "" : to_utf8(std::u32string_view(name).substr(0, borders[1]));
}

void put_seal(std::vector<DrawItem>& items, Layouts& layouts, const UiPictures& ui, Rect to, Color color,
              const std::string& character, float alpha) {
    if (ui.seal == ImageId::kNone) {
        put_fill(items, to, faded(color, alpha));
    } else {
        put_picture(items, ui.seal, to, faded(color, alpha));
    }
    TextStyle style;
    style.bold = true;
    style.size = to.h * 0.70f;
    style.color = {26, 14, 12, 235};
    put_centered(items, layouts, character, style, to.center(), to.w * 4, alpha);
}

Button put_button(std::vector<DrawItem>& items, Layouts& layouts, const std::string& label, const TextStyle& style,
                  Vec2 center, float width, float least_height, bool focused, Command command, std::size_t option) {
    TextStyle shown = style;
    shown.color = focused ? theme::kName : faded(style.color, 0.85f);
    const Rect text = put_centered(items, layouts, label, shown, center, width);
    if (focused) {
        const Rect stroke{text.x - 6, text.y + text.h + 2, text.w + 12, 3};
        put_fill(items, stroke, theme::kVermilion);
    }
    Rect touch = inflated(text, 18);
    if (touch.h < least_height) {
        touch.y -= (least_height - touch.h) / 2;
        touch.h = least_height;
    }
    return {command, option, touch};
}

} // namespace liubai
