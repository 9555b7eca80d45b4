#pragma once
// Pictures of an opened story as pixels: files, and backgrounds laid together with their layers.

#include "render/renderer.h"
#include "tools/opened_story.h"

namespace liubai {

/// The picture at `scale` (0…1) of its own size. Reads only the folders and the look: any thread. Throws Error.
Pixels load_picture(const OpenedStory& story, ImageId image, float scale);

/// Gives it to the renderer as what it is, a picture or a mask.
void give_picture(Renderer& renderer, const Look& look, ImageId image, Pixels pixels, float scale);

} // namespace liubai
