#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "render/message_rows.h"

#include <string>
#include <vector>

using namespace liubai;

namespace {

/// Rows of a type in which Han is two cells wide and everything else one.
std::vector<std::string> rows(std::string_view text, int cells) {
    return message_rows(text, [&](std::string_view rest) {
        std::size_t at = 0;
        std::size_t fits = 0;
        while (at < rest.size()) {
            next_code_point(rest, at);
            if (display_width(rest.substr(0, at)) > cells) break;
            fits = at;
        }
        return fits;
    });
}

using Rows = std::vector<std::string>;

} // namespace

TEST_CASE("a message breaks after spaces and between Han characters", "[render]") {
    CHECK(rows("no such file", 40) == Rows{"no such file"});
    CHECK(rows("no such file", 8) == Rows{"no such ", "file"});
    CHECK(rows("找不到文件夹", 8) == Rows{"找不到文", "件夹"});
    CHECK(rows("没有 file 文件", 9) == Rows{"没有 ", "file 文件"});
}

TEST_CASE("a row of a message never starts with a closing mark", "[render]") {
    CHECK(rows("路径、名字。", 4) == Rows{"路", "径、", "名", "字。"});
    CHECK(rows("请检查文件，好", 10) == Rows{"请检查文", "件，好"});
}

TEST_CASE("a word longer than a row is cut, and every row gets on", "[render]") {
    CHECK(rows("aaaaaaaaaa", 4) == Rows{"aaaa", "aaaa", "aa"});
    CHECK(rows("雪山", 1) == Rows{"雪", "山"});
}

TEST_CASE("line breaks of a message stay", "[render]") {
    CHECK(rows("a\n\nb", 9) == Rows{"a", "", "b"});
    CHECK(rows("", 9) == Rows{""});
}
