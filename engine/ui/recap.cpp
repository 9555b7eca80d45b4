#include "ui/screens.h"

#include "ui/column.h"

namespace liubai {

void put_recap(Items& items, const ScreenContext& c, const std::vector<RecapLine>& lines, float foot) {
    constexpr float kAbove = 48;
    const float top = c.metrics.edge + 30;
    const Rect column{c.metrics.column.x, top, c.metrics.column.w, foot - kAbove - top};
    // From the last one up, as many as there is room for.
    std::vector<const Layout*> shown;
    float height = 0;
    for (std::size_t i = lines.size(); i-- > 0;) {
        TextStyle style = spoken_style(c.metrics, lines[i].language, false);
        style.color = theme::kText;
        const Layout& layout = c.layouts.get(lines[i].words, style, column.w);
        if (height + layout.size.y > column.h) break;
        height += layout.size.y;
        shown.push_back(&layout);
    }
    if (shown.empty()) return;
    const float begin = foot - kAbove - height;
    put_gradient(items, {0, begin - 120, c.canvas.size.x, 120}, faded(theme::kInk, 0), faded(theme::kInk, 0.78f));
    put_fill(items, {0, begin, c.canvas.size.x, foot - begin}, faded(theme::kInk, 0.78f));
    float y = begin;
    for (std::size_t i = shown.size(); i-- > 0;) {
        put_text(items, *shown[i], {column.x, y}, 0.62f);
        y += shown[i]->size.y;
    }
}

} // namespace liubai
