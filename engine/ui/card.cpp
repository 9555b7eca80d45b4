#include "ui/column.h"
#include "ui/film_title.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr Millis kInkAfter = 800; // the paper comes first, then the ink: what bleeds in as a whole is drawn once
constexpr Millis kInkOver = 600;

/// Paper to the edges, and thin ink along its foot like mountains in mist.
void put_sheet(Items& items, const ScreenContext& c) {
    const Vec2 size = c.canvas.size;
    put_paper(items, c.look, {0, 0, size.x, size.y}, theme::kPaper);
    put_gradient(items, {0, 0, size.x, size.y * 0.45f}, {120, 92, 58, 40}, {120, 92, 58, 0});
    put_misty_foot(items, c.look.ui, {0, 0, size.x, size.y}, std::max(size.x, size.y) * 0.16f);
}

} // namespace

void put_chapter_card(Items& items, const ScreenContext& c, const ChapterCard& card) {
    put_sheet(items, c);
    const Vec2 size = c.canvas.size;
    const std::string mine = tag(c.reader);
    const std::string second = other_language(card.title, mine);
    const float ink = appeared(c, kInkAfter, kInkOver);

    const FilmTitle title = measure_film_title(c, in_language(card.title, mine),
                                               film_style(mine == "zh" ? 132.0f : 112.0f, mine), widest(c));
    const float top = size.y * 0.43f - title.layout->size.y / 2;
    put_film_title(items, c, title, {size.x / 2, top}, theme::kBrushInk, ink);
    const float rule = top + title.layout->size.y + 34;
    // The brush draws its stroke while the letters soak in.
    put_stroke(items, c.look.ui, {size.x / 2 - 110, rule, 226 * std::max(0.02f, ink), 16},
               faded(theme::kVermilion, ink));
    if (second.empty()) return;
    TextStyle small = film_style(second == "zh" ? 48 : 46, second);
    small.italic = second != "zh" && small.size >= c.metrics.least_slanted;
    const FilmTitle other = measure_film_title(c, in_language(card.title, second), small, widest(c));
    put_film_title(items, c, other, {size.x / 2, rule + 44}, theme::kBrushInk, ink * 0.88f);
}

} // namespace liubai
