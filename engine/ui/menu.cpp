#include "ui/column.h"
#include "ui/film_title.h"
#include "ui/heading.h"
#include "ui/scroll.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {


/// Room above and below, as far as there is any.
float centered_top(const ScreenContext& c, float height) { return std::max(36.0f, (c.canvas.size.y - height) * 0.46f); }

} // namespace

std::vector<Button> put_language_screen(Items& items, const ScreenContext& c) {
    const Vec2 size = c.canvas.size;
    put_paper(items, c.look, {0, 0, size.x, size.y}, theme::kPaper);
    put_misty_foot(items, c.look.ui, {0, 0, size.x, size.y}, std::max(size.x, size.y) * 0.16f);
    const Vec2 middle{size.x / 2, size.y * 0.46f};
    const float reach = c.canvas.form == Form::kTall ? 250.0f : 240.0f;
    ButtonLook zh{film_style(92, "zh"), reach * 2, c.metrics.mark * 1.4f, 1, c.show_focus && c.focus == 0};
    ButtonLook en{film_style(86, "en"), reach * 2, c.metrics.mark * 1.4f, 1, c.show_focus && c.focus == 1};
    zh.style.color = theme::kBrushInk;
    en.style.color = theme::kBrushInk;
    const UiPictures& ui = c.look.ui;
    std::vector<Button> buttons;
    buttons.push_back(put_button(items, c.layouts, ui, "中文", zh, {middle.x - reach, middle.y}, Command::kChooseZh));
    buttons.push_back(
        put_button(items, c.layouts, ui, "English", en, {middle.x + reach, middle.y}, Command::kChooseEn));
    constexpr float kDot = 26;
    put_picture(items, ui.seal, {middle.x - kDot / 2 - 24, middle.y - kDot / 2, kDot, kDot}, theme::kVermilion);
    return buttons;
}

std::vector<Button> put_menu_screen(Items& items, const ScreenContext& c,
                                    const std::map<std::string, std::string>& where) {
    std::vector<Entry> entries;
    entries.push_back({strings::kContinue.in(c.reader), Command::kContinue});
    entries.push_back({strings::kBacklog.in(c.reader), Command::kBacklog});
    entries.push_back({strings::kDocument.in(c.reader), Command::kDocument});
    entries.push_back({strings::kAutomaticPages.in(c.reader), Command::kAutomatic});
    entries.push_back({strings::kSkipAhead.in(c.reader), Command::kSkipping});
    entries.push_back({strings::kSave.in(c.reader), Command::kSaves});
    entries.push_back({strings::kLoad.in(c.reader), Command::kLoads});
    entries.push_back({strings::kSettings.in(c.reader), Command::kSettings});
    entries.push_back({strings::kBackToTitle.in(c.reader), Command::kTitle});
    entries.push_back({strings::kQuit.in(c.reader), Command::kQuit});
    const float head = heading_height(c);
    Column column = measure_column(c, entries, c.canvas.size.y - head - 90);
    column.style.color = theme::kBrushInk;
    const std::string heading = in_language(where, tag(c.reader));
    const float most = widest(c) - 2 * kScrollInside;
    const FilmTitle title =
        measure_film_title(c, heading, film_style(std::max(54.0f, c.metrics.small), tag(c.reader)), most);
    put_scroll(items, c, std::max(title.width(), column.width));
    const float y = put_heading(items, c, heading, centered_top(c, head + column.height), most);
    return put_column(items, c, column, entries, c.canvas.size.x / 2, y);
}

} // namespace liubai
