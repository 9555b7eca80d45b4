#pragma once
// A frame's layers laid over each other: paper, then each layer, one that fades as a whole. Renderer's second step.

#include "render/mask.h"
#include "render/painter.h"
#include "render/still.h"

namespace liubai {

/// A copy of what was drawn, whose pixels can be changed: for the software renderer.
class Readable {
public:
    /// Makes its texture. False when it is there.
    bool prepare(SDL_Renderer* renderer, int width, int height);
    /// That area of the target set now, at the same place; of alpha nothing is said. Null when the device refuses.
    SDL_Texture* read(SDL_Renderer* renderer, const SDL_Rect& screen, const SDL_Rect& area);

private:
    SdlTexture texture_;
};

/// Whole-window textures that a composer draws by way of, and what it remembers of the last frame.
struct ComposeMemory {
    SdlTexture still; ///< paper and the start of the last frame, up to `still_end`
    Cut still_end;    ///< {} = nothing
    bool is_shown = false; ///< the screen still shows `last`, whole
    Shown last;
    SdlTexture below; ///< of a GPU: what is drawn so far when something fades
    SdlTexture faded; ///< the same with the fading layer on it
    std::vector<DrawItem> faded_items; ///< that are all of `faded` inside `faded_clip`, but for `faded_lost`; or none
    SDL_Rect faded_clip{};
    SDL_Rect faded_lost{};
    Readable own; ///< what is drawn so far, or the fading layer's own pixels
    MaskShade mask;
    int width = 0; ///< of the textures; 0 = nothing was drawn
    int height = 0;

    [[nodiscard]] bool fits(int of_width, int of_height) const { return width == of_width && height == of_height; }
    /// Remembers nothing, for a window of that size.
    void begin(int new_width, int new_height);
};

/// The picture has changed: nothing that is remembered may show it as it was.
void forget(ComposeMemory& memory, ImageId image);

/// Makes one of the textures that a coming frame of that size may need, so that no frame has to wait for its memory.
/// False when all are there.
bool prepare(const Device& device, ComposeMemory& memory, int width, int height);

/// Draws all of `frame` to the device's screen, which is `width` × `height` pixels. Throws Error when the device has no
/// room for a texture.
void compose(const Painter& painter, const Frame& frame, ComposeMemory& memory, int width, int height);

} // namespace liubai
