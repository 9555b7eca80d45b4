#include "tools/encoding.h"

#include "base/error.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("UTF-8 is taken as it is, without its byte order mark", "[tools]") {
    CHECK(decode_text("\xEF\xBB\xBF林溪：在\r\n").text == "林溪：在\n");
    CHECK(decode_text("plain").encoding == "UTF-8");
    CHECK(decode_text("a\rb\r\nc").text == "a\nb\nc");
}

TEST_CASE("UTF-16 is read in both byte orders, with and without a mark", "[tools]") {
    using namespace std::string_view_literals;
    CHECK(decode_text("\xFF\xFE\x60\x4F\x0A\x00"sv).text == "你\n");
    CHECK(decode_text("\xFE\xFF\x4F\x60\x00\x0A"sv).text == "你\n");
    CHECK(decode_text("A\0:\0 \0\x60\x4F"sv).text == "A: 你");
    CHECK(decode_text("\0A\0:\0 \x4F\x60"sv).encoding == "UTF-16BE");
    CHECK(decode_text("\xFF\xFE\x3C\xD8\xAC\xDF"sv).text == "🎬");
    CHECK_THROWS_AS(decode_text("\xFF\xFE\x3C\xD8\x41\x00"sv), Error);
}

TEST_CASE("GBK is told from UTF-8 and read", "[tools]") {
    CHECK(decode_text("\xC4\xE3\xBA\xC3\xA3\xAC\xCA\xC0\xBD\xE7").text == "你好，世界");
    CHECK(decode_text("\xC4\xE3\xBA\xC3").encoding == "GBK");
}

TEST_CASE("bytes that are no text name their line", "[tools]") {
    CHECK_THROWS_WITH(decode_text("one\ntwo \xFF\xFF\n"), Catch::Contains("line 2"));
}
