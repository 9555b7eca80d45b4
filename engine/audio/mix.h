#pragma once
// What should be heard from moment to moment, without a device: which piece plays how loud. The mixer only compares
// this with what SDL plays, so loading and going back need nothing of their own.

#include "base/frame.h"

#include <array>
#include <string>

namespace liubai {

/// A loudness on its way to another.
struct Glide {
    float from = 1;
    float to = 1;
    Millis elapsed = 0;
    Millis total = 0;
    bool operator==(const Glide&) const = default;
    [[nodiscard]] bool done() const { return elapsed >= total; }
    [[nodiscard]] float now() const {
        return done() ? to : from + (to - from) * static_cast<float>(elapsed) / static_cast<float>(total);
    }
};

/// A sound that runs on and is faded.
struct Voice {
    std::string name; ///< "" = none
    Millis level = 0; ///< 0…the fade's length
    Glide volume;     ///< follows the wanted one; what fades out keeps the one it had
    bool operator==(const Voice&) const = default;
};

struct MixState {
    WantedSound wanted;
    Voice music;
    Millis silence = 0;         ///< still to keep before music may begin
    std::array<Voice, 2> beds;  ///< the two that cross-fade
    bool operator==(const MixState&) const = default;
};

inline constexpr Millis kMusicSilence = 600; ///< between two pieces
inline constexpr Millis kShortestFade = 20;  ///< a cut without a click
inline constexpr Millis kHush = 250;         ///< to a smaller volume
inline constexpr Millis kSwell = 600;        ///< to a greater one

/// From now on this is wanted. What it names must be ready to play.
void want(MixState& state, const WantedSound& wanted);

/// Time passes: pass(a + b) equals pass(a), pass(b). A piece of music fades out, a silence follows, the next fades in;
/// beds cross-fade, and a third waits until one of two has gone.
void pass(MixState& state, Millis dt);

/// How loud they are now, 0…1, the wanted volume included.
float music_gain(const MixState& state);
float bed_gain(const MixState& state, std::size_t bed);

/// Until pass() changes anything that is heard: kNever when all is steady.
Millis next_change(const MixState& state);

/// True when nothing sounds and nothing is wanted.
bool is_silent(const MixState& state);

} // namespace liubai
