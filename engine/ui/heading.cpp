#include "ui/heading.h"

#include "ui/film_title.h"

#include <algorithm>

namespace liubai {

float put_heading(Items& items, const ScreenContext& c, const std::string& text, float top, float most) {
    if (text.empty()) return top;
    TextStyle style = film_style(std::max(54.0f, c.metrics.small), tag(c.reader));
    const FilmTitle title = measure_film_title(c, text, style, most);
    put_film_title(items, c, title, {c.canvas.size.x / 2, top}, theme::kBrushInk, 1);
    const float foot = top + title.layout->size.y + 8;
    put_stroke(items, c.look.ui, {c.canvas.size.x / 2 - 64, foot, 132, 10}, theme::kVermilion);
    return foot + 46;
}

float heading_height(const ScreenContext& c) { return std::max(54.0f, c.metrics.small) * 1.18f + 54; }

} // namespace liubai
