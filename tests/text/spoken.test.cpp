#include "text/spoken.h"

#include "support/transcript.h"

#include <algorithm>

using namespace liubai;

namespace {

/// As "zh:… | en:…"; a silence is "-".
std::string spoken(const RichText& text, const std::string& language = "zh") {
    std::string out;
    for (const SpokenPart& part : spoken_parts(text, language)) {
        if (!out.empty()) out += " | ";
        out += part.text.empty() ? "-" : part.language + ":" + part.text;
    }
    return out;
}

std::string spoken(const std::string& text, const std::string& language = "zh") {
    RichText rich;
    rich.text = text;
    return spoken(rich, language);
}

} // namespace

TEST_CASE("a mixed line is said in the voices of its languages") {
    CHECK(spoken("我用 GPT 写字。") == "zh:我用 | en:GPT | zh:写字。");
    CHECK(spoken("那是一种“man through machine”的东西") == "zh:那是一种 | en:“man through machine” | zh:的东西");
    CHECK(spoken("He said 你好, and left.", "en") == "en:He said | zh:你好, | en:and left.");
    CHECK(spoken("It’s a “room of one’s own”.", "en") == "en:It’s a “room of one’s own”.");
    CHECK(spoken("Bonjour 你好", "fr") == "fr:Bonjour | zh:你好");
    CHECK(spoken("漢字とかな", "ja") == "ja:漢字とかな");
    CHECK(spoken("（hello）你好") == "en:（hello） | zh:你好");
}

TEST_CASE("digits and marks go with the word that they touch") {
    CHECK(spoken("第3章") == "zh:第3章");
    CHECK(spoken("用3D打印") == "zh:用 | en:3D | zh:打印");
    CHECK(spoken("GPT-4的话") == "en:GPT-4 | zh:的话");
    CHECK(spoken("born in 2024年") == "en:born in | zh:2024年");
    CHECK(spoken("在 2024 年，3 月") == "zh:在 2024 年，3 月");
    CHECK(spoken("……好") == "zh:……好");
    CHECK(spoken("3.14") == "zh:3.14");
    CHECK(spoken("3.14", "en") == "en:3.14");
}

TEST_CASE("a gap is a silence, and so is a text of marks alone") {
    const std::string gap(kGapUtf8);
    CHECK(spoken("我想" + gap + "。") == "zh:我想 | -");
    CHECK(spoken(gap + "and " + gap + "然后", "en") == "- | en:and | - | zh:然后");
    CHECK(spoken("……") == "-");
    CHECK(spoken("").empty());
}

TEST_CASE("what its author marked is said in that language, markup and doubled spaces are not said") {
    RichText text;
    text.text = "他说 pain  很香\n真的";
    text.spans.push_back({7, 11, InLanguage{"fr"}});
    text.spans.push_back({13, 16, Ruby{"hěn"}});
    CHECK(spoken(text) == "zh:他说 | fr:pain | zh:很香 真的");
}

TEST_CASE("of the transcript every letter is said once, Han in Chinese and Latin in English") {
    for (const TranscriptParagraph& paragraph : transcript()) {
        RichText rich;
        rich.text = paragraph.text;
        const auto letters = [](std::string text) {
            std::erase(text, ' ');
            return text;
        };
        std::string said;
        for (const SpokenPart& part : spoken_parts(rich, paragraph.zh ? "zh" : "en")) {
            INFO(part.language << ":" << part.text);
            const bool has_latin = std::any_of(part.text.begin(), part.text.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            });
            CHECK((part.language == "en" || part.language == "zh"));
            if (has_latin) CHECK(part.language == "en");
            said += part.text;
        }
        CHECK(letters(said) == letters(paragraph.text));
    }
}
