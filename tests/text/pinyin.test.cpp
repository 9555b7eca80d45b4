#include "text/pinyin.h"

#include "base/error.h"
#include "base/utf8.h"
#include "support/pinyin_table.h"
#include "support/transcript.h"

#include <sstream>

using namespace liubai;

namespace {

/// As "字zì"; what has no reading as it stands.
std::string said(const std::string& text) {
    const std::u32string characters = to_utf32(text);
    const std::vector<std::string> readings = pinyin_table().readings(characters);
    REQUIRE(readings.size() == characters.size());
    std::string out;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (!out.empty()) out += ' ';
        out += to_utf8(characters.substr(i, 1)) + readings[i];
    }
    return out;
}

/// The characters with their readings in a line of the expected file.
std::vector<std::string> without_bars(const std::string& line) {
    std::istringstream words(line);
    std::vector<std::string> result;
    for (std::string word; words >> word;) {
        if (word != "|") result.push_back(word);
    }
    return result;
}

} // namespace

TEST_CASE("A2: every Han of the transcript gets the reading checked by eye") {
    std::istringstream file(file_text("/tests/pinyin/transcript.txt"));
    std::vector<std::vector<std::string>> expected;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("#")) expected.push_back(without_bars(line));
    }
    std::size_t paragraph = 0;
    std::size_t count = 0;
    for (const TranscriptParagraph& p : transcript()) {
        const std::u32string text = to_utf32(p.text);
        const std::vector<std::string> readings = pinyin_table().readings(text);
        std::vector<std::string> found;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (is_han(text[i])) found.push_back(to_utf8(text.substr(i, 1)) + readings[i]);
            CHECK(is_han(text[i]) != readings[i].empty());
        }
        if (found.empty()) continue;
        REQUIRE(paragraph < expected.size());
        const auto& want = expected[paragraph++];
        REQUIRE(found.size() == want.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            INFO("paragraph " << paragraph << ", Han " << i + 1 << " after " << (i > 0 ? found[i - 1] : ""));
            CHECK(found[i] == want[i]);
        }
        count += found.size();
    }
    CHECK(paragraph == expected.size());
    CHECK(count == 2613);
}

TEST_CASE("a character is read as its word is") {
    CHECK(said("银行") == "银yín 行háng");
    CHECK(said("行走") == "行xíng 走zǒu");
    CHECK(said("音乐") == "音yīn 乐yuè");
    CHECK(said("快乐") == "快kuài 乐lè");
    CHECK(said("长大") == "长zhǎng 大dà");
    CHECK(said("很长") == "很hěn 长cháng");
    CHECK(said("还是") == "还hái 是shì");
    CHECK(said("归还") == "归guī 还huán");
    CHECK(said("觉得") == "觉jué 得de");
    CHECK(said("睡觉") == "睡shuì 觉jiào");
    CHECK(said("重要") == "重zhòng 要yào");
    CHECK(said("重新") == "重chóng 新xīn");
    CHECK(said("一个不") == "一yī 个gè 不bù");
}

TEST_CASE("a text is cut into the fewest words, the earlier the longer") {
    CHECK(said("为了解释") == "为wèi 了le 解jiě 释shì");
    CHECK(said("类似的") == "类lèi 似sì 的de");
    CHECK(said("朋友们似的") == "朋péng 友you 们men 似shì 的de");
}

TEST_CASE("a word is not found across a mark, a space, a gap or Latin") {
    CHECK(said("银，行") == "银yín ， 行xíng");
    CHECK(said("睡 觉") == "睡shuì   觉jué");
    CHECK(said("睡\uFFFC觉") == "睡shuì \uFFFC 觉jué");
    CHECK(said("银A行") == "银yín A 行xíng");
    CHECK(said("") == "");
}

TEST_CASE("A2: pinyin stands over each Han character and leaves an author's ruby alone") {
    RichText text;
    text.text = "看露珠行走。";
    text.spans = {{3, 9, Emphasis{}}, {9, 12, Ruby{"háng"}}};
    const RichText annotated = with_pinyin(text, pinyin_table());
    CHECK(annotated.text == text.text);
    CHECK(annotated.spans == std::vector<Span>{{0, 3, Ruby{"kàn"}},
                                               {3, 9, Emphasis{}},
                                               {3, 6, Ruby{"lù"}},
                                               {6, 9, Ruby{"zhū"}},
                                               {9, 12, Ruby{"háng"}},
                                               {12, 15, Ruby{"zǒu"}}});
}

TEST_CASE("pinyin is not written over a text in another language") {
    RichText text;
    text.text = "露と露";
    text.spans = {{0, 6, InLanguage{"ja"}}, {6, 9, InLanguage{"zh-Hant"}}};
    CHECK(with_pinyin(text, pinyin_table()).spans ==
          std::vector<Span>{{0, 6, InLanguage{"ja"}}, {6, 9, InLanguage{"zh-Hant"}}, {6, 9, Ruby{"lù"}}});
}

TEST_CASE("a damaged table of pinyin is refused") {
    for (const char* text : {"", "\n", "# nothing\n", "yī\t一", "yī一\n", "yī\t\n", "\t一\n", "yī  èr\t一二\n",
                             "yī èr\t一\n", "yī\t\xFF\n", "yī \t一二\n"}) {
        INFO(text);
        CHECK_THROWS_AS(Pinyin(blob_of(text)), Error);
    }
    const std::string whole = file_text("/assets/pinyin.txt");
    CHECK_THROWS_AS(Pinyin(blob_of(whole.substr(0, whole.size() / 2))), Error);
    CHECK(Pinyin(blob_of("yī\t一\n")).readings(U"一二") == std::vector<std::string>{"yī", ""});
}

TEST_CASE("pinyin stands only over words not met before") {
    RichText text;
    text.text = "露珠行走在银行。";
    const auto over = [&](const std::set<std::string>& met) {
        std::string out;
        for (const Span& span : with_pinyin(text, pinyin_table(), [&](const std::string& word) { return met.contains(word); }).spans)
            out += text.text.substr(span.begin, span.end - span.begin) + std::get<Ruby>(span.kind).annotation + " ";
        return out;
    };
    CHECK(over({}) == "露lù 珠zhū 行xíng 走zǒu 在zài 银yín 行háng ");
    CHECK(over({"露", "行", "在"}) == "珠zhū 行xíng 走zǒu 银yín 行háng "); // 行走 and 银行 are words of their own
    CHECK(over({"银行"}) == "露lù 珠zhū 行xíng 走zǒu 在zài ");
    CHECK(over(words_of(text, pinyin_table())).empty());
}

TEST_CASE("the words of a text are those over which pinyin would stand") {
    RichText text;
    text.text = "在银行，the bank 露と看";
    const std::size_t japanese = text.text.find("露");
    text.spans = {{japanese, japanese + 6, InLanguage{"ja"}}, {japanese + 6, japanese + 9, Ruby{"kān"}}};
    CHECK(words_of(text, pinyin_table()) == std::set<std::string>{"在", "银行"});
}
