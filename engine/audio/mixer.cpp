#include "audio/mixer.h"

#include "audio/sound_header.h"
#include "base/error.h"
#include "base/log.h"

#include <SDL.h>
#include <SDL_mixer.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <set>
#include <utility>

namespace liubai {
namespace {

constexpr int kRate = 44100;
constexpr int kBufferFrames = 2048;           // 46 ms: few wake-ups, and nothing here must answer a finger at once
constexpr std::size_t kBeds = 2;
constexpr std::size_t kMostCues = 4;             // sound at the same time
constexpr std::size_t kLongestBytes = 16u << 20; // of one sound in stereo: 95 s
constexpr std::size_t kKeptBytes = 3u << 20;     // of all that is decoded; what sounds or is expected is kept above that too
constexpr Millis kLatestCue = 1000;           // a sound that comes later than that belongs to nothing any more
constexpr Millis kCloseAfter = 10000;
constexpr Millis kFadesOut = 100; // the stretch in which a hold begins has been heard by then; music goes on so long

struct MusicDelete {
    void operator()(Mix_Music* p) const { Mix_FreeMusic(p); }
};
struct RwDelete {
    void operator()(SDL_RWops* p) const { SDL_RWclose(p); }
};
struct ChunkDelete {
    void operator()(Mix_Chunk* p) const { Mix_FreeChunk(p); }
};

struct Decoded {
    Samples samples;
    std::uint64_t used = 0;
};

struct SoundingCue {
    int id = 0;
    std::string name;
};

struct WaitingCue {
    SoundCue cue;
    Millis age = 0;
};

int sdl_volume(float gain) { return static_cast<int>(std::clamp(gain, 0.0f, 1.0f) * MIX_MAX_VOLUME + 0.5f); }

/// Reads `file` without copying it: it must outlive what is made of it.
SDL_RWops* reader(const Blob& file) { return SDL_RWFromConstMem(file.bytes.data(), static_cast<int>(file.bytes.size())); }

} // namespace

Samples decode_sound(const Blob& file) {
    check_sound_header(file);
    const std::unique_ptr<SDL_RWops, RwDelete> rw(reader(file));
    std::unique_ptr<Mix_Chunk, ChunkDelete> chunk(Mix_LoadWAV_RW(rw.get(), 0)); // it loses `rw` when it fails
    if (!chunk) throw Error({std::string("不是声音文件：") + Mix_GetError(), std::string("not a sound that can be played: ") + Mix_GetError()});
    if (chunk->alen > kLongestBytes) throw Error({"声音太长", "the sound is too long"});
    Samples samples;
    samples.pcm.bytes = {reinterpret_cast<const std::byte*>(chunk->abuf), chunk->alen};
    samples.pcm.owner = Blob::Owner(chunk.release(), [](void* p) { ChunkDelete()(static_cast<Mix_Chunk*>(p)); });
    return without_second_channel(std::move(samples));
}

struct Mixer::Impl {
    using Key = std::pair<std::string, bool>; // a name, and whether it is wanted decoded

    MixState state;
    std::map<std::string, Blob> files;
    std::map<std::string, Decoded> sounds;
    std::set<Key> asked;  // and not yet answered
    std::set<Key> failed; // and not asked for again
    std::vector<SoundNeed> needs;
    std::vector<WaitingCue> waiting;
    std::unique_ptr<Mix_Music, MusicDelete> music; // reads from files[playing_music]
    std::string playing_music;
    std::array<std::string, kBeds> playing_beds;
    std::array<int, kBeds> bed_ids{};
    std::vector<std::string> expected;
    std::set<std::string> expected_once; // of these, what has been asked for: nothing is read again and again
    std::vector<SoundingCue> sounding; // cues that were begun
    std::vector<std::string> ended;    // and such as were never heard
    Millis held_for = 0;
    std::mutex mutex; // guards the next two, which the device's thread plays
    std::vector<Playing> playing;
    Outlet outlet;
    int last_id = 0;
    std::uint64_t uses = 0;
    Millis silent_for = 0;
    bool open = false;
    bool dead = false;

    ~Impl() { close(); }

