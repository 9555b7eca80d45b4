#pragma once
// A story set out for paper: everything that can be read of it, in the order in which it is written, both sides of each
// branch. What the exports to txt, srt, html and pdf are made from.

#include "tools/opened_story.h"

#include "story/step.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace liubai {

/// A text as a reader sees it: quotes curled, variables with the values of the first way through.
struct PrintedText {
    std::string language;
    RichText text;
    /// In the speaker's own mixture of languages; another text of the item has all of it in `language`.
    bool mixed = false;
};

enum class PrintedKind : std::uint8_t {
    kChapter,   ///< a chapter card's title
    kScene,     ///< a scene's title
    kLine,      ///< narration has no speaker
    kPrompt,    ///< the question of a choice
    kOption,    ///< its branch follows, one deeper
    kCondition, ///< what follows, one deeper, is not always read
    kJump,      ///< reading goes on at a scene, by its title
};

/// One thing to set. Those that stand deeper belong to the last one above that does not.
struct PrintedItem {
    PrintedKind kind = PrintedKind::kLine;
    int depth = 0;
    int number = 0;                   ///< of an option, from 1
    const Speaker* speaker = nullptr; ///< of a line; nullptr = narration
    bool begins_turn = false;         ///< of a line: somebody takes the word
    bool begins_paragraph = false;    ///< of a line
    Millis rest = 0;                  ///< pauses before it
    std::vector<PrintedText> texts;   ///< in the order of PrintedStory::languages, a mixed one before its own language's
    std::string spoken;               ///< language of a line as spoken
};

struct PrintedStory {
    std::vector<PrintedText> title;
    std::vector<std::string> languages; ///< those in which something stands: the story's, then others as they come
    std::vector<PrintedItem> items;
    std::set<std::pair<std::string, std::string>> heard; ///< key and language of the silences whose word is heard
};

/// Reads every scene of the story, and those that its jumps and calls lead to. Throws Error when one cannot be read
/// without errors. Refers to the story's speakers.
PrintedStory set_out(OpenedStory& story);

/// True for the text that was said; the others tell what it means.
bool is_as_spoken(const PrintedItem& item, const PrintedText& text);

/// Who speaks in it, in the order in which they first do.
std::vector<const Speaker*> voices_of(const PrintedStory& story);

struct PrintedName {
    std::string language;
    std::string text;
};

/// A speaker's name in each language of the story, without repeats; at least their id.
std::vector<PrintedName> names_of(const PrintedStory& story, const Speaker& speaker);

/// True for a title of two to four Han characters, which stand apart as a film's do.
bool stands_apart(const std::string& title);

/// A pause that is seen on the page, and one that is seen to be long.
inline constexpr Millis kSeenRest = 1000;
inline constexpr Millis kLongRest = 3000;

/// True for languages that are written in Han characters, kana or Hangul.
bool is_east_asian(const std::string& language);

/// A silence in plain text: `（  ）`, or `(  )` between Latin words.
std::string silence_mark(const std::string& language);

/// The text in one row, silences as their mark.
std::string plain_row(const PrintedText& text);

/// The colour, darkened or lightened until it can be read on the ground (WCAG AA, 4.5).
Color readable_on(Color color, Color ground);

} // namespace liubai
