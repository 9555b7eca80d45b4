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

/// One channel, if both are the same.
Samples without_second_channel(Samples samples);

} // namespace liubai
