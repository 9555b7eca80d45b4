#pragma once
// The window, as play and the workshop open it.

#include "base/geometry.h"
#include "render/picture.h"
#include "render/sdl_ptr.h"

#include <string>

namespace liubai {

/// In the middle of the screen, `size` points large, and never too small to read. Throws Error.
SdlWindow open_window(const std::string& title, Vec2 size);

inline constexpr int kIconSide = 64; ///< pixels

/// Shows a square picture where the system shows a program's icon: in a frame, a list of windows.
void set_icon(SDL_Window* window, Pixels picture);

/// Of the window, at least 1 each way.
Vec2 points_of(SDL_Window* window);

/// How many real pixels one of the window's points has, of a renderer's `pixels`.
Vec2 pixels_a_point(SDL_Window* window, Vec2 pixels);

} // namespace liubai
