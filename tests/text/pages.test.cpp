#include "text/pages.h"

#include "support/lay_out_text.h"
#include "text/layouts.h"

#include <catch2/catch.hpp>

#include <random>

using namespace liubai;

namespace {

constexpr float kEm = 40;
constexpr float kPitch = kEm * 1.5f;
constexpr float kBetween = 10;

PageText page_text(const std::string& text, const std::string& language = "zh") {
    PageText made;
    made.text.text = text;
    made.style.size = kEm;
    made.style.row_pitch = 1.5f;
    made.style.language = language;
    return made;
}

RichText with_cue(const std::string& text, std::size_t at, std::variant<PauseCue, WaitCue, FaceCue, Unsaid> kind) {
    RichText made;
    made.text = text;
    made.cues.push_back({at, std::move(kind)});
    return made;
}

PageBox box(float ems, float rows) { return {ems * kEm + 1, rows * kPitch + 1, kBetween}; }

/// The first text's pages, or text `t`'s.
std::vector<std::string> shown(const std::vector<Page>& pages, std::size_t t = 0) {
    std::vector<std::string> texts;
    for (const Page& page : pages) texts.push_back(page.texts[t].text);
    return texts;
}

std::vector<std::string> split(const std::string& text, const PageBox& where, const std::string& language = "zh") {
    return shown(split_pages({page_text(text, language)}, where, test_fonts()));
}

std::size_t rows(const RichText& text, const PageText& like, const PageBox& where) {
    return lay_out(text, like.style, where.width, test_fonts()).rows.size();
}

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("P6: a text that fits is one page, as it is", "[text]") {
    CHECK(split("晨光中的露珠。", box(10, 1)) == Strings{"晨光中的露珠。"});
    CHECK(split("", box(10, 1)) == Strings{""});
}

TEST_CASE("P6: a paragraph overflowing the box splits at sentence ends", "[text]") {
    CHECK(split("晨光落在露珠上，它还醒着。风从麦田那边掠过来，又走了。没有人说话，我们都在听。", box(8, 3)) ==
          Strings{"晨光落在露珠上，它还醒着。", "风从麦田那边掠过来，又走了。", "没有人说话，我们都在听。"});
    CHECK(split("The dew is still awake. “Listen to the wheat,” she said! Nobody answered her.", box(7.5f, 2), "en") ==
          Strings{"The dew is still awake.", "“Listen to the wheat,” she said!", "Nobody answered her."});
}

TEST_CASE("P6: closing marks stay with the sentence that they close", "[text]") {
    CHECK(split("她说：“露珠还醒着，还没有走。”他问：“那么麦浪呢，也醒着吗？”", box(8, 2)) ==
          Strings{"她说：“露珠还醒着，还没有走。”", "他问：“那么麦浪呢，也醒着吗？”"});
}

TEST_CASE("P6: a stop inside a number or an abbreviation ends no page", "[text]") {
    const auto pages =
        split("Dr. Chen read 3.14 lines of it aloud. Then the tall Mr. Wu went back to the field.", box(9, 3), "en");
    CHECK(pages == Strings{"Dr. Chen read 3.14 lines of it aloud.", "Then the tall Mr. Wu went back to the field."});
}

TEST_CASE("P6: a sentence that is longer than a page splits after a clause, one without clauses between words",
          "[text]") {
    CHECK(split("晨光落在每一颗露珠上面，风从麦田那一边慢慢掠过来，", box(8, 2)) ==
          Strings{"晨光落在每一颗露珠上面，", "风从麦田那一边慢慢掠过来，"});
    const auto pages = split("one two three four five six seven eight nine ten eleven twelve", box(8, 2), "en");
    REQUIRE(pages.size() == 2);
    CHECK(without_spaces(pages[0] + pages[1]) == "onetwothreefourfivesixseveneightnineteneleventwelve");
}

TEST_CASE("P6: no 1-row widow page: the page before gives up a row", "[text]") {
    // Four rows and a word: greedy would leave the word alone.
    const PageBox where = box(8, 4);
    const PageText text = page_text("晨光落在每一颗露珠上面风从麦田那一边慢慢掠过来又走远了没有说");
    const auto pages = split_pages({text}, where, test_fonts());
    REQUIRE(pages.size() == 1);
    const PageText longer = page_text(text.text.text + "一句话也没有");
    const auto two = split_pages({longer}, where, test_fonts());
    REQUIRE(two.size() == 2);
    for (const Page& page : two) CHECK(rows(page.texts[0], longer, where) >= 2);
}

TEST_CASE("P6: two languages turn together, sentence for sentence", "[text]") {
    const PageText zh = page_text("晨光落在露珠上。风走了。没有人说话，我们都在听那片麦田。");
    const PageText en =
        page_text("The morning falls on every drop of dew in the field. The wind is gone. Nobody speaks.", "en");
    const auto pages = split_pages({zh, en}, box(10, 4), test_fonts());
    const std::string all_zh = zh.text.text;
    for (const Page& page : pages) {
        INFO(page.texts[0].text << " / " << page.texts[1].text);
        const auto count = [](const std::string& text, const std::string& stop) {
            int found = 0;
            for (std::size_t at = text.find(stop); at != text.npos; at = text.find(stop, at + 1)) ++found;
            return found;
        };
        CHECK(count(page.texts[0].text, "。") == count(page.texts[1].text, "."));
    }
    CHECK(pages.size() > 1);
}

TEST_CASE("P6: with other sentences in the other language the shares keep step", "[text]") {
    const PageText zh = page_text("晨光落在露珠上，它还醒着，风从麦田那边掠过来，又走远了。");
    const PageText en =
        page_text("The morning falls on the dew. It is awake. The wind comes from the wheat. It leaves.", "en");
    const auto pages = split_pages({zh, en}, box(12, 4.3f), test_fonts());
    REQUIRE(pages.size() == 2);
    CHECK(shown(pages, 0)[0] == "晨光落在露珠上，它还醒着，");
    CHECK(shown(pages, 1)[0] == "The morning falls on the dew. It is awake.");
}

TEST_CASE("P6: a silence is never at a page's edge", "[text]") {
    const std::string gap(kGapUtf8);
    for (int before = 6; before < 30; ++before) {
        std::string text;
        for (int i = 0; i < before; ++i) text += i % 5 == 4 ? "。" : "麦";
        const std::size_t at = text.size();
        text += gap + "的田野，风从那一边慢慢掠过来，又走远了。";
        PageText page = page_text("");
        page.text = with_cue(text, at, Unsaid{"", ""});
        const auto pages = split_pages({page}, box(6, 2), test_fonts());
        REQUIRE(pages.size() > 1);
        for (const Page& one : pages) {
            INFO(one.texts[0].text);
            const std::string& words = one.texts[0].text;
            const bool begins = one.begin > 0 && words.starts_with(gap);
            const bool ends = one.end < text.size() && words.ends_with(gap);
            CHECK_FALSE(begins);
            CHECK_FALSE(ends);
            if (words.find(gap) != words.npos) CHECK(one.texts[0].cues.size() == 1);
        }
    }
}

TEST_CASE("spans and cues go with their part of the text", "[text]") {
    RichText text = with_cue("露珠麦浪。", 6, WaitCue{});
    text.cues.push_back({6, FaceCue{"A", "smile"}});
    text.cues.push_back({15, PauseCue{1}});
    text.spans.push_back({3, 9, Emphasis{}});
    const RichText first = part_of(text, 0, 6);
    CHECK(first.text == "露珠");
    CHECK(first.cues.empty());
    CHECK(first.spans == std::vector<Span>{{3, 6, Emphasis{}}});
    const RichText second = part_of(text, 6, 15);
    CHECK(second.spans == std::vector<Span>{{0, 3, Emphasis{}}});
    // The page's turn is the click that the <wait> asked for; what happens there and at the end stays.
    CHECK(second.cues == std::vector<Cue>{{0, FaceCue{"A", "smile"}}, {9, PauseCue{1}}});
}

TEST_CASE("P6: pages of any text hold all of it, in order and inside the box", "[text]") {
    const Strings parts{"露珠", "。", "麦浪在风里，", "word ", "a long sentence. ",     "——", "”",
                        "“",    "🎬",  "？",           "\n",    "unbreakableunbreakable"};
    std::mt19937 random(6);
    for (int i = 0; i < 150; ++i) {
        std::string a;
        std::string b;
        for (unsigned k = 0; k < 3 + random() % 30; ++k) a += parts[random() % parts.size()];
        for (unsigned k = 0; k < random() % 30; ++k) b += parts[random() % parts.size()];
        const std::vector<PageText> texts{page_text(a), page_text(b, "en")};
        const PageBox where = box(4 + static_cast<float>(random() % 10), 4 + static_cast<float>(random() % 4));
        const auto pages = split_pages(texts, where, test_fonts());
        Strings together(2);
        std::size_t end = 0;
        for (const Page& page : pages) {
            CHECK(page.begin == end);
            end = page.end;
            std::vector<Layout> layouts;
            for (std::size_t t = 0; t < 2; ++t) {
                together[t] += page.texts[t].text;
                layouts.push_back(lay_out(page.texts[t], texts[t].style, where.width, test_fonts()));
            }
            INFO(a << " / " << b);
            CHECK(stacked_height({&layouts[0], &layouts[1]}, kBetween) <= where.height);
        }
        CHECK(end == a.size());
        CHECK(without_spaces(together[0]) == without_spaces(a));
        CHECK(without_spaces(together[1]) == without_spaces(b));
    }
}

TEST_CASE("split pages come from the cache while they are there, and equal after it was emptied", "[text]") {
    Layouts layouts(test_fonts());
    const std::vector<PageText> texts{page_text("晨光落在露珠上，它还醒着。风从麦田那边掠过来，又走了。")};
    const std::vector<Page>* first = &layouts.pages(texts, box(8, 2));
    CHECK(&layouts.pages(texts, box(8, 2)) == first);
    CHECK(&layouts.pages(texts, box(8, 3)) != first);
    const Strings before = shown(*first);
    layouts.clear();
    CHECK(shown(layouts.pages(texts, box(8, 2))) == before);
}

TEST_CASE("P6: a word that is higher than a page by itself goes on on the next one, nothing of it lost", "[text]") {
    std::string word;
    for (int i = 0; i < 400; ++i) word += static_cast<char>('a' + i % 26);
    const PageBox where = box(10, 3);
    for (const std::string& text : {word, "See " + word + " and then go on.", word + " " + word}) {
        const PageText made = page_text(text, "en");
        std::string all;
        const std::vector<Page> pages = split_pages({made}, where, test_fonts());
        for (const Page& page : pages) {
            CHECK(rows(page.texts[0], made, where) <= 3);
            all += page.texts[0].text;
        }
        CHECK(without_spaces(all) == without_spaces(text));
        CHECK(pages.size() > 3);
    }
}

TEST_CASE("P6: beside a word that is higher than a page, its translation keeps its own", "[text]") {
    const PageText word = page_text("https://example.org/" + std::string(300, 'w'), "en");
    const PageText other = page_text("这是一个很长的网址，放不下。");
    const PageBox where = box(10, 4);
    const std::vector<Page> pages = split_pages({word, other}, where, test_fonts());
    std::string words;
    std::string others;
    for (const Page& page : pages) {
        std::vector<Layout> layouts;
        for (std::size_t t = 0; t < 2; ++t)
            layouts.push_back(lay_out(page.texts[t], (t == 0 ? word : other).style, where.width, test_fonts()));
        CHECK(stacked_height({&layouts[0], &layouts[1]}, where.between) <= where.height);
        words += page.texts[0].text;
        others += page.texts[1].text;
    }
    CHECK(words == word.text.text);
    CHECK(others == other.text.text);
}
