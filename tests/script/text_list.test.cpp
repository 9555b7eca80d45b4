#include "script/text_list.h"

#include "base/error.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("a plain text is a paragraph a line, named by the line's number", "[layout]") {
    CHECK(texts_from("[A]: 你好\r\n\nBye") ==
          std::vector<ListedText>{{"1", "", "[A]: 你好"}, {"2", "", ""}, {"3", "", "Bye"}});
    CHECK(texts_from("").empty());
}

TEST_CASE("a JSON list of texts keeps its order, ids and languages", "[layout]") {
    CHECK(texts_from(R"( [{"id": "b", "lang": "en", "text": "x"}, {"id": 7, "text": "中"}, {"text": ""}])") ==
          std::vector<ListedText>{{"b", "en", "x"}, {"7", "", "中"}, {"3", "", ""}});
    CHECK(texts_from("[]").empty());
}

TEST_CASE("JSON that is no list of texts is an Error, not a crash", "[layout]") {
    for (const char* broken : {R"([{"id": "a"}])", R"([{"text": 3.5}])", R"([{"text": "a"})", R"([{"text": "a"}, 5])",
                               R"([{"text": {"text": "a"}}])", R"([{"text": ["a"]}])"}) {
        CAPTURE(broken);
        CHECK_THROWS_AS(texts_from(broken), Error);
    }
    const std::string deep = "[{\"text\": " + std::string(100000, '[');
    CHECK_THROWS_AS(texts_from(deep), Error);
}

TEST_CASE("rows and clusters are told in code points and bytes", "[layout]") {
    const ListedText text{"a\"b", "", "中a b"};
    Layout layout;
    layout.clusters = {{.byte_begin = 0, .byte_end = 3}, {.byte_begin = 3, .byte_end = 4, .x = 30},
                       {.byte_begin = 4, .byte_end = 5, .kind = ClusterKind::kSpace, .x = 45.00049f},
                       {.byte_begin = 5, .byte_end = 6, .row = 1}};
    layout.rows = {{0, 3, 20, 0, 45}, {3, 4, 50, 0, 15.25f}};
    CHECK(layouts_json({{&text, &layout}}) ==
          "[\n {\"id\":\"a\\\"b\",\"lines\":[{\"cp\":0,\"byte\":0,\"end_cp\":3,\"width\":45.0},"
          "{\"cp\":3,\"byte\":5,\"end_cp\":4,\"width\":15.25}],"
          "\"clusters\":[[0,0,0.0],[1,0,30.0],[2,0,45.0],[3,1,0.0]]}\n]\n");
    CHECK(breaks_json({{&text, {3, 5}}}) == "[\n {\"id\":\"a\\\"b\",\"breaks\":[1,3]}\n]\n");
    CHECK(layouts_json({}) == "[]\n");
}
