#pragma once
// SDL's handles as owners. The one header of the engine that shows SDL; only render/ and app/ include it.

#include <SDL.h>

#include <memory>

namespace liubai {

struct SdlDelete {
    void operator()(SDL_Window* p) const { SDL_DestroyWindow(p); }
    void operator()(SDL_Renderer* p) const { SDL_DestroyRenderer(p); }
    void operator()(SDL_Texture* p) const { SDL_DestroyTexture(p); }
    void operator()(SDL_Surface* p) const { SDL_FreeSurface(p); }
    void operator()(SDL_RWops* p) const { SDL_RWclose(p); }
};

using SdlWindow = std::unique_ptr<SDL_Window, SdlDelete>;
using SdlRenderer = std::unique_ptr<SDL_Renderer, SdlDelete>;
using SdlTexture = std::unique_ptr<SDL_Texture, SdlDelete>;
using SdlSurface = std::unique_ptr<SDL_Surface, SdlDelete>;
using SdlRw = std::unique_ptr<SDL_RWops, SdlDelete>;

} // namespace liubai
