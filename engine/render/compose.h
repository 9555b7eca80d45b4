#pragma once
// A frame's layers laid over each other: paper, then each layer, one that fades as a whole. Renderer's second step.

#include "render/painter.h"

namespace liubai {

/// Whole-window textures, there only while something fades.
struct FadeTargets {
    SdlTexture below;  ///< what is drawn so far
    SdlTexture faded;  ///< the same with the fading layer on it
    int width = 0;
    int height = 0;
};

/// Draws all of `frame` to the device's screen, which is `width` × `height` pixels. Throws Error when a layer must
/// fade and the device has no room for it.
void compose(const Painter& painter, const Frame& frame, FadeTargets& targets, int width, int height);

} // namespace liubai
