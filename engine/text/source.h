#pragma once
// The text that one lay_out() call sets, as characters with what is known of each. collect() makes it from a RichText;
// every later step reads it.

#include "base/rich_text.h"
#include "text/paragraph.h"
#include "text/unicode.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

enum class Script : std::uint8_t { kCommon, kHan, kKana, kHangul, kLatin, kOther };

/// In which part a character plays: set with the Han face or with the Latin one.
enum class FaceSide : std::uint8_t { kLatin, kHan };

/// What shaping must keep apart.
struct CharStyle {
    bool bold = false;
    bool italic = false;
    bool emphasis = false;
    std::uint16_t language = 0; ///< index into TextSource::languages; 0 = nothing said
    bool operator==(const CharStyle&) const = default;
};

struct RubySpan {
    std::uint32_t begin = 0; ///< characters
    std::uint32_t end = 0;
    std::string annotation;
};

struct TextSource {
    std::u32string chars;               ///< tabs as spaces, invalid bytes as U+FFFD
    std::vector<std::uint32_t> byte_at; ///< of each character in RichText::text; one more for the end
    std::vector<CharInfo> info;
    std::vector<Script> script;
    std::vector<std::uint16_t> style_of; ///< of each character, into `styles`
    std::vector<Color> color;            ///< of each character; empty when all have the style's
    std::vector<bool> hidden;            ///< takes no room and draws nothing: a doubled space, a control
    std::vector<CharStyle> styles;
    std::vector<std::string> languages;   ///< [0] is ""
    std::vector<std::uint32_t> graphemes; ///< first character of each cluster; one more for the end
    std::vector<RubySpan> rubies;
    bool mostly_han = true; ///< the paragraph's own language (I10): decides what its neighbours do not

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(chars.size()); }
};

TextSource collect(const RichText& text, const TextStyle& style);

/// True for a hard row break: U+000A to U+000D, U+0085, U+2028, U+2029.
inline bool is_hard_break(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// The script of a character as far as layout tells scripts apart.
Script coarse_script(char32_t c);

} // namespace liubai
