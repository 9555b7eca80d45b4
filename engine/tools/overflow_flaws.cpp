#include "tools/overflow_flaws.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

constexpr float kRounding = 0.5f;     // units: sums of floats
constexpr float kInkReach = 0.3f;     // em: how far an italic f or a hung mark may stand out of its column
constexpr float kLeastPixels = 18;    // real ones, as theme.cpp has it
constexpr float kSealEdge = 2;        // units of a stamp's worn edge
constexpr float kLeastPoints = 44;    // of what is pressed

/// Letters no smaller than this can be read, units.
float least_text(const ReadingRoom& where) { return std::min(where.metrics.text, kLeastPixels / where.canvas.scale); }

Rect whole(const Canvas& canvas) { return {0, 0, canvas.size.x, canvas.size.y}; }

Rect column_room(const Metrics& m, bool book) {
    const float top = book ? m.page_top : m.highest;
    return {m.column.x, top, m.column.w, m.column.y + m.column.h - top};
}

bool covers_mark(const Ink& ink, const ReadingRoom& where) {
    return std::any_of(where.marks.begin(), where.marks.end(), [&](const Rect& mark) {
        return overlap(ink, {mark.x, mark.y, mark.x + mark.w, mark.y + mark.h});
    });
}

/// Rows and gaps by their advances, ink with a little more reach.
std::optional<Flaw> flaw_of_text(const DialogueText& text, const Ink& ink, const Rect& room, bool book, float em) {
    const float advances_reach = book ? kInkReach * em : kRounding; // optical margins
    for (const Cluster& cluster : text.layout->clusters) {
        if (cluster.kind == ClusterKind::kSpace || cluster.kind == ClusterKind::kBreak) continue;
        const bool is_in = cluster.x >= -advances_reach && cluster.x + cluster.advance <= room.w + advances_reach;
        if (!is_in) return Flaw::kTooWide;
    }
    if (ink.empty()) return {};
    const float reach = kInkReach * em;
    if (ink.left < room.x - reach || ink.right > room.x + room.w + reach) return Flaw::kTooWide;
    if (ink.top < room.y - reach || ink.bottom > room.y + room.h + reach) return Flaw::kTooHigh;
    return {};
}

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

} // namespace

const Bilingual& words_of(Flaw flaw) {
    static const std::array<Bilingual, 8> kWords{{
        {"超出了画面", "runs off the picture"},
        {"比字栏还宽", "is wider than its column"},
        {"高得放不下", "is higher than its room"},
        {"要缩得看不清才放得下", "fits only when it is too small to read"},
        {"压住了别的文字", "covers other words"},
        {"分页时丢了字", "loses words between its pages"},
        {"小得按不准", "is too small to press"},
        {"超出了印的边", "is larger than its stamp"},
    }};
    return kWords[static_cast<std::size_t>(flaw)];
}

std::span<const Window> windows() {
    static const std::array<Window, 6> kWindows{{
        {{1280, 720}, 1, {"16:9 的窗口里", "a 16:9 window"}},
        {{1920, 1080}, 1, {"16:9 的窗口里", "a 16:9 window"}},
        {{2560, 1080}, 1, {"21:9 的窗口里", "a 21:9 window"}},
        {{1024, 768}, 1, {"4:3 的窗口里", "a 4:3 window"}},
        {{1080, 2340}, 3, {"竖着的手机上", "a phone's tall window"}},
        {{2340, 1080}, 3, {"横着的手机上", "a phone's wide window"}},
    }};
    return kWindows;
}

std::optional<Flaw> flaw_of_screen(const Fonts& fonts, const std::vector<DrawItem>& items,
                                   const std::vector<Button>& buttons, const ReadingRoom& where) {
    const Rect canvas = whole(where.canvas);
    std::vector<Ink> inks;
    for (const DrawItem& item : items) {
        const auto* glyphs = std::get_if<GlyphsItem>(&item);
        const Ink ink = glyphs ? ink_of(fonts, glyphs->glyphs) : Ink{};
        if (ink.empty()) continue;
        if (!is_inside(ink, canvas, kRounding)) return Flaw::kOffCanvas;
        if (ink.least < least_text(where) - kRounding) return Flaw::kTooSmall;
        if (std::any_of(inks.begin(), inks.end(), [&](const Ink& other) { return overlap(ink, other); }))
            return Flaw::kCovers;
        inks.push_back(ink);
    }
    const float least = kLeastPoints * where.window->points / where.canvas.scale - kRounding;
    for (const Button& button : buttons) {
        const Rect& at = button.at;
        if (at.empty()) continue; // scrolled away
        if (at.w < least || at.h < least) return Flaw::kHardToPress;
        const bool is_in = at.x >= -kRounding && at.y >= -kRounding && at.x + at.w <= canvas.w + kRounding &&
                           at.y + at.h <= canvas.h + kRounding;
        if (!is_in) return Flaw::kOffCanvas;
    }
    return {};
}

