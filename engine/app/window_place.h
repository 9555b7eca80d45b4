#pragma once
// Where the window was when it was closed, for each display.

struct SDL_Window;

namespace liubai {

/// Puts the window where it was on the display it is on, if that place is still to be seen.
void restore_window_place(SDL_Window* window);

/// Remembers its place and size, unless it is full screen or minimised. Logs a warning when that cannot be written.
void keep_window_place(SDL_Window* window);

} // namespace liubai
