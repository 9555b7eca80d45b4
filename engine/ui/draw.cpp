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

void put_paper(std::vector<DrawItem>& items, const Look& look, Rect to, Color tint) {
    put_fill(items, to, tint);
    const Picture* paper = look.picture(look.ui.paper);
    if (!paper) return;
    constexpr float kGrain = 2; // units a pixel
    const float scale = std::max({kGrain, to.w / paper->size.x, to.h / paper->size.y});
    ImageItem grain{look.ui.paper, to, {}, tint};
    grain.part = {0, 0, to.w / scale / paper->size.x, to.h / scale / paper->size.y};
    items.emplace_back(grain);
}

void put_misty_foot(std::vector<DrawItem>& items, const UiPictures& ui, Rect sheet, float high) {
    const float foot = sheet.y + sheet.h;
    // The nearer range takes another part of the wash, so that the two do not run side by side.
    const auto range = [&](float rise, float from, float strength) {
        ImageItem wash{ui.wash, {sheet.x, foot - high * rise, sheet.w, high * rise}, {}, faded(theme::kIndigo, strength)};
        const float share = std::min(1.0f - from, sheet.w / (high * 12));
        wash.part = {from, 0, share, 0.62f};
        if (ui.wash != ImageId::kNone) items.emplace_back(wash);
    };
    range(1.12f, 0, 0.22f);
    range(0.62f, 0.3f, 0.42f);
    put_gradient(items, {sheet.x, foot - high * 0.5f, sheet.w, high * 0.5f}, faded(theme::kBrushInk, 0),
                 faded(theme::kBrushInk, 0.5f));
}

void put_stroke(std::vector<DrawItem>& items, const UiPictures& ui, Rect to, Color color) {
    if (ui.stroke == ImageId::kNone) {
        put_fill(items, {to.x, to.y + to.h * 0.35f, to.w, to.h * 0.3f}, color);
    } else {
        put_picture(items, ui.stroke, to, color);
    }
}

void put_focus(std::vector<DrawItem>& items, const UiPictures& ui, Rect text, float em, float alpha) {
    const float height = em * 0.30f;
    const Rect stroke{text.x - em * 0.14f, text.y + text.h - height * 0.42f, text.w + em * 0.5f, height};
    put_stroke(items, ui, stroke, faded(theme::kVermilion, alpha));
}

Rect touch_area(Rect text, float least) {
    Rect touch = inflated(text, 18);
    const float wider = std::max(0.0f, least - touch.w);
    const float higher = std::max(0.0f, least - touch.h);
    return {touch.x - wider / 2, touch.y - higher / 2, touch.w + wider, touch.h + higher};
}

Button put_button(std::vector<DrawItem>& items, Layouts& layouts, const UiPictures& ui, const std::string& label,
                  const ButtonLook& look, Vec2 center, Command command, std::size_t option) {
    TextStyle shown = look.style;
    if (!look.focused) shown.color = faded(shown.color, 0.86f);
    const Rect text = put_centered(items, layouts, label, shown, center, look.width, look.alpha);
    if (look.focused) put_focus(items, ui, text, shown.size, look.alpha);
    return {command, option, touch_area(text, look.least), label};
}

} // namespace liubai
