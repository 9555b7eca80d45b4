#include "render/turn.h"

#include <algorithm>
#include <cmath>

namespace liubai {
namespace {

constexpr int kBits = 16; // of the fraction in a place

/// The nearest pixel, without its alpha outside the picture.
std::uint32_t at(const Words& from, int x, int y) {
    const bool inside = x >= 0 && y >= 0 && x < from.width && y < from.height;
    const int column = std::clamp(x, 0, from.width - 1);
    const int row = std::clamp(y, 0, from.height - 1);
    const std::uint32_t word = from.first[static_cast<std::size_t>(row) * from.stride + static_cast<std::size_t>(column)];
    return inside ? word : word & 0x00FFFFFFu;
}

std::uint32_t sample(const Words& from, std::int64_t u, std::int64_t v) {
    const auto x = static_cast<int>(u >> kBits);
    const auto y = static_cast<int>(v >> kBits);
    if (x < -1 || y < -1 || x >= from.width || y >= from.height) return 0;
    const auto fx = static_cast<int>(u >> (kBits - 8) & 255);
    const auto fy = static_cast<int>(v >> (kBits - 8) & 255);
    if (x >= 0 && y >= 0 && x + 1 < from.width && y + 1 < from.height) {
        const std::uint32_t* upper = from.first + static_cast<std::size_t>(y) * from.stride + x;
        const std::uint32_t* lower = upper + from.stride;
        if (((upper[0] | upper[1] | lower[0] | lower[1]) >> 24) == 0) return 0;
        return mixed(mixed(upper[0], upper[1], fx), mixed(lower[0], lower[1], fx), fy);
    }
    return mixed(mixed(at(from, x, y), at(from, x + 1, y), fx), mixed(at(from, x, y + 1), at(from, x + 1, y + 1), fx), fy);
}

} // namespace

void turn_over(const Words& from, const Words& to, Vec2 corner, Vec2 size, Vec2 pivot, float degrees) {
    const double radians = static_cast<double>(degrees) * 3.14159265358979 / 180;
    const double across = static_cast<double>(from.width) / static_cast<double>(size.x);
    const double down = static_cast<double>(from.height) / static_cast<double>(size.y);
    constexpr double kOne = 1 << kBits;
    // Turned back about the pivot, then into the picture's own pixels.
    const double cosine = std::cos(radians);
    const double sine = std::sin(radians);
    const auto step_u = static_cast<std::int64_t>(std::llround(cosine * across * kOne));
    const auto step_v = static_cast<std::int64_t>(std::llround(-sine * down * kOne));
    for (int y = 0; y < to.height; ++y) {
        const double dx = 0.5 - static_cast<double>(corner.x + pivot.x);
        const double dy = y + 0.5 - static_cast<double>(corner.y + pivot.y);
        const double left = static_cast<double>(pivot.x) + dx * cosine + dy * sine;
        const double top = static_cast<double>(pivot.y) - dx * sine + dy * cosine;
        auto u = static_cast<std::int64_t>(std::llround((left * across - 0.5) * kOne));
        auto v = static_cast<std::int64_t>(std::llround((top * down - 0.5) * kOne));
        std::uint32_t* out = to.first + static_cast<std::size_t>(y) * to.stride;
        for (int x = 0; x < to.width; ++x, u += step_u, v += step_v) out[x] = sample(from, u, v);
    }
}

void words_from_rgba(const std::uint8_t* rgba, const Words& to) {
    for (int y = 0; y < to.height; ++y) {
        std::uint32_t* out = to.first + static_cast<std::size_t>(y) * to.stride;
        for (int x = 0; x < to.width; ++x, rgba += 4) {
            out[x] = static_cast<std::uint32_t>(rgba[3]) << 24 | static_cast<std::uint32_t>(rgba[0]) << 16 |
                     static_cast<std::uint32_t>(rgba[1]) << 8 | rgba[2];
        }
    }
}

} // namespace liubai
