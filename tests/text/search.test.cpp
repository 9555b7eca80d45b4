#include "text/search.h"

#include "support/pinyin_table.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

/// The parts of the text that a query finds, in brackets: "[露珠]".
std::string found(const std::string& text, const std::string& query, const Pinyin* table = &pinyin_table()) {
    const SearchQuery wanted(query, table);
    const std::vector<ByteRange> ranges = wanted.find(text);
    CHECK(wanted.matches(search_key(text)) == !ranges.empty());
    std::string out;
    for (const ByteRange& range : ranges) out += "[" + text.substr(range.begin, range.end - range.begin) + "]";
    return out;
}

} // namespace

TEST_CASE("a search passes over accents, case, width, the shape of quotes and the number of spaces") {
    CHECK(found("Un café noir", "CAFE") == "[café]");
    CHECK(found("un cafe\u0301 noir", "café") == "[cafe\u0301]");
    CHECK(found("ＡＢＣ 和 abc", "abc") == "[ＡＢＣ][abc]");
    CHECK(found("he said “it’s”", "\"it's\"") == "[“it’s”]");
    CHECK(found("a\u3000b   c", "a b c") == "[a\u3000b   c]");
    CHECK(found("straße", "STRASSE") == "[straße]");
    CHECK(found("两个——字", "--") == "[——]");
    CHECK(found("nothing here", "any").empty());
}

TEST_CASE("what is found ends at the borders of grapheme clusters, and nothing is found twice") {
    CHECK(found("ﬁre", "i") == "[ﬁ]");
    CHECK(found("e\u0301e\u0301", "e") == "[e\u0301][e\u0301]");
    CHECK(found("aaaa", "aa") == "[aa][aa]");
    CHECK(found("👩‍👩‍👧 a", "👩") == "[👩‍👩‍👧]");
    CHECK(found("\xFF" "露\xFF", "露") == "[露]");
}

TEST_CASE("pinyin finds Han, with tones or without, as one word or as several") {
    for (const char* query : {"luzhu", "lu zhu", "lùzhū", "LU ZHU", "lu'zhu", "露zhu", "露 zhu", "露珠"}) {
        INFO(query);
        CHECK(found("晨光中的露珠。", query) == "[露珠]");
    }
    CHECK(found("绿色", "lvse") == "[绿色]");
    CHECK(found("绿色", "lǜsè") == "[绿色]");
    CHECK(found("绿色", "luse") == "[绿色]");
    CHECK(found("西安和先生", "xian") == "[西安][先]");
    CHECK(found("用AI医生", "ai yisheng") == "[AI医生]");
    CHECK(found("晨光中的露珠。", "luzhi").empty());
    CHECK(found("晨光中的露珠。", "luzhu", nullptr).empty());
}

TEST_CASE("every reading of a character counts, wherever it stands") {
    CHECK(found("银行", "hang") == "[行]");
    CHECK(found("行走", "hang") == "[行]");
    CHECK(found("行走", "xing") == "[行]");
    CHECK(found("音乐", "yinyue") == "[音乐]");
    CHECK(found("快乐", "kuaile") == "[快乐]");
}

TEST_CASE("the beginnings of syllables find two or more Han, but not where the letters themselves stand") {
    CHECK(found("晨光中的露珠。", "lz") == "[露珠]");
    CHECK(found("晨光中的露珠。", "lzh") == "[露珠]");
    CHECK(found("晨光中的露珠。", "luzh") == "[露珠]");
    CHECK(found("晨光中的露珠。", "l").empty());
    CHECK(found("露珠 lz", "lz") == "[lz]");
    CHECK(found("默尔", "me").empty()); // a syllable
}

TEST_CASE("an empty query and a query of accents alone find nothing") {
    CHECK(SearchQuery("", &pinyin_table()).empty());
    CHECK(SearchQuery(" \u0301", &pinyin_table()).empty());
    CHECK(found("abc", "").empty());
    CHECK(found("", "abc").empty());
}