    bool ensure_open() {
        if (open || dead) return open;
        const int wanted_type = MIX_INIT_OGG;
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {
            if ((Mix_Init(wanted_type) & wanted_type) == 0) log_info(std::string("no Ogg Vorbis: ") + Mix_GetError());
            open = Mix_OpenAudioDevice(kRate, AUDIO_S16SYS, 2, kBufferFrames, nullptr, 0) == 0;
            if (!open) {
                Mix_Quit();
                SDL_QuitSubSystem(SDL_INIT_AUDIO);
            }
        }
        if (!open) {
            log_info(std::string("no sound: ") + SDL_GetError());
            dead = true;
            return false;
        }
        Mix_AllocateChannels(0);
        Mix_SetPostMix(&Impl::add_to, this);
        silent_for = 0;
        return true;
    }

    void close() {
        if (!open) return;
        stop_music();
        Mix_SetPostMix(nullptr, nullptr);
        Mix_CloseAudio();
        playing.clear();
        outlet = {};
        held_for = 0;
        playing_beds = {};
        sounds.clear();
        expected_once.clear();
        files.clear();
        Mix_Quit();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        open = false;
        silent_for = 0;
    }

    [[nodiscard]] bool has(const Key& key) const {
        return key.second ? sounds.contains(key.first) : files.contains(key.first);
    }

    /// True when it can play; else it is asked for, once.
    bool ready(const std::string& name, bool decoded) {
        const Key key{name, decoded};
        if (name.empty() || failed.contains(key)) return false;
        if (has(key)) return open;
        if (ensure_open() && asked.insert(key).second) needs.push_back({name, decoded});
        return false;
    }

    void answer(const Key& key, bool can_play) {
        asked.erase(key);
        if (!can_play) failed.insert(key);
    }

    void stop_music() {
        Mix_HaltMusic();
        music.reset();
        playing_music.clear();
    }

    void play_music() {
        const std::string& name = state.music.name;
        if (name != playing_music) {
            stop_music();
            playing_music = name;
            if (!name.empty()) {
                music.reset(Mix_LoadMUS_RW(reader(files[name]), 1));
                Mix_VolumeMusic(0);
                if (!music || Mix_PlayMusic(music.get(), -1) != 0) {
                    log_warning("music \"" + name + "\" does not play: " + Mix_GetError());
                    failed.insert({name, false});
                }
            }
            std::erase_if(files, [&](const auto& f) { return f.first != name && f.first != state.wanted.music; });
        }
        Mix_VolumeMusic(sdl_volume(music_gain(state)));
    }

    static void SDLCALL add_to(void* impl, Uint8* stream, int bytes) {
        auto& m = *static_cast<Impl*>(impl);
        const std::lock_guard lock(m.mutex);
        const std::span stereo(reinterpret_cast<std::int16_t*>(stream), static_cast<std::size_t>(bytes) / 2);
        if (m.outlet.runs()) add_playing(m.playing, stereo);
        let_out(m.outlet, stereo);
    }

    int start(const std::string& name, float gain, bool loops) {
        Decoded& sound = sounds[name];
        sound.used = ++uses;
        const auto bytes = sound.samples.pcm.bytes;
        Playing made{++last_id, {reinterpret_cast<const std::int16_t*>(bytes.data()), bytes.size() / 2}, sound.samples.channels};
        made.loops = loops;
        made.gain = made.wanted = gain;
        const std::lock_guard lock(mutex);
        playing.push_back(made);
        return made.id;
    }

    void play_bed(std::size_t bed) {
        const std::string& name = state.beds[bed].name;
        const float gain = bed_gain(state, bed);
        const bool is_other = name != playing_beds[bed];
        {
            const std::lock_guard lock(mutex);
            for (Playing& sound : playing) {
                if (sound.id != bed_ids[bed]) continue;
                sound.ends = is_other;
                sound.wanted = gain;
            }
        }
        if (!is_other) return;
        playing_beds[bed] = name;
        bed_ids[bed] = name.empty() ? 0 : start(name, gain, true);
    }

