// The mixer on SDL's driver without a device, with sounds made here.
#include "audio/mixer.h"
#include "base/error.h"
#include "base/log.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>

using namespace liubai;

namespace {

void use_driver(const char* name) { ::setenv("SDL_AUDIODRIVER", name, 1); }

/// A mono WAV file of 44.1 kHz, a quiet ramp.
Blob wav(std::size_t frames) {
    const auto data = static_cast<std::uint32_t>(frames * 2);
    auto bytes = std::make_unique<std::vector<std::uint8_t>>();
    const auto word = [&](std::uint32_t value, int size) {
        for (int i = 0; i < size; ++i) bytes->push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    };
    const auto name = [&](const char* text) { bytes->insert(bytes->end(), text, text + 4); };
    name("RIFF"), word(36 + data, 4), name("WAVE"), name("fmt "), word(16, 4), word(1, 2), word(1, 2);
    word(44100, 4), word(88200, 4), word(2, 2), word(16, 2), name("data"), word(data, 4);
    for (std::size_t i = 0; i < frames; ++i) word(static_cast<std::uint32_t>(i % 100), 2);
    Blob blob;
    blob.bytes = std::as_bytes(std::span(*bytes));
    blob.owner = Blob::Owner(bytes.release(), [](void* p) { delete static_cast<std::vector<std::uint8_t>*>(p); });
    return blob;
}

WantedSound wanted(const std::string& music, const std::string& ambience) {
    WantedSound sound;
    sound.music = music;
    sound.ambience = ambience;
    return sound;
}

void give(Mixer& mixer, std::size_t frames = 44100) {
    for (const SoundNeed& need : mixer.take_needs()) {
        if (need.decoded) {
            mixer.put(need.name, decode_sound(wav(frames)));
        } else {
            mixer.put(need.name, wav(frames));
        }
    }
}

} // namespace

TEST_CASE("the mixer asks for a file once and plays it when it has come", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    mixer.hear({}, {}, 100);
    CHECK_FALSE(mixer.is_open()); // nothing wanted, no device
    mixer.hear(wanted("piece", "rain"), {}, 0);
    CHECK(mixer.is_open());
    CHECK(mixer.state().music.name.empty());
    const auto needs = mixer.take_needs();
    CHECK(needs == std::vector<SoundNeed>{{"piece", false}, {"rain", true}});
    mixer.hear(wanted("piece", "rain"), {}, 20);
    CHECK(mixer.take_needs().empty());
    mixer.put("piece", wav(44100));
    mixer.put("rain", decode_sound(wav(44100)));
    mixer.hear(wanted("piece", "rain"), {}, 20);
    mixer.hear(wanted("piece", "rain"), {}, 5000);
    CHECK(music_gain(mixer.state()) == 1);
    CHECK(bed_gain(mixer.state(), 0) == 1);
    CHECK(mixer.wake_after() == kNever);
    CHECK(mixer.decoded_bytes() == 44100u * 2); // one channel is kept where both are the same
    CHECK(take_warnings().empty());
}

TEST_CASE("a file that cannot be had leaves silence", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    mixer.hear(wanted("piece", "rain"), {{"bell", 1}}, 0);
    for (const SoundNeed& need : mixer.take_needs()) {
        if (need.decoded) {
            mixer.put(need.name, Samples{});
        } else {
            mixer.put(need.name, Blob{});
        }
    }
    mixer.hear(wanted("piece", "rain"), {{"bell", 1}}, 3000);
    CHECK(mixer.take_needs().empty());
    CHECK(is_silent(mixer.state()));
}

TEST_CASE("what is no sound is refused", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    mixer.hear({}, {{"bell", 1}}, 0);
    REQUIRE(mixer.is_open());
    static const char text[] = "this is no sound at all";
    Blob blob;
    blob.bytes = std::as_bytes(std::span(text));
    CHECK_THROWS_AS(decode_sound(blob), Error);
    CHECK_THROWS_AS(decode_sound(wav(5u << 20)), Error); // 20 MB decoded
}

TEST_CASE("at most 3 MB stay decoded, and the longest unused goes first", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    constexpr std::size_t kFrames = 15 * 44100; // 1.3 MB each
    for (const char* bed : {"a", "b", "c", "d", "e", "f"}) {
        mixer.hear(wanted("", bed), {}, 0);
        give(mixer, kFrames);
        mixer.hear(wanted("", bed), {}, 0);
        mixer.hear(wanted("", bed), {}, 5000);
        CHECK(mixer.decoded_bytes() <= 3u << 20);
    }
    mixer.hear(wanted("", "e"), {}, 0);
    CHECK(mixer.take_needs().empty());
    mixer.hear(wanted("", "a"), {}, 5000);
    CHECK(mixer.take_needs() == std::vector<SoundNeed>{{"a", true}});
    mixer.put("a", Samples{});
}

