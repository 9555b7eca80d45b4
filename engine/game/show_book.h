#pragma once
// Inside update(): the backlog and the two columns as draw items. Part of show().

#include "game/game.h"
#include "ui/draw.h"

#include <vector>

namespace liubai {

/// A screen's parts, from below: `rows` are cut off at `view`.
struct BookShowing {
    std::vector<DrawItem> sheet;
    std::vector<DrawItem> rows;
    Rect view;
    std::vector<DrawItem> keyboard;
    Rect caret;                  ///< of the search's field; empty = it takes no text
    std::vector<Button> buttons; ///< the head's, the keyboard's, then one for each entry in the view, then the copy mark
    std::size_t bar = 0;         ///< how many are the head's and the keyboard's
};
BookShowing show_book(const GameState& state, Layouts& layouts, const Content& content);

} // namespace liubai
