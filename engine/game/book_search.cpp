#include "game/book_search.h"

#include "game/book_entry.h"
#include "game/book_view.h"

#include <algorithm>

namespace liubai {
namespace {

void show_match(GameState& state, Layouts& layouts, const Content& content) {
    Book& book = state.ui.book;
    book.picked = book.search.found[book.search.match];
    BookView(state, layouts, content).reveal_found(book, book.picked);
}

/// Looks at that many more entries: back from the origin, then from the end.
void look_on(GameState& state, Layouts& layouts, const Content& content, std::size_t entries) {
    BookSearch& search = state.ui.book.search;
    const std::size_t count = state.history.entries.size();
    const bool had_none = search.found.empty();
    for (; entries > 0 && search.looked_at < count; --entries, ++search.looked_at) {
        const std::size_t index = (search.origin + count - search.looked_at) % count;
        const auto words = book_words(state, content, index);
        const bool has = std::any_of(words.begin(), words.end(), [&](const std::string& text) {
            return search.query->matches(search_key(text));
        });
        if (has) search.found.push_back(index);
    }
    if (had_none && !search.found.empty()) show_match(state, layouts, content);
}

} // namespace

bool shows_book(const GameState& state) {
    return state.ui.screen == ScreenKind::kBacklog || state.ui.screen == ScreenKind::kDocument;
}

bool is_searching(const GameState& state) {
    const BookSearch& search = state.ui.book.search;
    return shows_book(state) && search.query && !search.query->empty() && search.looked_at < state.history.entries.size();
}

void begin_book_search(GameState& state, Layouts& layouts, const Content& content) {
    BookSearch& search = state.ui.book.search;
    search.wanted = state.ui.field.text;
    search.query.emplace(search.wanted, content.pinyin.get());
    search.looked_at = 0;
    search.found.clear();
    search.match = 0;
    const std::size_t count = state.history.entries.size();
    search.origin = std::min(search.origin, std::max<std::size_t>(count, 1) - 1);
    if (is_searching(state)) look_on(state, layouts, content, kSearchedAtOnce);
}

void run_book_search(GameState& state, Layouts& layouts, const Content& content, Millis dt) {
    if (dt > 0 && is_searching(state)) look_on(state, layouts, content, static_cast<std::size_t>(dt) * kSearchedPerMs);
}

void go_to_match(GameState& state, Layouts& layouts, const Content& content, int by) {
    BookSearch& search = state.ui.book.search;
    const auto count = static_cast<int>(search.found.size());
    if (count == 0) return;
    search.match = static_cast<std::size_t>((static_cast<int>(search.match) + by + count) % count);
    show_match(state, layouts, content);
}

} // namespace liubai
