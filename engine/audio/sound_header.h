#pragma once
// What a sound's file says of itself, looked at before it is decoded: a few bytes may claim gigabytes.

#include "base/blob.h"

namespace liubai {

/// Throws Error for what is neither Ogg Vorbis nor WAV: SDL_mixer reads many more kinds, by decoders that lose memory or
/// break with a stranger's file. Also when a part of a WAV is longer than the file, or when the rate is one at which a short
/// file would become a sound of hours: under 4,000 or over 192,000 samples a second.
void check_sound_header(const Blob& file);

} // namespace liubai