TEST_CASE("what is expected is there when it is wanted, and nothing is read twice", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    mixer.expect({"bell", "city"});
    CHECK_FALSE(mixer.is_open()); // nothing sounds yet
    CHECK(mixer.take_needs().empty());
    mixer.hear(wanted("", "rain"), {}, 0);
    give(mixer);
    mixer.hear(wanted("", "rain"), {}, 0);
    for (const char* name : {"bell", "city"}) { // one after the other
        mixer.expect({"bell", "city"});
        CHECK(mixer.take_needs() == std::vector<SoundNeed>{{name, true}});
        mixer.expect({"bell", "city"});
        CHECK(mixer.take_needs().empty());
        mixer.put(name, decode_sound(wav(44100)));
    }
    mixer.hear(wanted("", "city"), {{"bell", 1}}, 20);
    CHECK(mixer.take_needs().empty());
    CHECK(mixer.state().beds[1].name == "city");
    for (const char* name : {"a", "b"}) {
        mixer.expect({"a", "b", "c"});
        CHECK(mixer.take_needs() == std::vector<SoundNeed>{{name, true}});
        mixer.put(name, decode_sound(wav(20 * 44100))); // 1.8 MB each: a third is one too many
    }
    mixer.expect({"a", "b", "c"});
    CHECK(mixer.take_needs().empty());
    CHECK(mixer.decoded_bytes() <= 4u << 20);
}

TEST_CASE("a silent mixer closes its device and opens it again when it is needed", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    mixer.hear(wanted("piece", ""), {}, 0);
    give(mixer);
    mixer.hear(wanted("piece", ""), {}, 0);
    mixer.hear({}, {}, 3000);
    mixer.close_if_silent();
    CHECK(mixer.is_open());
    mixer.hear({}, {}, 3000);
    CHECK(mixer.wake_after() < 60000);
    mixer.hear({}, {}, 60000);
    mixer.hear({}, {}, 60000);
    mixer.close_if_silent();
    CHECK_FALSE(mixer.is_open());
    CHECK(mixer.wake_after() == kNever);
    mixer.hear(wanted("piece", ""), {}, 0);
    give(mixer);
    mixer.hear(wanted("piece", ""), {}, 0);
    CHECK(mixer.is_open());
    CHECK(mixer.state().music.name == "piece");
}

TEST_CASE("without a device all is silent and nothing is asked for", "[audio]") {
    use_driver("none of these");
    Mixer mixer;
    mixer.hear(wanted("piece", "rain"), {{"bell", 1}}, 0);
    mixer.hear(wanted("piece", "rain"), {{"bell", 1}}, 100);
    CHECK_FALSE(mixer.is_open());
    CHECK(mixer.take_needs().empty());
    mixer.take_ended();
    CHECK(mixer.wake_after() == kNever);
    CHECK(take_warnings().empty());
    use_driver("dummy");
}

TEST_CASE("a volume of nothing opens no device", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    WantedSound mute = wanted("piece", "rain");
    mute.music_volume = mute.ambience_volume = 0;
    mixer.hear(mute, {{"bell", 0}}, 100);
    CHECK_FALSE(mixer.is_open());
    CHECK(mixer.take_needs().empty());
}

TEST_CASE("a cue that is never heard has ended at once", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    mixer.hear({}, {{"quiet", 0}, {"missing", 1}}, 0);
    CHECK(mixer.wake_after() == 0);
    CHECK(mixer.take_ended() == std::vector<std::string>{"quiet"});
    mixer.take_needs();
    mixer.put("missing", Samples{});
    mixer.hear({}, {}, 20);
    CHECK(mixer.take_ended() == std::vector<std::string>{"missing"});
    CHECK(mixer.take_ended().empty());
    WantedSound paused;
    paused.paused = true;
    mixer.hear(paused, {{"bell", 1}}, 20);
    CHECK(mixer.take_ended() == std::vector<std::string>{"bell"});
}

TEST_CASE("without a device every cue has ended at once", "[audio]") {
    use_driver("no such driver");
    Mixer mixer;
    mixer.hear({}, {{"bell", 1}}, 0);
    CHECK(mixer.take_ended() == std::vector<std::string>{"bell"});
    mixer.hear({}, {{"bell", 1}}, 0);
    CHECK(mixer.take_ended() == std::vector<std::string>{"bell"});
    take_warnings();
}

TEST_CASE("a cue is told of when it has ended, and is waited for until then", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    mixer.hear({}, {{"bell", 1}}, 0);
    give(mixer, 400); // 9 ms
    mixer.hear({}, {}, 20);
    CHECK(mixer.wake_after() < 200);
    std::vector<std::string> ended;
    for (int i = 0; i < 500 && ended.empty(); ++i) { // the driver plays in real time
        ended = mixer.take_ended();
        if (ended.empty()) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    CHECK(ended == std::vector<std::string>{"bell"});
}

TEST_CASE("while all is paused no fade goes on, and then it does", "[audio]") {
    use_driver("dummy");
    Mixer mixer;
    mixer.hear(wanted("", "rain"), {}, 0);
    give(mixer);
    mixer.hear(wanted("", "rain"), {}, 0);
    mixer.hear(wanted("", "rain"), {}, 500);
    const float before = bed_gain(mixer.state(), 0);
    WantedSound paused = wanted("", "rain");
    paused.paused = true;
    mixer.hear(paused, {}, 0);
    mixer.hear(paused, {}, 60000);
    CHECK(bed_gain(mixer.state(), 0) == before);
    CHECK(mixer.is_open());
    mixer.hear(wanted("", "rain"), {}, 60000); // passed under what was paused
    CHECK(bed_gain(mixer.state(), 0) == before);
    mixer.hear(wanted("", "rain"), {}, 5000);
    CHECK(bed_gain(mixer.state(), 0) == 1);
}
