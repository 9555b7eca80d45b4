#include "game/show_book.h"

#include "game/book_entry.h"
#include "game/book_view.h"
#include "game/text_entry.h"
#include "ui/film_title.h"
#include "ui/keyboard.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kEndless = 100000;

class BookScreen {
public:
    BookScreen(const GameState& state, Layouts& layouts, const Content& content)
        : state_(state), layouts_(layouts), content_(content), view_(state, layouts, content), book_(state.ui.book) {
        view_.settle(book_);
    }

    BookShowing show() {
        const BookPage& page = view_.page();
        out_.view = page.view;
        put_sheet(out_.sheet, c(), page);
        put_head();
        if (book_.search.open) put_search();
        if (shows_keyboard(state_.ui)) put_keys();
        out_.bar = out_.buttons.size();
        if (view_.count() == 0) {
            TextStyle style = quiet();
            put_centered(out_.rows, layouts_, strings::kNothingRead.in(c().reader), style, page.view.center(), page.columns[0].w);
            return std::move(out_);
        }
        put_rows();
        if (const auto share = view_.share(book_)) put_place_mark(out_.sheet, c(), page, *share);
        return std::move(out_);
    }

private:
    [[nodiscard]] const ScreenContext& c() const { return view_.context(); }
    [[nodiscard]] bool is_focused(std::size_t button) const {
        return c().show_focus && book_.on_bar && state_.ui.focus == button;
    }
    [[nodiscard]] TextStyle quiet() const {
        TextStyle style = small_style(c().metrics, tag(c().reader));
        style.size = std::min(style.size, c().metrics.mark * 0.55f);
        style.color = theme::kBrushInk;
        return style;
    }

    /// A label whose left edge is at `x`, or its right edge. Answers its other edge.
    float put_label(const Bilingual& text, Command command, const TextStyle& style, float x, bool from_right,
                    float middle) {
        const std::string label = text.in(c().reader);
        const ButtonLook look{style, kEndless, c().metrics.mark, 1, is_focused(out_.buttons.size())};
        const float w = layouts_.get(label, look.style, kEndless).size.x;
        const float center = from_right ? x - w / 2 : x + w / 2;
        out_.buttons.push_back(put_button(out_.sheet, layouts_, c().look.ui, label, look, {center, middle}, command));
        return from_right ? x - w : x + w;
    }

    void put_head() {
        const Rect& head = view_.page().head;
        const float middle = head.center().y;
        constexpr float kIn = 26;
        const float left = put_label(strings::kBack, Command::kBack, quiet(), head.x + kIn, false, middle);
        const bool open = book_.search.open;
        const Command search = open ? Command::kBookSearchEnd : Command::kBookSearch;
        const float right = put_label(open ? strings::kSearchEnd : strings::kSearch, search, quiet(), head.x + head.w - kIn,
                                      true, middle);
        // The running title: the scene at the view's upper edge, in the middle as far as there is room.
        if (view_.count() == 0) return;
        const auto& name = state_.history.scenes[state_.history.entries[book_.top].scene];
        const Scene* scene = content_.scene(name);
        const std::string title = in_language(scene && !scene->title.empty() ? scene->title : c().story.title, tag(c().reader));
        const float center = head.center().x;
        const float most = 2 * std::min(center - left, right - center) - 60;
        TextStyle style = film_style(quiet().size * 1.05f, tag(c().reader));
        style.color = faded(theme::kBrushInk, 0.78f);
        if (most < style.size * 3) return;
        const FilmTitle running = measure_film_title(c(), title, style, most);
        if (running.width() > most) return;
        put_film_title(out_.sheet, c(), running, {center, middle - running.layout->size.y / 2}, style.color, 1);
    }

    /// "2 / 7", while it goes on with … behind it; or that there is nothing.
    [[nodiscard]] std::string match_count() const {
        const BookSearch& search = book_.search;
        const bool whole = search.looked_at >= view_.count();
        if (!search.found.empty())
            return std::to_string(search.match + 1) + " / " + std::to_string(search.found.size()) + (whole ? "" : "…");
        if (!search.query || search.query->empty()) return "";
        return whole ? strings::kNotFound.in(c().reader) : "…";
    }

