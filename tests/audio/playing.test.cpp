#include "audio/playing.h"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace liubai;

namespace {

Playing constant(const std::vector<std::int16_t>& pcm, int channels, float gain) {
    Playing sound;
    sound.pcm = pcm;
    sound.channels = channels;
    sound.gain = sound.wanted = gain;
    return sound;
}

/// The largest difference between neighbours of one loudspeaker.
int largest_step(const std::vector<std::int16_t>& stereo) {
    int largest = 0;
    for (std::size_t i = 2; i < stereo.size(); ++i) largest = std::max(largest, std::abs(stereo[i] - stereo[i - 2]));
    return largest;
}

/// Plays `frames` in stretches of 512 on top of silence.
std::vector<std::int16_t> heard(std::vector<Playing>& playing, std::size_t frames) {
    std::vector<std::int16_t> out(frames * 2);
    for (std::size_t at = 0; at < frames; at += 512) {
        add_playing(playing, std::span(out).subspan(at * 2, std::min<std::size_t>(512, frames - at) * 2));
    }
    return out;
}

} // namespace

TEST_CASE("one channel sounds on both loudspeakers, two on their own", "[audio]") {
    const std::vector<std::int16_t> one{100, 200};
    const std::vector<std::int16_t> two{100, -100, 200, -200};
    std::vector<Playing> playing{constant(one, 1, 1), constant(two, 2, 0.5f)};
    std::vector<std::int16_t> out(4, 1);
    add_playing(playing, out);
    CHECK(out == std::vector<std::int16_t>{151, 51, 301, 101});
    CHECK(playing.empty());
}

TEST_CASE("a loop goes on without a gap over the ends of stretches", "[audio]") {
    std::vector<std::int16_t> ramp(700);
    for (std::size_t i = 0; i < ramp.size(); ++i) ramp[i] = static_cast<std::int16_t>(i);
    std::vector<Playing> playing{constant(ramp, 1, 1)};
    playing[0].loops = true;
    const auto out = heard(playing, 3000);
    for (std::size_t i = 0; i < 3000; ++i) REQUIRE(out[2 * i] == static_cast<int>(i % 700));
}

TEST_CASE("loudness changes and ends are ramps", "[audio]") {
    const std::vector<std::int16_t> loud(44100, 30000);
    std::vector<Playing> playing{constant(loud, 1, 0)};
    playing[0].loops = true;
    playing[0].wanted = 1;
    auto out = heard(playing, 512);
    CHECK(largest_step(out) <= 60);
    playing[0].wanted = 0.25f;
    out = heard(playing, 512);
    CHECK(largest_step(out) <= 60);
    CHECK(out.back() < 7600);
    playing[0].ends = true;
    out = heard(playing, 512);
    CHECK(largest_step(out) <= 60);
    CHECK(out.back() < 60);
    CHECK(playing.empty());
}

TEST_CASE("what is too loud is cut off, not turned over", "[audio]") {
    const std::vector<std::int16_t> loud(4, 30000);
    std::vector<Playing> playing{constant(loud, 1, 1), constant(loud, 1, 1)};
    CHECK(heard(playing, 4)[0] == 32767);
}

TEST_CASE("a second channel is left out only where it says the same", "[audio]") {
    const auto samples = [](std::vector<std::int16_t>& pcm) {
        Samples made;
        made.pcm.bytes = std::as_bytes(std::span(pcm));
        return made;
    };
    std::vector<std::int16_t> same{1, 1, 2, 2};
    const Samples one = without_second_channel(samples(same));
    CHECK(one.channels == 1);
    CHECK(one.pcm.bytes.size() == 4);
    std::vector<std::int16_t> other{1, 1, 2, 3};
    CHECK(without_second_channel(samples(other)).channels == 2);
}

TEST_CASE("mono gives both loudspeakers the average", "[audio]") {
    std::vector<std::int16_t> out{100, 300, -32768, 32767, 7, 7};
    Outlet outlet;
    outlet.mono = true;
    let_out(outlet, out);
    CHECK(out == std::vector<std::int16_t>{200, 200, 0, 0, 7, 7});
}

TEST_CASE("a hold fades in and out without a step, and what sounds goes on where it was", "[audio]") {
    std::vector<std::int16_t> ramp(6000);
    for (std::size_t i = 0; i < ramp.size(); ++i) ramp[i] = 8000;
    std::vector<Playing> playing{constant(ramp, 1, 1)};
    Outlet outlet;
    std::vector<std::int16_t> all;
    const auto hear = [&](bool holds) {
        outlet.holds = holds;
        std::vector<std::int16_t> out(2 * 512);
        if (outlet.runs()) add_playing(playing, out);
        let_out(outlet, out);
        all.insert(all.end(), out.begin(), out.end());
    };
    hear(false);
    hear(true);
    const std::size_t held_at = playing[0].frame;
    for (int i = 0; i < 10; ++i) hear(true);
    CHECK(playing[0].frame == held_at);
    CHECK(all.back() == 0);
    hear(false);
    CHECK(playing[0].frame == held_at + 512);
    CHECK(all.back() == 8000);
    CHECK(largest_step(all) < 40);
}
