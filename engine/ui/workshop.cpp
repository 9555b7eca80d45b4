#include "ui/workshop.h"

#include "ui/column.h"
#include "ui/film_title.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kWidest = 1180; ///< of a sentence

/// A sentence in both languages, one below the other. Answers the y below it.
float put_sentence(Items& items, const ScreenContext& c, const Bilingual& text, float top, float width) {
    for (const Language language : {Language::kZh, Language::kEn}) {
        if (language == Language::kEn && text.en == text.zh) break;
        TextStyle style = small_style(c.metrics, tag(language));
        style.color = language == Language::kZh ? theme::kBrushInk : theme::kIndigo;
        const float height = centered_layout(c.layouts, text.in(language), style, width).size.y;
        put_centered(items, c.layouts, text.in(language), style, {c.canvas.size.x / 2, top + height / 2}, width);
        top += height;
    }
    return top;
}

} // namespace

WorkshopView first_workshop_view(bool has_example) {
    WorkshopView view{strings::kDropHere, {strings::kAnyChat, strings::kAnyStory}, {}};
    if (has_example) view.buttons.push_back(strings::kSeeExample);
    view.buttons.push_back(strings::kQuit);
    return view;
}

WorkshopScreen workshop_screen(const ScreenContext& c, const WorkshopView& view) {
    WorkshopScreen made;
    made.frame.canvas = c.canvas;
    const Vec2 size = c.canvas.size;
    Layer layer;
    layer.clip = {0, 0, size.x, size.y};
    Items& items = layer.items;
    put_paper(items, c.look, {0, 0, size.x, size.y}, theme::kPaper);
    put_misty_foot(items, c.look.ui, {0, 0, size.x, size.y}, std::max(size.x, size.y) * 0.16f);

    const FilmTitle zh = measure_film_title(c, view.heading.zh, film_style(84, "zh"), widest(c));
    const FilmTitle en = measure_film_title(c, view.heading.en, film_style(50, "en"), widest(c));
    float y = size.y * 0.1f;
    put_film_title(items, c, zh, {size.x / 2, y}, theme::kBrushInk, 1);
    y += zh.layout->size.y + 8;
    put_film_title(items, c, en, {size.x / 2, y}, theme::kBrushInk, 0.88f);
    y += en.layout->size.y + 26;
    put_stroke(items, c.look.ui, {size.x / 2 - 110, y, 226, 16}, theme::kVermilion);
    y += 56;

    std::vector<Entry> entries;
    for (std::size_t i = 0; i < view.buttons.size(); ++i) {
        entries.push_back({view.buttons[i].zh + "　" + view.buttons[i].en, Command::kOption, i});
    }
    Column column = measure_column(c, entries, size.y * 0.3f);
    column.style.color = theme::kBrushInk;
    const float foot = size.y * 0.83f - column.height;
    for (const Bilingual& line : view.lines) {
        if (y > foot - 90) break; // what is most worth reading comes first
        y = put_sentence(items, c, line, y, std::min(kWidest, widest(c))) + 18;
    }
    made.buttons = put_column(items, c, column, entries, size.x / 2, std::max(y + 12, foot));
    for (const DrawItem& item : items) {
        const auto* image = std::get_if<ImageItem>(&item);
        if (image && image->image != ImageId::kNone) made.frame.wanted.pictures_now.push_back({image->image, 1});
    }
    made.frame.layers.push_back(std::move(layer));
    return made;
}

} // namespace liubai
