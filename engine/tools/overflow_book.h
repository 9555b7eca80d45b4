#pragma once
// What can be wrong in the backlog and the document. Inside the proof of overflow.h.

#include "game/game.h"
#include "tools/overflow_flaws.h"

#include <vector>

namespace liubai {

enum class BookPart : std::uint8_t { kHead, kChapter, kScene, kName, kWords };

/// A flaw in a part of an entry, or in the head above it.
struct BookFlaw {
    BookPart part;
    const Scene* scene;    ///< what it stands in,
    std::size_t step;      ///< the line or choice it belongs to
    const Speaker* speaker; ///< whose name it is
    Flaw flaw;
    const ReadingRoom* where;
    ScreenKind screen;
    ReadingMode mode;
};

/// Everything that a reader of the loaded scenes may find there, in windows whose text sizes rise: headings, names,
/// choices, the head and its search in each of them, lines where their columns are narrowest for their letters. What
/// breaks into rows there does so everywhere: a row's widest part grows with the letters.
std::vector<BookFlaw> flaws_of_book(const Content& content, Layouts& layouts, const std::vector<Language>& readers,
                                    const std::vector<ReadingRoom>& rooms);

} // namespace liubai
