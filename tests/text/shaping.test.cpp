#include "base/log.h"
#include "base/utf8.h"
#include "support/lay_out_text.h"
#include "support/unicode_data.h"
#include "text/glyph_ink.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <map>
#include <set>

using namespace liubai;

namespace {

using Case = std::map<std::string, std::string>;

std::string unescaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 3, "\\u{") != 0) {
            out += text[i];
            continue;
        }
        const std::size_t end = text.find('}', i);
        append_utf8(out, static_cast<char32_t>(std::stoul(text.substr(i + 3, end - i - 3), nullptr, 16)));
        i = end;
    }
    return out;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<Case> cases(1);
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        if (line.empty()) {
            if (!cases.back().empty()) cases.emplace_back();
            continue;
        }
        const std::size_t colon = line.find(": ");
        REQUIRE(colon != line.npos);
        cases.back()[line.substr(0, colon)] = unescaped(line.substr(colon + 2));
    }
    if (cases.back().empty()) cases.pop_back();
    return cases;
}

/// The plan's files in the order of their ids.
std::vector<std::string> font_names(const FontPlan& plan) {
    std::vector<std::string> names;
    const auto add = [&](const FontFile& file) {
        const std::string name = file.path.substr(0, file.path.find('.'));
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (const FamilyFiles* family : {&plan.serif, &plan.sans, &plan.readable, &plan.title}) {
        for (const FontFile* file :
             {&family->latin, &family->latin_italic, &family->latin_bold, &family->han, &family->han_bold}) {
            add(*file);
        }
    }
    for (const FontFile& file : plan.fallback) add(file);
    add(plan.emoji);
    names.emplace_back("box");
    return names;
}

/// "font text | font text": what each font draws.
std::string fonts_of(const std::string& text, const Layout& layout) {
    static const std::vector<std::string> names = font_names(test_fonts().plan());
    std::string out;
    std::string last;
    for (const Cluster& cluster : layout.clusters) {
        if (cluster.glyph_begin != cluster.glyph_end) {
            const std::string& name = names[static_cast<std::size_t>(layout.glyphs[cluster.glyph_begin].font) - 1];
            if (name != last) out += (out.empty() ? "" : " | ") + name + " ";
            last = name;
        }
        out += text.substr(cluster.byte_begin, cluster.byte_end - cluster.byte_begin);
    }
    return out;
}

std::string advances_of(const Layout& layout) {
    std::string out;
    for (const Cluster& cluster : layout.clusters) {
        out += (out.empty() ? "" : " ") + std::to_string(std::lround(cluster.advance));
    }
    return out;
}

} // namespace

TEST_CASE("I1 to I9: each case of tests/shaping is set as written there", "[text][I1][I2][I3][I4][I6][I7][I8][I9]") {
    for (const auto& entry : std::filesystem::directory_iterator(LIUBAI_ROOT "/tests/shaping")) {
        for (const Case& test : read_cases(entry.path())) {
            TextStyle style = plain_test_style(1000);
            const std::string& text = test.at("text");
            CAPTURE(text);
            if (test.contains("lang")) style.language = test.at("lang");
            const std::string family = test.contains("family") ? test.at("family") : "serif";
            style.family = family == "sans" ? Family::kSans : family == "title" ? Family::kTitle : Family::kSerif;
            const Layout layout = lay_out(text, style, kNoLimit, test_fonts());
            if (test.contains("fonts")) CHECK(fonts_of(text, layout) == test.at("fonts"));
            if (test.contains("advances")) CHECK(advances_of(layout) == test.at("advances"));
            if (test.contains("glyphs")) CHECK(std::to_string(layout.glyphs.size()) == test.at("glyphs"));
            CHECK(std::to_string(layout.missing) == (test.contains("missing") ? test.at("missing") : "0"));
        }
    }
}

TEST_CASE("I2: a run of punctuation alone is shaped as Chinese, so that a doubled dash is one glyph of two em",
          "[text][I2]") {
    const Layout dash = lay_out("——", test_style(), kNoLimit, test_fonts());
    CHECK(dash.glyphs.size() == 1);
    CHECK(dash.size.x == Approx(64));
    TextStyle plain = plain_test_style();
    CHECK(width_of("so…", plain) - width_of("so", plain) < 32);
    CHECK(width_of("中…", plain) - width_of("中", plain) == Approx(32));
}

TEST_CASE("I6: an interpunct between Han is half an em wide in every family", "[text][I6]") {
    for (const Family family : {Family::kSerif, Family::kSans, Family::kTitle}) {
        TextStyle style = test_style();
        style.family = family;
        CHECK(width_of("列奥纳多·达·芬奇", style) == Approx(8 * 32));
    }
}

