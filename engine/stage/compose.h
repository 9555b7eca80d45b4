#pragma once
// The stage as draw items: background, figures with their light, on a rectangle of the canvas.

#include "base/canvas.h"
#include "base/frame.h"
#include "base/look.h"
#include "stage/stage.h"

#include <cstdint>
#include <vector>

namespace liubai {

enum class Mouth : std::uint8_t { kRest, kOpen, kRound };

/// What the typewriter and the canvas tell the stage.
struct StageView {
    Rect area;                ///< of the canvas, covered by the stage
    Form form = Form::kWide;  ///< tall: only the speaker is seen
    Mouth mouth = Mouth::kRest;
    bool blinks = false;      ///< figures may blink now
    std::uint64_t seed = 1;
};

/// Items that fade as one: the background and what has fully arrived, or a figure on its way in or out.
struct StageGroup {
    float alpha = 1;
    std::vector<DrawItem> items; ///< back to front
};

struct ComposedStage {
    std::vector<StageGroup> groups; ///< back to front
    std::vector<WantedPicture> now;  ///< drawn in this picture
    std::vector<WantedPicture> soon; ///< the other faces of the figures that stand here
    Light light; ///< of the background, cross-faded
};

ComposedStage compose(const Stage& stage, const Story& story, const Look& look, const StageView& view);

/// True while the figure's eyes are shut. Irregular, from the seed alone.
bool is_blinking(std::uint64_t seed, const std::string& speaker, Millis clock);

/// When any of the blinks of `speakers` next begins or ends after `clock`.
Millis next_blink_change(std::uint64_t seed, const std::string& speaker, Millis clock);

} // namespace liubai