    void play_cue(const SoundCue& cue) {
        sounding.push_back({start(cue.sound, cue.volume, false), cue.sound});
        const std::lock_guard lock(mutex);
        auto too_many = std::count_if(playing.begin(), playing.end(), [](const Playing& p) { return !p.loops; }) -
                        static_cast<std::ptrdiff_t>(kMostCues);
        for (Playing& sound : playing) {
            if (!sound.loops && too_many-- > 0) sound.ends = true;
        }
    }

    void play_cues() {
        std::erase_if(waiting, [&](const WaitingCue& waits) {
            const bool here = ready(waits.cue.sound, true);
            if (here) play_cue(waits.cue);
            const bool never = !here && (dead || waits.age > kLatestCue || failed.contains({waits.cue.sound, true}));
            if (never) ended.push_back(waits.cue.sound);
            return here || never;
        });
    }

    /// Both ears, and whether all holds. Short sounds end with a hold's beginning.
    void set_outlet(const WantedSound& wanted, Millis dt) {
        const std::lock_guard lock(mutex);
        held_for = wanted.paused && outlet.holds ? held_for + dt : 0;
        outlet.mono = wanted.mono;
        outlet.holds = wanted.paused;
        if (!outlet.holds) return;
        for (Playing& sound : playing) sound.ends = sound.ends || !sound.loops;
    }

    /// Music streams by itself: it holds once its fade has been heard.
    void hold_music() {
        if (held_for >= kFadesOut) {
            Mix_PauseMusic();
        } else if (!outlet.holds) {
            Mix_ResumeMusic();
        }
    }

    /// Until the next cue ends; kNever without one.
    [[nodiscard]] Millis cue_ends_in() {
        const std::lock_guard lock(mutex);
        Millis least = kNever;
        for (const SoundingCue& cue : sounding) {
            const auto found = std::find_if(playing.begin(), playing.end(), [&](const Playing& p) { return p.id == cue.id; });
            if (found == playing.end()) return 0;
            const std::size_t length = found->pcm.size() / static_cast<std::size_t>(found->channels);
            const auto left = static_cast<Millis>((length - std::min(length, found->frame)) * 1000 / kRate);
            least = std::min(least, left + kBufferFrames * 1000 / kRate);
        }
        return least;
    }

    std::vector<std::string> take_ended() {
        const std::lock_guard lock(mutex);
        std::erase_if(sounding, [&](const SoundingCue& cue) {
            const bool plays = std::any_of(playing.begin(), playing.end(), [&](const Playing& p) { return p.id == cue.id; });
            if (!plays) ended.push_back(cue.name);
            return !plays;
        });
        return std::exchange(ended, {});
    }

    [[nodiscard]] bool something_plays() {
        const std::lock_guard lock(mutex);
        return !playing.empty();
    }

    static bool is_of(const Playing& sound, const Decoded& decoded) {
        return static_cast<const void*>(sound.pcm.data()) == decoded.samples.pcm.bytes.data();
    }

    [[nodiscard]] bool plays(const Decoded& decoded) {
        const std::lock_guard lock(mutex);
        return std::any_of(playing.begin(), playing.end(), [&](const Playing& p) { return !p.ends && is_of(p, decoded); });
    }

    /// What is left of its end is not heard.
    void drop(std::map<std::string, Decoded>::iterator sound) {
        {
            const std::lock_guard lock(mutex);
            std::erase_if(playing, [&](const Playing& p) { return is_of(p, sound->second); });
        }
        sounds.erase(sound);
    }

    [[nodiscard]] bool is_expected(const std::string& name) const {
        return std::find(expected.begin(), expected.end(), name) != expected.end();
    }

    /// One at a time, so that the bound on what is decoded holds.
    void ask_for_expected() {
        if (!open || !asked.empty()) return;
        trim({});
        if (decoded_bytes() >= kKeptBytes) return;
        for (const std::string& name : expected) {
            if (sounds.contains(name) || !expected_once.insert(name).second) continue;
            ready(name, true);
            if (!asked.empty()) return;
        }
    }

    [[nodiscard]] std::size_t decoded_bytes() const {
        std::size_t sum = 0;
        for (const auto& [name, sound] : sounds) sum += sound.samples.pcm.bytes.size();
        return sum;
    }

