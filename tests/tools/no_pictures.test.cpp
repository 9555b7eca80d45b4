// A story without pictures of its own looks intended: seals stand for who speaks, a background is a colour or any
// picture that was dropped into the folder.
#include "base/color_names.h"
#include "script/look.h"
#include "support/temporary_folder.h"
#include "tools/shoot.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace liubai;

namespace {

/// What a line of a lone scene looks like.
struct Seen {
    Frame frame;
    Pixels pixels;
};

Seen see(const test_support::TemporaryFolder& project, const std::string& line, const char* reader = "zh") {
    const auto story = open_story(project.at("scenes") + "/..", LIUBAI_ROOT);
    Layouts layouts(*story->fonts);
    ShootOptions options;
    options.scene = "one";
    options.line = line;
    options.size = {640, 360};
    REQUIRE(set_setting(options.settings, "language", reader));
    Seen seen;
    seen.frame = take_shot(*story, layouts, options).frame;
    seen.pixels = render_shot(*story, seen.frame, options.size);
    return seen;
}

Color pixel(const Pixels& p, int x, int y) {
    const std::uint8_t* c = &p.rgba[static_cast<std::size_t>(y * p.width + x) * 4];
    return {c[0], c[1], c[2], c[3]};
}

bool is_near(Color a, Color b, int levels) {
    const auto close = [&](int u, int v) { return u - v <= levels && v - u <= levels; };
    return close(a.r, b.r) && close(a.g, b.g) && close(a.b, b.b);
}

void put_project(const test_support::TemporaryFolder& project, const std::string& cast, const std::string& lines) {
    project.put("scenes/project.yaml", "title: 试\nlanguage: zh\nlanguages: [zh]\nscenes: [one]\n");
    project.put("scenes/cast.yaml", cast);
    project.put("scenes/one.yaml", "lines:\n" + lines);
}

/// Stage seals by their left edges; the small ones beside the words are of the dialogue.
std::map<int, Color> seals_of(const Frame& frame, ImageId seal) {
    std::map<int, Color> out;
    for (const Layer& layer : frame.layers) {
        for (const DrawItem& item : layer.items) {
            const auto* image = std::get_if<ImageItem>(&item);
            if (layer.kind == LayerKind::kStage && image && image->image == seal) out[static_cast<int>(image->to.x)] = image->tint;
        }
    }
    return out;
}

int brightness(Color c) { return c.r + c.g + c.b; }

} // namespace

TEST_CASE("who has no figure is a seal on their side, bright while they speak", "[tools]") {
    const test_support::TemporaryFolder project;
    put_project(project, "A: {name: 林溪, language: zh, side: left, color: '#c8452c'}\n"
                         "B: {name: 阿哲, language: zh, side: right, color: '#4f7596'}\n"
                         "C: {name: 陈, language: zh, side: right, color: '#c98a3c'}\n",
                "  - bg: night\n  - A: 一\n    id: a\n  - B: 二\n    id: b\n  - C: 三\n    id: c\n");
    const ImageId seal = open_story(project.path().string(), LIUBAI_ROOT)->content.look.ui.seal;
    const auto first = seals_of(see(project, "one/a").frame, seal);
    const auto second = seals_of(see(project, "one/b").frame, seal);
    const auto third = seals_of(see(project, "one/c").frame, seal);
    REQUIRE(first.size() == 2);
    REQUIRE(second.size() == 2);
    REQUIRE(third.size() == 2); // one seal a side
    CHECK(first.begin()->first < 600);
    CHECK(first.rbegin()->first > 1200);
    CHECK(brightness(first.begin()->second) > brightness(second.begin()->second));
    CHECK(brightness(second.rbegin()->second) > brightness(first.rbegin()->second));
    CHECK(third.rbegin()->second == Color{0xC9, 0x8A, 0x3C, 255});
}

TEST_CASE("a background may be a colour by its number or by a name", "[tools]") {
    for (const auto& [name, color] : kColorNames) CHECK(background_color(name) == color);
    CHECK(background_color("#223") == Color{0x22, 0x22, 0x33, 255});
    CHECK_FALSE(background_color("nowhere"));
    const test_support::TemporaryFolder project;
    put_project(project, "A: {name: 甲}\n",
                "  - framing: none\n  - bg: '#223'\n  - A: 一\n    id: a\n  - bg: moss\n  - A: 二\n    id: b\n"
                "  - bg: nowhere\n  - A: 三\n    id: c\n");
    CHECK(pixel(see(project, "one/a").pixels, 320, 120) == Color{0x22, 0x22, 0x33, 255});
    CHECK(is_near(pixel(see(project, "one/b").pixels, 320, 120), *background_color("moss"), 1));
    CHECK(see(project, "one/c").pixels.width == 640); // a picture that is not there is lint's, and stops nobody
}

TEST_CASE("a picture of any kind and shape in assets or assets/backgrounds is a background, cut from its middle", "[tools]") {
    const test_support::TemporaryFolder project;
    put_project(project, "A: {name: 甲}\n",
                "  - framing: none\n  - bg: tall\n  - A: 一\n    id: a\n  - bg: Snow 1\n  - A: 二\n    id: b\n"
                "  - bg: web\n  - A: 三\n    id: c\n");
    // Taller than the stage: red above, green in the middle, blue below.
    Pixels tall{90, 300, {}, true};
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 90; ++x) {
            const bool middle = y >= 125 && y < 175;
            for (const int v : {y < 125 ? 200 : 0, middle ? 200 : 0, y >= 175 ? 200 : 0, 255}) tall.rgba.push_back(static_cast<std::uint8_t>(v));
        }
    }
    project.put("assets/backgrounds/x", "");
    write_png(project.at("assets/Snow 1.PNG"), tall);
    write_png(project.at("assets/backgrounds/tall.png"), tall);
    const Blob webp = Folder::open_directory(LIUBAI_ROOT).read("assets/backgrounds/wheat.webp");
    project.put("assets/web.webp", std::string(webp.text()));
    for (const char* line : {"one/a", "one/b"}) {
        INFO(line);
        const Pixels seen = see(project, line).pixels;
        CHECK(is_near(pixel(seen, 320, 178), {0, 200, 0, 255}, 3));
        CHECK(is_near(pixel(seen, 10, 182), {0, 200, 0, 255}, 3)); // 640 wide: 90×50.6 of the picture is seen
    }
    CHECK(brightness(pixel(see(project, "one/c").pixels, 320, 100)) > 60);
}
