#include "ui/book.h"

#include "base/rich_text.h"
#include "ui/column.h"
#include "ui/film_title.h"
#include "ui/gap_light.h"
#include "ui/strings.h"

#include <algorithm>
#include <cctype>

namespace liubai {
namespace {

constexpr float kMounting = 18;    // the silk on either side of the paper
constexpr float kSmallerThanLine = 0.88f; // a page holds more than the strip under a picture
constexpr float kPitch = 1.5f;     // em
constexpr float kAnnotatedPitch = 1.95f;
// Rows end at the edge of a column at least so wide, em: of words, and of Han with words among them.
constexpr float kLeastJustified = 26;
constexpr float kLeastJustifiedMixed = 18;
constexpr float kBetweenLines = 0.34f; // em
constexpr float kBetweenPairs = 0.62f; // of lines that stand in two languages
constexpr float kBetweenParagraphs = 1.15f;
constexpr float kBetweenTexts = 0.1f;
constexpr float kEndless = 100000;
constexpr Color kFoundLight{240, 176, 60, 120};

bool is_tall(const ScreenContext& c) { return c.canvas.form == Form::kTall; }

float line_em(const ScreenContext& c) { return c.metrics.text * kSmallerThanLine; }
float small_em(const ScreenContext& c) { return std::max(c.metrics.small * 0.94f, std::min(kLeastText * 1.5f, line_em(c))); }

/// High contrast: no ink is thinned.
Color ink(const ScreenContext& c, float strength) {
    return c.metrics.choice.high_contrast ? Color{0, 0, 0, 255} : faded(theme::kBrushInk, strength);
}

/// What is found in a text, row by row.
std::vector<Rect> found_rows(const Layout& layout, const RichText& text, Vec2 at, const SearchQuery& query) {
    std::vector<Rect> rows;
    for (const ByteRange& range : query.find(text.text)) {
        Rect lit;
        std::uint32_t row = 0;
        const auto put = [&] {
            if (!lit.empty()) rows.push_back({at.x + lit.x, at.y + lit.y, lit.w, lit.h});
        };
        for (std::size_t i = 0; i < layout.clusters.size(); ++i) {
            const Cluster& cluster = layout.clusters[i];
            if (cluster.byte_begin < range.begin || cluster.byte_begin >= range.end) continue;
            const Rect r = cluster_rect(layout, i);
            if (lit.empty() || cluster.row != row) {
                put();
                lit = r;
                row = cluster.row;
            } else {
                lit.w = r.x + r.w - lit.x;
            }
        }
        put();
    }
    return rows;
}

/// Answers the text's height and what was found first.
EntryShown put_line_text(Items* items, const ScreenContext& c, const ShownText& text, const EntryView& view, Vec2 at,
                         float width, float alpha) {
    const Layout& layout = c.layouts.get(text.text, book_text_style(c, text, width), width);
    EntryShown shown{layout.size.y, {}};
    const auto found = view.query ? found_rows(layout, text.text, at, *view.query) : std::vector<Rect>{};
    if (!found.empty()) shown.found = found.front();
    if (!items) return shown;
    for (const Rect& row : found) { // it lies in light
        put_fill(*items, {row.x - 3, row.y - 2, row.w + 6, row.h + 6}, kFoundLight);
        if (view.is_match) put_fill(*items, {row.x - 3, row.y + row.h + 2, row.w + 6, 3}, theme::kVermilion);
    }
    for (std::size_t i = 0; i < layout.clusters.size(); ++i) {
        if (layout.clusters[i].kind != ClusterKind::kGap) continue;
        Rect gap = cluster_rect(layout, i);
        gap.x += at.x;
        gap.y += at.y;
        put_paper_lamp(*items, c.look.ui, gap, alpha);
    }
    put_text(*items, layout, at, alpha);
    return shown;
}

/// A title in a column, in one row as a film's; in several where its letters would be smaller than those of names.
/// Answers its height.
float put_title(Items* items, const ScreenContext& c, const std::string& text, TextStyle style, const Rect& column,
                float top) {
    TextStyle least = style;
    least.size = std::min(style.size, small_em(c));
    const bool is_long = c.layouts.get(text, least, kEndless).size.x > column.w;
    if (is_long) {
        const Layout& rows = c.layouts.get(text, least, column.w);
        if (items) put_text(*items, rows, {column.x, top});
        return rows.size.y;
    }
    const FilmTitle title = measure_film_title(c, text, style, column.w);
    if (items) put_film_title(*items, c, title, {column.center().x, top}, style.color, 1);
    return title.layout->size.y;
}

/// A title in each column; answers its height.
float put_titles(Items* items, const ScreenContext& c, const BookPage& page, const std::vector<std::string>& titles,
                 bool chapter, float top) {
    float height = 0;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const Rect& column = page.columns[i];
        TextStyle style = film_style(line_em(c) * (chapter ? 1.75f : 1.12f), page.languages[i]);
        style.color = ink(c, chapter ? 1 : 0.82f);
        const float high = put_title(items, c, titles[i], style, column, top);
        height = std::max(height, high);
        if (!chapter || !items) continue;
        const float wide = std::min(line_em(c) * 3.2f, column.w * 0.5f);
        put_stroke(*items, c.look.ui, {column.center().x - wide / 2, top + high + 8, wide, 9}, theme::kVermilion);
    }
    return height + (chapter ? 17 : 0);
}

float put_names(Items* items, const ScreenContext& c, const BookPage& page, const Speaker& speaker, float top,
                float alpha) {
    float height = 0;
    for (std::size_t i = 0; i < page.columns.size(); ++i) {
        TextStyle style = film_style(small_em(c), page.languages[i]);
        style.align = Align::kStart;
        style.color = ink(c, 0.9f);
        style.row_pitch = 1.35f;
        const Layout& name = c.layouts.get(in_language(speaker.name, page.languages[i]), style, page.columns[i].w);
        height = std::max(height, name.size.y);
        if (items) put_text(*items, name, {page.columns[i].x, top}, alpha);
    }
    if (!items) return height;
    const float apart = std::min(small_em(c) * 0.5f, 20.0f);
    const float side = std::min(small_em(c) * 1.5f, page.columns[0].x - apart - page.view.x - 4);
    const Rect stamp{page.columns[0].x - side - apart, top + (std::min(height, small_em(c) * 1.35f) - side) / 2, side, side};
    put_seal(*items, c.layouts, c.look.ui, stamp, speaker.color, seal_of(speaker, tag(c.reader)), alpha);
    return height;
}

/// An option of a choice: the one that was taken has a drop before it, the others are thin ink.
float put_book_option(Items* items, const ScreenContext& c, const BookPage& page, const BookOption& option, bool decided,
                      float top, float alpha) {
    const float em = line_em(c);
    const float indent = em * 1.5f;
    float height = 0;
    for (std::size_t i = 0; i < option.texts.size() && i < page.columns.size(); ++i) {
        ShownText text{{option.texts[i], {}, {}}, page.languages[i], true};
        TextStyle style = book_text_style(c, text, page.columns[i].w);
        style.color = ink(c, option.taken || !decided ? 1 : 0.6f);
        const Layout& layout = c.layouts.get(option.texts[i], style, page.columns[i].w - indent);
        height = std::max(height, layout.size.y);
        if (!items) continue;
        const float x = page.columns[i].x;
        put_text(*items, layout, {x + indent, top}, alpha);
        const float side = em * (option.taken ? 0.56f : 0.3f);
        const Rect drop{x + em * 0.85f - side / 2, top + em * kPitch * 0.5f - side / 2, side, side};
        put_picture(*items, c.look.ui.drop, drop, option.taken ? theme::kVermilion : ink(c, 0.4f));
    }
    return height + em * 0.2f;
}

bool has_latin_word(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
}

/// Whether rows of that width would have to be torn apart to end at its edge.
bool is_narrow(const ShownText& text, float em) {
    if (!text.language.starts_with("zh")) return em < kLeastJustified;
    return em < kLeastJustifiedMixed && has_latin_word(text.text.text);
}

/// Behind the entry that keys or the pointer have come to.
void put_entry_focus(Items& items, const ScreenContext& c, const BookPage& page, Rect at) {
    const float em = line_em(c);
    const Color wash = faded(theme::kBrushInk, 0.065f);
    const Color none = faded(theme::kIndigo, 0);
    const Rect band = inflated(at, em * 0.16f);
    put_fill(items, {page.sheet.x + kMounting, band.y, page.sheet.w - 2 * kMounting, band.h}, wash);
    put_gradient(items, {page.sheet.x + kMounting, band.y - 8, page.sheet.w - 2 * kMounting, 8}, none, wash);
    put_gradient(items, {page.sheet.x + kMounting, band.y + band.h, page.sheet.w - 2 * kMounting, 8}, wash, none);
    put_fill(items, {page.sheet.x + kMounting, band.y, 6, band.h}, theme::kVermilion);
}

} // namespace

