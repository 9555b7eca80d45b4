#include "ui/column.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kSmaller = 0.92f;
constexpr float kRounding = 0.5f; // some are given just the height of their rows
constexpr float kRowFoot = 58; // middle of a row above the canvas's foot

bool has_focus(const ScreenContext& c, std::size_t index) { return c.show_focus && c.focus == index; }

} // namespace

float widest(const ScreenContext& c) { return c.canvas.size.x - 2 * kSideMargin; }

Column measure_column(const ScreenContext& c, const std::vector<Entry>& entries, float most) {
    Column column;
    column.style = button_style(c.metrics, tag(c.reader));
    while (true) {
        const float em = column.style.size;
        const float step = std::max(em * 1.9f, c.metrics.mark + 6);
        column.heights.clear();
        column.height = 0;
        for (const Entry& entry : entries) {
            const Layout& label = centered_layout(c.layouts, entry.label, column.style, widest(c));
            column.heights.push_back(std::max(step, label.size.y + em * 0.42f));
            column.height += column.heights.back();
        }
        if (column.height <= most + kRounding || em <= kLeastText) return column;
        column.style.size = std::max(kLeastText, em * kSmaller);
    }
}

std::vector<Button> put_column(Items& items, const ScreenContext& c, const Column& column,
                               const std::vector<Entry>& entries, float x, float top, float alpha) {
    std::vector<Button> buttons;
    float y = top;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Vec2 center{x, y + column.heights[i] * 0.5f};
        const ButtonLook look{column.style, widest(c), c.metrics.mark, alpha, has_focus(c, i)};
        buttons.push_back(put_button(items, c.layouts, c.look.ui, entries[i].label, look, center, entries[i].command,
                                     entries[i].option));
        y += column.heights[i];
    }
    return buttons;
}

std::vector<Button> put_row(Items& items, const ScreenContext& c, const std::vector<Entry>& entries, Vec2 center,
                            float alpha) {
    ButtonLook look{button_style(c.metrics, tag(c.reader)), widest(c), c.metrics.mark, alpha};
    std::vector<float> widths;
    float width = 0;
    while (true) {
        const float between = look.style.size * 2.2f;
        widths.clear();
        width = -between;
        for (const Entry& entry : entries) {
            widths.push_back(centered_layout(c.layouts, entry.label, look.style, look.width).size.x);
            width += widths.back() + between;
        }
        if (width <= look.width || look.style.size <= kLeastText) break;
        look.style.size = std::max(kLeastText, look.style.size * kSmaller);
    }
    std::vector<Button> buttons;
    float x = center.x - width / 2;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        look.focused = has_focus(c, i);
        buttons.push_back(put_button(items, c.layouts, c.look.ui, entries[i].label, look, {x + widths[i] / 2, center.y},
                                     entries[i].command, entries[i].option));
        x += widths[i] + look.style.size * 2.2f;
    }
    return buttons;
}

std::vector<Button> put_entries(Items& items, const ScreenContext& c, const std::vector<Entry>& entries, float top,
                                float alpha) {
    const Vec2 size = c.canvas.size;
    if (c.canvas.form != Form::kTall)
        return put_row(items, c, entries,
                       {size.x / 2, size.y - std::max({kRowFoot, c.metrics.mark / 2 + 8, c.metrics.text * 0.78f + 20})},
                       alpha);
    const Column column = measure_column(c, entries, size.y - kSideMargin - top);
    return put_column(items, c, column, entries, size.x / 2, top, alpha);
}

} // namespace liubai
