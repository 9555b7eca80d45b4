#pragma once
// What a silence leaves behind on the screen: the light that stays, the line that rises when its word is heard, the
// lights of the end. Plain data with its clocks; unsaid.h changes it, show_silences.h draws it.

#include "stage/motion.h"
#include "story/reading.h"

#include <string>

namespace liubai {

/// A line that was left for something without words: they fade, and the light of its open gaps stays where it was.
struct LeftLine {
    Place line;           ///< an empty scene = none
    std::size_t page = 0; ///< the one that was shown
    bool has_light = false;
    Fade words{0, 600};
    Fade travel; ///< to the light of the picture that comes; total 0 = it stays
    Fade out;    ///< total 0 = it stays
    bool operator==(const LeftLine&) const = default;
};

/// An earlier line whose word is heard now: it rises, its gap closes over the word, it goes.
struct RisenLine {
    Place line;          ///< an empty scene = none
    std::size_t gap = 0; ///< which of its gaps, from 0
    std::string key;
    Millis elapsed = 0; ///< since the word was typed
    Fade out;           ///< the reader went on; total 0 = not yet
    bool operator==(const RisenLine&) const = default;
};

struct Silences {
    LeftLine left;
    RisenLine risen;
    Fade lights;     ///< of the words never heard; total 0 = none
    Fade lights_out; ///< total 0 = they stay
    Millis lingering = 0; ///< see lingered()
    bool operator==(const Silences&) const = default;
};

// The risen line's moments, since its word was typed.
inline constexpr Millis kRisen = 700;          ///< it is there
inline constexpr Millis kLightLeaves = 500;    ///< the word's light sets out
inline constexpr Millis kLightArrives = 1500;  ///< and is in the gap, which begins to close
inline constexpr Millis kWhole = 2200;         ///< the line is whole
inline constexpr Millis kRisenGoes = kWhole + 2500;
inline constexpr Millis kRisenGone = kRisenGoes + 900;

inline constexpr Millis kLightsRise = 6000; ///< all of them, one after the other

} // namespace liubai
