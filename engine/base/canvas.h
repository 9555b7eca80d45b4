#pragma once
// The canvas: what the interface lays itself out in, whatever the window. Its short side is 1080 units.

#include "base/geometry.h"

namespace liubai {

enum class Form { kWide, kSquare, kTall };

/// The stage is always composed for this size and then placed on the canvas.
inline constexpr Vec2 kStageSize{1920, 1080};

struct Canvas {
    Vec2 size{1920, 1080}; ///< units
    float scale = 1;       ///< real pixels per unit
    Vec2 origin;           ///< real pixels left and above the canvas (bars, when the window is longer than 21:9)
    Form form = Form::kWide;
    bool operator==(const Canvas&) const = default;
};

/// The canvas of a window of that many real pixels: long side 1080 to 2600 units, longer windows get bars.
Canvas canvas_for(Vec2 pixels);

/// Real pixels of the window to canvas units.
Vec2 to_canvas(const Canvas& canvas, Vec2 pixel);

} // namespace liubai
