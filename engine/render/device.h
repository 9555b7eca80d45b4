#pragma once
// What draws: SDL's software renderer, or a GPU one that really is one. Renderer's first step.

#include "base/geometry.h"
#include "render/sdl_ptr.h"

#include <string>

namespace liubai {

struct Device {
    SdlSurface surface; ///< what the memory device draws into; outlives `sdl`
    SdlRenderer sdl;
    std::string name;
    bool accelerated = false;
};

/// The format of every opaque surface: that of SDL's window surfaces on common displays, so that blits need no
/// conversion. It has no alpha channel, so whatever was drawn to it is opaque.
inline constexpr Uint32 kOpaqueFormat = SDL_PIXELFORMAT_RGB888;
/// Same channel order with alpha: SDL's software blitter blends it into kOpaqueFormat on its fast path.
inline constexpr Uint32 kAlphaFormat = SDL_PIXELFORMAT_ARGB8888;

/// Throws Error when the window can not be drawn to.
Device open_device(SDL_Window* window, bool accelerated);

/// Throws Error when there is no memory for it.
Device open_memory_device(Vec2 pixels);

/// True for the names that OpenGL drivers without a GPU give themselves.
bool is_software_driver(const std::string& gl_renderer);

} // namespace liubai
