#include "ui/scroll.h"

#include <algorithm>

namespace liubai {

Rect put_scroll(Items& items, const ScreenContext& c, float width) {
    const Vec2 size = c.canvas.size;
    put_shade(items, c, 0.66f);
    const float w = std::min(size.x, std::max(560.0f, width + 2 * kScrollInside));
    const float x = (size.x - w) / 2;
    for (int i = 1; i <= 4; ++i) { // its shadow
        const float out = 7.0f * static_cast<float>(i);
        put_fill(items, {x - out, 0, w + 2 * out, size.y}, {0, 0, 0, 34});
    }
    put_paper(items, c.look, {x, 0, w, size.y}, theme::kSilk);
    const Rect paper{x + kScrollMounting, 0, w - 2 * kScrollMounting, size.y};
    put_paper(items, c.look, paper, theme::kPaper);
    put_fill(items, {paper.x, 0, 2, size.y}, faded(theme::kBrushInk, 0.35f));
    put_fill(items, {paper.x + paper.w - 2, 0, 2, size.y}, faded(theme::kBrushInk, 0.35f));
    put_misty_foot(items, c.look.ui, paper, std::min(size.x, size.y) * 0.12f);
    return paper;
}

} // namespace liubai
