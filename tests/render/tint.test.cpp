// Every product of two bytes, over the share of 255 that a tint is.
#include "render/band.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace liubai;

namespace {

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