std::optional<Flaw> flaw_of_name(const Ink& name, const ReadingRoom& where) {
    const Metrics& m = where.metrics;
    if (name.right > m.column.x + m.column.w + kInkReach * m.name) return Flaw::kTooWide;
    return name.least < least_text(where) - kRounding ? std::optional(Flaw::kTooSmall) : std::nullopt;
}

bool leaves_stamp(const Ink& seal, const ReadingRoom& where) {
    const Metrics& m = where.metrics;
    const Rect stamp{m.column.x - m.seal - 26, 4, m.seal, m.seal};
    return !is_inside(seal, stamp, kSealEdge);
}

std::optional<Flaw> flaw_of_page(const Fonts& fonts, const Dialogue& page, bool book,
                                 std::span<const ReadingRoom* const> where, std::span<const Ink> names) {
    const Metrics& m = where.front()->metrics;
    const Rect room = column_room(m, book);
    if (page.block.y < room.y - kRounding || page.block.y + page.block.h > room.y + room.h + kRounding)
        return Flaw::kTooHigh;
    Ink before;
    for (std::size_t i = 0; i < page.texts.size(); ++i) {
        const DialogueText& text = page.texts[i];
        const Ink ink = ink_of(fonts, text.layout->glyphs, text.origin);
        if (const auto flaw = flaw_of_text(text, ink, room, book, text.large ? m.text : m.small)) return flaw;
        if (ink.empty()) continue;
        if (!before.empty() && overlap(before, ink)) return Flaw::kCovers;
        for (std::size_t w = 0; w < where.size(); ++w) {
            const ReadingRoom& one = *where[w];
            const Ink there = moved(ink, {one.metrics.column.x - m.column.x, 0});
            if (!is_inside(there, whole(one.canvas), 0)) return Flaw::kOffCanvas;
            if (covers_mark(there, one)) return Flaw::kCovers;
            if (names.empty()) continue;
            const Ink name = moved(names[w], {0, page.block.y});
            if (overlap(name, there)) return Flaw::kCovers;
            if (name.top < one.metrics.edge || covers_mark(name, one)) return Flaw::kTooHigh;
        }
        before = ink;
    }
    return {};
}

std::optional<Flaw> flaw_of_entry(const Fonts& fonts, const std::vector<DrawItem>& items, const BookPage& page,
                                  float height, bool labels, const ReadingRoom& where) {
    const float reach = kInkReach * where.metrics.text;
    const auto is_in_column = [&](const Ink& ink) {
        return std::any_of(page.columns.begin(), page.columns.end(), [&](const Rect& column) {
            return ink.left >= column.x - reach && ink.right <= column.x + column.w + reach;
        });
    };
    std::vector<Ink> inks;
    Rect stamp; // of a seal: the text after it is its character
    for (const DrawItem& item : items) {
        const auto* glyphs = std::get_if<GlyphsItem>(&item);
        if (!glyphs) {
            const auto* picture = std::get_if<ImageItem>(&item);
            stamp = picture ? picture->to : std::get<FillItem>(item).to;
            continue;
        }
        const Ink ink = ink_of(fonts, glyphs->glyphs);
        if (ink.empty()) continue;
        const bool is_seal = !stamp.empty() && (ink.left + ink.right) / 2 < page.columns[0].x;
        if (is_seal && stamp.x < page.view.x) return Flaw::kOffCanvas;
        if (is_seal && !is_inside(ink, stamp, kSealEdge)) return Flaw::kTooLarge;
        if (!is_seal && !is_in_column(ink)) return Flaw::kTooWide;
        if (labels && ink.least < least_text(where) - kRounding) return Flaw::kTooSmall;
        if (ink.top < -reach || ink.bottom > height + reach) return Flaw::kTooHigh;
        if (std::any_of(inks.begin(), inks.end(), [&](const Ink& other) { return overlap(ink, other); }))
            return Flaw::kCovers;
        inks.push_back(ink);
    }
    return {};
}

bool is_written_over(const Fonts& fonts, const std::vector<DrawItem>& items, Rect field) {
    const Ink room{field.x, field.y, field.x + field.w, field.y + field.h, 0};
    return std::any_of(items.begin(), items.end(), [&](const DrawItem& item) {
        const auto* glyphs = std::get_if<GlyphsItem>(&item);
        const Ink ink = glyphs ? ink_of(fonts, glyphs->glyphs) : Ink{};
        return !ink.empty() && !is_inside(ink, field, kRounding) && overlap(ink, room);
    });
}

bool loses_words(const std::vector<ShownText>& whole, const std::vector<Page>& pages) {
    for (std::size_t t = 0; t < whole.size(); ++t) {
        std::string shown;
        for (const Page& page : pages) shown += page.texts[t].text;
        if (without_spaces(shown) != without_spaces(whole[t].text.text)) return true;
    }
    return false;
}

bool alike(const Metrics& a, const Metrics& b) {
    const auto column = [](const Metrics& m) { return std::array{m.column.y, m.column.w, m.column.h}; };
    return column(a) == column(b) && a.highest == b.highest && a.page_top == b.page_top && a.text == b.text &&
           a.small == b.small;
}

} // namespace liubai
