#pragma once
// What can be wrong with a text where it stands. Inside the proof of overflow.h.

#include "base/bilingual.h"
#include "base/canvas.h"
#include "tools/ink.h"
#include "ui/book.h"
#include "ui/screens.h"

#include <optional>
#include <span>
#include <vector>

namespace liubai {

enum class Flaw : std::uint8_t { kOffCanvas, kTooWide, kTooHigh, kTooSmall, kCovers, kLoses, kHardToPress, kTooLarge };

/// "is wider than its column".
const Bilingual& words_of(Flaw flaw);

/// A window in which the story is read.
struct Window {
    Vec2 pixels;
    float points = 1; ///< real pixels a point
    Bilingual shape;  ///< "a 4:3 window"
};

/// 16:9 (in two sizes, whose touch areas and least letters differ), 21:9, 4:3 and a phone, upright and on its side.
std::span<const Window> windows();

/// A window at one text size.
struct ReadingRoom {
    const Window* window = nullptr;
    float text_size = 100; ///< percent
    Canvas canvas;
    Metrics metrics;
    std::vector<Rect> marks; ///< the two quiet marks' touch areas
};

/// Of what a screen draws and lets press. Items of glyphs are taken for texts of their own, which may not touch.
std::optional<Flaw> flaw_of_screen(const Fonts& fonts, const std::vector<DrawItem>& items,
                                   const std::vector<Button>& buttons, const ReadingRoom& where);

/// Of a name over a text whose first row begins at (column.x, 0).
std::optional<Flaw> flaw_of_name(const Ink& name, const ReadingRoom& where);
/// True when the seal's character beside that text is larger than its stamp.
bool leaves_stamp(const Ink& seal, const ReadingRoom& where);

/// Of a page of a line, in windows whose columns are alike (see alike()); `names` has one for each, or is empty.
std::optional<Flaw> flaw_of_page(const Fonts& fonts, const Dialogue& page, bool book,
                                 std::span<const ReadingRoom* const> where, std::span<const Ink> names);

/// Of a part of a book's entry that was drawn from 0 on and says that it takes `height`. `labels`: it is no line, whose
/// annotations may be small.
std::optional<Flaw> flaw_of_entry(const Fonts& fonts, const std::vector<DrawItem>& items, const BookPage& page,
                                  float height, bool labels, const ReadingRoom& where);
/// True when a text that is not all inside `field` reaches into it.
bool is_written_over(const Fonts& fonts, const std::vector<DrawItem>& items, Rect field);

/// True when a page that was cut into `pages` lost or doubled words.
bool loses_words(const std::vector<ShownText>& whole, const std::vector<Page>& pages);

/// True when lines are laid out alike in both, but for where the column begins.
bool alike(const Metrics& a, const Metrics& b);

} // namespace liubai
