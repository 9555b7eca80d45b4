#include "base/rich_text.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

RichText two_gaps() {
    RichText t;
    t.text = "man \uFFFC machine, \uFFFC.";
    t.cues = {{4, Unsaid{"through", "through"}}, {17, Unsaid{}}};
    t.spans = {{8, 15, Emphasis{}}};
    return t;
}

} // namespace

TEST_CASE("a heard gap takes its word and moves what stands behind it", "[base]") {
    const RichText t = with_gaps_filled(two_gaps(), {"through"});
    CHECK(t.text == "man through machine, \uFFFC.");
    REQUIRE(t.cues.size() == 1);
    CHECK(t.text.substr(t.cues[0].at, 3) == kGapUtf8);
    CHECK(t.text.substr(t.spans[0].begin, t.spans[0].end - t.spans[0].begin) == "machine");
}

TEST_CASE("a gap that nobody filled stays open", "[base]") {
    CHECK(with_gaps_filled(two_gaps(), {"kindness"}) == two_gaps());
    CHECK(plain(two_gaps(), "（  ）") == "man （  ） machine, （  ）.");
}
