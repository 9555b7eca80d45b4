#pragma once
// Who speaks without a figure: where the seal stands that is drawn for them (ui/stand_in.h), and how it is lit.

#include "base/geometry.h"
#include "base/millis.h"

#include <cstdint>
#include <string>

namespace liubai {

struct StandIn {
    std::string speaker;
    Rect at; ///< on the canvas
    float alpha = 1;
    float light = 1; ///< 1 = speaks, 0 = listens; less while a listener's light sinks for a moment, as eyes blink
};

/// How far a listener's seal is dimmed, 0…1: a soft fall and rise once in a while, irregular, from the seed alone.
float blink_of_seal(std::uint64_t seed, const std::string& speaker, Millis clock);

/// Until the next one begins; 0 while one lasts.
Millis next_blink_of_seal(std::uint64_t seed, const std::string& speaker, Millis clock);

} // namespace liubai
