#pragma once
// Inside update(): which entries of the history stand in the view. Only those are laid out, and those that a step of
// scrolling passes.

#include "game/game.h"
#include "ui/book.h"

#include <optional>

namespace liubai {

/// The page of a state whose screen is the backlog or the document. Lives for one update().
class BookView {
public:
    BookView(const GameState& state, Layouts& layouts, const Content& content);

    /// `book` as it can be shown: a place that is there, nothing empty below the last entry.
    void settle(Book& book) const;
    /// Down by that many units, or up. False where it did not move: there is nothing more that way.
    bool scroll(Book& book, float by) const;
    /// The entry stands in the view, after as little scrolling as that takes.
    void reveal(Book& book, std::size_t entry) const;
    /// So does what the search finds in it, or the whole of it: near the view's middle where it did not.
    void reveal_found(Book& book, std::size_t entry) const;
    /// To a share of the whole, 0…1.
    void scroll_to(Book& book, float share) const;
    /// And how far it is now; nothing where all is seen.
    [[nodiscard]] std::optional<float> share(const Book& book) const;

    [[nodiscard]] const BookPage& page() const { return page_; }
    [[nodiscard]] const ScreenContext& context() const { return c_; }
    [[nodiscard]] std::size_t count() const { return state_.history.entries.size(); }
    [[nodiscard]] float height(std::size_t entry) const;
    [[nodiscard]] float room() const { return page_.view.h - foot_; }

private:
    /// The entry's upper edge below the view's; nothing where it is above or below all that shows.
    [[nodiscard]] std::optional<float> top_in_view(const Book& book, std::size_t entry) const;
    void walk(Book& book) const;
    void place_at_foot(Book& book, std::size_t entry) const;

    const GameState& state_;
    const Content& content_;
    Metrics metrics_;
    ScreenContext c_;
    BookPage page_;
    float foot_ = 0; ///< paper below the last entry
};

} // namespace liubai
