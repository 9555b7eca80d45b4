#include "text/line_break.h"
#include "base/utf8.h"
#include "support/unicode_data.h"
#include "text/graphemes.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("L1: untailored, every case of LineBreakTest.txt breaks as Unicode says", "[text][L1]") {
    const auto cases = read_break_tests("auxiliary/LineBreakTest.txt");
    if (!cases) return;
    std::size_t wrong = 0;
    for (const BreakTest& test : *cases) {
        std::vector<BreakChar> text;
        for (const char32_t c : test.text) text.push_back(break_char(char_info(c)));
        const std::vector<Break> found = find_breaks(text);
        for (std::size_t i = 0; i <= text.size(); ++i) {
            if ((found[i] != Break::kNo) == test.borders[i]) continue;
            ++wrong;
            if (wrong <= 10) UNSCOPED_INFO(test.line << "   at " << i);
            break;
        }
    }
    CHECK(cases->size() == 7654);
    CHECK(wrong == 0);
}

TEST_CASE("T2: grapheme clusters are those of GraphemeBreakTest.txt", "[text][T2]") {
    const auto cases = read_break_tests("auxiliary/GraphemeBreakTest.txt");
    if (!cases) return;
    std::size_t wrong = 0;
    for (const BreakTest& test : *cases) {
        std::vector<bool> found(test.text.size() + 1);
        for (const std::uint32_t border : grapheme_borders(test.text)) found[border] = true;
        if (found == test.borders) continue;
        ++wrong;
        UNSCOPED_INFO(test.line);
    }
    CHECK(cases->size() == 602);
    CHECK(wrong == 0);
}

TEST_CASE("I8: each sequence of emoji-test.txt is one grapheme cluster", "[text][I8]") {
    const auto cases = read_emoji_tests();
    if (!cases) return;
    std::size_t wrong = 0;
    for (const std::u32string& emoji : *cases) wrong += grapheme_borders(emoji).size() != 2;
    CHECK(cases->size() == 4733);
    CHECK(wrong == 0);
}
