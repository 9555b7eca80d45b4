#include "base/utf8.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("UTF-8 goes to code points and back unchanged", "[base]") {
    const std::string text = "a é 汉 🎬 \xEF\xBF\xBC";
    CHECK(to_utf8(to_utf32(text)) == text);
    CHECK(is_utf8(text));
}

TEST_CASE("each ill-formed byte becomes one U+FFFD", "[base]") {
    CHECK(to_utf32("a\xFF\xC0z") == U"a\uFFFD\uFFFDz");
    CHECK(to_utf32("\xED\xA0\x80").size() == 3); // a surrogate
    CHECK(to_utf32("\xE6\xB1") == U"\uFFFD\uFFFD"); // cut short
    CHECK(first_invalid_utf8("ab\xC3(") == 2);
    CHECK_FALSE(is_utf8("\xC4\xE3\xBA\xC3")); // 你好 in GBK
}

TEST_CASE("a Han character is two cells wide and a combining mark none", "[base]") {
    CHECK(display_width("ab") == 2);
    CHECK(display_width("他说: ") == 6);
    CHECK(display_width("e\u0301") == 1);
}
