#include "tools/split_lines.h"
#include "tools/silences.h"
#include "tools/split_lines_sentences.h"

#include "base/utf8.h"
#include "support/transcript.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    const std::u32string letters = to_utf32(text);
    std::vector<std::string> lines;
    for (const LineRange& line : split_lines(letters, {}).lines) {
        lines.push_back(to_utf8(std::u32string_view(letters).substr(line.begin, line.end - line.begin)));
    }
    return lines;
}

std::vector<std::string> sentences_of(const std::string& text) {
    const std::u32string letters = to_utf32(text);
    std::vector<std::string> sentences;
    std::size_t begin = 0;
    for (const std::size_t end : sentence_ends(letters, quote_depths(letters))) {
        sentences.push_back(to_utf8(std::u32string_view(letters).substr(begin, end - begin)));
        begin = end;
    }
    return sentences;
}

using Strings = std::vector<std::string>;

std::size_t han_or_latin(const std::string& line) {
    std::size_t size = 0;
    for (const char32_t c : to_utf32(line)) size += is_han(c) || c >= 0x3000 ? 5 : 2;
    return size;
}

} // namespace

TEST_CASE("a sentence ends at its stop in both languages", "[tools]") {
    CHECK(sentences_of("他走了。雨停了吗？停了！") == Strings{"他走了。", "雨停了吗？", "停了！"});
    CHECK(sentences_of("He left. Did it rain? It did!") == Strings{"He left.", " Did it rain?", " It did!"});
    CHECK(sentences_of("Keep me posted, my friend.期待下一次对话。") ==
          Strings{"Keep me posted, my friend.", "期待下一次对话。"});
    CHECK(sentences_of("一句话没有句号") == Strings{"一句话没有句号"});
}

TEST_CASE("a stop that belongs to a word ends no sentence", "[tools]") {
    CHECK(sentences_of("Mr. Wang met J. R. R. Tolkien at 3.14 p.m. today.").size() == 1);
    CHECK(sentences_of("See e.g. Turner, No. 5, or example.com now.").size() == 1);
    CHECK(sentences_of("over the fields... very quiet, you know?").size() == 1);
    CHECK(sentences_of("better algorithms… maybe we just need kinder ones.").size() == 1);
    CHECK(sentences_of("我……不知道。").size() == 1);
}

TEST_CASE("a sentence does not end inside quotes or brackets", "[tools]") {
    CHECK(sentences_of("关于'你更喜欢city life还是countryside？'这个话题，你怎么想的？").size() == 1);
    CHECK(sentences_of("“好。”他说。") == Strings{"“好。”他说。"});
    CHECK(sentences_of("他说：“好。走吧。”我没动。") == Strings{"他说：“好。走吧。”", "我没动。"});
    CHECK(sentences_of("“Too abstract,” they’ll say. “Not scalable.” But tell me.") ==
          Strings{"“Too abstract,” they’ll say.", " “Not scalable.”", " But tell me."});
    CHECK(sentences_of("“Stop! Now!” he said.").size() == 1);
    CHECK(sentences_of("It is (as she said. Often.) the wind.").size() == 1);
}

TEST_CASE("an apostrophe or an unclosed quote opens nothing", "[tools]") {
    CHECK(sentences_of("It's ours. They're 'tis and don't. The bark is theirs. Yes, it’s.").size() == 4);
    CHECK(sentences_of("“The quote never ends. It goes on.").size() == 2);
}

TEST_CASE("emoji stay with the sentence before them", "[tools]") {
    CHECK(sentences_of("写完了。🎬✍️ 保持联系。") == Strings{"写完了。🎬✍️", " 保持联系。"});
}

TEST_CASE("short sentences go together, and with a neighbour when they are few", "[tools]") {
    CHECK(lines_of("In that quiet space where the real magic forms. Not control. Not certainty. Just connection.") ==
          Strings{"In that quiet space where the real magic forms.", "Not control. Not certainty. Just connection."});
    CHECK(lines_of("And you know what? That’s where art and ethics begin to feel like the same thing.").size() == 1);
    CHECK(lines_of("文章完成后，我一定第一时间发给你。谁知道呢？也许其中某个未被展开的想法，会长成影像。") ==
          Strings{"文章完成后，我一定第一时间发给你。", "谁知道呢？也许其中某个未被展开的想法，会长成影像。"});
}

TEST_CASE("a sentence that is too long is split at a dash, else at the comma nearest its middle", "[tools]") {
    CHECK(lines_of("我们做伦理研究时也常遇到类似的问题——比如在自动驾驶的道德决策模型里，算法能计算出最优解，"
                   "但它听不到路边野花开放的声音，也感受不到一个行人眼神里的犹豫。") ==
          Strings{"我们做伦理研究时也常遇到类似的问题——", "比如在自动驾驶的道德决策模型里，算法能计算出最优解，",
                  "但它听不到路边野花开放的声音，也感受不到一个行人眼神里的犹豫。"});
    CHECK(
        lines_of("You know, I’ve always believed that the best stories aren’t told with answers, but with questions — "
                 "the kind that linger in the air long after the screen fades to black.") ==
        Strings{"You know, I’ve always believed that the best stories aren’t told with answers, but with questions —",
                "the kind that linger in the air long after the screen fades to black."});
}

TEST_CASE("a quotation is never split, however long", "[tools]") {
    std::string quote;
    for (int i = 0; i < 12; ++i) quote += "风从山上下来，";
    const std::u32string text = to_utf32("“" + quote + "没有人听见。”");
    const SplitParagraph split = split_lines(text, {});
    CHECK(split.lines.size() == 1);
    CHECK(split.long_lines == 1);
}

TEST_CASE("a silence at the start of a line is not trimmed away", "[tools]") {
    const std::u32string text =
        U"You hit the nail on the head, and you did so in front of everybody who had come to see it — "
        U" is not a flaw, it’s the very space where empathy lives and breathes.";
    const std::size_t silence = text.find(U"—  is") + 2;
    const SplitParagraph split = split_lines(text, {silence});
    REQUIRE(split.lines.size() == 2);
    CHECK(split.lines[1].begin == silence);
}

TEST_CASE("the seed's lines fit the box, keep quotes whole and leave no orphan", "[tools]") {
    Strings shorts;
    int long_sentences = 0;
    for (const TranscriptParagraph& paragraph : transcript()) {
        const std::u32string text = to_utf32(paragraph.text);
        const SplitParagraph split = split_lines(text, find_silences(text, {}));
        long_sentences += split.long_sentences;
        CHECK(split.long_lines == 0);
        for (const LineRange& range : split.lines) {
            const std::u32string line = text.substr(range.begin, range.end - range.begin);
            INFO(to_utf8(line));
            CHECK(line_width(line) <= kWidestLine);
            CHECK(quote_depths(text)[range.begin] == 0);
            const bool whole = split.lines.size() == 1;
            if (!whole && han_or_latin(to_utf8(line)) < 5 * 12) shorts.push_back(to_utf8(line));
        }
    }
    // 28 letters and the room of its silence.
    CHECK(shorts == Strings{"Not just intelligence, but ."});
    CHECK(long_sentences == 24);
}

TEST_CASE("lines of a paragraph are joined by a space where words have spaces between them", "[tools]") {
    CHECK(between_lines("It is not.", "It was.") == " ");
    CHECK(between_lines("“Not scalable.”", "But") == " ");
    CHECK(between_lines("这是AI。", "AI") == "");
    CHECK(between_lines("my friend.", "期待下一次对话") == "");
    CHECK(between_lines("“好。”", "“走。”") == "");
    CHECK(between_lines("too. 🎬", "Yes") == " ");
}
