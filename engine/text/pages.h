#pragma once
// A line that is too long for its box, cut into pages at sentence ends (requirement P6). Each page is a text of its own
// and starts a row; texts that say the same in two languages are cut at the same places.

#include "text/paragraph.h"

#include <vector>

namespace liubai {

/// One of the texts that stand one above the other.
struct PageText {
    RichText text;
    TextStyle style;
    bool operator==(const PageText&) const = default;
};

/// Where a page stands, units.
struct PageBox {
    float width = 0;
    float height = 0;
    float between = 0; ///< from one text to the next
    bool operator==(const PageBox&) const = default;
};

struct Page {
    std::vector<RichText> texts; ///< what each text shows of itself; may be empty. Without the spaces at the page's end
    std::size_t begin = 0;       ///< bytes of the first text
    std::size_t end = 0;
};

/// Pages no higher than the box: cut after sentences, where that fails after clauses, else between words; as even as
/// that allows, without a page of one row unless nothing else fits (CLREQ 3.4.4), never beside a silence or inside a
/// ruby. All texts have the same pages. Where the texts have as many sentences, page by page they hold the same ones;
/// else the same share of reading units. At least one page. A word that is higher than the box
/// by itself is cut where its rows are.
std::vector<Page> split_pages(const std::vector<PageText>& texts, const PageBox& box, const Fonts& fonts);

/// The page of texts that fit one.
Page whole_page(const std::vector<PageText>& texts);

/// The bytes [begin, end) of a text with their spans and cues. A cue at `end` is left out unless the text ends there;
/// so is a <wait> at a `begin` above 0: a page is turned by a click as it is.
RichText part_of(const RichText& text, std::size_t begin, std::size_t end);

/// The height of the texts above each other. A text without rows takes none.
float stacked_height(const std::vector<const Layout*>& layouts, float between);

} // namespace liubai