TextStyle book_text_style(const ScreenContext& c, const ShownText& text, float width) {
    TextStyle style = line_style(c.metrics, text.language);
    style.size = text.large ? line_em(c) : small_em(c);
    style.row_pitch = (text.annotated ? kAnnotatedPitch : kPitch) * c.metrics.choice.row_spacing / 100;
    style.color = ink(c, text.large ? 1 : 0.76f);
    style.align = is_narrow(text, width / style.size) ? Align::kStart : Align::kJustify;
    style.hyphenate = true;
    style.optical_margins = true;
    return text.book ? book_style(style) : style;
}

BookPage book_page(const ScreenContext& c, std::vector<std::string> languages, bool searches, float foot) {
    BookPage page;
    const Vec2 size = c.canvas.size;
    const float em = line_em(c);
    const bool two = languages.size() > 1;
    const float margin = is_tall(c) ? 108 : std::max(132.0f, std::min(em * 3.2f, size.x * 0.1f));
    const float right = is_tall(c) ? 92 : margin;
    const float measure = std::clamp(em * 30, 900.0f, 1120.0f); // of one column: about thirty Han, seventy letters
    const float wanted = two ? size.x - 96 : measure + 2 * margin;
    const float w = is_tall(c) ? size.x : std::min({size.x - 48, wanted, 2100.0f});
    page.sheet = {(size.x - w) / 2, 0, w, size.y};
    const float head = std::max(c.metrics.mark, 64.0f) + 20;
    page.head = {page.sheet.x + kMounting + 14, 4, w - 2 * kMounting - 28, head};
    float top = page.head.y + head;
    if (searches) {
        page.search = {page.head.x, top, page.head.w, head};
        top += head;
    }
    page.view = {page.sheet.x + kMounting, top, w - 2 * kMounting, foot - top};
    const float left = page.sheet.x + margin;
    const float whole = w - margin - right;
    const float fold = std::max(72.0f, em * 2);
    const float each = two ? (whole - fold) / 2 : whole;
    for (std::size_t i = 0; i < languages.size(); ++i)
        page.columns.push_back({left + static_cast<float>(i) * (each + fold), page.view.y, each, page.view.h});
    const float mark = std::max(48.0f, c.metrics.mark * 0.7f);
    page.mark = {page.sheet.x + w - kMounting - mark, page.view.y + 20, mark, page.view.h - 40};
    page.languages = std::move(languages);
    return page;
}