    /// Drops what was used longest ago, but nothing that sounds or is expected, and nothing that just came (`keep`).
    void trim(const std::string& keep) {
        while (decoded_bytes() > kKeptBytes) {
            auto oldest = sounds.end();
            for (auto it = sounds.begin(); it != sounds.end(); ++it) {
                const bool is_needed = it->first == keep || it->first == state.wanted.ambience || is_expected(it->first);
                if (is_needed || plays(it->second)) continue;
                if (oldest == sounds.end() || it->second.used < oldest->second.used) oldest = it;
            }
            if (oldest == sounds.end()) return;
            drop(oldest);
        }
    }
};

Mixer::Mixer() : impl_(std::make_unique<Impl>()) {}
Mixer::~Mixer() = default;

void Mixer::hear(const WantedSound& wanted, const std::vector<SoundCue>& cues, Millis dt) {
    Impl& m = *impl_;
    for (WaitingCue& waits : m.waiting) waits.age += dt;
    for (const SoundCue& cue : cues) {
        if (cue.volume > 0 && !m.dead) {
            m.waiting.push_back({cue, 0});
        } else {
            m.ended.push_back(cue.sound);
        }
    }
    if (wanted.paused) {
        for (WaitingCue& waits : m.waiting) m.ended.push_back(std::move(waits.cue.sound));
        m.waiting.clear();
    }
    WantedSound playable = wanted;
    if (wanted.music_volume <= 0 || !m.ready(wanted.music, false)) playable.music.clear();
    if (wanted.ambience_volume <= 0 || !m.ready(wanted.ambience, true)) playable.ambience.clear();
    if (!m.state.wanted.paused) pass(m.state, dt);
    want(m.state, playable);
    m.play_cues();
    if (!m.open) return;
    m.set_outlet(wanted, dt);
    m.play_music();
    m.hold_music();
    for (std::size_t bed = 0; bed < kBeds; ++bed) m.play_bed(bed);
    const bool silent = is_silent(m.state) && m.asked.empty() && !m.something_plays();
    m.silent_for = silent ? m.silent_for + dt : 0;
}

std::vector<std::string> Mixer::take_ended() { return impl_->take_ended(); }

void Mixer::expect(std::vector<std::string> names) {
    Impl& m = *impl_;
    if (names != m.expected) {
        m.expected = std::move(names);
        std::erase_if(m.expected_once, [&](const std::string& name) { return !m.is_expected(name); });
    }
    m.ask_for_expected();
}

std::vector<SoundNeed> Mixer::take_needs() { return std::exchange(impl_->needs, {}); }

void Mixer::put(const std::string& name, Blob file) {
    const bool can_play = !file.bytes.empty();
    impl_->answer({name, false}, can_play);
    if (can_play) impl_->files.insert_or_assign(name, std::move(file));
}

void Mixer::put(const std::string& name, Samples samples) {
    Impl& m = *impl_;
    const bool can_play = !samples.pcm.bytes.empty() && m.open;
    m.answer({name, true}, can_play);
    if (!can_play) return;
    Decoded& sound = m.sounds[name];
    sound.samples = std::move(samples);
    sound.used = ++m.uses;
    m.trim(name);
}

Millis Mixer::wake_after() const {
    Impl& m = *impl_;
    if (!m.open) return m.ended.empty() ? kNever : 0;
    if (m.state.wanted.paused) return m.held_for < kFadesOut ? kFadesOut - m.held_for : m.cue_ends_in();
    const Millis change = std::min(next_change(m.state), m.ended.empty() ? m.cue_ends_in() : 0);
    if (!is_silent(m.state) || m.silent_for >= kCloseAfter) return change;
    return std::min(change, kCloseAfter - m.silent_for);
}

void Mixer::close_if_silent() {
    if (impl_->silent_for >= kCloseAfter) impl_->close();
}

const MixState& Mixer::state() const { return impl_->state; }
std::size_t Mixer::decoded_bytes() const { return impl_->decoded_bytes(); }
bool Mixer::is_open() const { return impl_->open; }

} // namespace liubai
