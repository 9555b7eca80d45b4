// Rows of a terminal.
#include "base/utf8.h"
#include "tools/read_rows.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

using Rows = std::vector<std::string>;

} // namespace

TEST_CASE("rows end where UAX #14 lets them, a Han character two cells wide", "[tools]") {
    CHECK(wrap_row("我们用三次机会做同一件事，", 24) == Rows{"我们用三次机会做同一件", "事，"});
    CHECK(wrap_row("我们用三次机会做同一，事", 20) == Rows{"我们用三次机会做同", "一，事"});
    CHECK(wrap_row("Silence is not an absence of words", 20) == Rows{"Silence is not an", "absence of words"});
}

TEST_CASE("a word wider than the row is cut, and none is wider than the terminal", "[tools]") {
    const std::string word(50, 'x');
    CHECK(wrap_row(word, 20) == Rows{std::string(20, 'x'), std::string(20, 'x'), std::string(10, 'x')});
    for (const std::string& row : wrap_row("一 " + word + " 完全同意——技术与叙事", 33)) CHECK(display_width(row) <= 33);
}

TEST_CASE("rows that follow are indented as the first", "[tools]") {
    CHECK(wrap_row("    The fish trap exists because of the fish", 24) ==
          Rows{"    The fish trap exists", "    because of the fish"});
}

TEST_CASE("without a terminal a row is never cut", "[tools]") {
    const std::string row(500, 'x');
    CHECK(wrap_row(row, 0) == Rows{row});
    CHECK(wrap_row("", 0) == Rows{""});
    CHECK(wrap_row("", 80) == Rows{""});
}
