#include "ui/dialogue.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

RichText rich(const std::string& text) {
    RichText r;
    r.text = text;
    return r;
}

Line line(const std::string& language, const std::string& text, const std::map<std::string, std::string>& others) {
    Line l;
    l.language = language;
    l.text = rich(text);
    for (const auto& [tag, other] : others) l.others[tag] = rich(other);
    return l;
}

/// "large text / small text" from top to bottom, small ones in brackets.
std::string seen(const Line& l, ReadingMode mode, Language reader) {
    std::string out;
    for (const ShownText& text : reading_texts(l, mode, reader)) {
        if (!out.empty()) out += " / ";
        out += text.large ? text.text.text : "(" + text.text.text + ")";
    }
    return out;
}

const Line kChinese = line("zh", "你好", {{"en", "Hello"}});
const Line kEnglish = line("en", "Goodbye", {{"zh", "再见"}});
const Line kMixed = line("zh", "city还是乡村", {{"zh", "城市还是乡村"}, {"en", "City or countryside"}});

} // namespace

TEST_CASE("both voices: the reader's language is the large one, whoever speaks", "[ui]") {
    CHECK(seen(kChinese, ReadingMode::kBothVoices, Language::kZh) == "你好");
    CHECK(seen(kEnglish, ReadingMode::kBothVoices, Language::kZh) == "(Goodbye) / 再见");
    CHECK(seen(kChinese, ReadingMode::kBothVoices, Language::kEn) == "(你好) / Hello");
    CHECK(seen(kEnglish, ReadingMode::kBothVoices, Language::kEn) == "Goodbye");
}

TEST_CASE("both voices: a speaker who switches language is understood by a reader of one", "[ui]") {
    CHECK(seen(kMixed, ReadingMode::kBothVoices, Language::kZh) == "city还是乡村 / (城市还是乡村)");
}

TEST_CASE("my language: every line in it, also where the speaker switches", "[ui]") {
    CHECK(seen(kEnglish, ReadingMode::kMine, Language::kZh) == "再见");
    CHECK(seen(kMixed, ReadingMode::kMine, Language::kZh) == "城市还是乡村");
    CHECK(seen(kMixed, ReadingMode::kMine, Language::kEn) == "City or countryside");
}

TEST_CASE("two languages always: both, for every line", "[ui]") {
    CHECK(seen(kChinese, ReadingMode::kTwoAlways, Language::kZh) == "你好 / (Hello)");
    CHECK(seen(kEnglish, ReadingMode::kTwoAlways, Language::kZh) == "(Goodbye) / 再见");
    CHECK(seen(kMixed, ReadingMode::kTwoAlways, Language::kZh) == "city还是乡村 / (City or countryside)");
}

TEST_CASE("as spoken: nothing but the words", "[ui]") {
    CHECK(seen(kEnglish, ReadingMode::kAsSpoken, Language::kZh) == "Goodbye");
    CHECK(seen(kMixed, ReadingMode::kAsSpoken, Language::kEn) == "city还是乡村");
}

TEST_CASE("a line without a translation is shown as spoken in every mode", "[ui]") {
    const Line bare = line("en", "Goodbye", {});
    for (const auto mode : {ReadingMode::kBothVoices, ReadingMode::kMine, ReadingMode::kTwoAlways, ReadingMode::kAsSpoken}) {
        CHECK(seen(bare, mode, Language::kZh) == "Goodbye");
    }
}

TEST_CASE("a seal has the speaker's own character or the first that a reader sees of their name", "[ui]") {
    Speaker speaker;
    speaker.name = {{"zh", "研究者"}, {"en", "e\xCC\x81toile"}};
    CHECK(seal_of(speaker, "zh") == "研");
    CHECK(seal_of(speaker, "en") == "e\xCC\x81"); // a letter and its accent are one
    speaker.name["zh"] = "👩‍🔬博士";
    CHECK(seal_of(speaker, "zh") == "👩‍🔬");
    speaker.seal = "麦";
    CHECK(seal_of(speaker, "zh") == "麦");
    CHECK(seal_of(Speaker{}, "zh").empty());
}
