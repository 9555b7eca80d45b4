#include "base/utf8.h"
#include "support/test_fonts.h"
#include "support/transcript.h"
#include "text/paragraph.h"

#include <catch2/catch.hpp>

#include <string_view>

using namespace liubai;

namespace {

constexpr float kWidths[] = {420, 560, 760, 900, 1080};

std::string_view row_text(std::string_view text, const Layout& layout, const Row& row) {
    const std::size_t begin = layout.clusters[row.cluster_begin].byte_begin;
    return text.substr(begin, layout.clusters[row.cluster_end - 1].byte_end - begin);
}

template <typename Check>
void each_layout(FitMode mode, Check check) {
    for (const TranscriptParagraph& paragraph : transcript()) {
        for (const float width : kWidths) {
            TextStyle style;
            style.size = 30;
            style.mode = mode;
            style.language = paragraph.zh ? "zh" : "en";
            check(paragraph, lay_out(paragraph.text, style, width, test_fonts()), width);
        }
    }
}

char32_t first_char(std::string_view row) {
    std::size_t at = 0;
    return next_code_point(row, at);
}

char32_t last_char(std::string_view row) {
    const std::u32string chars = to_utf32(row);
    const std::size_t end = chars.find_last_not_of(U' ');
    return end == chars.npos ? U' ' : chars[end];
}

/// Short: at most three Han characters, or one English word.
bool is_short(std::string_view row) {
    int han = 0;
    int words = 0;
    bool in_word = false;
    for (const char32_t c : to_utf32(row)) {
        if (is_han(c)) ++han;
        const bool letter = (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
        const bool part = letter || (in_word && (c == U'’' || c == U'\'' || c == U'-'));
        if (part && !in_word) ++words;
        in_word = part;
    }
    return han > 0 ? han + words * 2 <= 3 : words <= 1;
}

} // namespace

TEST_CASE("L2: in the whole transcript no row starts or ends with a forbidden mark", "[text][L2]") {
    const std::u32string_view never_first = U"、，。．；：！？）》〉」』】〕”·%‰℃～々,.;:!?)]}";
    const std::u32string_view never_last = U"（《〈「『【〔“‘([{$￥#";
    for (const FitMode mode : {FitMode::kGreedy, FitMode::kFit, FitMode::kBalance}) {
        each_layout(mode, [&](const TranscriptParagraph& paragraph, const Layout& layout, float width) {
            for (const Row& row : layout.rows) {
                const std::string_view text = row_text(paragraph.text, layout, row);
                CAPTURE(text, width);
                CHECK(never_first.find(first_char(text)) == never_first.npos);
                CHECK(never_last.find(last_char(text)) == never_last.npos);
            }
        });
    }
}

TEST_CASE("L4: no row of the transcript starts with a dash", "[text][L4]") {
    each_layout(FitMode::kFit, [](const TranscriptParagraph& paragraph, const Layout& layout, float) {
        for (const Row& row : layout.rows) {
            const std::string_view text = row_text(paragraph.text, layout, row);
            CAPTURE(text);
            CHECK(first_char(text) != U'—');
        }
    });
}

TEST_CASE("L12: every row of the transcript fits, and the rows together are the text", "[text][L12]") {
    for (const FitMode mode : {FitMode::kGreedy, FitMode::kFit, FitMode::kBalance}) {
        each_layout(mode, [](const TranscriptParagraph& paragraph, const Layout& layout, float width) {
            std::string together;
            for (const Row& row : layout.rows) {
                together += row_text(paragraph.text, layout, row);
                CHECK(row.width <= width + 0.01f);
            }
            CHECK(together == paragraph.text);
            CHECK(layout.missing == 0);
        });
    }
}

TEST_CASE("P2: of all the transcript's paragraphs at five widths at most five end in a short row", "[text][P2]") {
    int several_rows = 0;
    int short_last = 0;
    each_layout(FitMode::kFit, [&](const TranscriptParagraph& paragraph, const Layout& layout, float) {
        if (layout.rows.size() < 2) return;
        ++several_rows;
        const std::string_view text = row_text(paragraph.text, layout, layout.rows.back());
        if (!is_short(text)) return;
        ++short_last;
        UNSCOPED_INFO(text);
    });
    CHECK(short_last <= 5);
    CHECK(several_rows > 300);
}

TEST_CASE("P1, P3: neither the best fit nor balanced rows take more rows than first fit", "[text][P1][P3]") {
    for (const TranscriptParagraph& paragraph : transcript()) {
        for (const float width : kWidths) {
            TextStyle style;
            style.size = 30;
            style.mode = FitMode::kGreedy;
            const std::size_t rows = lay_out(paragraph.text, style, width, test_fonts()).rows.size();
            for (const FitMode mode : {FitMode::kFit, FitMode::kBalance}) {
                style.mode = mode;
                CHECK(lay_out(paragraph.text, style, width, test_fonts()).rows.size() <= rows);
            }
        }
    }
}

TEST_CASE("P7: the row pitch is the same in every paragraph, whatever fonts it takes", "[text][P7]") {
    each_layout(FitMode::kFit, [](const TranscriptParagraph&, const Layout& layout, float) {
        for (std::size_t r = 0; r < layout.rows.size(); ++r) {
            const float expected = layout.rows[0].baseline + 48 * static_cast<float>(r);
            CHECK(layout.rows[r].baseline == Approx(expected).margin(1.0 / 64));
        }
    });
}
