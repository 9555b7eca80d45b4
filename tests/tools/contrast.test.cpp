// Text is readable over every picture there is: WCAG 2.1 contrast of what is written against what was really drawn
// behind it, wash and layers included. 7:1 for the line, 4.5:1 for everything else; nothing under 18 real pixels.
#include "base/color.h"
#include "support/temporary_folder.h"
#include "tools/shoot.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

using namespace liubai;

namespace {

constexpr const char* kCast = "A: {name: {zh: 研究者, en: the researcher}, language: zh}\n";
// As many rows as a line may have before it takes a second page.
constexpr const char* kLine =
    "  - A: 这一行很长，写到三行为止，因为它要量一量最高的那一行字后面有多亮，那里的墨最淡，画最亮，最难读清楚，所以一直写到这里才停下来。\n"
    "    en: This line is long and runs on to its third row, for the highest row stands where the ink is thinnest and the "
    "painting behind it is at its brightest, and so it is the hardest one of all to read.\n";

struct Row {
    Color color;
    int baseline = 0; ///< real pixels
    bool operator<(const Row& o) const {
        return std::tie(baseline, color.r, color.g, color.b, color.a) <
               std::tie(o.baseline, o.color.r, o.color.g, o.color.b, o.color.a);
    }
};

/// The glyphs of a frame, taken out of it, as boxes in real pixels, by row and colour.
std::map<Row, std::vector<Rect>> take_text(Frame& frame) {
    std::map<Row, std::vector<Rect>> rows;
    const float scale = frame.canvas.scale;
    for (Layer& layer : frame.layers) {
        for (const DrawItem& item : layer.items) {
            const auto* glyphs = std::get_if<GlyphsItem>(&item);
            if (!glyphs) continue;
            for (const PlacedGlyph& glyph : glyphs->glyphs) {
                CHECK(glyph.size * scale > 17.99f);
                if (glyph.color.r < 64) continue; // the character cut into a seal: a stamp, its name stands beside it
                const float em = glyph.size * scale;
                const Vec2 at{frame.canvas.origin.x + glyph.at.x * scale, frame.canvas.origin.y + glyph.at.y * scale};
                rows[{glyph.color, static_cast<int>(at.y)}].push_back({at.x, at.y - em * 0.85f, em, em});
            }
        }
        std::erase_if(layer.items, [](const DrawItem& item) { return std::holds_alternative<GlyphsItem>(item); });
    }
    return rows;
}

/// The pixel that only a twentieth of those behind the boxes outshine.
Color bright_pixel(const Pixels& picture, const std::vector<Rect>& boxes) {
    std::vector<std::pair<int, Color>> found;
    for (const Rect& box : boxes) {
        for (int y = std::max(0, static_cast<int>(box.y)); y < std::min(picture.height, static_cast<int>(box.y + box.h)); ++y) {
            for (int x = std::max(0, static_cast<int>(box.x)); x < std::min(picture.width, static_cast<int>(box.x + box.w)); ++x) {
                const std::uint8_t* p = &picture.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4];
                found.push_back({p[0] * 213 + p[1] * 715 + p[2] * 72, {p[0], p[1], p[2], 255}});
            }
        }
    }
    REQUIRE(!found.empty());
    const auto at = found.begin() + static_cast<std::ptrdiff_t>(found.size() * 95 / 100);
    std::nth_element(found.begin(), at, found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return at->second;
}

double contrast_on(Color text, Color behind) {
    const Color seen = mix(behind, {text.r, text.g, text.b, 255}, static_cast<float>(text.a) / 255);
    return contrast_ratio({seen.r, seen.g, seen.b, 255}, behind);
}

} // namespace

TEST_CASE("every text is readable over every background and in every weather", "[tools]") {
    const test_support::TemporaryFolder project;
    project.put("scenes/project.yaml", "title: {zh: 留白, en: Room}\nlanguage: zh\nlanguages: [zh, en]\nscenes: [one]\n");
    project.put("scenes/cast.yaml", kCast);
    const auto shipped = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    std::vector<std::string> names;
    std::string scene = "title: {zh: 一, en: One}\nlines:\n  - framing: none\n";
    const auto add = [&](const std::string& background, const std::string& weather) {
        names.push_back("on_" + background + (weather.empty() ? "" : "_in_" + weather));
        scene += "  - bg: " + background + "\n    with: cut\n  - weather: " + (weather.empty() ? "none" : weather) + "\n" + kLine +
                 "    id: " + names.back() + "\n";
    };
    for (const auto& [name, background] : shipped->content.look.backgrounds) add(name, "");
    REQUIRE(names.size() >= 18);
    for (const char* color : {"white", "paper", "gold", "black"}) add(color, "");
    REQUIRE(shipped->content.look.weathers.size() >= 5);
    for (const auto& [weather, layers] : shipped->content.look.weathers) {
        for (const char* background : {"white", "paper", "wheat", "city"}) add(background, weather);
    }
    project.put("scenes/one.yaml", scene);
    const auto story = open_story(project.path().string(), LIUBAI_ROOT);
    for (const Vec2 size : {Vec2{1280, 720}, Vec2{1920, 1080}}) {
        Layouts layouts(*story->fonts);
        for (const std::string& name : names) {
            const bool in_weather = name.find("_in_") != std::string::npos;
            if (in_weather && size.x > 1280) continue; // the same layers, only finer
            ShootOptions options;
            options.scene = "one";
            options.line = "one/" + name;
            options.size = size;
            REQUIRE(set_setting(options.settings, "mode", "two"));
            Frame frame = take_shot(*story, layouts, options).frame;
            const auto rows = take_text(frame);
            REQUIRE(rows.size() >= 5);
            const Pixels behind = render_shot(*story, frame, size);
            for (const auto& [row, boxes] : rows) {
                INFO(name << " at " << size.x << ": row at " << row.baseline << ", colour " << int(row.color.r) << " " << int(row.color.g));
                const bool is_line = row.color == theme::kText;
                CHECK(contrast_on(row.color, bright_pixel(behind, boxes)) >= (is_line ? 7.0 : 4.5));
            }
        }
    }
}

TEST_CASE("no text is set under 18 real pixels at 1280×720, whatever size the reader chose", "[tools]") {
    const Canvas canvas = canvas_for({1280, 720});
    for (const float text_size : {80.0f, 100.0f, 150.0f, 200.0f}) {
        const Metrics m = metrics(canvas, 1, text_size);
        for (const float size : {m.text, m.small, m.name}) CHECK(size * canvas.scale > 17.99f);
    }
}
