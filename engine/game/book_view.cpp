#include "game/book_view.h"

#include "game/book_entry.h"
#include "game/play.h"
#include "game/text_entry.h"
#include "ui/keyboard.h"

#include <algorithm>

namespace liubai {

BookView::BookView(const GameState& state, Layouts& layouts, const Content& content)
    : state_(state), content_(content), metrics_(metrics_now(state)),
      c_(screen_context(state, content, layouts, metrics_)),
      page_(book_page(c_, book_languages(state, content), state.ui.book.search.open,
                      shows_keyboard(state.ui) ? keyboard_area(c_).y : c_.canvas.size.y)),
      foot_(metrics_.text) {}

float BookView::height(std::size_t entry) const {
    return put_entry(nullptr, c_, page_, book_entry(state_, content_, entry), {}, 0).height;
}

void BookView::place_at_foot(Book& book, std::size_t entry) const {
    float covered = 0;
    for (book.top = entry;; --book.top) {
        covered += height(book.top);
        if (covered >= room() || book.top == 0) break;
    }
    book.above = std::max(0.0f, covered - room());
}

void BookView::walk(Book& book) const {
    while (book.above < 0 && book.top > 0) book.above += height(--book.top);
    book.above = std::max(0.0f, book.above);
    for (float high = height(book.top); book.above >= high && book.top + 1 < count(); high = height(book.top)) {
        book.above -= high;
        ++book.top;
    }
    float covered = -book.above;
    std::size_t next = book.top;
    while (next < count() && covered < room()) covered += height(next++);
    if (covered < room()) place_at_foot(book, count() - 1);
}

void BookView::settle(Book& book) const {
    if (count() == 0) return;
    if (!book.placed) {
        book.picked = std::clamp<std::size_t>(state_.history.shown, 1, count()) - 1;
        place_at_foot(book, book.picked);
        book.placed = true;
    }
    book.top = std::min(book.top, count() - 1);
    book.picked = std::min(book.picked, count() - 1);
    walk(book);
}

bool BookView::scroll(Book& book, float by) const {
    settle(book);
    const Book before = book;
    book.above += by;
    if (count() > 0) walk(book);
    return book.top != before.top || book.above != before.above;
}

std::optional<float> BookView::top_in_view(const Book& book, std::size_t entry) const {
    if (entry < book.top) return std::nullopt;
    float y = -book.above;
    for (std::size_t i = book.top; i < entry && y < room(); ++i) y += height(i);
    return y < room() ? std::optional(y) : std::nullopt;
}

void BookView::reveal(Book& book, std::size_t entry) const {
    settle(book);
    if (entry >= count()) return;
    const auto y = top_in_view(book, entry);
    const bool whole = y && *y >= 0 && (*y == 0 || *y + height(entry) <= room());
    if (whole) return;
    if (entry > book.top && height(entry) <= room()) {
        place_at_foot(book, entry);
    } else {
        book.top = entry;
        book.above = 0;
    }
    walk(book);
}

void BookView::reveal_found(Book& book, std::size_t entry) const {
    settle(book);
    if (entry >= count()) return;
    const auto y = top_in_view(book, entry);
    if (y && *y >= 0 && *y + height(entry) <= room()) return;
    const auto& query = state_.ui.book.search.query;
    EntryView view;
    if (query && !query->empty()) view.query = &*query;
    const Rect found = put_entry(nullptr, c_, page_, book_entry(state_, content_, entry), view, 0).found;
    constexpr float kPlace = 0.38f; // of the room, from its upper edge
    const bool is_deep = found.y + found.h > room() * (1 - kPlace);
    book.top = entry;
    book.above = (is_deep ? found.y : 0) - room() * kPlace;
    walk(book);
}

void BookView::scroll_to(Book& book, float share) const {
    if (count() == 0) return;
    book.placed = true;
    book.top = static_cast<std::size_t>(std::clamp(share, 0.0f, 1.0f) * static_cast<float>(count() - 1));
    book.above = 0;
    walk(book);
}

std::optional<float> BookView::share(const Book& book) const {
    if (count() == 0) return std::nullopt;
    const float at = static_cast<float>(book.top) + book.above / std::max(1.0f, height(book.top));
    float y = -book.above;
    std::size_t next = book.top;
    float high = 1;
    while (next < count() && y < room()) y += high = height(next++);
    const float end = static_cast<float>(next) - std::max(0.0f, y - room()) / std::max(1.0f, high);
    const float rest = static_cast<float>(count()) - (end - at);
    if (rest < 0.01f) return std::nullopt;
    return std::clamp(at / rest, 0.0f, 1.0f);
}

} // namespace liubai
