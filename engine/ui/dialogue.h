#pragma once
// One line on the screen: who speaks, what is said, its translation in step, and how far both are typed.

#include "text/reveal.h"
#include "ui/draw.h"

#include "story/step.h"

#include <optional>
#include <string>
#include <vector>

namespace liubai {

/// What the reader chose to see; see reading_texts().
enum class ReadingMode : std::uint8_t { kBothVoices, kMine, kTwoAlways, kAsSpoken };

/// One text of the line, in the order in which they stand.
struct ShownText {
    RichText text;
    std::string language;
    bool large = true;
    bool annotated = false; ///< with pinyin over it: its rows stand further apart
    bool book = false; ///< narration of a story that asks for it
};

/// Which texts of a line a reader of `reader` sees in a mode, top to bottom. The first leads the typewriter.
/// Both voices: as spoken, and under it the reader's language where the line is not in it. Mine: the reader's language
/// alone. Two always: both, whoever speaks. As spoken: nothing else. The reader's own language is the large one; a
/// line that has no version in it is shown as spoken. Straight quotes come curled.
std::vector<ShownText> reading_texts(const Line& line, ReadingMode mode, Language reader);

/// A laid-out page of a line. Refers to layouts in the cache: use it before asking for 50 others.
struct DialogueText {
    RichText text; ///< what the page shows of it
    const Layout* layout = nullptr;
    Reveal reveal;
    Vec2 origin; ///< canvas units
    bool large = true;
};

struct Dialogue {
    std::vector<DialogueText> texts; ///< the first leads
    Rect block;                      ///< what they cover
    std::vector<Page> pages;         ///< of the whole line: one where it fits
    std::size_t page = 0;            ///< the one laid out here
    [[nodiscard]] bool has_more() const { return page + 1 < pages.size(); }
};

/// Lays out one page of a line (its last when there are fewer). The block stands at the column's top or, when it is
/// higher than the column, begins above it, up to Metrics::highest (a book's narration up to Metrics::page_top); a line
/// that is longer still has several pages.
Dialogue lay_out_dialogue(const std::vector<ShownText>& texts, std::size_t page, const Metrics& m, Layouts& layouts,
                          const Rhythm& rhythm);

struct DialogueView {
    const Speaker* speaker = nullptr; ///< nullptr = narration
    std::string spoken;               ///< language of the line as spoken
    Language reader = Language::kZh;
    Millis elapsed = 0;
    bool waits = false;               ///< typed as far as a click: the continue mark shows
    float alpha = 1;
    bool is_left = false; ///< the words fade; the large text's gaps are drawn elsewhere
    std::vector<std::string> remembered; ///< keys of gaps whose words are faintly there
    float mark = 1; ///< strength of the continue mark, which breathes
};

/// The text whose lights stay when the words go: the first large one.
const DialogueText& large_text(const Dialogue& dialogue);

/// Where its gaps are, canvas units.
std::vector<Rect> gap_rects(const DialogueText& text);

/// Where the words of <heard key> stand (their first row), or nothing.
std::optional<Rect> heard_rect(const DialogueText& text, const std::string& key);

/// True while a gap's light opens.
bool is_gap_opening(const Dialogue& dialogue, Millis elapsed);

/// Name, seal, texts, the light in the gaps and the continue mark.
void put_dialogue(std::vector<DrawItem>& items, const Dialogue& dialogue, const DialogueView& view, const Metrics& m,
                  const UiPictures& ui, Layouts& layouts, const Rhythm& rhythm);

} // namespace liubai
