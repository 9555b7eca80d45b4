#include "ui/screens.h"

#include "ui/column.h"

namespace liubai {

void put_notice(Items& items, const ScreenContext& c, const std::string& text, float alpha) {
    TextStyle style = small_style(c.metrics, tag(c.reader));
    style.color = theme::kText;
    const float width = widest(c) - 160;
    const Layout& layout = centered_layout(c.layouts, text, style, width);
    const float above = c.metrics.edge + 26;
    constexpr float kBeside = 44;
    constexpr float kAround = 14;
    const float left = (c.canvas.size.x - layout.size.x) / 2;
    put_fill(items, {left - kBeside, above, layout.size.x + 2 * kBeside, layout.size.y + 2 * kAround},
             faded(theme::kInk, 0.9f * alpha));
    put_fill(items, {left - kBeside, above, 5, layout.size.y + 2 * kAround}, faded(theme::kVermilion, alpha));
    put_text(items, layout, {left, above + kAround}, alpha);
}

} // namespace liubai
