#pragma once
// SDL's events as InputEvents.

#include "base/canvas.h"
#include "base/input.h"

#include <SDL_rect.h>

#include <optional>

union SDL_Event;

namespace liubai {

/// The event in the engine's words, points in canvas units; nullopt for what the game does not listen to. `pixels` is
/// how many real pixels one window coordinate has.
std::optional<InputEvent> input_from(const SDL_Event& event, const Canvas& canvas, Vec2 pixels, Vec2 size);

/// A rectangle of the canvas in window coordinates, of which one has `pixels` real pixels.
SDL_Rect in_window(Rect at, const Canvas& canvas, Vec2 pixels);

} // namespace liubai
