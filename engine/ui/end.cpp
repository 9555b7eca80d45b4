#include "ui/column.h"
#include "ui/credits.h"
#include "ui/film_title.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kEndless = 100000;
constexpr float kLeastShare = 0.55f; ///< text of a row that is higher than a page gets so much smaller, at most

/// A row of the credits: what it is about, and each of its names.
struct CreditRow {
    std::string role;
    std::string name;
};

/// How credits are set on this canvas: role and name on either side of an axis, or one under the other.
struct CreditStyle {
    TextStyle role;
    TextStyle name;
    bool stacked = false;
    float axis = 0;
    float role_width = 0;
    float name_width = 0;
    float between = 0; ///< from the axis to either side
    float after = 0;   ///< between two rows
};

CreditStyle credit_style(const ScreenContext& c, float share) {
    CreditStyle style;
    style.role = small_style(c.metrics, tag(c.reader));
    style.name = line_style(c.metrics, tag(c.reader));
    style.name.size = std::max(c.metrics.small, c.metrics.text * 0.92f);
    for (TextStyle* text : {&style.role, &style.name}) {
        text->size *= share;
        text->row_pitch = 1.5f;
        text->mode = FitMode::kBalance;
    }
    style.stacked = c.canvas.form == Form::kTall || c.metrics.text > 58;
    style.between = style.stacked ? 0 : 28;
    constexpr float kRoles = 0.38f; // names are longer
    style.axis = style.stacked ? c.canvas.size.x / 2 : kSideMargin + widest(c) * kRoles;
    style.role_width = style.stacked ? widest(c) : widest(c) * kRoles - style.between;
    style.name_width = style.stacked ? widest(c) : widest(c) * (1 - kRoles) - style.between;
    style.role.align = style.stacked ? Align::kCenter : Align::kEnd;
    style.name.align = style.stacked ? Align::kCenter : Align::kStart;
    style.after = style.name.size * 0.8f;
    return style;
}

float row_height(const ScreenContext& c, const CreditRow& row, const CreditStyle& style) {
    const float role = row.role.empty() ? 0 : c.layouts.get(row.role, style.role, style.role_width).size.y;
    const float name = c.layouts.get(row.name, style.name, style.name_width).size.y;
    return (style.stacked || row.role.empty() ? role + name : std::max(role, name)) + style.after;
}

/// The row around the axis x; without a role the name stands in the middle. Its top is y.
void put_row_at(Items& items, const ScreenContext& c, const CreditRow& row, const CreditStyle& style, float y,
                float alpha) {
    const float axis = style.axis;
    if (row.role.empty()) {
        TextStyle middle = style.name;
        middle.align = Align::kCenter;
        const Layout& name = c.layouts.get(row.name, middle, widest(c));
        put_text(items, name, {(c.canvas.size.x - widest(c)) / 2, y}, alpha);
        return;
    }
    const Layout& role = c.layouts.get(row.role, style.role, style.role_width);
    const float role_x = style.stacked ? axis - style.role_width / 2 : axis - style.between - style.role_width;
    // Both first rows stand on one line.
    const Layout& name = c.layouts.get(row.name, style.name, style.name_width);
    const float lower = style.stacked || role.rows.empty() || name.rows.empty()
                            ? 0
                            : std::max(0.0f, name.rows[0].baseline - role.rows[0].baseline);
    put_text(items, role, {role_x, y + lower}, alpha);
    const float name_x = style.stacked ? role_x : axis + style.between;
    put_text(items, name, {name_x, style.stacked ? y + role.size.y : y}, alpha);
}

std::vector<CreditRow> all_rows(const ScreenContext& c) {
    const std::string mine = tag(c.reader);
    std::vector<CreditRow> rows;
    for (const Credit& credit : c.story.credits)
        rows.push_back({in_language(credit.role, mine), in_language(credit.name, mine)});
    for (const EngineCredit& credit : engine_credits())
        rows.push_back({credit.role.in(c.reader), credit.name.in(c.reader)});
    return rows;
}

struct CreditPage {
    std::size_t begin = 0;
    std::size_t end = 0;
    float height = 0;
    float share = 1;
};

/// Rows [begin, end) in pages no higher than `most`.
std::vector<CreditPage> fill_pages(const ScreenContext& c, const std::vector<CreditRow>& rows, std::size_t begin,
                                   std::size_t end, float most) {
    std::vector<CreditPage> pages;
    for (std::size_t i = begin; i < end; ++i) {
        float share = 1;
        float height = row_height(c, rows[i], credit_style(c, share));
        while (height > most && share > kLeastShare) {
            share *= 0.95f;
            height = row_height(c, rows[i], credit_style(c, share));
        }
        const bool fits = !pages.empty() && pages.back().share == share && pages.back().height + height <= most;
        if (!fits) pages.push_back({i, i, 0, share});
        pages.back().end = i + 1;
        pages.back().height += height;
    }
    return pages;
}

