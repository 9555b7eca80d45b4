#include "render/turn.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <vector>

using namespace liubai;

namespace {

/// A picture in which no pixel is like the next.
std::vector<std::uint32_t> speckled(int width, int height) {
    std::vector<std::uint32_t> words(static_cast<std::size_t>(width * height));
    std::uint32_t last = 1;
    for (std::uint32_t& word : words) word = last = last * 1664525u + 1013904223u;
    return words;
}

constexpr std::uint32_t kUntouched = 0x12345678;

} // namespace

TEST_CASE("a picture turned by a quarter has its rows as columns", "[render]") {
    constexpr int kSide = 8;
    std::vector<std::uint32_t> picture = speckled(kSide, kSide);
    std::vector<std::uint32_t> turned(kSide * kSide, kUntouched);
    Turn turn;
    turn.degrees = 90;
    turn.size = {kSide, kSide};
    turn.pivot = {kSide / 2, kSide / 2};
    turn_over({picture.data(), kSide, kSide, kSide}, {turned.data(), kSide, kSide, kSide}, turn);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            CAPTURE(x, y);
            CHECK(turned[static_cast<std::size_t>(y * kSide + x)] == picture[static_cast<std::size_t>((kSide - 1 - x) * kSide + y)]);
        }
    }
}

TEST_CASE("a pixel that lies between four is their mixture, channel by channel", "[render]") {
    // Made twice as large, the pixels of the result lie a quarter and three quarters of the way.
    std::vector<std::uint32_t> picture = speckled(4, 4);
    std::vector<std::uint32_t> larger(64, kUntouched);
    Turn turn;
    turn.size = {8, 8};
    turn_over({picture.data(), 4, 4, 4}, {larger.data(), 8, 8, 8}, turn);
    for (int y = 1; y < 7; ++y) {
        for (int x = 1; x < 7; ++x) {
            CAPTURE(x, y);
            const std::uint32_t* const upper = picture.data() + (y - 1) / 2 * 4 + (x - 1) / 2;
            const int across = x % 2 == 1 ? 64 : 192;
            const int down = y % 2 == 1 ? 64 : 192;
            for (int shift = 0; shift < 32; shift += 8) {
                const auto channel = [shift](std::uint32_t word) { return static_cast<int>(word >> shift & 255); };
                const int above = (channel(upper[0]) * (256 - across) + channel(upper[1]) * across) / 256;
                const int below = (channel(upper[4]) * (256 - across) + channel(upper[5]) * across) / 256;
                CHECK(channel(larger[static_cast<std::size_t>(y * 8 + x)]) == (above * (256 - down) + below * down) / 256);
            }
        }
    }
}

TEST_CASE("beside a turned picture all is transparent", "[render]") {
    std::vector<std::uint32_t> picture(16, 0xFFFFFFFFu);
    std::vector<std::uint32_t> around(20 * 20, kUntouched);
    Turn turn;
    turn.degrees = 30;
    turn.corner = {8, 8};
    turn.size = {4, 4};
    turn.pivot = {2, 2};
    turn_over({picture.data(), 4, 4, 4}, {around.data(), 20, 20, 20}, turn);
    const TurnBounds bounds = bounds_of(turn);
    CHECK(around[10 * 20 + 10] == 0xFFFFFFFFu);
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 20; ++x) {
            CAPTURE(x, y);
            const bool inside = x >= bounds.left && x < bounds.right && y >= bounds.top && y < bounds.bottom;
            if (!inside) CHECK(around[static_cast<std::size_t>(y * 20 + x)] >> 24 == 0);
        }
    }
}