EntryShown put_entry(Items* items, const ScreenContext& c, const BookPage& page, const BookEntry& entry,
                     const EntryView& view, float top) {
    const float em = line_em(c);
    float y = top;
    if (!entry.chapter.empty()) {
        y += em * 1.5f;
        y += put_titles(items, c, page, entry.chapter, true, y) + em * 0.5f;
    }
    if (!entry.scene.empty()) {
        y += em * (entry.chapter.empty() ? 1.7f : 0.5f);
        y += put_titles(items, c, page, entry.scene, false, y) + em * 0.2f;
    }
    const bool pair = !entry.columns.empty() && entry.columns[0].size() > 1;
    y += em * (entry.begins_paragraph ? kBetweenParagraphs : pair ? kBetweenPairs : kBetweenLines);
    const float begin = y;
    // What lies behind the words comes before them.
    if (items && view.focused) {
        const float height = put_entry(nullptr, c, page, entry, {}, top).height;
        put_entry_focus(*items, c, page, {page.sheet.x, begin, page.sheet.w, top + height - begin});
    }
    if (entry.is_missing) {
        TextStyle style = film_style(em, page.languages[0]);
        style.color = ink(c, 0.45f);
        const Rect& column = page.columns[0];
        if (items) put_text(*items, c.layouts.get("……", style, column.w), {column.x, y});
        return {y + em * kPitch - top, {}};
    }
    const float alpha = entry.is_ahead && !c.metrics.choice.high_contrast ? 0.76f : 1;
    if (entry.speaker && entry.begins_turn) y += put_names(items, c, page, *entry.speaker, y, alpha) + em * 0.1f;
    if (items && entry.is_present) {
        const float side = em * 0.62f;
        const float x = page.columns[0].x - side - em * 0.42f;
        put_picture(*items, c.look.ui.drop, {x, y + em * kPitch * 0.5f - side / 2, side, side}, theme::kVermilion);
    }
    float lowest = y;
    Rect found;
    for (std::size_t i = 0; i < entry.columns.size() && i < page.columns.size(); ++i) {
        float at = y;
        for (const ShownText& text : entry.columns[i]) {
            if (at > y) at += em * kBetweenTexts;
            const Rect& column = page.columns[i];
            const EntryShown shown = put_line_text(items, c, text, view, {column.x, at}, column.w, alpha);
            at += shown.height;
            if (found.empty()) found = shown.found;
        }
        lowest = std::max(lowest, at);
    }
    y = lowest;
    const bool decided = std::any_of(entry.options.begin(), entry.options.end(), [](const BookOption& o) { return o.taken; });
    for (const BookOption& option : entry.options) y += put_book_option(items, c, page, option, decided, y, alpha);
    return {y - top, found};
}

Rect entry_rect(const BookPage& page, float top, float height) {
    return {page.view.x, top, page.mark.x - page.view.x, height};
}

