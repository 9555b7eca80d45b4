#pragma once
// A frame's layers laid over each other: paper, then each layer, one that fades as a whole. Renderer's second step.

#include "render/mask.h"
#include "render/painter.h"
#include "render/still.h"

namespace liubai {

/// Whole-window textures that a composer draws by way of, and what it remembers of the last frame.
struct ComposeMemory {
    SdlTexture still; ///< paper and the start of the last frame, up to `still_end`
    Cut still_end;    ///< {} = nothing
    bool is_shown = false; ///< the screen still shows `last`, whole
    Shown last;
    SdlTexture below; ///< while something fades: what is drawn so far
    SdlTexture faded; ///< the same with the fading layer on it
    MaskShade mask;
    int width = 0;
    int height = 0;
};

/// Draws all of `frame` to the device's screen, which is `width` × `height` pixels. Throws Error when the device has no
/// room for a texture.
void compose(const Painter& painter, const Frame& frame, ComposeMemory& memory, int width, int height);

} // namespace liubai
