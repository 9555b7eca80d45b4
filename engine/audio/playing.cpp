#include "audio/playing.h"

#include <algorithm>
#include <memory>

namespace liubai {
namespace {

std::int16_t louder_by(std::int16_t sample, float more) {
    const auto sum = static_cast<int>(sample) + static_cast<int>(more < 0 ? more - 0.5f : more + 0.5f);
    return static_cast<std::int16_t>(std::clamp(sum, -32768, 32767));
}

void add(Playing& sound, std::span<std::int16_t> stereo) {
    const std::size_t length = sound.pcm.size() / static_cast<std::size_t>(sound.channels);
    const std::size_t second = sound.channels == 2 ? 1 : 0;
    const std::size_t frames = stereo.size() / 2;
    const float to = sound.ends ? 0 : sound.wanted;
    const float step = frames == 0 ? 0 : (to - sound.gain) / static_cast<float>(frames);
    for (std::size_t i = 0; i < frames; ++i) {
        if (sound.frame >= length) {
            if (!sound.loops || length == 0) break;
            sound.frame = 0;
        }
        const float gain = sound.gain + step * static_cast<float>(i);
        const std::size_t at = sound.frame++ * static_cast<std::size_t>(sound.channels);
        stereo[2 * i] = louder_by(stereo[2 * i], gain * sound.pcm[at]);
        stereo[2 * i + 1] = louder_by(stereo[2 * i + 1], gain * sound.pcm[at + second]);
    }
    sound.gain = to;
    if (!sound.loops && sound.frame >= length) sound.ends = true;
}

} // namespace

void add_playing(std::vector<Playing>& playing, std::span<std::int16_t> stereo) {
    for (Playing& sound : playing) add(sound, stereo);
    std::erase_if(playing, [](const Playing& sound) { return sound.ends; });
}

void let_out(Outlet& outlet, std::span<std::int16_t> stereo) {
    const std::size_t frames = stereo.size() / 2;
    const float to = outlet.holds ? 0.0f : 1.0f;
    const float step = frames == 0 ? 0 : (to - outlet.gain) / static_cast<float>(frames);
    for (std::size_t i = 0; i < frames; ++i) {
        std::int16_t& left = stereo[2 * i];
        std::int16_t& right = stereo[2 * i + 1];
        if (outlet.mono) left = right = static_cast<std::int16_t>((left + right) / 2);
        if (outlet.gain == 1 && to == 1) continue;
        const float gain = outlet.gain + step * static_cast<float>(i + 1);
        left = louder_by(0, gain * left);
        right = louder_by(0, gain * right);
    }
    outlet.gain = to;
}

Samples without_second_channel(Samples samples) {
    const auto* const pcm = reinterpret_cast<const std::int16_t*>(samples.pcm.bytes.data());
    const std::size_t frames = samples.pcm.bytes.size() / 4;
    if (samples.channels != 2) return samples;
    for (std::size_t i = 0; i < frames; ++i) {
        if (pcm[2 * i] != pcm[2 * i + 1]) return samples;
    }
    auto one = std::make_unique<std::vector<std::int16_t>>(frames);
    for (std::size_t i = 0; i < frames; ++i) (*one)[i] = pcm[2 * i];
    Samples out;
    out.channels = 1;
    out.pcm.bytes = std::as_bytes(std::span(*one));
    out.pcm.owner = Blob::Owner(one.release(), [](void* p) { delete static_cast<std::vector<std::int16_t>*>(p); });
    return out;
}

} // namespace liubai
