#include "tools/silences.h"

#include "base/utf8.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace liubai;

namespace {

/// The text with its silences written in, after the habits of that text alone.
std::string marked(const std::string& text) {
    const std::u32string letters = to_utf32(text);
    const std::vector<std::size_t> silences = find_silences(letters, spacing_habits({letters}));
    std::string out;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (std::find(silences.begin(), silences.end(), i) != silences.end()) out += '_';
        append_utf8(out, letters[i]);
    }
    return out;
}

} // namespace

TEST_CASE("a double space between words is a silence", "[tools]") {
    CHECK(marked("not man versus machine, but man  machine.") == "not man versus machine, but man _ machine.");
    CHECK(marked("the real story, the  story, came") == "the real story, the _ story, came");
    CHECK(marked("on the head —  is not a flaw") == "on the head — _ is not a flaw");
    CHECK(marked("a few  — a crooked branch, and so on") == "a few _ — a crooked branch, and so on");
}

TEST_CASE("a space before a stop is a silence", "[tools]") {
    CHECK(marked("but something felt . It was.") == "but something felt _. It was.");
    CHECK(marked("more , and in that humility, truly") == "more _, and in that humility, truly");
    CHECK(marked("does he ? Yes? No?") == "does he _? Yes? No?");
}

TEST_CASE("spaces that mean nothing are no silences", "[tools]") {
    for (const std::string text :
         {"One sentence.  Another one.", "He said \"no.\"  And left.", "end of a line.  ", "  begin here",
          "价格 ，没有", "你好  世界", "version .5 and .NET", "well ... no", "fun :) and ;)", "a   b with three"}) {
        CHECK(marked(text) == text);
    }
}

TEST_CASE("what someone always does is a habit, not a silence", "[tools]") {
    for (const std::string text :
         {"Bonjour ! Comment ça va ?", "yes , no , maybe .", "i  type  like  this  always  ok"}) {
        CHECK(marked(text) == text);
    }
}
