#include "base/canvas.h"

#include <algorithm>
#include <cmath>

namespace liubai {
namespace {

constexpr float kShortSide = 1080;
constexpr float kLongestSide = 2600; // 21:9 screens are 2.37 to 2.39 wide
constexpr float kSquareUpTo = 4.0f / 3.0f; // below this ratio the wide composition has no room beside the text

} // namespace

Canvas canvas_for(Vec2 pixels) {
    const float width = std::max(pixels.x, 1.0f);
    const float height = std::max(pixels.y, 1.0f);
    const float short_px = std::min(width, height);
    const float long_px = std::max(width, height);
    Canvas canvas;
    canvas.scale = short_px / kShortSide;
    const float long_units = std::min(long_px / canvas.scale, kLongestSide);
    const bool upright = height > width;
    canvas.size = upright ? Vec2{kShortSide, long_units} : Vec2{long_units, kShortSide};
    canvas.origin = {std::floor((width - canvas.size.x * canvas.scale) / 2),
                     std::floor((height - canvas.size.y * canvas.scale) / 2)};
    const float ratio = long_px / short_px;
    canvas.form = upright && ratio > 1.1f ? Form::kTall : ratio < kSquareUpTo - 0.01f ? Form::kSquare : Form::kWide;
    return canvas;
}

Vec2 to_canvas(const Canvas& canvas, Vec2 pixel) {
    return {(pixel.x - canvas.origin.x) / canvas.scale, (pixel.y - canvas.origin.y) / canvas.scale};
}

} // namespace liubai