    void put_search() {
        const Rect& row = view_.page().search;
        const float middle = row.center().y;
        constexpr float kIn = 26;
        constexpr float kApart = 44;
        const float whole = row.w - 2 * kIn;
        const std::string count = match_count();
        TextStyle style = quiet();
        const auto width_of = [&](const std::string& text) { return layouts_.get(text, style, kEndless).size.x; };
        const auto count_room = [&] { return std::max(style.size * 4.6f, width_of(count)); }; // the field is not to jump
        const auto taken = [&] {
            const float labels = width_of(strings::kLater.in(c().reader)) + width_of(strings::kEarlier.in(c().reader));
            return labels + count_room() + 3 * kApart;
        };
        // Where a phone's row is short for large letters, they are smaller and the field keeps a third of it.
        constexpr float kLeast = 30;
        while (taken() > whole * 2 / 3 && style.size > kLeast) style.size = std::max(kLeast, style.size * 0.94f);
        float right = row.x + row.w - kIn;
        right = put_label(strings::kLater, Command::kBookLater, style, right, true, middle) - kApart;
        right = put_label(strings::kEarlier, Command::kBookEarlier, style, right, true, middle) - kApart;
        const float field_end = right - count_room() - kApart;
        style.color = faded(style.color, 0.72f);
        const Layout& counted = layouts_.get(count, style, kEndless);
        put_text(out_.sheet, counted, {right - counted.size.x, middle - counted.size.y / 2});
        const float mark = c().metrics.mark;
        const float high = std::min(row.h - 26, mark);
        const Rect field{row.x + kIn, middle - high / 2, std::max(mark, field_end - row.x - kIn), high};
        out_.caret = put_text_field(out_.sheet, c(), state_.ui.field, field, strings::kSearchHint.in(c().reader));
        if (is_focused(out_.buttons.size())) put_focus(out_.sheet, c().look.ui, field, style.size);
        const Rect pressed{field.x, middle - mark / 2, field.w, mark};
        out_.buttons.push_back({Command::kBookSearch, 0, pressed, strings::kSearch.in(c().reader)});
    }

    void put_keys() {
        ScreenContext keys = c();
        keys.show_focus = keys.show_focus && book_.on_bar;
        for (Button& key : put_keyboard(out_.keyboard, keys, out_.buttons.size())) out_.buttons.push_back(std::move(key));
    }

    void put_rows() {
        const BookPage& page = view_.page();
        const float foot = page.view.y + page.view.h;
        const BookSearch& search = book_.search;
        float y = page.view.y - book_.above;
        std::optional<Button> copy;
        for (std::size_t i = book_.top; i < view_.count() && y < foot; ++i) {
            const BookEntry entry = book_entry(state_, content_, i);
            EntryView view;
            view.focused = c().show_focus && !book_.on_bar && i == book_.picked;
            if (search.open && search.query && !search.query->empty()) view.query = &*search.query;
            view.is_match = search.match < search.found.size() && search.found[search.match] == i;
            const float high = put_entry(&out_.rows, c(), page, entry, view, y).height;
            const float from = std::max(y, page.view.y);
            const Rect at = entry_rect(page, from, std::min(y + high, foot) - from);
            out_.buttons.push_back({Command::kBookEntry, i, at, book_row(entry, c().reader, "  ")});
            if (view.focused && !entry.is_missing) {
                const float least = page.view.y + c().metrics.mark * 0.5f;
                const float mark = std::clamp(y + high - line_rest(entry, high), least, std::max(least, foot - c().metrics.mark * 0.5f));
                copy = Button{Command::kBookCopy, i, put_copy_mark(out_.rows, c(), page, mark), strings::kCopyLine.in(c().reader)};
            }
            y += high;
        }
        put_page_edges(out_.rows, c(), page);
        if (copy) out_.buttons.push_back(*copy);
    }

    /// From an entry's foot up to the middle of its words.
    [[nodiscard]] float line_rest(const BookEntry& entry, float high) const {
        BookEntry words = entry;
        words.chapter.clear();
        words.scene.clear();
        words.begins_turn = false;
        words.begins_paragraph = false;
        return std::min(high, put_entry(nullptr, c(), view_.page(), words, {}, 0).height) * 0.46f;
    }

    const GameState& state_;
    Layouts& layouts_;
    const Content& content_;
    BookView view_;
    Book book_;
    BookShowing out_;
};

} // namespace

BookShowing show_book(const GameState& state, Layouts& layouts, const Content& content) {
    return BookScreen(state, layouts, content).show();
}

} // namespace liubai
