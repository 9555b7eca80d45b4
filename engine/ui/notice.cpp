#include "ui/screens.h"

#include "ui/column.h"

namespace liubai {

void put_notice(Items& items, const ScreenContext& c, const std::string& text, float alpha, bool at_foot) {
    TextStyle style = small_style(c.metrics, tag(c.reader));
    style.color = theme::kText;
    const float width = widest(c) - 160;
    const Layout& layout = centered_layout(c.layouts, text, style, width);
    constexpr float kBeside = 44;
    constexpr float kAround = 14;
    constexpr float kFoot = 110; // pages and the way back stand there
    const float height = layout.size.y + 2 * kAround;
    const float above = at_foot ? c.canvas.size.y - kFoot - height : c.metrics.edge + 26;
    const float left = (c.canvas.size.x - layout.size.x) / 2;
    put_fill(items, {left - kBeside, above, layout.size.x + 2 * kBeside, height},
             faded(theme::kInk, 0.9f * alpha));
    put_fill(items, {left - kBeside, above, 5, height}, faded(theme::kVermilion, alpha));
    put_text(items, layout, {left, above + kAround}, alpha);
}

} // namespace liubai
