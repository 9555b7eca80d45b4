#pragma once
// The small square picture that stands for a story: in its window's frame, on its Windows program, on its page.

#include "render/picture.h"
#include "tools/opened_story.h"

namespace liubai {

/// The engine's own, for a story that names none.
inline constexpr const char* kOwnIcon = "assets/ui/icon.png";

/// What the project's `icon:` names, else the engine's own, in the middle of a square of `side` pixels. Reads only the
/// folders. Throws Error when there is no such picture.
Pixels icon_of(const OpenedStory& story, int side);

} // namespace liubai
