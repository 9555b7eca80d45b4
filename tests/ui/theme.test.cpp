#include "ui/theme.h"
#include "ui/credits.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace liubai;

TEST_CASE("secondary text is never under 30 units nor 18 real pixels, and small italics stand upright", "[ui]") {
    for (const Vec2 window :
         {Vec2{1280, 720}, Vec2{1920, 1080}, Vec2{3840, 2160}, Vec2{720, 1280}, Vec2{480, 1040}}) {
        for (const float size : {80.0f, 100.0f, 200.0f}) {
            const Canvas canvas = canvas_for(window);
            const Metrics m = metrics(canvas, 1, size);
            INFO(window.x << "x" << window.y << " " << size << " %");
            CHECK(m.small >= 30);
            CHECK(m.text >= m.small);
            CHECK(m.small * canvas.scale >= 17.99f);
            CHECK(m.least_slanted * canvas.scale >= 21.99f);
        }
    }
    for (const Color color : {theme::kSecondary, theme::kEdgePrint}) CHECK(color.a >= 0.8f * 255);
}

TEST_CASE("what is read follows the reader's face, weight, row spacing and contrast; titles keep their face", "[ui]") {
    const Canvas canvas = canvas_for({1280, 720});
    const Metrics plain = metrics(canvas, 1, 100);
    const Metrics m = metrics(canvas, 1, 100, {Family::kReadable, true, 160, true});
    for (const auto style_of : {line_style, small_style, name_style, button_style}) {
        const TextStyle before = style_of(plain, "en");
        const TextStyle style = style_of(m, "en");
        CHECK(style.family == Family::kReadable);
        CHECK(style.bold);
        CHECK(style.size == before.size);
        CHECK(contrast_ratio(style.color, theme::kStrip) > contrast_ratio(before.color, theme::kStrip));
        CHECK(contrast_ratio(style.color, theme::kStrip) >= 12);
        CHECK(style.color.a == 255);
    }
    for (const auto style_of : {line_style, small_style})
        CHECK(style_of(m, "zh").row_pitch == Approx(style_of(plain, "zh").row_pitch * 1.6f));
    CHECK(button_style(m, "zh").row_pitch == button_style(plain, "zh").row_pitch);
    CHECK(title_style(40, "en").family == Family::kTitle);
    CHECK(m.highest < plain.highest);
}

TEST_CASE("the end names every library and font that the program stands on", "[ui]") {
    std::string shown;
    for (const EngineCredit& credit : engine_credits()) shown += credit.role.en + "\n" + credit.name.en + "\n";
    std::ifstream in(LIUBAI_ROOT "/THIRD_PARTY.md");
    bool counts = false;
    int found = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("## ")) counts = line == "## Libraries in the program" || line == "## Fonts";
        if (!counts || !line.starts_with("| ") || line.starts_with("| ---") || line.starts_with("| library") ||
            line.starts_with("| font") || line.find("tests only") != std::string::npos)
            continue;
        const std::string name = line.substr(2, line.find_first_of("|;,(", 2) - 2);
        std::string word;
        std::istringstream words(name);
        while (words >> word) {
            if (word == "{fmt}") word = "fmt";
            if (word == "12" || word == "SC") continue;
            INFO(line);
            CHECK(shown.find(word) != std::string::npos);
        }
        ++found;
    }
    CHECK(found >= 19);
}
