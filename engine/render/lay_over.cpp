#include "render/lay_over.h"

#include "render/between.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace liubai {
namespace {

constexpr int kOne = 256; // of the shares below

int blended(int a, int b, int share) { return a + (b - a) * share / kOne; }

} // namespace

void lay_over(Pixels& ground, const Pixels& layer, const Rect& to, Color tint, Blend blend) {
    if (to.empty() || layer.width <= 0 || layer.height <= 0 || tint.a == 0) return;
    const int left = std::max(0, static_cast<int>(std::floor(to.x + 0.5f)));
    const int top = std::max(0, static_cast<int>(std::floor(to.y + 0.5f)));
    const int right = std::min(ground.width, static_cast<int>(std::floor(to.x + to.w + 0.5f)));
    const int bottom = std::min(ground.height, static_cast<int>(std::floor(to.y + to.h + 0.5f)));
    if (left >= right || top >= bottom) return;
    const auto columns = between(to.x, to.w, layer.width, left, right);
    const auto rows = between(to.y, to.h, layer.height, top, bottom);
    const std::array<int, 3> colors{tint.r, tint.g, tint.b};
    for (int y = top; y < bottom; ++y) {
        const Between& row = rows[static_cast<std::size_t>(y - top)];
        const std::uint8_t* upper = &layer.rgba[static_cast<std::size_t>(row.first) * static_cast<std::size_t>(layer.width) * 4];
        const std::uint8_t* lower = &layer.rgba[static_cast<std::size_t>(row.second) * static_cast<std::size_t>(layer.width) * 4];
        std::uint8_t* out = &ground.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(ground.width) + static_cast<std::size_t>(left)) * 4];
        for (const Between& column : columns) {
            const std::uint8_t* corners[4] = {upper + column.first * 4, upper + column.second * 4,
                                              lower + column.first * 4, lower + column.second * 4};
            std::uint8_t* pixel = out;
            out += 4;
            if ((corners[0][3] | corners[1][3] | corners[2][3] | corners[3][3]) == 0) continue;
            const auto mixed = [&](int channel) {
                return blended(blended(corners[0][channel], corners[1][channel], column.share),
                               blended(corners[2][channel], corners[3][channel], column.share), row.share);
            };
            const int alpha = mixed(3) * tint.a / 255;
            for (int channel = 0; channel < 3; ++channel) {
                const int color = mixed(channel) * colors[static_cast<std::size_t>(channel)] / 255;
                const int below = pixel[channel];
                const int value = blend == Blend::kAdd ? below + color * alpha / 255 : below + (color - below) * alpha / 255;
                pixel[channel] = static_cast<std::uint8_t>(std::min(255, value));
            }
        }
    }
}

} // namespace liubai
