#include "tools/layout_texts.h"

#include "base/error.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace liubai;
using Json = nlohmann::json;

namespace {

LayoutRequest request(const std::string& text) {
    LayoutRequest made;
    made.texts = {{"1", "", text}};
    made.style.size = 30;
    made.stock = LIUBAI_ROOT;
    return made;
}

Json lines(const LayoutRequest& asked) { return Json::parse(layout_texts(asked))[0]["lines"]; }

} // namespace

TEST_CASE("S2: liubai layout adds an eighth of an em between Han and Latin, or nothing when told so", "[layout][S2]") {
    LayoutRequest asked = request("我们用AI做了3次");
    const double with = lines(asked)[0]["width"];
    asked.style.autospace = false;
    CHECK(with - lines(asked)[0]["width"].get<double>() == Approx(4 * 3.75).margin(0.002));
}

TEST_CASE("L1: liubai layout prints every allowed break", "[layout][L1]") {
    LayoutRequest asked = request("very  vibe，C++ 的");
    asked.breaks = true;
    CHECK(Json::parse(layout_texts(asked))[0]["breaks"] == Json({6, 11, 15}));
}

TEST_CASE("I7: font files play the part that they can draw", "[layout][I7]") {
    const std::string fonts = std::string(LIUBAI_ROOT) + "/fonts/";
    LayoutRequest asked = request("中a");
    asked.fonts = {font_from(fonts + "NotoColorEmoji.ttf"), font_from(fonts + "NotoSerifCJKsc-Regular.otf:0"),
                   font_from(fonts + "EBGaramond12-Regular.otf@2")};
    asked.style.autospace = false;
    const double twice = lines(asked)[0]["width"];
    asked.fonts[2].scale = 1;
    const double once = lines(asked)[0]["width"];
    CHECK(once > 30);
    CHECK(twice - 30 == Approx(2 * (once - 30)).margin(0.002));
}

TEST_CASE("a font on the command line has a face and a scale", "[layout]") {
    CHECK(font_from("a.ttc:2@0.8") == FontFile{"a.ttc", 2, 0.8f});
    CHECK(font_from("C:/a.otf") == FontFile{"C:/a.otf", 0, 1});
    CHECK_THROWS_AS(font_from("a.otf@big"), Error);
    CHECK_THROWS_AS(font_from("a.otf@0"), Error);
    LayoutRequest asked = request("a");
    asked.fonts = {{std::string(LIUBAI_ROOT) + "/README.md"}};
    CHECK_THROWS_AS(layout_texts(asked), Error);
}
