#pragma once
// Decoded sounds as they sound: added to what goes to the device, each at its own loudness. The mixer decides which; this
// runs on the device's thread and knows no SDL.

#include "base/blob.h"

#include <cstdint>
#include <span>
#include <vector>

namespace liubai {

/// A sound decoded for the mixer: 44.1 kHz, 16 bit. One channel where both would be the same.
struct Samples {
    Blob pcm;
    int channels = 2;
};

struct Playing {
    int id = 0;
    std::span<const std::int16_t> pcm;
    int channels = 2;
    bool loops = false;
    float gain = 0;        ///< of what was heard last
    float wanted = 0;      ///< reached at the end of the next stretch that is heard, without a step
    bool ends = false;     ///< fades within that stretch, and is over
    std::size_t frame = 0; ///< heard next
};

/// Adds all to an interleaved stretch of stereo and takes out what is over.
void add_playing(std::vector<Playing>& playing, std::span<std::int16_t> stereo);

/// What becomes of everything that sounds, the music too, before the device has it.
struct Outlet {
    bool mono = false;  ///< both channels get the average
    bool holds = false; ///< nothing is heard; what add_playing() adds stays where it is
    float gain = 1;     ///< of what was heard last: a hold begins and ends without a step
    bool operator==(const Outlet&) const = default;
    /// True while sounds go on: not in a hold, but for the stretch in which it fades in.
    [[nodiscard]] bool runs() const { return !holds || gain > 0; }
};

/// Lets an interleaved stretch of stereo out.
void let_out(Outlet& outlet, std::span<std::int16_t> stereo);

/// One channel, if both are the same.
Samples without_second_channel(Samples samples);

} // namespace liubai
