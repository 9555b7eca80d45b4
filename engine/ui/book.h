#pragma once
// What was read, set as a book: a page of lines, or two facing pages with a language each. Which entries stand where is
// game/'s business; here one is measured and drawn at a time.

#include "text/search.h"
#include "ui/screens.h"

#include <string>
#include <vector>

namespace liubai {

inline constexpr Color kHeardInk{164, 58, 30, 255}; ///< the words that filled a silence

struct BookOption {
    std::vector<std::string> texts; ///< by column
    bool taken = false;
};

/// A line or a choice, with the headings that begin before it.
struct BookEntry {
    std::vector<std::string> chapter; ///< its title by column; empty = none begins
    std::vector<std::string> scene;   ///< likewise
    bool begins_paragraph = false;
    bool begins_turn = false;         ///< the speaker's seal and name stand before it
    const Speaker* speaker = nullptr; ///< nullptr = narration
    std::vector<std::vector<ShownText>> columns;
    std::vector<BookOption> options;
    bool is_missing = false; ///< its scene is not there yet
    bool is_present = false; ///< the reading rests here
    bool is_ahead = false;   ///< gone back from: it lies before the reader
};

/// Where things stand on the sheet. Canvas units.
struct BookPage {
    Rect sheet;
    Rect head;                 ///< way back, title, search
    Rect search;               ///< empty = it is not open
    Rect view;                 ///< entries show in it
    Rect mark;                 ///< the margin in which the place mark moves
    std::vector<Rect> columns; ///< x and w count
    std::vector<std::string> languages; ///< of names and titles, by column
};

/// `languages`: one for each column, at least one. `foot`: where the view ends.
BookPage book_page(const ScreenContext& c, std::vector<std::string> languages, bool searches, float foot);

/// How one entry is shown beside what it is.
struct EntryView {
    const SearchQuery* query = nullptr; ///< its matches are lit
    bool is_match = false;              ///< the match that was gone to
    bool focused = false;
};

/// How a text of an entry is set in a column of that width; Latin words in a narrow one are not driven apart to its edge.
TextStyle book_text_style(const ScreenContext& c, const ShownText& text, float width);

struct EntryShown {
    float height = 0;
    Rect found; ///< the first row of a match; empty = the line has none
};

/// Draws an entry with its upper edge at `top`; with no `items` only measures it.
EntryShown put_entry(Items* items, const ScreenContext& c, const BookPage& page, const BookEntry& entry,
                const EntryView& view, float top);

/// Where the line itself stands, below its headings, when the entry's edge is at `top` and `height` its height.
Rect entry_rect(const BookPage& page, float top, float height);

/// The sheet, with a fold down its middle where there are two columns.
void put_sheet(Items& items, const ScreenContext& c, const BookPage& page);

/// Over the entries: they fade at the view's upper and lower edge.
void put_page_edges(Items& items, const ScreenContext& c, const BookPage& page);

/// The place mark: how far of the whole the view is, 0…1.
void put_place_mark(Items& items, const ScreenContext& c, const BookPage& page, float share);

/// Two sheets, one over the other: what copies a line. Answers its touch area.
Rect put_copy_mark(Items& items, const ScreenContext& c, const BookPage& page, float y);

} // namespace liubai
