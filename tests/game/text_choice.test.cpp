#include "game/settings.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("typeface, weight, row spacing and contrast are set by their names and kept") {
    Settings settings;
    CHECK(set_setting(settings, "typeface", "readable"));
    CHECK(set_setting(settings, "weight", "bold"));
    CHECK(set_setting(settings, "row_spacing", "115"));
    CHECK(set_setting(settings, "contrast", "high"));
    CHECK(settings.text == TextChoice{Family::kReadable, true, 115, true});
    CHECK(settings_from(to_text(settings)) == settings);
    CHECK(set_setting(settings, "typeface", "sans"));
    CHECK(set_setting(settings, "weight", "regular"));
    CHECK(set_setting(settings, "contrast", "normal"));
    CHECK(settings.text == TextChoice{Family::kSans, false, 115, false});
    for (const char* wrong : {"99", "161", "", "wide"}) CHECK_FALSE(set_setting(settings, "row_spacing", wrong));
    for (const char* wrong : {"title", "", "Sans"}) CHECK_FALSE(set_setting(settings, "typeface", wrong));
    CHECK_FALSE(set_setting(settings, "weight", "on"));
    CHECK_FALSE(set_setting(settings, "contrast", "on"));
}
