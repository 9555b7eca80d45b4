#pragma once
// The stage as draw items: background, its layers, weather and figures, on a rectangle of the canvas. compose.cpp puts
// them in order, scenery.h and figures.h draw them, lens.h says where things lie.

#include "base/canvas.h"
#include "base/frame.h"
#include "base/look.h"
#include "stage/stage.h"
#include "stage/stand_in.h"

#include <cstdint>
#include <vector>

namespace liubai {

enum class Mouth : std::uint8_t { kRest, kOpen, kRound };

/// What the typewriter, the reader and the canvas tell the stage.
struct StageView {
    Rect area;               ///< of the canvas, covered by the stage
    Form form = Form::kWide; ///< tall: only the speaker is seen
    Mouth mouth = Mouth::kRest;
    bool at_gap = false;     ///< the speaker rests at a silence: their eyes go elsewhere
    bool blinks = false;     ///< figures may blink now
    bool ambient = false;    ///< layers move and figures breathe
    Millis lingers = 0;      ///< how long the reader has rested at a silence
    std::uint64_t seed = 1;
};

/// Items that fade or are uncovered as one.
struct StageGroup {
    float alpha = 1;
    Mask mask;
    std::vector<DrawItem> items; ///< back to front
};

struct ComposedStage {
    std::vector<StageGroup> groups;  ///< back to front
    std::vector<WantedPicture> now;  ///< drawn in this picture
    std::vector<WantedPicture> soon; ///< the other faces of the figures that stand here
    std::vector<StandIn> stand_ins;  ///< of those who have no figure, drawn before all groups
    Light light; ///< of the background, cross-faded
    bool moves = false; ///< some layer or figure moves by itself
    Millis next_change = kNever; ///< until a layer that waits for a lingering reader comes
};

ComposedStage compose(const Stage& stage, const Story& story, const Look& look, const StageView& view);

/// Both names are states of one place: they share its picture.
bool is_same_place(const Look& look, const std::string& a, const std::string& b);

/// Every picture that a stage will need in such a view, once it is there: also what waits for a lingering reader, the
/// faces of who stands there, and the mask that its background comes with.
void want_stage(const Stage& stage, const Story& story, const Look& look, StageView view, std::vector<WantedPicture>& wanted);

/// What a background shows at rest behind the figures, its own picture first, on that picture's own pixels: what is
/// painted into Background::flat.
std::vector<DrawItem> flat_items(const Look& look, const std::string& name, Vec2 size);

/// True while the figure's eyes are shut. Irregular, from the seed alone.
bool is_blinking(std::uint64_t seed, const std::string& speaker, Millis clock);

/// When any of the blinks of `speakers` next begins or ends after `clock`.
Millis next_blink_change(std::uint64_t seed, const std::string& speaker, Millis clock);

} // namespace liubai
