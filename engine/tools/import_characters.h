#pragma once
// Kinds of characters that import and export tell apart. Coarse on purpose: what a line breaker or a shaper needs to
// know lives in text/.

#include <string_view>

namespace liubai {

/// ASCII, no-break, ideographic and typographic spaces, not the line feed.
bool is_space(char32_t c);
bool is_digit(char32_t c);
/// A letter of a script that puts spaces between words (Latin, Greek, Cyrillic, Hangul …).
bool is_letter(char32_t c);
bool is_lower_case(char32_t c);
/// Han, kana and full-width punctuation: written without spaces and as wide as they are high.
bool is_cjk(char32_t c);
/// Emoji and what belongs to one: joiners, variation selectors, skin tones.
bool is_emoji(char32_t c);
/// Closing quotes and brackets, straight quotes too.
bool is_closing_mark(char32_t c);
/// Opening quotes and brackets, straight quotes too.
bool is_opening_mark(char32_t c);
/// En, em and longer dashes.
bool is_dash(char32_t c);

/// The text without spaces, line feeds and direction marks at both ends.
std::string_view without_edges(std::string_view text);

} // namespace liubai
