#include "base/diagnostic.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("a finding prints its place, a caret at the display column and the fix", "[base]") {
    Diagnostic d;
    d.file = "scenes/hello.yaml";
    d.line = 12;
    d.column = 10;
    d.width = 2;
    d.code = "colon-in-text";
    d.message = {"文字里有“: ”", "text contains \": \""};
    d.hint = {"加引号", "quote it"};
    d.source = "- A: 他说: 好";
    CHECK(to_text(d, Language::kEn) == "scenes/hello.yaml:12:10  error  text contains \": \"  [colon-in-text]\n"
                                       "  12 | - A: 他说: 好\n"
                                       "     |          ^^\n"
                                       "  fix: quote it\n");
}

TEST_CASE("findings are sorted by place and told once", "[base]") {
    Diagnostic a;
    a.file = "a.yaml";
    a.line = 2;
    Diagnostic b = a;
    b.line = 1;
    Diagnostics all{a, b, a};
    sort_findings(all);
    REQUIRE(all.size() == 2);
    CHECK(all[0].line == 1);
    CHECK(has_errors(all));
}
