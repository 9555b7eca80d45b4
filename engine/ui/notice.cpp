#include "ui/screens.h"

#include "ui/column.h"

namespace liubai {

void put_notice(Items& items, const ScreenContext& c, const std::string& text, float alpha) {
    TextStyle style = small_style(c.metrics, tag(c.reader));
    style.color = theme::kText;
    const float width = widest(c) - 160;
    const Layout& layout = centered_layout(c.layouts, text, style, width);
    const float above = c.metrics.edge + 26;
    const Rect strip{0, above, c.canvas.size.x, layout.size.y + 36};
    const float third = strip.w / 3;
    Color ink = faded(theme::kInk, 0.86f * alpha);
    put_fill(items, {third * 0.5f, strip.y, third * 2, strip.h}, ink);
    put_text(items, layout, {(c.canvas.size.x - layout.size.x) / 2, above + 18}, alpha);
}

} // namespace liubai
