#pragma once
// What a browser's page has otherwise than a system does: it must not be held up, there are no threads and no terminal, and files are in
// memory until it is told to keep them.

#include "base/millis.h"

#include <functional>
#include <optional>

union SDL_Event;

namespace liubai {

#ifdef __EMSCRIPTEN__
inline constexpr bool kHasThreads = false;
inline constexpr bool kHasTerminal = false;
inline constexpr bool kHasFrame = false; ///< around the window, with its icon: the page has its own
#else
inline constexpr bool kHasThreads = true;
inline constexpr bool kHasTerminal = true;
inline constexpr bool kHasFrame = true;
#endif

/// Calls `step` until it answers an exit code, and answers that. In a browser it answers 0 at once, and `step` is called
/// with each of the page's frames from then on.
int run_steps(std::function<std::optional<int>()> step);

/// True when an event came. Waits for it at most so long; in a browser not at all.
bool wait_for_event(SDL_Event& event, Millis longest);

/// To be called when a file of the reader's was changed: a browser keeps them now.
void keep_changed_files();

} // namespace liubai
