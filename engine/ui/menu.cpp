#include "ui/column.h"
#include "ui/film_title.h"
#include "ui/heading.h"
#include "ui/scroll.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kEndless = 100000;

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
    entries.push_back({strings::kSkipRead.in(c.reader), Command::kSkipping});
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
    float width = title.width();
    for (const Entry& entry : entries)
        width = std::max(width, centered_layout(c.layouts, entry.label, column.style, most).size.x);
    put_scroll(items, c, width);
    const float y = put_heading(items, c, heading, centered_top(c, head + column.height), most);
    return put_column(items, c, column, entries, c.canvas.size.x / 2, y);
}

std::vector<Button> put_settings_screen(Items& items, const ScreenContext& c, const std::vector<SettingRow>& rows) {
    // A column of their labels gives size and heights; the longest halves may ask for smaller text.
    std::vector<Entry> measured;
    for (const SettingRow& row : rows) measured.push_back({row.label, Command::kSetting});
    measured.push_back({strings::kBack.in(c.reader), Command::kBack});
    const float head = heading_height(c);
    Column column = measure_column(c, measured, c.canvas.size.y - head - 130);
    const auto width_of = [&](const std::string& text) { return c.layouts.get(text, column.style, kEndless).size.x; };
    float label_width = 0;
    float value_width = 0;
    float between = 0; // from the axis to either side
    while (true) {
        between = column.style.size * 0.7f;
        label_width = value_width = 0;
        for (const SettingRow& row : rows) {
            label_width = std::max(label_width, width_of(row.label));
            value_width = std::max(value_width, width_of(row.value));
        }
        const float least_value = column.style.size * 6.5f; // so that the scroll stays as it is when a value changes
        value_width = std::max(value_width, least_value);
        if (label_width + value_width + 2 * between <= c.canvas.size.x - 2 * kScrollMounting - 60 ||
            column.style.size <= kLeastText)
            break;
        column.style.size = std::max(kLeastText, column.style.size * 0.96f);
    }
    const float whole = label_width + value_width + 2 * between;
    put_scroll(items, c, whole);
    const float axis = c.canvas.size.x / 2 - whole / 2 + label_width + between;
    float y = put_heading(items, c, strings::kSettings.in(c.reader), centered_top(c, head + column.height), widest(c));
    std::vector<Button> buttons;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool focused = c.show_focus && c.focus == i;
        const float middle = y + column.heights[i] / 2;
        TextStyle style = column.style;
        style.color = faded(theme::kBrushInk, 0.82f);
        const float label = width_of(rows[i].label);
        const float value = width_of(rows[i].value);
        put_centered(items, c.layouts, rows[i].label, style, {axis - between - label / 2, middle}, kEndless);
        style.color = theme::kBrushInk;
        const Rect at =
            put_centered(items, c.layouts, rows[i].value, style, {axis + between + value / 2, middle}, kEndless);
        if (focused) put_focus(items, c.look.ui, at, style.size);
        const Rect both{axis - between - label, at.y, 2 * between + label + value, at.h};
        buttons.push_back({Command::kSetting, rows[i].option, touch_area(both, c.metrics.mark),
                           rows[i].label + "  " + rows[i].value});
        y += column.heights[i];
    }
    ButtonLook back{column.style, kEndless, c.metrics.mark, 1, c.show_focus && c.focus == rows.size()};
    back.style.color = theme::kBrushInk;
    buttons.push_back(put_button(items, c.layouts, c.look.ui, strings::kBack.in(c.reader), back,
                                 {c.canvas.size.x / 2, y + column.heights.back() / 2}, Command::kBack));
    return buttons;
}

} // namespace liubai
