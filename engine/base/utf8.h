#pragma once
// UTF-8 in and out. Everything inside the engine is valid UTF-8; doors to the world repair or refuse.

#include <cstddef>
#include <string>
#include <string_view>

namespace liubai {

inline constexpr char32_t kReplacement = U'\uFFFD';

/// The code point that starts at byte `at` (< text.size()); moves `at` past it. Invalid bytes give U+FFFD, one per byte.
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& out, char32_t c);
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// True if `text` is well-formed UTF-8 (Unicode 15, table 3-7).
bool is_utf8(std::string_view text);

/// The byte of the first ill-formed sequence, or npos.
std::size_t first_invalid_utf8(std::string_view text);

/// True for Han ideographs (all blocks, with 〇 and 々).
bool is_han(char32_t c);

/// Cells that a terminal or an editor gives to the text: two for East Asian wide characters, none for combining marks.
int display_width(std::string_view text);

} // namespace liubai
