#include "text/sides.h"
#include "base/utf8.h"
#include "support/transcript.h"

#include <catch2/catch.hpp>

#include <map>

using namespace liubai;

namespace {

TextSource source_of(const std::string& text, const std::string& language = "zh") {
    RichText rich;
    rich.text = text;
    TextStyle style;
    style.language = language;
    return collect(rich, style);
}

/// The ambiguous marks of a text, each followed by H (Han) or L (Latin).
std::string sides(const std::string& text, const std::string& language = "zh") {
    const TextSource source = source_of(text, language);
    const Sides found = resolve_sides(source);
    std::string out;
    for (std::uint32_t i = 0; i < source.size(); ++i) {
        if (std::u32string_view(U"‘’“”—―…‥·⸺⋯").find(source.chars[i]) == std::u32string_view::npos) continue;
        append_utf8(out, source.chars[i]);
        out += found.of[i] == FaceSide::kHan ? 'H' : 'L';
    }
    return out;
}

} // namespace

TEST_CASE("I3: ambiguous marks go with their neighbours, not with the paragraph or the first font", "[text][I3]") {
    CHECK(sides("说的“man through machine”这个") == "“H”H");
    CHECK(sides("“Too abstract,” they’ll say", "en") == "“L”L’L");
    CHECK(sides("他说it’s fine，然后") == "’L");
    CHECK(sides("那种预感——其实") == "—H—H");
    CHECK(sides("a city person — there’s") == "—L’L");
    CHECK(sides("算了……不过") == "…H…H");
    CHECK(sides("better algorithms… maybe") == "…L");
    CHECK(sides("列奥纳多·达·芬奇") == "·H·H");
    CHECK(sides("a·b") == "·L");
    CHECK(sides("完美主义—好") == "—H");
    CHECK(sides("好 —— but") == "—H—H");
    CHECK(sides("", "zh").empty());
}

TEST_CASE("I3: where only edges stand outside, what stands inside decides", "[text][I3]") {
    CHECK(sides("“你好。”", "en") == "“H”H");
    CHECK(sides("“Hello.”", "zh") == "“L”L");
    CHECK(sides("……", "zh") == "…H…H");
    CHECK(sides("……", "en") == "…L…L");
}

TEST_CASE("I3: an author's language tag overrides the context", "[text][I3]") {
    RichText rich;
    rich.text = "他说“OK”了";
    rich.spans.push_back({6, rich.text.size() - 3, InLanguage{"en"}});
    const TextSource source = collect(rich, {});
    const Sides found = resolve_sides(source);
    CHECK(found.of[2] == FaceSide::kLatin);
    CHECK(found.of[5] == FaceSide::kLatin);
}

TEST_CASE("I4: both quotes of a pair come from the same font", "[text][I4]") {
    CHECK(sides("刚才说的“kindness”其实") == "“H”H");
    CHECK(sides("刚才说的“kindness” and") == "“H”H");
    CHECK(sides("say “好” please") == "“H”H");
    CHECK(sides("他说“‘好’的”") == "“H‘H’H”H");
}

TEST_CASE("I5: an apostrophe is always Latin", "[text][I5]") {
    CHECK(sides("他说it’s fine，然后") == "’L");
    CHECK(sides("the directors’ cut") == "’L");
    CHECK(sides("the ’90s") == "’L");
    CHECK(sides("‘it’s’ he said", "en") == "‘L’L’L");
}

TEST_CASE("I3 to I5: the transcript's marks are counted as they were by eye", "[text][I3][I4][I5]") {
    std::map<std::string, int> counts;
    for (const TranscriptParagraph& paragraph : transcript()) {
        const TextSource source = source_of(paragraph.text, paragraph.zh ? "zh" : "en");
        const Sides found = resolve_sides(source);
        for (std::uint32_t i = 0; i < source.size(); ++i) {
            const std::string side = found.of[i] == FaceSide::kHan ? " Han" : " Latin";
            const char32_t c = source.chars[i];
            const char32_t next = i + 1 < source.size() ? source.chars[i + 1] : U' ';
            if (c == U'’') ++counts["’" + side];
            if (c == U'“') ++counts["“" + side];
            if (c == U'”') ++counts["”" + side];
            if (c == U'…') ++counts["…" + side];
            if (c != U'—') continue;
            if (next == U'—') ++counts["——" + side];
            if (next != U'—' && (i == 0 || source.chars[i - 1] != U'—')) ++counts["—" + side];
        }
    }
    CHECK(counts == std::map<std::string, int>{{"’ Latin", 76},
                                               {"“ Han", 29},
                                               {"” Han", 29},
                                               {"“ Latin", 3},
                                               {"” Latin", 3},
                                               {"—— Han", 13},
                                               {"— Latin", 44},
                                               {"… Latin", 4}});
}
