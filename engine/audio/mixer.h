#pragma once
// Plays what a frame wants to be heard: one streamed piece of music, two beds that cross-fade, short sounds. audio/mix.h
// decides; this compares and drives SDL_mixer.

#include "audio/mix.h"
#include "audio/playing.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace liubai {

/// A file that the mixer needs. Music streams from the file as it is; the others are decoded before.
struct SoundNeed {
    std::string name;
    bool decoded = false;
    bool operator==(const SoundNeed&) const = default;
};

/// Decodes a whole sound. Any thread, while a mixer that needs it lives. Throws Error.
Samples decode_sound(const Blob& file);

/// The device is opened when the first sound's file is needed. Without one, all is silent and the log says so once.
class Mixer {
public:
    Mixer();
    ~Mixer();
    Mixer(const Mixer&) = delete;
    Mixer& operator=(const Mixer&) = delete;

    /// `dt` has passed under what was wanted before; now this is. A cue whose sound is not there plays if the sound
    /// comes soon, else never. While `wanted` is paused, music and beds hold, and short sounds end.
    void hear(const WantedSound& wanted, const std::vector<SoundCue>& cues, Millis dt);

    /// The names of cues that have ended since they were last taken; those that will never be heard have ended at once.
    std::vector<std::string> take_ended();

    /// Sounds that may be wanted soon. They are asked for one after the other and kept until they are no longer named;
    /// none while the device is closed, or when too much is decoded already.
    void expect(std::vector<std::string> names);

    /// What to read now, each told once; each must be answered with one put().
    std::vector<SoundNeed> take_needs();
    /// The bytes of a music file; empty = it cannot be had.
    void put(const std::string& name, Blob file);
    void put(const std::string& name, Samples samples);

    /// Until hear() must be called again, or take_ended(), although nothing new is wanted; kNever when all is steady.
    [[nodiscard]] Millis wake_after() const;

    /// Closes the device if it was silent for some seconds. It may take as long as a few frames.
    void close_if_silent();

    /// For tests: what is heard, and how much is kept decoded.
    [[nodiscard]] const MixState& state() const;
    [[nodiscard]] std::size_t decoded_bytes() const;
    [[nodiscard]] bool is_open() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace liubai
