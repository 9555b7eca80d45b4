#pragma once
// What a sound's file says of itself, looked at before it is decoded: a few bytes may claim gigabytes.

#include "base/blob.h"

namespace liubai {

/// Throws Error when a part of a WAV or a FLAC is longer than the file, when a FLAC's comments are broken, or when a WAV, Ogg Vorbis or FLAC has a rate at which a short file
/// would become a sound of hours: under 4,000 or over 192,000 samples a second.
void check_sound_header(const Blob& file);

} // namespace liubai
