#include "ui/text_field.h"

#include "ui/draw.h"
#include "ui/one_row.h"

#include <algorithm>
#include <utility>

namespace liubai {
namespace {

constexpr float kEndless = 100000;
constexpr float kCaret = 3; // units wide

/// As it is set: spaces that a text would swallow stand.
std::string set(std::string_view text) {
    std::string out;
    for (const char c : text) c == ' ' ? out += "\u00A0" : out += c;
    return out;
}

} // namespace

Rect put_text_field(Items& items, const ScreenContext& c, const TextField& field, Rect at,
                    const std::string& hint) {
    TextStyle style = button_style(c.metrics, tag(c.reader));
    style.size = std::min(style.size, at.h * 0.62f);
    style.color = theme::kBrushInk;
    put_fill(items, {at.x, at.y + at.h - 3, at.w, 3}, faded(theme::kBrushInk, field.active ? 0.55f : 0.3f));

    const std::string before = set(std::string_view(field.text).substr(0, field.caret));
    const std::string composed = set(field.composition);
    const std::string after = set(std::string_view(field.text).substr(field.caret));
    const bool is_empty = field.text.empty() && field.composition.empty();
    if (is_empty) {
        TextStyle thin = style;
        thin.color = faded(theme::kBrushInk, 0.5f);
        const float room = at.w - kCaret - 4;
        const Layout& hint_layout = c.layouts.get(hint, fitted(c, hint, thin, room), kEndless);
        if (hint_layout.size.x <= room) put_text(items, hint_layout, {at.x + kCaret + 4, at.y + (at.h - hint_layout.size.y) / 2});
    }
    const Layout& layout = c.layouts.get(before + composed + after, style, kEndless);
    const std::size_t caret_byte = before.size() + set(std::string_view(field.composition).substr(0, field.composition_caret)).size();
    const float caret_x = is_empty ? 0 : caret_at(layout, caret_byte).x;
    const float width = is_empty ? 0 : layout.size.x;
    const float moved = std::clamp(caret_x - at.w * 0.8f, 0.0f, std::max(0.0f, width + kCaret - at.w));
    const Vec2 origin{at.x - moved, at.y + (at.h - layout.size.y) / 2};
    Layout shown; // what stands in the field, cluster by cluster
    for (const Cluster& cluster : layout.clusters) {
        if (cluster.x < moved - 1 || cluster.x + cluster.advance > moved + at.w + 1) continue;
        shown.glyphs.insert(shown.glyphs.end(), layout.glyphs.begin() + cluster.glyph_begin,
                            layout.glyphs.begin() + cluster.glyph_end);
    }
    put_text(items, shown, origin);
    const float em = style.size;
    const float top = at.y + (at.h - em * 1.16f) / 2;
    if (!composed.empty()) {
        const float left = caret_at(layout, before.size()).x;
        const float right = caret_at(layout, before.size() + composed.size()).x;
        const float from = std::max(at.x, origin.x + left);
        const float to = std::min(at.x + at.w, origin.x + right);
        put_fill(items, {from, top + em * 1.16f, to - from, 3}, theme::kVermilion);
    }
    if (!field.active) return {};
    const Rect caret{origin.x + caret_x, top, kCaret, em * 1.16f};
    put_fill(items, caret, theme::kVermilion);
    return caret;
}

} // namespace liubai
