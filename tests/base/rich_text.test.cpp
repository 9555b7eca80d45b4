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

TEST_CASE("straight quotes are curled for the eye", "[base]") {
    const auto curled = [](const char* text) {
        RichText t;
        t.text = text;
        return with_curly_quotes(t).text;
    };
    CHECK(curled("关于'你更喜欢city life还是countryside？'这个话题") == "关于‘你更喜欢city life还是countryside？’这个话题");
    CHECK(curled("there's an energy, don't") == "there’s an energy, don’t");
    CHECK(curled("提到\"legends of the autumn\"，") == "提到“legends of the autumn”，");
    CHECK(curled("the actors' 'yes' of '68") == "the actors’ ‘yes’ of ’68");
    CHECK(curled("a “curled” one’s left alone") == "a “curled” one’s left alone");
}

TEST_CASE("curling quotes moves the marks behind them", "[base]") {
    RichText t;
    t.text = "it's \uFFFC";
    t.cues = {{5, Unsaid{}}};
    t.spans = {{0, 4, Bold{}}};
    const RichText curled = with_curly_quotes(t);
    CHECK(curled.text.substr(curled.cues[0].at) == kGapUtf8);
    CHECK(curled.text.substr(0, curled.spans[0].end) == "it’s");
}
