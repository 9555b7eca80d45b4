#pragma once
// An earlier line over the picture, made whole: its gap closes over the word that was heard.

#include "ui/dialogue.h"

#include <string>

namespace liubai {

struct RisenView {
    std::string key;         ///< of the gap that closes
    Color shade;             ///< the ink behind it
    float there = 1;         ///< 0…1: it rises
    float closed = 0;        ///< 0…1: the gap closes over the word
    bool moves = true;       ///< else it only fades
    float way = 0;           ///< 0…1: of the light that comes from the word just said; 0 or 1 = none is seen
    std::optional<Rect> from; ///< that word, canvas units
    float alpha = 1;
};

/// `texts` are the earlier line as its reader sees it, from the top of the stage down, dimmed.
void put_risen_line(std::vector<DrawItem>& items, const std::vector<ShownText>& texts, const RisenView& view,
                    const Metrics& m, const UiPictures& ui, Layouts& layouts);

} // namespace liubai
