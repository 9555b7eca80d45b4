#pragma once
// Where things of the stage's 1920×1080 lie on the canvas, seen through the camera: for compose() and for what a game
// draws on a picture's own places.

#include "base/canvas.h"
#include "stage/stage.h"

namespace liubai {

/// Nearer things follow the camera further: the parallax of depth 0 (the background), 1 (the figures) and beyond.
constexpr float follow(float depth) { return 1 + 0.6f * depth; }

class StageLens {
public:
    /// The stage covers `area` of the canvas: centred, a little more of the top than of the bottom is kept. The shot is
    /// held where the background still covers it.
    StageLens(const Rect& area, const Viewpoint& shot);

    /// A rectangle of the stage at a depth.
    [[nodiscard]] Rect place(const Rect& on_stage, float depth) const;
    /// Canvas units a stage unit at a depth, under any zoom of that depth's own.
    [[nodiscard]] float scale(float depth) const;
    /// The x of a figure's middle in stage units: its share of the stage, squeezed into what is seen of it.
    [[nodiscard]] float figure_x(float share) const;
    [[nodiscard]] const Rect& area() const { return area_; }
    /// What the stage's own rectangle would be without a camera.
    [[nodiscard]] const Rect& all() const { return all_; }

private:
    Rect area_;
    float cover_; ///< canvas units a stage unit without a camera
    Rect all_;
    Viewpoint shot_;
};

} // namespace liubai
