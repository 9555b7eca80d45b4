#pragma once
// Where a reader is in what was read: the backlog, and the same in two columns. Part of GameState. A place is an entry
// and units of it, never a sum of heights: entries that nobody sees are never laid out.

#include "text/search.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace liubai {

/// What is looked for, backwards from where the reader was and round again from the end.
struct BookSearch {
    bool open = false;
    bool by_key = false;             ///< a letter's key opened it just now: its text, which follows, is not meant
    std::string wanted;              ///< what the rest is about
    std::optional<SearchQuery> query; ///< made from it
    std::size_t origin = 0;          ///< the entry looked at first
    std::size_t looked_at = 0;       ///< how many entries
    std::vector<std::size_t> found;  ///< entries, in the order of the search
    std::size_t match = 0;           ///< index in `found` of the one shown
    bool operator==(const BookSearch& other) const {
        return open == other.open && by_key == other.by_key && wanted == other.wanted && origin == other.origin && looked_at == other.looked_at &&
               found == other.found && match == other.match;
    }
};

/// A finger or the left button on the page.
struct BookDrag {
    bool down = false;
    bool moved = false;  ///< far enough to be a drag
    bool by_mark = false; ///< it holds the mark at the margin
    bool touch = false;
    float last = 0;      ///< y, canvas units
    bool operator==(const BookDrag&) const = default;
};

struct Book {
    bool placed = false;    ///< else the present line stands at the view's foot
    std::size_t top = 0;    ///< the entry at the view's upper edge
    float above = 0;        ///< how much of it lies above that edge, units
    std::size_t picked = 0; ///< the entry that keys or the pointer have come to
    bool on_bar = false;    ///< they are on a button of the page's head instead: Ui::focus
    BookDrag drag;
    BookSearch search;
    bool operator==(const Book&) const = default;
};

} // namespace liubai
