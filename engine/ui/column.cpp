#include "ui/column.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace liubai {
namespace {

constexpr float kSmaller = 0.92f;
constexpr float kRounding = 0.5f; // some are given just the height of their rows
constexpr float kRowFoot = 58; // middle of a row above the canvas's foot
constexpr std::size_t kMostAcross = 6;
constexpr float kBetweenColumns = 2.2f; // em

/// From one button to the next: what a finger needs, and what the letters need.
float touch_step(const ScreenContext& c) { return c.metrics.mark + 6; }
float least_step(const ScreenContext& c, float em) { return std::max(em * 1.9f, touch_step(c)); }

bool has_focus(const ScreenContext& c, std::size_t index) { return c.show_focus && c.focus == index; }

Column column_in(const ScreenContext& c, const std::vector<Entry>& entries, const TextStyle& style, std::size_t across) {
    const float em = style.size;
    const float between = em * kBetweenColumns;
    const auto columns = static_cast<float>(across);
    Column column;
    column.style = style;
    column.across = across;
    column.reach = (widest(c) - between * (columns - 1)) / columns;
    column.heights.resize((entries.size() + across - 1) / across, least_step(c, em));
    float label_width = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Layout& label = centered_layout(c.layouts, entries[i].label, style, column.reach);
        column.wraps = column.wraps || label.rows.size() > 1;
        label_width = std::max(label_width, label.size.x);
        float& height = column.heights[i % column.heights.size()];
        height = std::max(height, label.size.y + em * 0.42f);
    }
    for (const float height : column.heights) column.height += height;
    column.pitch = label_width + between;
    column.width = column.pitch * columns - between;
    return column;
}

/// As large as fits into `most`, if a size of at least `least` does.
std::optional<Column> fit_column(const ScreenContext& c, const std::vector<Entry>& entries, float most,
                                 std::size_t across, float least, bool may_wrap) {
    TextStyle style = button_style(c.metrics, tag(c.reader));
    while (true) {
        Column column = column_in(c, entries, style, across);
        const bool wraps_wrongly = column.wraps && !may_wrap;
        if (column.height <= most + kRounding && !wraps_wrongly) return column;
        const bool smaller_helps = wraps_wrongly || column.height > touch_step(c) * static_cast<float>(column.heights.size());
        if (style.size <= least || !smaller_helps) return std::nullopt;
        style.size = std::max(least, style.size * kSmaller);
    }
}

} // namespace

float widest(const ScreenContext& c) { return c.canvas.size.x - 2 * kSideMargin; }

Column measure_column(const ScreenContext& c, const std::vector<Entry>& entries, float most) {
    TextStyle style = button_style(c.metrics, tag(c.reader));
    const float legible = std::max(kLeastText, std::min(style.size, c.metrics.small));
    for (std::size_t across = 1; across <= kMostAcross; ++across) {
        if (auto column = fit_column(c, entries, most, across, legible, across == 1)) return *std::move(column);
    }
    for (std::size_t across = 1; across <= kMostAcross; ++across) {
        if (auto column = fit_column(c, entries, most, across, kLeastText, true)) return *std::move(column);
    }
    style.size = kLeastText;
    return column_in(c, entries, style, 1);
}

std::vector<Button> put_column(Items& items, const ScreenContext& c, const Column& column,
                               const std::vector<Entry>& entries, float x, float top, float alpha) {
    std::vector<Button> buttons;
    const std::size_t rows = column.heights.size();
    float left = x - column.pitch * 0.5f * static_cast<float>(column.across - 1);
    float y = top;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0 && i % rows == 0) {
            left += column.pitch;
            y = top;
        }
        const float height = column.heights[i % rows];
        const ButtonLook look{column.style, column.reach, c.metrics.mark, alpha, has_focus(c, i)};
        buttons.push_back(put_button(items, c.layouts, c.look.ui, entries[i].label, look, {left, y + height * 0.5f},
                                     entries[i].command, entries[i].option));
        y += height;
    }
    return buttons;
}

std::vector<Button> put_row(Items& items, const ScreenContext& c, const std::vector<Entry>& entries, Vec2 center,
                            float alpha) {
    ButtonLook look{button_style(c.metrics, tag(c.reader)), widest(c), c.metrics.mark, alpha};
    std::vector<float> widths;
    float width = 0;
    while (true) {
        const float between = look.style.size * kBetweenColumns;
        widths.clear();
        width = -between;
        for (const Entry& entry : entries) {
            const float label = centered_layout(c.layouts, entry.label, look.style, look.width).size.x;
            widths.push_back(std::max(label, c.metrics.mark - between)); // no button reaches into the next
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
        x += widths[i] + look.style.size * kBetweenColumns;
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
