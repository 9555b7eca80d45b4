#include "script/markup.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

std::string codes_of(const std::string& text) {
    std::string out;
    for (const auto& finding : parse_markup(text).findings)
        out += std::string(finding.code) + "@" + std::to_string(finding.at) + " ";
    return out;
}

template <class Kind>
const Span* span_of(const RichText& text) {
    for (const Span& span : text.spans) {
        if (std::holds_alternative<Kind>(span.kind)) return &span;
    }
    return nullptr;
}

} // namespace

TEST_CASE("tags come out of a text as spans and cues", "[script]") {
    const RichText text = parse_markup("a<pause 0.5><em>b<b>c</b></em><wait>d<face B smile>").text;
    CHECK(text.text == "abcd");
    REQUIRE(text.spans.size() == 2);
    CHECK(text.spans[0] == Span{1, 3, Emphasis{}});
    CHECK(text.spans[1] == Span{2, 3, Bold{}});
    REQUIRE(text.cues.size() == 3);
    CHECK(text.cues[0] == Cue{1, PauseCue{0.5}});
    CHECK(text.cues[1] == Cue{3, WaitCue{}});
    CHECK(text.cues[2] == Cue{4, FaceCue{"B", "smile"}});
}

TEST_CASE("a silence leaves its gap, a heard word its words", "[script]") {
    const RichText gap = parse_markup("man <unsaid through|透过> machine").text;
    CHECK(plain(gap, "_") == "man _ machine");
    REQUIRE(gap.cues.size() == 1);
    CHECK(gap.cues[0] == Cue{4, Unsaid{"through", "透过"}});
    CHECK(parse_markup("<unsaid>").text.cues[0] == Cue{0, Unsaid{}});
    CHECK(parse_markup("<unsaid kind>").text.cues[0] == Cue{0, Unsaid{"kind", "kind"}});
    const RichText heard = parse_markup("“<heard attend|attending>”").text;
    CHECK(heard.text == "“attending”");
    REQUIRE(span_of<Heard>(heard));
    CHECK(*span_of<Heard>(heard) == Span{3, 12, Heard{"attend"}});
}

TEST_CASE("only a known tag is a tag", "[script]") {
    for (const std::string same : {"I <3 you", "a < b > c", "x<y", "<", "<>", "<em", "【】", "【注】", "【|x】",
                                   "【x|】", "\\", "a\\b", "${x}"}) {
        const Markup markup = parse_markup(same);
        CHECK(markup.text.text == same);
        CHECK(markup.findings.empty());
        CHECK(markup.text.spans.empty());
    }
    CHECK(parse_markup("\\<em>\\【露|lù】").text.text == "<em>【露|lù】");
    CHECK(parse_markup("<puase 1>").text.text == "<puase 1>");
    CHECK(codes_of("<puase 1>") == "unknown-tag@0 ");
}

TEST_CASE("ruby, colours and languages are spans", "[script]") {
    const RichText text = parse_markup("晨光中的【露|lù】<c=#f00>红</c><en>dew</en><zh-Hant>露</zh-Hant>").text;
    CHECK(text.text == "晨光中的露红dew露");
    REQUIRE(text.spans.size() == 4);
    CHECK(text.spans[0] == Span{12, 15, Ruby{"lù"}});
    CHECK(text.spans[1] == Span{15, 18, Tinted{Color{255, 0, 0, 255}}});
    CHECK(text.spans[2] == Span{18, 21, InLanguage{"en"}});
    CHECK(text.spans[3] == Span{21, 24, InLanguage{"zh-Hant"}});
}

TEST_CASE("spans never cross and never stay open", "[script]") {
    const Markup crossed = parse_markup("a<em>b<b>c</em>d</b>e");
    CHECK(codes_of("a<em>b<b>c</em>d</b>e") == "crossed-tags@10 ");
    CHECK(crossed.text.spans[0] == Span{1, 3, Emphasis{}});
    CHECK(crossed.text.spans[1] == Span{2, 3, Bold{}});
    const Markup open = parse_markup("a<slow>bc");
    CHECK(codes_of("a<slow>bc") == "unclosed-tag@1 ");
    CHECK(open.text.spans[0] == Span{1, 3, Slow{}});
    CHECK(codes_of("a</slow>") == "unopened-tag@1 ");
    CHECK(parse_markup("<em></em>x").text.spans.empty());
}

TEST_CASE("a space belongs outside a tag, once", "[script]") {
    CHECK(codes_of("road, <pause 0.6>or").empty());
    CHECK(codes_of("road, <pause 0.6> or") == "space-at-tag@6 ");
    CHECK(codes_of("road,<pause 0.6>or") == "lost-space@5 ");
    CHECK(codes_of("man <unsaid> machine").empty());
    CHECK(codes_of("man  <unsaid> machine") == "space-at-tag@5 ");
    CHECK(codes_of("man<unsaid> machine") == "lost-space@3 ");
    CHECK(codes_of("speaking of <unsaid>, I").empty());
    CHECK(codes_of("人<unsaid>机器，<pause 1>好").empty());
    CHECK(codes_of("a <em>b</em> c").empty());
    CHECK(codes_of("a <em> b</em>") == "space-at-tag@2 ");
}

TEST_CASE("a gap character typed by hand is no silence", "[script]") {
    CHECK(parse_markup("a\xEF\xBF\xBC"
                       "b")
              .text.text == "ab");
}

TEST_CASE("a translation takes over the rhythm at its share of the line", "[script]") {
    const RichText original =
        parse_markup("但它听不到路边野花开放的声音，<pause 0.6>也感受不到一个行人眼神里的犹豫。").text;
    RichText translation =
        parse_markup("but it cannot hear a wildflower opening by the road, or feel the hesitation in a walker’s eyes.")
            .text;
    inherit_timing(original, translation);
    REQUIRE(translation.cues.size() == 1);
    CHECK(translation.text.substr(translation.cues[0].at) == "or feel the hesitation in a walker’s eyes.");

    RichText timed = parse_markup("but <pause 1>it").text;
    const RichText before = timed;
    inherit_timing(original, timed);
    CHECK(timed == before);
}

TEST_CASE("a slow part is taken over as a part", "[script]") {
    const RichText original = parse_markup("就像一首诗，<slow>字面上的意思只是冰山一角。</slow>").text;
    RichText translation = parse_markup("like a poem, whose words are only the tip of the ice.").text;
    inherit_timing(original, translation);
    REQUIRE(translation.spans.size() == 1);
    CHECK(translation.text.substr(translation.spans[0].begin) == "whose words are only the tip of the ice.");
    CHECK(translation.spans[0].end == translation.text.size());
}

TEST_CASE("a language's tag is told from other words", "[script]") {
    for (const char* tag : {"zh", "en", "ja", "zh-Hant", "zh-TW", "pt-BR"}) CHECK(is_language_tag(tag));
    for (const char* word : {"id", "at", "if", "A", "english", "zh-hant", "zh_TW", "", "en："})
        CHECK(!is_language_tag(word));
}
