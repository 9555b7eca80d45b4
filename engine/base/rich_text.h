#pragma once
// A text with its inline markup taken out: what script/markup makes of an author's line, what text/ lays out and
// story/ keeps. Offsets are bytes into `text`, always at code point borders.

#include "base/color.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace liubai {

/// The place of a silence in RichText::text: U+FFFC OBJECT REPLACEMENT CHARACTER.
inline constexpr std::string_view kGapUtf8 = "\xEF\xBF\xBC";
inline constexpr char32_t kGapChar = U'\uFFFC';

struct Emphasis { bool operator==(const Emphasis&) const = default; }; ///< <em>: dots under Han, italics in Latin
struct Bold { bool operator==(const Bold&) const = default; };
struct Slow { bool operator==(const Slow&) const = default; };
struct Tinted { Color color; bool operator==(const Tinted&) const = default; };
struct InLanguage { std::string tag; bool operator==(const InLanguage&) const = default; };
struct Ruby { std::string annotation; bool operator==(const Ruby&) const = default; };
struct Heard { std::string key; bool operator==(const Heard&) const = default; }; ///< fills earlier gaps of that key

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::variant<Emphasis, Bold, Slow, Tinted, InLanguage, Ruby, Heard> kind;
    bool operator==(const Span&) const = default;
};

struct PauseCue { double seconds = 0; bool operator==(const PauseCue&) const = default; };
struct WaitCue { bool operator==(const WaitCue&) const = default; }; ///< a click goes on
struct FaceCue { std::string speaker; std::string mood; bool operator==(const FaceCue&) const = default; }; ///< empty speaker = who speaks
/// A silence. The gap character stands at `at`. Without a key it is never heard.
struct Unsaid { std::string key; std::string shown; bool operator==(const Unsaid&) const = default; };

struct Cue {
    std::size_t at = 0; ///< before the character at this byte
    std::variant<PauseCue, WaitCue, FaceCue, Unsaid> kind;
    bool operator==(const Cue&) const = default;
};

struct RichText {
    std::string text;
    std::vector<Span> spans; ///< by begin; may nest, never cross
    std::vector<Cue> cues;   ///< by at
    bool operator==(const RichText&) const = default;
    [[nodiscard]] bool empty() const { return text.empty(); }
};

/// Straight quotes as a typesetter curls them: apostrophes between letters, pairs by turns. Authors' files keep theirs.
RichText with_curly_quotes(const RichText& text);

/// The text as a reader hears it: each gap character replaced by `gap`, everything else as it is.
std::string plain(const RichText& text, std::string_view gap);

/// The same with every gap whose key is in `keys` replaced by its shown words (spans and cues moved along).
RichText with_gaps_filled(const RichText& text, const std::vector<std::string>& keys);

} // namespace liubai
