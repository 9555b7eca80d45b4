#pragma once
// Draws the items of a layer, one after the other, to whatever the device's target is now.

#include "base/frame.h"
#include "render/band.h"
#include "render/device.h"
#include "render/glyph_atlas.h"
#include "render/picture_cache.h"

#include <optional>

namespace liubai {

/// What a painter draws with, for one frame. Keeps: everything, for that long.
struct Painter {
    const Device& device;
    const Fonts& fonts;
    PictureCache& pictures;
    GlyphAtlas& atlas;
    Band& band;
    Canvas canvas;
};

/// The rectangle in whole pixels, its edges rounded one by one so that neighbours stay neighbours. Empty stays empty;
/// anything else is at least a pixel wide and high.
SDL_Rect to_pixels(const Canvas& canvas, Rect rect);

/// Draws the item, a picture or fill with `alpha` times its own.
void paint(const Painter& painter, const DrawItem& item, float alpha = 1);

/// True when the item leaves nothing of what is below `area` (pixels).
bool covers(const Painter& painter, const DrawItem& item, const SDL_Rect& area);

} // namespace liubai
