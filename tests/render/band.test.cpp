#include "render/band.h"
#include "render/picture_cache.h"

#include <catch2/catch.hpp>

#include "render/draw_support.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace render_test;

namespace {

constexpr int kSide = 200;
constexpr ImageId kPicture{1};

/// A disc: clear outside, opaque inside, with a soft edge, and no two pixels alike.
Pixels disc() {
    Pixels p = plain_picture(kSide, kSide, {0, 0, 0, 0});
    std::uint32_t last = 1;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const int from_middle = (x - 100) * (x - 100) + (y - 100) * (y - 100);
            last = last * 1664525u + 1013904223u;
            std::uint8_t* pixel = &p.rgba[static_cast<std::size_t>(y * kSide + x) * 4];
            for (std::size_t c = 0; c < 3; ++c) pixel[c] = static_cast<std::uint8_t>(last >> (8 + 8 * c));
            pixel[3] = static_cast<std::uint8_t>(std::clamp(90 * 90 - from_middle, 0, 255));
        }
    }
    return p;
}

Pixels drawn_with(const Coverage* coverage, BandPicture picture) {
    const Device device = open_memory_device({400, 400});
    PictureCache pictures;
    pictures.put(device, kPicture, disc(), 1);
    picture.texture = pictures.peek(kPicture)->texture.get();
    picture.coverage = coverage;
    SDL_SetRenderDrawColor(device.sdl.get(), 10, 120, 200, 255);
    SDL_RenderClear(device.sdl.get());
    Band band;
    REQUIRE(band.draw(device.sdl.get(), picture));
    Pixels out = plain_picture(400, 400, {0, 0, 0, 255});
    REQUIRE(SDL_RenderReadPixels(device.sdl.get(), nullptr, SDL_PIXELFORMAT_RGBA32, out.rgba.data(), 1600) == 0);
    return out;
}

std::uint32_t word(std::uint32_t a, std::uint32_t r, std::uint32_t g, std::uint32_t b) { return a << 24 | r << 16 | g << 8 | b; }

/// All values of all channels, in a row that is no multiple of what is done at once.
std::vector<std::uint32_t> every_value() {
    std::vector<std::uint32_t> words;
    for (std::uint32_t v = 0; v < 256; ++v) words.push_back(word(v, 255 - v, v ^ 85, v ^ 170));
    words.push_back(word(255, 255, 255, 255));
    words.push_back(word(1, 2, 3, 4));
    return words;
}

std::uint32_t expected(std::uint32_t from, Color color, bool opaque) {
    const auto part = [&](int shift, std::uint32_t of) { return (from >> shift & 255u) * of / 255; };
    return word(opaque ? color.a : part(24, color.a), part(16, color.r), part(8, color.g), part(0, color.b));
}

} // namespace

TEST_CASE("an area is clear or opaque only if each of its pixels is, and beside the picture it is clear", "[render]") {
    const Pixels picture = disc();
    const Coverage coverage(picture.rgba.data(), kSide, kSide);
    std::array<int, 3> seen{};
    for (int y = -40; y < 240; y += 7) {
        for (int x = -40; x < 240; x += 7) {
            const SDL_Rect area{x, y, 1 + (x + 40) % 23, 1 + (y + 40) % 19};
            int least = 255;
            int most = 0;
            for (int v = area.y; v < area.y + area.h; ++v) {
                for (int u = area.x; u < area.x + area.w; ++u) {
                    const bool in = u >= 0 && v >= 0 && u < kSide && v < kSide;
                    const int alpha = in ? picture.rgba[static_cast<std::size_t>(v * kSide + u) * 4 + 3] : 0;
                    least = std::min(least, alpha);
                    most = std::max(most, alpha);
                }
            }
            CAPTURE(area.x, area.y, area.w, area.h);
            const Cover cover = coverage.of(area);
            if (cover == Cover::kClear) CHECK(most == 0);
            if (cover == Cover::kOpaque) CHECK(least == 255);
            ++seen[static_cast<std::size_t>(cover)];
        }
    }
    for (const int times : seen) CHECK(times > 50);
}

TEST_CASE("what is skipped or copied because of a picture's coverage leaves the same pixels", "[render]") {
    const Pixels picture = disc();
    const Coverage coverage(picture.rgba.data(), kSide, kSide);
    BandPicture as_it_is;
    as_it_is.from = {0, 0, kSide, kSide};
    as_it_is.to = {37, 61, kSide, kSide};
    as_it_is.tint = {255, 255, 255, 255};
    BandPicture part = as_it_is;
    part.from = {20, 60, 150, 100};
    part.to = {-30, 11, 150, 100};
    BandPicture larger = as_it_is;
    larger.to = {-20, 30, 331, 290};
    BandPicture smaller = part;
    smaller.to = {200, 300, 120, 77};
    BandPicture turned = as_it_is;
    turned.turn = {17, {60, 60}, {210, 190}, {100, 150}};
    turned.to = {10, 20, 390, 370};
    for (BandPicture form : {as_it_is, part, larger, smaller, turned}) {
        for (const Color tint : {Color{255, 255, 255, 255}, Color{120, 200, 90, 255}, Color{255, 90, 255, 100}}) {
            for (const SDL_BlendMode blend : {SDL_BLENDMODE_BLEND, SDL_BLENDMODE_ADD}) {
                form.tint = tint;
                form.blend = blend;
                CAPTURE(form.to.x, form.turn.degrees, int(tint.r), int(tint.a), int(blend));
                const Pixels skipping = drawn_with(&coverage, form);
                const Pixels blending = drawn_with(nullptr, form);
                int largest = 0; // a turned picture begins elsewhere in a row: a rounding of its place
                for (std::size_t i = 0; i < skipping.rgba.size(); ++i) largest = std::max(largest, std::abs(skipping.rgba[i] - blending.rgba[i]));
                CHECK(largest <= (form.turn.degrees != 0 ? 3 : 0));
            }
        }
    }
}

TEST_CASE("a tint takes of each channel its share, also where a picture is tinted in its own place", "[render]") {
    std::vector<std::uint32_t> from = every_value();
    const int width = static_cast<int>(from.size());
    for (int v = 0; v < 256; ++v) {
        const auto byte = [&](int by) { return static_cast<std::uint8_t>(v + by); };
        const Color color{byte(0), byte(77), byte(130), byte(201)};
        for (const bool opaque : {false, true}) {
            std::vector<std::uint32_t> wanted;
            for (const std::uint32_t one : from) wanted.push_back(expected(one, color, opaque));
            std::vector<std::uint32_t> apart(from.size());
            tint({from.data(), width, 1, from.size()}, {apart.data(), width, 1, apart.size()}, color, opaque);
            std::vector<std::uint32_t> in_place = from;
            const Words same{in_place.data(), width, 1, in_place.size()};
            tint(same, same, color, opaque);
            CAPTURE(v, opaque);
            CHECK((apart == wanted));
            CHECK((in_place == wanted));
        }
    }
}