void put_sheet(Items& items, const ScreenContext& c, const BookPage& page) {
    const Rect& s = page.sheet;
    put_shade(items, c, 0.66f);
    for (int i = 1; i <= 4; ++i) { // its shadow
        const float out = 7.0f * static_cast<float>(i);
        put_fill(items, {s.x - out, 0, s.w + 2 * out, s.h}, {0, 0, 0, 34});
    }
    put_paper(items, c.look, s, theme::kSilk);
    const Rect paper{s.x + kMounting, 0, s.w - 2 * kMounting, s.h};
    put_paper(items, c.look, paper, theme::kPaper);
    put_fill(items, {paper.x, 0, 2, s.h}, faded(theme::kBrushInk, 0.35f));
    put_fill(items, {paper.x + paper.w - 2, 0, 2, s.h}, faded(theme::kBrushInk, 0.35f));
    if (page.columns.size() > 1) { // the pages fall into the fold
        const float middle = (page.columns[0].x + page.columns[0].w + page.columns[1].x) / 2;
        constexpr int kSteps = 12;
        for (int i = 0; i < kSteps; ++i) {
            const float w = 3.0f * static_cast<float>(kSteps - i);
            put_fill(items, {middle - w, page.view.y, 2 * w, page.view.h}, faded(theme::kBrushInk, 0.011f));
        }
        put_fill(items, {middle - 1, page.view.y, 2, page.view.h}, faded(theme::kBrushInk, 0.28f));
    }
    const float rule = page.view.y - 2;
    put_fill(items, {paper.x + 40, rule, paper.w - 80, 2}, faded(theme::kBrushInk, 0.3f));
}

void put_page_edges(Items& items, const ScreenContext& c, const BookPage& page) {
    const Picture* paper = c.look.picture(c.look.ui.paper);
    if (!paper || c.metrics.choice.high_contrast) return;
    const Rect sheet{page.sheet.x + kMounting, 0, page.sheet.w - 2 * kMounting, page.sheet.h};
    const float scale = std::max({2.0f, sheet.w / paper->size.x, sheet.h / paper->size.y}); // as put_paper() cuts it
    constexpr int kStrips = 14;
    constexpr float kHigh = 3;
    const auto put = [&](float y, float alpha) {
        // The fold and the margins stay as they are.
        for (const Rect& column : page.columns) {
            ImageItem grain{c.look.ui.paper, {column.x - 100, y, column.w + 110, kHigh}, {}, faded(theme::kPaper, alpha)};
            grain.to.x = std::max(grain.to.x, sheet.x + 2);
            grain.part = {(grain.to.x - sheet.x) / scale / paper->size.x, y / scale / paper->size.y,
                          grain.to.w / scale / paper->size.x, kHigh / scale / paper->size.y};
            items.emplace_back(grain);
        }
    };
    for (int i = 0; i < kStrips; ++i) {
        const float alpha = 1 - (static_cast<float>(i) + 0.5f) / kStrips;
        put(page.view.y + kHigh * static_cast<float>(i), alpha);
        put(page.view.y + page.view.h - kHigh * static_cast<float>(i + 1), alpha);
    }
}

void put_place_mark(Items& items, const ScreenContext& c, const BookPage& page, float share) {
    const float x = page.mark.center().x;
    put_fill(items, {x - 1, page.mark.y, 2, page.mark.h}, ink(c, 0.18f));
    constexpr float kSide = 22;
    const float y = page.mark.y + (page.mark.h - kSide) * share;
    put_picture(items, c.look.ui.drop, {x - kSide / 2, y, kSide, kSide}, theme::kVermilion);
}

Rect put_copy_mark(Items& items, const ScreenContext& c, const BookPage& page, float y) {
    const float side = std::clamp(c.metrics.small * 0.62f, 18.0f, 30.0f);
    const Rect& column = page.columns.back();
    const float x = (column.x + column.w + page.mark.x) / 2 + 4;
    const auto frame = [&](Rect r, Color color) {
        put_fill(items, {r.x, r.y, r.w, 2}, color);
        put_fill(items, {r.x, r.y + r.h - 2, r.w, 2}, color);
        put_fill(items, {r.x, r.y, 2, r.h}, color);
        put_fill(items, {r.x + r.w - 2, r.y, 2, r.h}, color);
    };
    const Rect front{x - side * 0.62f, y - side * 0.38f, side * 0.8f, side};
    const Rect back{front.x + side * 0.32f, front.y - side * 0.28f, front.w, front.h};
    const Color line = ink(c, 0.8f);
    frame(back, line);
    put_fill(items, front, theme::kPaper);
    frame(front, line);
    return touch_area({front.x, back.y, back.x + back.w - front.x, front.y + front.h - back.y}, c.metrics.mark);
}

} // namespace liubai
