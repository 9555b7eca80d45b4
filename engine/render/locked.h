#pragma once
// The pixels of a texture that the software renderer draws, in place.

#include "render/sdl_ptr.h"
#include "render/stretch.h"

namespace liubai {

/// Those of an area of a streaming texture, for as long as it lives; what was queued with them is drawn before. The
/// software renderer keeps what was in them.
class Locked {
public:
    Locked(SDL_Texture* texture, const SDL_Rect& area) : texture_(texture) {
        void* pixels = nullptr;
        int pitch = 0;
        if (!texture || SDL_LockTexture(texture, &area, &pixels, &pitch) != 0) return;
        words_ = {static_cast<std::uint32_t*>(pixels), area.w, area.h, static_cast<std::size_t>(pitch) / 4};
    }
    ~Locked() {
        if (words_.first) SDL_UnlockTexture(texture_);
    }
    Locked(const Locked&) = delete;
    Locked& operator=(const Locked&) = delete;
    [[nodiscard]] const Words& words() const { return words_; } ///< `first` null: the device refuses

private:
    SDL_Texture* texture_;
    Words words_;
};

} // namespace liubai
