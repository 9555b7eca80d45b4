#pragma once
// The inline markup of a text: `<pause 0.5>`, `<em>…</em>`, `<unsaid key|shown>`, ruby 【露|lù】. Out of an author's
// string comes a RichText. Only `<` and a known tag's name begin a tag; `\<` is a plain one.

#include "base/rich_text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

struct MarkupFinding {
    const char* code = "";
    std::size_t at = 0;     ///< byte in the author's string
    std::size_t length = 0; ///< bytes
    std::string first;      ///< {0} and {1} of the code's sentence
    std::string second;
};

struct Markup {
    RichText text;
    std::vector<MarkupFinding> findings;
    /// Where <face speaker …> named a speaker, and each <unsaid> and <heard> key, for checks that need more than the
    /// text.
    struct Name {
        enum class Kind : unsigned char { kFaceSpeaker, kFaceMood, kUnsaid, kHeard } kind = Kind::kUnsaid;
        std::string name;
        std::size_t at = 0;
        std::size_t length = 0;
    };
    std::vector<Name> names;
};

Markup parse_markup(std::string_view text);

/// True for a language's BCP 47 tag as authors write it: a language that we know, with or without `-Hant`. Indonesian
/// is not among them: `id:` pins a line's id.
bool is_language_tag(std::string_view text);

/// A translation without pauses, waits, faces or slow parts of its own takes them from its original, each at the same
/// share of the line, moved to the nearest end of a word or a clause.
void inherit_timing(const RichText& original, RichText& translation);

} // namespace liubai
