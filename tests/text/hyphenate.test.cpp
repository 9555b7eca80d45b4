#include "text/hyphenate.h"

#include "base/utf8.h"
#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace liubai;

namespace {

const Hyphenator& english() {
    static const Hyphenator hyphenator(read_test_font("hyphen.tex").text());
    return hyphenator;
}

std::string divided(const std::string& word) {
    std::string shown;
    const auto points = english().points(word);
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (std::find(points.begin(), points.end(), i) != points.end()) shown += '-';
        shown += word[i];
    }
    return shown;
}

TextStyle hyphenated() {
    TextStyle style = test_style(30);
    style.hyphenate = true;
    return style;
}

/// A row that ends inside a word: its text ends in a letter and so does not the text before the next space.
bool ends_in_word(const std::string& text, const Layout& layout, std::size_t row) {
    const std::size_t at = layout.clusters[layout.rows[row].cluster_end - 1].byte_end;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return at < text.size() && letter(text[at - 1]) && letter(text[at]);
}

const std::string kEnglish = "Something wonderful happened to the algorithm: it concatenated every extraordinary "
                             "observation about the neighbourhood, hyphenation included, and remembered everything.";

} // namespace

TEST_CASE("L8: Liang's patterns divide words as Plain TeX does, at least three letters in and two from the end",
          "[text][L8]") {
    CHECK(divided("hyphenation") == "hyphen-ation");
    CHECK(divided("concatenation") == "con-cate-na-tion");
    CHECK(divided("wonderful") == "won-der-ful");
    CHECK(divided("supercalifragilisticexpialidocious") == "super-cal-ifrag-ilis-tic-ex-pi-ali-do-cious");
    CHECK(divided("associate") == "asso-ciate");
    CHECK(divided("project") == "project");
    CHECK(divided("table") == "table");
    CHECK(divided("algorithm") == "algo-rithm");
    for (const char* word : {"xxxxxxxx", "strengths", "rhythm"}) CHECK(divided(word) == word);
}

TEST_CASE("L8: words are divided only when the style asks, with a hyphen inside the box", "[text][L8]") {
    int divisions = 0;
    for (float width = 230; width < 600; width += 7) {
        const Layout plain = lay_out(kEnglish, test_style(30), width, test_fonts());
        const Layout layout = lay_out(kEnglish, hyphenated(), width, test_fonts());
        CAPTURE(width);
        for (std::size_t r = 0; r < plain.rows.size(); ++r) CHECK_FALSE(ends_in_word(kEnglish, plain, r));
        for (std::size_t r = 0; r < layout.rows.size(); ++r) {
            CHECK(layout.rows[r].width <= width + 0.01f);
            if (!ends_in_word(kEnglish, layout, r)) continue;
            ++divisions;
            const Cluster& last = layout.clusters[layout.rows[r].cluster_end - 1];
            CHECK(last.glyph_end - last.glyph_begin == 2);
            CHECK(layout.rows[r].width > last.x + last.advance + 3);
            CHECK(r + 2 < layout.rows.size());
        }
        CHECK(layout.rows.size() <= plain.rows.size());
    }
    CHECK(divisions > 20);
}

TEST_CASE("L8: the last full row never ends in a hyphen, in any mode", "[text][L8]") {
    for (const FitMode mode : {FitMode::kGreedy, FitMode::kFit, FitMode::kBalance}) {
        for (const Align align : {Align::kStart, Align::kJustify}) {
            TextStyle style = hyphenated();
            style.mode = mode;
            style.align = align;
            for (float width = 330; width < 700; width += 11) {
                const Layout layout = lay_out(kEnglish, style, width, test_fonts());
                CAPTURE(width, static_cast<int>(mode));
                if (layout.rows.size() > 1) CHECK_FALSE(ends_in_word(kEnglish, layout, layout.rows.size() - 2));
            }
        }
    }
}

TEST_CASE("L8: names in capitals, numbers, addresses, other languages and annotated words stay whole", "[text][L8]") {
    const auto divides = [](const RichText& text, float from) {
        for (float width = from; width < 500; width += 5) {
            const Layout layout = lay_out(text, hyphenated(), width, test_fonts());
            for (std::size_t r = 0; r < layout.rows.size(); ++r) {
                if (ends_in_word(text.text, layout, r)) return true;
            }
        }
        return false;
    };
    const auto words = [&](const std::string& word) {
        RichText text;
        for (int i = 0; i < 6; ++i) text.text += word + " ";
        return text;
    };
    CHECK(divides(words("remembered"), 200));
    CHECK(divides(words("“remembered,”"), 200));
    for (const char* word : {"REMEMBERED", "McDonaldremember", "remembered2", "user@remembered.org",
                             "remembered.org/remembered", "remembered-well", "café́remembered", "strong"}) {
        CAPTURE(word);
        CHECK_FALSE(divides(words(word), 420));
    }
    RichText french = words("remembered");
    french.spans.push_back({0, french.text.size(), InLanguage{"fr"}});
    CHECK_FALSE(divides(french, 200));
    RichText annotated = words("remembered");
    annotated.text = "ab remembered remembered";
    annotated.spans.push_back({3, 13, Ruby{"a"}});
    annotated.spans.push_back({14, 24, Ruby{"b"}});
    CHECK_FALSE(divides(annotated, 200));
}

TEST_CASE("L8: an English word in a Chinese row is divided too", "[text][L8]") {
    const std::string text = "我们说的这个concatenation其实并不难，只是名字长";
    bool found = false;
    for (float width = 300; width < 500; width += 5) {
        const Layout layout = lay_out(text, hyphenated(), width, test_fonts());
        for (std::size_t r = 0; r < layout.rows.size(); ++r) found = found || ends_in_word(text, layout, r);
    }
    CHECK(found);
}
