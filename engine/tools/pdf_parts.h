#pragma once
// What stands on the pages of an exported PDF beside the running text: titles, names, seals, the title page.

#include "tools/export_story.h"
#include "tools/pdf_canvas.h"

#include "text/paragraph.h"

#include <string>
#include <vector>

namespace liubai {

/// Where it is drawn and what with.
struct PdfSheet {
    PdfCanvas& canvas;
    const Fonts& fonts;
};

namespace pdf_ink {
inline constexpr Color kText{38, 41, 50, 255};
inline constexpr Color kSoft{98, 93, 86, 255};
inline constexpr Color kLight{255, 190, 110, 255}; ///< of a silence
inline constexpr Color kPage{255, 255, 255, 255};
} // namespace pdf_ink

/// A text and how it is set.
struct TypesetText {
    std::string text;
    Layout layout;
};

TypesetText set_text(const Fonts& fonts, RichText text, const TextStyle& style, float width);

/// For words that stand alone: a name, a title, a number. Latin ones may slant.
TextStyle standing_style(Family family, float size, const std::string& language, Color color, bool slanted = false);

/// Rows in the middle of the page from `y` down, no wider than `width`. Answers their height.
float put_centered_rows(const PdfSheet& sheet, float y, const std::string& words, TextStyle style, float width);

/// The speaker's character in a square of their colour.
void put_speaker_seal(const PdfSheet& sheet, Rect at, const Speaker& speaker, const std::string& language);

/// Their name in each of the languages, one after another. Answers the width; drawn only when `draw`.
float put_speaker_names(const PdfSheet& sheet, Vec2 baseline, const Speaker& speaker,
                        const PrintedStory& story, Color color, float size, bool draw = true);

/// The whole page, as a film has it: letters in the dark, and the light between.
void put_title_page(const PdfSheet& sheet, const PrintedStory& story, float width);

/// The titles in one row.
std::string joined_texts(const std::vector<PrintedText>& texts);

} // namespace liubai
