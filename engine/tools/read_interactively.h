#pragma once
// The whole game as text in a terminal, for a screen reader or a remote shell: one thing after another, no colours, no
// cursor, every mark in words. Another face of the same GameState that a window shows: its saves go on there.

#include "base/frame.h"
#include "base/input.h"
#include "game/settings.h"
#include "tools/opened_story.h"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>

namespace liubai {

/// What the terminal is given. The functions must be there.
struct TerminalOptions {
    Settings settings;
    int width = 0;   ///< cells in which rows are wrapped; 0 = they are not
    SeenLoaded seen; ///< what earlier sessions remember
    /// Saves, loads and keeps what the game asks for, and answers what it is to be told.
    std::function<std::optional<InputEvent>(const Request&)> carry_out;
    std::function<std::int64_t()> minutes; ///< see LocalTime
};

/// Prints line by line what a reader would read and obeys what they type ("?" lists it, in both languages) until they
/// quit, the input ends or Enter is given at the end. Offers to go on from an autosave, and leaves one.
void read_interactively(OpenedStory& story, const TerminalOptions& options, std::istream& in, std::ostream& out);

} // namespace liubai
