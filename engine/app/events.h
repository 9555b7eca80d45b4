#pragma once
// SDL's events as InputEvents.

#include "base/canvas.h"
#include "base/input.h"

#include <optional>

union SDL_Event;
struct SDL_Window;

namespace liubai {

/// The event in the engine's words, points in canvas units; nullopt for what the game does not listen to. `pixels` is
/// how many real pixels one window coordinate has.
std::optional<InputEvent> input_from(const SDL_Event& event, const Canvas& canvas, Vec2 pixels, Vec2 size);

} // namespace liubai
