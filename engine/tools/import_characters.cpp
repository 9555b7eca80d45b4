#include "tools/import_characters.h"

#include "base/utf8.h"

#include <array>

namespace liubai {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

constexpr std::array kCjk{
    Range{0x2E80, 0x303E}, Range{0x3041, 0xA4CF}, Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE4F},
    Range{0xFF00, 0xFF60}, Range{0xFFE0, 0xFFE6}, Range{0x20000, 0x3FFFD},
};
constexpr std::array kLetters{
    Range{'A', 'Z'},       Range{'a', 'z'},       Range{0xC0, 0xD6},     Range{0xD8, 0xF6},   Range{0xF8, 0x24F},
    Range{0x370, 0x3FF},   Range{0x400, 0x52F},   Range{0x5D0, 0x5EA},   Range{0x620, 0x64A}, Range{0x900, 0x97F},
    Range{0x1100, 0x11FF}, Range{0x1E00, 0x1FFF}, Range{0xAC00, 0xD7A3},
};
constexpr std::array kLower{
    Range{'a', 'z'}, Range{0xDF, 0xF6}, Range{0xF8, 0xFF}, Range{0x3B1, 0x3C9}, Range{0x430, 0x45F},
};
constexpr std::array kEmoji{
    Range{0x200D, 0x200D}, Range{0x20E3, 0x20E3},   Range{0x2190, 0x21FF},
    Range{0x2300, 0x23FF}, Range{0x25A0, 0x27BF},   Range{0x2B00, 0x2BFF},
    Range{0xFE00, 0xFE0F}, Range{0x1F000, 0x1FAFF}, Range{0xE0020, 0xE007F},
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
    for (const Range& r : ranges) {
        if (c >= r.first && c <= r.last) return true;
    }
    return false;
}

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_edge(char32_t c) {
    return is_space(c) || c == '\n' || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0xFEFF;
}

} // namespace

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) { return is_in(kLetters, c); }
bool is_lower_case(char32_t c) { return is_in(kLower, c); }
bool is_cjk(char32_t c) { return is_in(kCjk, c); }
bool is_emoji(char32_t c) { return is_in(kEmoji, c); }
bool is_closing_mark(char32_t c) { return is_one_of(U"\"')]}\u2019\u201D\u00BB」』）】》〉］｝", c); }
bool is_opening_mark(char32_t c) { return is_one_of(U"\"'([{\u2018\u201C\u00AB「『（【《〈［｛", c); }
bool is_dash(char32_t c) { return c >= 0x2013 && c <= 0x2015; }

std::string_view without_edges(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (is_edge(next_code_point(text, at))) continue;
        if (begin == text.size()) begin = start;
        end = at;
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view{};
}

} // namespace liubai
