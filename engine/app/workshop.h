#pragma once
// The program started without a story: an author drops a conversation (or a story) on the window, reads it and packs it.

#include "app/player.h"

#include <string>

namespace liubai {

/// Opens the window and goes on until the author quits. `dropped`: a file or folder to begin with, "" = none. Answers the
/// exit code. Throws Error when there is no display or no stock.
int run_workshop(const PlayOptions& options, const std::string& dropped);

/// True for a file that is no story: what somebody may want to make one of.
bool is_conversation(const std::string& path);

} // namespace liubai
