#include "audio/mix.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr Millis kFadeStep = 20; // a fade is heard as smooth

Millis length(Millis fade) { return std::max(fade, kShortestFade); }

/// Loud early and late: two voices that cross keep about their common loudness.
float gain(Millis level, Millis fade) {
    const float x = static_cast<float>(level) / static_cast<float>(length(fade));
    return x * (2 - x);
}

void stretch(Voice& voice, Millis from, Millis to) { voice.level = voice.level * length(to) / length(from); }

void take_volume(Voice& voice, float volume) {
    if (voice.volume.to == volume) return;
    const float now = voice.volume.now();
    voice.volume = {now, volume, 0, volume < now ? kHush : kSwell};
}

Voice begun(const std::string& name, float volume) { return {name, 0, {volume, volume, 0, 0}}; }

void pass_music(MixState& state, Millis dt) {
    Voice& music = state.music;
    const std::string& wanted = state.wanted.music;
    if (!music.name.empty() && music.name != wanted) {
        const Millis spent = std::min(dt, music.level);
        music.level -= spent;
        dt -= spent;
        if (music.level > 0) return;
        music = {};
        state.silence = kMusicSilence;
    }
    if (music.name.empty()) {
        const Millis spent = std::min(dt, state.silence);
        state.silence -= spent;
        dt -= spent;
        if (wanted.empty() || state.silence > 0) return;
        music = begun(wanted, state.wanted.music_volume);
    }
    music.level = std::min(music.level + dt, length(state.wanted.music_fade));
}

/// The bed that is wanted takes a free channel if it has none.
void begin_bed(MixState& state) {
    auto& beds = state.beds;
    const std::string& wanted = state.wanted.ambience;
    if (wanted.empty() || beds[0].name == wanted || beds[1].name == wanted) return;
    for (Voice& bed : beds) {
        if (!bed.name.empty()) continue;
        bed = begun(wanted, state.wanted.ambience_volume);
        return;
    }
}

void pass_beds(MixState& state, Millis dt) {
    begin_bed(state);
    while (dt > 0) {
        Millis slice = dt; // ends where a channel becomes free
        for (const Voice& bed : state.beds) {
            if (!bed.name.empty() && bed.name != state.wanted.ambience) slice = std::min(slice, std::max<Millis>(1, bed.level));
        }
        for (Voice& bed : state.beds) {
            if (bed.name.empty()) continue;
            if (bed.name == state.wanted.ambience) {
                bed.level = std::min(bed.level + slice, length(state.wanted.ambience_fade));
            } else {
                bed.level = std::max<Millis>(0, bed.level - slice);
                if (bed.level == 0) bed = {};
            }
        }
        dt -= slice;
        begin_bed(state);
    }
}

} // namespace

void want(MixState& state, const WantedSound& wanted) {
    stretch(state.music, state.wanted.music_fade, wanted.music_fade);
    for (Voice& bed : state.beds) stretch(bed, state.wanted.ambience_fade, wanted.ambience_fade);
    state.wanted = wanted;
    if (state.music.name == wanted.music) take_volume(state.music, wanted.music_volume);
    for (Voice& bed : state.beds) {
        if (bed.name == wanted.ambience) take_volume(bed, wanted.ambience_volume);
    }
    pass(state, 0);
}

void pass(MixState& state, Millis dt) {
    for (Voice* voice : {&state.music, &state.beds[0], &state.beds[1]}) {
        voice->volume.elapsed = std::min(voice->volume.elapsed + dt, voice->volume.total);
    }
    pass_music(state, dt);
    pass_beds(state, dt);
}

float music_gain(const MixState& state) {
    return gain(state.music.level, state.wanted.music_fade) * state.music.volume.now();
}

float bed_gain(const MixState& state, std::size_t bed) {
    return gain(state.beds[bed].level, state.wanted.ambience_fade) * state.beds[bed].volume.now();
}

Millis next_change(const MixState& state) {
    const Voice& music = state.music;
    const auto changes = [](const Voice& voice, const std::string& wanted, Millis fade) {
        return !voice.name.empty() && (voice.name != wanted || voice.level < length(fade) || !voice.volume.done());
    };
    const bool beds_change = std::any_of(state.beds.begin(), state.beds.end(), [&](const Voice& bed) {
        return changes(bed, state.wanted.ambience, state.wanted.ambience_fade);
    });
    if (beds_change || changes(music, state.wanted.music, state.wanted.music_fade)) return kFadeStep;
    if (music.name.empty() && !state.wanted.music.empty()) return std::max<Millis>(1, state.silence);
    return kNever;
}

bool is_silent(const MixState& state) {
    return state.music.name.empty() && state.wanted.music.empty() && state.wanted.ambience.empty() &&
           state.beds[0].name.empty() && state.beds[1].name.empty();
}

} // namespace liubai