/// As few pages as can be, each about as full as the others.
std::vector<CreditPage> even_pages(const ScreenContext& c, const std::vector<CreditRow>& rows, std::size_t begin,
                                   std::size_t end) {
    const float most = c.canvas.size.y - 2 * (kSideMargin + c.metrics.mark);
    const auto fewest = fill_pages(c, rows, begin, end, most);
    float all = 0;
    for (const CreditPage& page : fewest) {
        if (page.share < 1) return fewest;
        all += page.height;
    }
    for (float limit = all / static_cast<float>(std::max<std::size_t>(1, fewest.size())); limit < most;
         limit *= 1.06f) {
        auto pages = fill_pages(c, rows, begin, end, limit);
        const bool smaller = std::any_of(pages.begin(), pages.end(), [](const CreditPage& p) { return p.share < 1; });
        if (pages.size() == fewest.size() && !smaller) return pages;
    }
    return fewest;
}

/// The story's own rows, then the engine's on pages of theirs.
std::vector<CreditPage> split(const ScreenContext& c, const std::vector<CreditRow>& rows) {
    const std::size_t own = c.story.credits.size();
    auto pages = even_pages(c, rows, 0, own);
    const auto engine = even_pages(c, rows, own, rows.size());
    pages.insert(pages.end(), engine.begin(), engine.end());
    return pages;
}

void put_the_end(Items& items, const ScreenContext& c, float alpha) {
    const Vec2 size = c.canvas.size;
    const bool zh = c.reader == Language::kZh;
    const TextStyle style = film_style(zh ? 150.0f : 110.0f, tag(c.reader));
    const Rect words = put_centered(items, c.layouts, strings::kTheEnd.in(c.reader), style,
                                    {size.x / 2, size.y * 0.44f}, widest(c), alpha);
    put_stroke(items, c.look.ui, {size.x / 2 - 90, words.y + words.h + 14, 186, 14}, faded(theme::kVermilion, alpha));
    TextStyle name = film_style(46, tag(c.reader));
    name.color = theme::kName;
    put_centered(items, c.layouts, in_language(c.story.title, tag(c.reader)), name,
                 {size.x / 2, words.y + words.h + 90}, widest(c), alpha);
}

std::vector<Button> put_last_page(Items& items, const ScreenContext& c, float alpha) {
    const Vec2 size = c.canvas.size;
    put_gradient(items, {0, size.y * 0.42f, size.x, size.y * 0.3f}, {7, 6, 8, 0}, {7, 6, 8, 215});
    put_fill(items, {0, size.y * 0.72f, size.x, size.y * 0.28f}, {7, 6, 8, 215});
    TextStyle style = film_style(64, tag(c.reader));
    const Layout& thanks = centered_layout(c.layouts, strings::kThanks.in(c.reader), style, widest(c));
    const float middle = size.y * (c.canvas.form == Form::kTall ? 0.66f : 0.79f);
    put_centered(items, c.layouts, strings::kThanks.in(c.reader), style, {size.x / 2, middle}, widest(c), alpha);
    const std::vector<Entry> entries{{strings::kBackToTitle.in(c.reader), Command::kTitle},
                                     {strings::kQuit.in(c.reader), Command::kQuit}};
    return put_entries(items, c, entries, middle + thanks.size.y / 2 + 60, alpha);
}

} // namespace

std::size_t count_end_pages(const ScreenContext& c) {
    return split(c, all_rows(c)).size() + 2; // before them "the end", after them the last
}

std::vector<Button> put_end_screen(Items& items, const ScreenContext& c, std::size_t page) {
    const Vec2 size = c.canvas.size;
    const std::vector<CreditRow> rows = all_rows(c);
    const std::vector<CreditPage> pages = split(c, rows);
    const std::size_t last = pages.size() + 1;
    const float coming = appeared(c, 200, kEndPageFade);
    if (page >= last) {
        put_shade(items, c, 1 - 0.7f * coming);
        return put_last_page(items, c, coming);
    }
    put_shade(items, c, 1);
    const Millis left = c.shown_for == kNever ? kNever : std::max<Millis>(0, kEndPageLasts - c.shown_for);
    const float alpha = coming * Fade{std::min(left, kEndPageFade), kEndPageFade}.eased();
    if (page == 0) {
        put_the_end(items, c, alpha);
    } else {
        const CreditPage& shown = pages[page - 1];
        const CreditStyle style = credit_style(c, shown.share);
        float y = (size.y - shown.height + style.after) / 2;
        for (std::size_t i = shown.begin; i < shown.end; ++i) {
            put_row_at(items, c, rows[i], style, y, alpha);
            y += row_height(c, rows[i], style);
        }
    }
    TextStyle quiet = small_style(c.metrics, tag(c.reader));
    const Vec2 text = c.layouts.get(strings::kSkip.in(c.reader), quiet, kEndless).size;
    const ButtonLook look{quiet, text.x + 1, c.metrics.mark, 1, false};
    const Rect touch = touch_area({0, 0, text.x, text.y}, c.metrics.mark);
    const Vec2 center{size.x - touch.w / 2 - 24, size.y - touch.h / 2 - 10};
    return {put_button(items, c.layouts, c.look.ui, strings::kSkip.in(c.reader), look, center, Command::kSkip)};
}

} // namespace liubai
