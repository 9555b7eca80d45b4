#include "ui/page_marks.h"

#include "ui/strings.h"

#include <algorithm>
#include <string>
#include <utility>

namespace liubai {
namespace {

constexpr float kFoot = 18; // below the last row
constexpr float kWidest = 76;

bool has_own_row(const ScreenContext& c, std::size_t pages) { return pages > 1 && c.canvas.form == Form::kTall; }

} // namespace

float page_marks_height(const ScreenContext& c, std::size_t pages) {
    return (c.metrics.mark + 8) * (has_own_row(c, pages) ? 2.0f : 1.0f) + kFoot;
}

std::vector<Button> put_page_marks(Items& items, const ScreenContext& c, std::size_t page, std::size_t pages, Rect room,
                                   std::size_t first) {
    std::vector<Button> buttons;
    TextStyle style = button_style(c.metrics, tag(c.reader));
    style.size = std::min(style.size, c.metrics.mark * 0.6f);
    style.color = theme::kBrushInk;
    const float mark = c.metrics.mark;
    const float foot = c.canvas.size.y - kFoot;
    const bool own_row = has_own_row(c, pages);
    const float middle = foot - mark / 2 - (own_row ? mark + 8 : 0);
    const auto is_focused = [&] { return c.show_focus && c.focus == first + buttons.size(); };
    const auto put = [&](const std::string& shown, std::size_t to, float x) {
        ButtonLook look{style, kWidest * 2, mark, 1, is_focused()};
        Button button = put_button(items, c.layouts, c.look.ui, shown, look, {x, middle}, Command::kPage, to);
        button.at = {x - mark / 2, middle - mark / 2, mark, mark};
        button.label = std::to_string(to + 1);
        buttons.push_back(std::move(button));
    };
    const float back_room = own_row ? 0 : 260;
    const float step = std::max(mark, std::min(kWidest, (room.w - back_room * 2) / static_cast<float>(std::max<std::size_t>(1, pages))));
    const float all = step * static_cast<float>(pages);
    const float axis = room.x + room.w / 2;
    if (pages > 1 && all <= room.w - back_room * 2) {
        for (std::size_t i = 0; i < pages; ++i) {
            const float x = axis + step * (static_cast<float>(i) - static_cast<float>(pages - 1) / 2);
            const std::string number = std::to_string(i + 1);
            if (i != page) {
                put(number, i, x);
                continue;
            }
            const float side = style.size * 1.35f;
            const Rect seal{x - side / 2, middle - side / 2, side, side};
            put_seal(items, c.layouts, c.look.ui, seal, theme::kVermilion, "");
            TextStyle light = style;
            light.color = theme::kPaper;
            const Rect at = put_centered(items, c.layouts, number, light, {x, middle}, kWidest);
            if (is_focused()) put_focus(items, c.look.ui, at, style.size);
            buttons.push_back({Command::kPage, i, {x - mark / 2, middle - mark / 2, mark, mark}, number});
        }
    } else if (pages > 1) {
        const std::string here = std::to_string(page + 1) + " / " + std::to_string(pages);
        const Rect at = put_centered(items, c.layouts, here, style, {axis, middle}, room.w);
        if (page > 0) put("<", page - 1, at.x - mark);
        if (page + 1 < pages) put(">", page + 1, at.x + at.w + mark);
    }
    const std::string& word = strings::kBack.in(c.reader);
    TextStyle back = button_style(c.metrics, tag(c.reader));
    back.size = std::min(back.size, mark * 0.8f);
    back.color = theme::kBrushInk;
    const float width = c.layouts.get(word, back, 100000).size.x;
    const bool beside = !own_row && pages > 1;
    const Vec2 at{beside ? room.x + room.w - width / 2 - 24 : axis, foot - mark / 2};
    const ButtonLook look{back, room.w, mark, 1, is_focused()};
    Button button = put_button(items, c.layouts, c.look.ui, word, look, at, Command::kBack);
    const float touch = std::max(mark, width + 36);
    button.at = {at.x - touch / 2, at.y - mark / 2, touch, mark};
    buttons.push_back(std::move(button));
    return buttons;
}

} // namespace liubai