TEST_CASE("I7: a character that no font has is logged once", "[text][I7]") {
    const Fonts fonts(default_font_plan(), read_test_font);
    take_warnings();
    lay_out("\U0010FFFD and \U0010FFFD", test_style(), kNoLimit, fonts);
    lay_out("\U0010FFFD", test_style(), kNoLimit, fonts);
    const std::vector<std::string> warnings = take_warnings();
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].find("U+10FFFD") != std::string::npos);
    CHECK_FALSE(fonts.draws(U'\U0010FFFD'));
    for (const char32_t invisible : {U'\n', U'\u200D', U'\uFE0F', kGapChar}) CHECK(fonts.draws(invisible));
    CHECK(fonts.draws(U'中'));
    CHECK(fonts.draws(U'a'));
    CHECK(fonts.draws(U'🎬'));
}

TEST_CASE("I8: each sequence of emoji-test.txt is one cluster of one colour glyph", "[text][I8]") {
    const auto cases = read_emoji_tests();
    if (!cases) return;
    std::size_t wrong = 0;
    for (const std::u32string& emoji : *cases) {
        const Layout layout = lay_out(to_utf8(emoji), test_style(), kNoLimit, test_fonts());
        wrong += layout.clusters.size() != 1 || layout.glyphs.size() != 1 || layout.missing != 0;
    }
    CHECK(wrong == 0);
}

TEST_CASE("I9: an emoji changes no row's height and stands in the middle of the Han body", "[text][I9]") {
    const Layout plain = lay_out("好", test_style(100), kNoLimit, test_fonts());
    const Layout emoji = lay_out("好🎬", test_style(100), kNoLimit, test_fonts());
    CHECK(plain.size.y == emoji.size.y);
    CHECK(plain.rows[0].baseline == emoji.rows[0].baseline);
}

TEST_CASE("I10: a run's language comes from the author's tag, else from the text's own", "[text][I10]") {
    RichText tagged;
    tagged.text = "中";
    const Layout here = lay_out(tagged, test_style(), kNoLimit, test_fonts());
    tagged.spans.push_back({0, 3, InLanguage{"ja"}});
    const Layout there = lay_out(tagged, test_style(), kNoLimit, test_fonts());
    CHECK(here.glyphs.size() == there.glyphs.size());
    TextStyle english = test_style();
    english.language = "en";
    CHECK(lay_out("——", english, kNoLimit, test_fonts()).size.x !=
          lay_out("——", test_style(), kNoLimit, test_fonts()).size.x);
    RichText dash;
    dash.text = "——";
    dash.spans.push_back({0, 6, InLanguage{"zh"}});
    CHECK(lay_out(dash, english, kNoLimit, test_fonts()).size.x == Approx(64).margin(0.01));
}

TEST_CASE("lining figures are as high as capitals, in every face", "[text]") {
    for (const Family family : {Family::kSerif, Family::kSans, Family::kReadable, Family::kTitle}) {
        for (const bool bold : {false, true}) {
            TextStyle style = test_style();
            style.family = family;
            style.bold = bold;
            style.lining_figures = true;
            const Layout layout = lay_out("H0123456789", style, kNoLimit, test_fonts());
            REQUIRE(layout.glyphs.size() == 11);
            const Rect capital = ink_of(test_fonts(), layout.glyphs[0]);
            for (const PlacedGlyph& glyph : layout.glyphs) {
                const Rect ink = ink_of(test_fonts(), glyph);
                CAPTURE(static_cast<int>(family), bold, &glyph - layout.glyphs.data());
                CHECK(std::abs(ink.y - capital.y) < capital.h * 0.12f);
                CHECK(std::abs(ink.y + ink.h - capital.y - capital.h) < capital.h * 0.12f);
            }
        }
    }
}

TEST_CASE("invalid UTF-8 shows as the replacement character", "[text]") {
    const Layout layout = lay_out("a\xFF"
                                  "b",
                                  test_style(), kNoLimit, test_fonts());
    CHECK(layout.clusters.size() == 3);
    CHECK(layout.clusters[1].byte_begin == 1);
    CHECK(layout.clusters[1].byte_end == 2);
}

TEST_CASE("a font file that is not there is an Error that names it", "[text]") {
    const Fonts fonts(default_font_plan(), [](const std::string& path) -> Blob { throw Error({path, path}); });
    CHECK_THROWS_AS(lay_out("a", test_style(), kNoLimit, fonts), Error);
    CHECK(lay_out("", test_style(), kNoLimit, fonts).rows.empty());
}
