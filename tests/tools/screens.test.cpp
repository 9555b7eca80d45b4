// Whole pictures, small, held against tests/screens/*.png with a little tolerance. UPDATE_GOLDEN=1 draws them anew.
#include "render/picture.h"
#include "tools/shoot.h"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace liubai;

namespace {

struct Case {
    const char* name;
    const char* scene;
    const char* screen;
    Vec2 size;
    const char* language;
};

// A line of each kind of framing, each form of the canvas, each screen.
const Case kCases[] = {
    {"title", "", "title", {1280, 720}, "zh"},         {"language", "", "language", {1280, 720}, "zh"},
    {"menu", "rain", "menu", {1280, 720}, "en"},       {"end", "", "end", {1280, 720}, "en"},
    {"rain", "rain", "", {1280, 720}, "zh"},           {"mist_tall", "mist", "", {480, 1040}, "en"},
    {"lens_square", "lens", "", {800, 736}, "zh"},     {"room_long", "room", "", {1720, 720}, "en"},
    {"settings", "rain", "settings", {720, 1280}, "zh"},  {"keys", "rain", "settings-keys", {1280, 720}, "en"},
    {"backlog", "mirror", "backlog", {1280, 720}, "zh"}, {"document", "mirror", "document", {1280, 720}, "en"},
    {"load", "lens", "load", {1280, 720}, "zh"},         {"chapters", "", "chapters", {1280, 720}, "en"},
};

constexpr int kShrink = 4; ///< pictures are kept at a quarter of the size at which they are drawn

Pixels shrunk(const Pixels& from) {
    Pixels to{from.width / kShrink, from.height / kShrink, {}, true};
    for (int y = 0; y < to.height; ++y) {
        for (int x = 0; x < to.width * 4; ++x) {
            int sum = 0;
            for (int dy = 0; dy < kShrink; ++dy) {
                for (int dx = 0; dx < kShrink; ++dx) {
                    const int at = ((y * kShrink + dy) * from.width + x / 4 * kShrink + dx) * 4 + x % 4;
                    sum += from.rgba[static_cast<std::size_t>(at)];
                }
            }
            to.rgba.push_back(static_cast<std::uint8_t>(sum / (kShrink * kShrink)));
        }
    }
    return to;
}

struct Difference {
    double mean = 0;      ///< of a channel, 0…255
    double far_share = 0; ///< of channels that are off by more than 32
};

Difference compare(const Pixels& a, const Pixels& b) {
    double sum = 0;
    std::size_t far_off = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        const int d = std::abs(static_cast<int>(a.rgba[i]) - static_cast<int>(b.rgba[i]));
        sum += d;
        far_off += d > 32 ? 1 : 0;
    }
    const auto count = static_cast<double>(a.rgba.size());
    return {sum / count, static_cast<double>(far_off) / count};
}

/// Draws the frame and holds it against the approved picture of that name.
void check_picture(OpenedStory& story, const std::string& name, const ShootOptions& options) {
    INFO(name);
    const std::string folder = std::string(LIUBAI_ROOT) + "/tests/screens/";
    Layouts layouts(*story.fonts);
    const Pixels drawn = shrunk(render_shot(story, take_shot(story, layouts, options).frame, options.size));
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        write_png(folder + name + ".png", drawn);
        return;
    }
    const Pixels approved = decode_picture(Folder::open_directory(folder).read(name + ".png"), 1);
    REQUIRE(approved.width == drawn.width);
    REQUIRE(approved.height == drawn.height);
    const Difference difference = compare(approved, drawn);
    CHECK(difference.mean < 0.8);
    CHECK(difference.far_share < 0.002);
}

} // namespace

TEST_CASE("the screens look as they were approved", "[tools]") {
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    for (const Case& c : kCases) {
        ShootOptions options;
        options.scene = c.scene;
        options.screen = c.screen;
        options.size = c.size;
        REQUIRE(set_setting(options.settings, "language", c.language));
        check_picture(*story, c.name, options);
    }
}

TEST_CASE("a chapter card looks as it was approved", "[tools]") {
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    ShootOptions options;
    options.size = {1280, 720};
    ReplayLog log;
    log.settings = "language=zh\n";
    log.ticks = {{{Resized{options.size, 1, false, false}}, 1000}, {{KeyDown{Key::kEnter}}, 0}, {{Loaded{1}}, 0}};
    options.log = log;
    options.seconds = 1.6;
    check_picture(*story, "card", options);
}

TEST_CASE("the specimen of setting looks as it was approved", "[tools]") {
    const auto story = open_story(LIUBAI_ROOT "/docs/typography", LIUBAI_ROOT);
    ShootOptions options;
    options.size = {1080, 2592};
    REQUIRE(set_setting(options.settings, "text_size", "80"));
    check_picture(*story, "specimen", options);
}
