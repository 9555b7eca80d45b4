#include "ui/chapters.h"

#include "ui/column.h"
#include "ui/film_title.h"
#include "ui/heading.h"
#include "ui/one_row.h"
#include "ui/page_marks.h"
#include "ui/scroll.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kEndless = 100000;
constexpr float kTop = 40;
constexpr float kWidest = 1240;
constexpr float kStroke = 9; // the thickness of what was read

/// How rows are set on this canvas: headings in a column of their own where there is room beside the titles.
struct ChapterStyle {
    TextStyle heading;
    TextStyle title;
    TextStyle other;
    bool beside = true;
    float width = 0;   ///< of the whole
    float gutter = 0;  ///< of the headings, with the space after them
    float row = 0;     ///< its height
    float second = 0;  ///< added by a second title below the first
    float above = 0;   ///< a heading above its row
};

ChapterStyle chapter_style(const ScreenContext& c) {
    ChapterStyle style;
    const bool tall = c.canvas.form == Form::kTall;
    style.title = button_style(c.metrics, tag(c.reader));
    style.title.color = theme::kBrushInk;
    style.other = small_style(c.metrics, tag(c.reader == Language::kZh ? Language::kEn : Language::kZh));
    style.other.color = faded(theme::kBrushInk, c.metrics.choice.high_contrast ? 1 : 0.8f);
    style.heading = film_style(style.title.size, tag(c.reader));
    style.heading.align = Align::kStart;
    style.heading.color = theme::kBrushInk;
    style.width = std::min(kWidest, c.canvas.size.x - 2 * (kScrollMounting + (tall ? 40 : 60)));
    style.beside = !tall && style.title.size < 56;
    if (!style.beside) { // over its scenes it must not look like one of them
        style.heading.size = style.other.size;
        if (!c.metrics.choice.high_contrast) style.heading.color = mix(theme::kVermilion, theme::kBrushInk, 0.3f);
    }
    style.gutter = style.beside ? style.width * 0.3f : 0;
    style.row = std::max(c.metrics.mark, style.title.size * 1.5f + 16) + 4;
    style.second = style.beside ? 0 : style.other.size * 1.3f;
    style.above = style.beside ? 0 : style.heading.size * 1.3f + 26;
    return style;
}

float height_of(const ChapterRow& row, const ChapterStyle& style) {
    return style.row + (row.is_reached && !row.other.empty() ? style.second : 0) + (row.heading.empty() ? 0 : style.above);
}

float top_of(const ScreenContext& c) { return kTop + heading_height(c) + 20; }

std::vector<std::size_t> pages_with_foot(const ScreenContext& c, const std::vector<ChapterRow>& rows, std::size_t assumed) {
    const ChapterStyle style = chapter_style(c);
    const float room = c.canvas.size.y - top_of(c) - page_marks_height(c, assumed) - 10;
    std::vector<std::size_t> pages{0};
    float y = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float height = height_of(rows[i], style);
        if (y > 0 && y + height > room) {
            pages.push_back(i);
            y = 0;
        }
        y += height;
    }
    return pages;
}

} // namespace

std::vector<std::size_t> chapter_pages(const ScreenContext& c, const std::vector<ChapterRow>& rows) {
    auto pages = pages_with_foot(c, rows, 1);
    return pages.size() == 1 ? pages : pages_with_foot(c, rows, 2);
}

std::vector<Button> put_chapters_screen(Items& items, const ScreenContext& c, const std::vector<ChapterRow>& rows,
                                        std::size_t page) {
    const ChapterStyle style = chapter_style(c);
    const auto pages = chapter_pages(c, rows);
    page = std::min(page, pages.size() - 1);
    const std::size_t end = page + 1 < pages.size() ? pages[page + 1] : rows.size();
    const float left = (c.canvas.size.x - style.width) / 2;
    put_scroll(items, c, std::min(style.width, c.canvas.size.x - 2 * kScrollInside));
    put_heading(items, c, strings::kChapters.in(c.reader), kTop, style.width);

    std::vector<Button> buttons;
    const auto put = [&](const std::string& text, const TextStyle& set, Vec2 at, float room, float middle) {
        const Layout& layout = c.layouts.get(one_row(c, text, set, room), set, kEndless);
        put_text(items, layout, {at.x, at.y + middle - layout.size.y / 2});
        return layout.size.x;
    };
    float y = top_of(c);
    for (std::size_t i = pages[page]; i < end; ++i) {
        const ChapterRow& row = rows[i];
        const float x = left + style.gutter;
        const float width = style.width - style.gutter;
        if (!row.heading.empty()) {
            const float room = style.beside ? style.gutter - 40 : style.width;
            put(row.heading, style.beside ? fitted(c, row.heading, style.heading, room) : style.heading, {left, y}, room,
                style.beside ? (style.row - 14) / 2 : style.above - style.heading.size * 0.7f);
            y += style.above;
        }
        const float text_high = style.row - 14;
        if (!row.is_reached) {
            TextStyle quiet = style.title;
            quiet.color = faded(theme::kBrushInk, 0.45f);
            put("……", quiet, {x, y}, width, text_high / 2);
            y += style.row;
            continue;
        }
        const bool focused = c.show_focus && c.focus == buttons.size();
        const float other_width = row.other.empty() ? 0 : c.layouts.get(row.other, style.other, kEndless).size.x;
        const bool fits = style.beside && c.layouts.get(row.title, style.title, kEndless).size.x + other_width + 40 <= width;
        const float title = put(row.title, style.title, {x, y}, width, text_high / 2);
        if (focused) put_focus(items, c.look.ui, {x, y + text_high / 2 - style.title.size * 0.6f, title, style.title.size * 1.1f}, style.title.size);
        if (style.beside && fits) put(row.other, style.other, {x + width - other_width, y}, width, text_high / 2);
        float high = style.row;
        if (!style.beside && !row.other.empty()) {
            put(row.other, style.other, {x, y + text_high}, width, style.second / 2 - 4);
            high += style.second;
        }
        const float foot = y + high - 10;
        put_fill(items, {x, foot, width, 1.5f}, faded(theme::kBrushInk, 0.22f));
        if (row.read > 0)
            put_stroke(items, c.look.ui, {x, foot - kStroke / 2, std::max(24.0f, width * row.read), kStroke}, faded(theme::kBrushInk, 0.75f));
        buttons.push_back({Command::kChapter, row.option, {x, y, width, high - 4}, row.title});
        y += high;
    }
    const auto marks = put_page_marks(items, c, page, pages.size(), {left, 0, style.width, c.canvas.size.y}, buttons.size());
    buttons.insert(buttons.end(), marks.begin(), marks.end());
    return buttons;
}

} // namespace liubai
