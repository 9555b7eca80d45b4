#include "ui/screens.h"

#include "ui/column.h"

#include <sstream>

namespace liubai {
namespace {

TextStyle author_style(const ScreenContext& c) {
    TextStyle style = small_style(c.metrics, tag(c.reader));
    style.family = Family::kSans;
    style.size = std::max(22.0f, c.metrics.small * 0.8f);
    style.color = theme::kText;
    return style;
}

/// Rows below each other on a dark sheet of that width, as high as they are.
void put_sheet(Items& items, const ScreenContext& c, const std::vector<std::string>& rows, Vec2 at, float width) {
    constexpr float kInside = 28;
    const TextStyle style = author_style(c);
    std::vector<const Layout*> layouts;
    float height = 2 * kInside;
    for (const std::string& row : rows) {
        layouts.push_back(&c.layouts.get(row, style, width - 2 * kInside));
        height += layouts.back()->size.y;
        if (height > c.canvas.size.y - at.y) break; // lint tells the rest
    }
    put_fill(items, {at.x, at.y, width, height}, {12, 14, 18, 236});
    put_fill(items, {at.x, at.y, 6, height}, theme::kVermilion);
    float y = at.y + kInside;
    for (const Layout* layout : layouts) {
        put_text(items, *layout, {at.x + kInside, y});
        y += layout->size.y;
    }
}

} // namespace

void put_findings(Items& items, const ScreenContext& c, const std::vector<Bilingual>& findings) {
    std::vector<std::string> rows;
    for (const Bilingual& finding : findings) {
        std::istringstream lines(finding.in(c.reader));
        for (std::string line; std::getline(lines, line);) {
            const bool is_caret = line.find_first_not_of(" |^") == std::string::npos; // needs a terminal's columns
            if (!is_caret) rows.push_back(line);
        }
    }
    put_sheet(items, c, rows, {60, c.metrics.edge + 40}, c.canvas.size.x - 120);
}

void put_author_panel(Items& items, const ScreenContext& c, const std::vector<std::string>& rows) {
    put_sheet(items, c, rows, {24, c.metrics.edge + 20}, std::min(760.0f, c.canvas.size.x - 48));
}

} // namespace liubai
