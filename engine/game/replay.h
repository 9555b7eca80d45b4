#pragma once
// A log of everything that went into update(): seed, settings, content and every tick. Played back it gives the same
// frames, so a reader's bug can be sent as a file.

#include "base/diagnostic.h"
#include "base/input.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace liubai {

struct Tick {
    std::vector<InputEvent> inputs;
    Millis dt = 0;
    bool operator==(const Tick&) const = default;
};

struct ReplayLog {
    std::uint64_t seed = 1;
    std::uint64_t content_hash = 0;
    std::string settings; ///< "key=value" lines
    std::string scene;    ///< where the reading was started at; empty = the title
    std::string line;
    std::vector<Tick> ticks;
    bool operator==(const ReplayLog&) const = default;
};

/// One line a tick: "tick 16 | key-down 1 0 0 0 0 | …". Text, so that a bug report can be read and cut.
std::string to_text(const ReplayLog& log);
std::string to_text(const Tick& tick);

/// The log, or a sentence that names the bad line. At most 1,000,000 ticks.
std::variant<ReplayLog, Bilingual> replay_from(std::string_view text);

} // namespace liubai
