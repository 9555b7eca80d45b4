#pragma once
// Tinted, translucent, stretched and turned pictures in the software renderer. SDL has a quick way for a picture's own
// alpha, one four times as slow for any tint, and stretches and turns into new memory at every draw: so pixels are made
// ready here, a band of rows at a time, and drawn as they are then. Where a picture is clear nothing is done, and where it
// is opaque nothing is blended.

#include "base/color.h"
#include "render/coverage.h"
#include "render/sdl_ptr.h"
#include "render/stretch.h"
#include "render/turn.h"

namespace liubai {

/// Each channel of each pixel of `from` times the colour's, of 255, to `to` of the same size. `opaque`: what the top byte
/// of `from` holds is no alpha.
void tint(const Words& from, const Words& to, Color color, bool opaque);

/// A part of a streaming texture and what becomes of it.
struct BandPicture {
    SDL_Texture* texture = nullptr;
    const Coverage* coverage = nullptr; ///< of the whole texture
    SDL_Rect from{};
    SDL_Rect to{}; ///< of the screen; all that a turned one covers
    Turn turn;     ///< from the corner of `to`
    Color tint;
    bool opaque = false;
    SDL_BlendMode blend = SDL_BLENDMODE_BLEND;

    [[nodiscard]] bool is_turned() const { return turn.degrees != 0; }
    [[nodiscard]] bool is_stretched() const { return !is_turned() && (from.w != to.w || from.h != to.h); }
    [[nodiscard]] bool is_tinted() const { return tint != Color{255, 255, 255, 255}; }
};

class Band {
public:
    /// False when the device refuses.
    bool draw(SDL_Renderer* renderer, const BandPicture& picture);

private:
    bool fill(const BandPicture& picture, const SDL_Rect& at);
    bool draw_part(SDL_Renderer* renderer, const BandPicture& picture, const SDL_Rect& at, SDL_BlendMode blend);

    SdlTexture texture_;
};

} // namespace liubai
