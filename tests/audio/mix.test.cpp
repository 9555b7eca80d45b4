#include "audio/mix.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

WantedSound wanted(const std::string& music, const std::string& ambience = "") {
    WantedSound sound;
    sound.music = music;
    sound.ambience = ambience;
    return sound;
}

/// The music's loudness and name at every 100 ms, until it is steady.
std::vector<std::pair<std::string, float>> heard(MixState& state) {
    std::vector<std::pair<std::string, float>> out;
    while (next_change(state) < kNever) {
        pass(state, 100);
        out.emplace_back(state.music.name, music_gain(state));
        REQUIRE(out.size() < 1000);
    }
    return out;
}

MixState steady(const WantedSound& sound) {
    MixState state;
    want(state, sound);
    pass(state, 60000);
    return state;
}

} // namespace

TEST_CASE("music changes by fading out, a silence, and fading in", "[audio]") {
    MixState state = steady(wanted("first"));
    CHECK(music_gain(state) == 1);
    want(state, wanted("second"));
    int part = 0; // 0 = the first fades out, 1 = silence, 2 = the second fades in
    Millis silence = 0;
    float before = 1;
    for (const auto& [name, gain] : heard(state)) {
        const int now = name == "first" ? 0 : name.empty() ? 1 : 2;
        REQUIRE(now >= part);
        if (now == 0) CHECK(gain < before);
        if (now == 1) CHECK(gain == 0);
        if (now == 1) silence += 100;
        if (now == 2) CHECK(gain >= before);
        part = now;
        before = gain;
    }
    CHECK(part == 2);
    CHECK(before == 1);
    CHECK(silence == kMusicSilence);
}

TEST_CASE("music that is wanted again while it fades out comes back without a new beginning", "[audio]") {
    MixState state = steady(wanted("first"));
    want(state, wanted(""));
    pass(state, 1000);
    const float low = music_gain(state);
    want(state, wanted("first"));
    for (const auto& [name, gain] : heard(state)) {
        CHECK(name == "first");
        CHECK(gain > low);
    }
    CHECK(music_gain(state) == 1);
}

TEST_CASE("a name asked for twice does not start again", "[audio]") {
    MixState state = steady(wanted("first", "rain"));
    const MixState before = state;
    want(state, wanted("first", "rain"));
    pass(state, 5000);
    CHECK(state == before);
    CHECK(next_change(state) == kNever);
}

TEST_CASE("coming back to a scene gives its bed", "[audio]") {
    MixState state = steady(wanted("", "rain"));
    want(state, wanted("", "city"));
    pass(state, 1000);
    CHECK(bed_gain(state, 0) > 0); // both are heard while they cross
    CHECK(bed_gain(state, 1) > 0);
    pass(state, 60000);
    want(state, wanted("", "rain"));
    pass(state, 60000);
    CHECK(state.beds[0].name == "rain");
    CHECK(bed_gain(state, 0) == 1);
    CHECK(state.beds[1] == Voice{});
}

TEST_CASE("a third bed waits until one of two has gone, and only the last one wanted stays", "[audio]") {
    MixState state = steady(wanted("", "rain"));
    want(state, wanted("", "city"));
    pass(state, 500);
    want(state, wanted("", "wind"));
    CHECK(state.beds[0].name == "rain");
    CHECK(state.beds[1].name == "city");
    pass(state, 500);
    CHECK(state.beds[1].name == "wind"); // the city had only begun
    pass(state, 60000);
    CHECK(state.beds[0] == Voice{});
    CHECK(bed_gain(state, 1) == 1);
}

TEST_CASE("a change without a fade is a short one", "[audio]") {
    WantedSound sound = wanted("first", "rain");
    sound.music_fade = sound.ambience_fade = 0;
    MixState state;
    want(state, sound);
    CHECK(music_gain(state) == 0);
    pass(state, kShortestFade);
    CHECK(music_gain(state) == 1);
    CHECK(bed_gain(state, 0) == 1);
}

TEST_CASE("a volume changes what plays without starting it again", "[audio]") {
    MixState state = steady(wanted("first"));
    WantedSound quiet = wanted("first");
    quiet.music_volume = 0.25f;
    want(state, quiet);
    CHECK(music_gain(state) == 1);
    float before = 1;
    for (const auto& [name, gain] : heard(state)) {
        CHECK(name == "first");
        CHECK(gain < before);
        before = gain;
    }
    CHECK(music_gain(state) == 0.25f);
    CHECK(state.music.level == 2000);
}

TEST_CASE("a bed is hushed quickly and swells slowly, without a step", "[audio]") {
    MixState state = steady(wanted("", "rain"));
    WantedSound hushed = wanted("", "rain");
    hushed.ambience_volume = 0.25f;
    want(state, hushed);
    pass(state, kHush / 2);
    CHECK(bed_gain(state, 0) == Approx(0.625f));
    want(state, wanted("", "rain")); // a click: on from where it is
    CHECK(bed_gain(state, 0) == Approx(0.625f));
    pass(state, kSwell / 2);
    CHECK(bed_gain(state, 0) == Approx(0.8125f));
    pass(state, kSwell / 2);
    CHECK(bed_gain(state, 0) == 1);
    CHECK(next_change(state) == kNever);
}

TEST_CASE("a piece begins at its own volume, and the one before keeps its own to the end", "[audio]") {
    MixState state = steady(wanted("first"));
    WantedSound low = wanted("second");
    low.music_volume = 0.5f;
    want(state, low);
    CHECK(music_gain(state) == 1);
    pass(state, 1000);
    CHECK(music_gain(state) == Approx(0.75f));
    pass(state, 60000);
    CHECK(state.music.name == "second");
    CHECK(music_gain(state) == 0.5f);
}

TEST_CASE("the mix in two steps equals one", "[audio]") {
    const std::vector<WantedSound> story{wanted("a", "x"), wanted("b", "y"), wanted("b", "z"), wanted("", "x"), wanted("a", "")};
    std::uint32_t seed = 7;
    const auto random = [&](std::uint32_t below) {
        seed = seed * 1664525u + 1013904223u;
        return static_cast<Millis>((seed >> 8) % below);
    };
    MixState whole;
    MixState split;
    for (int i = 0; i < 2000; ++i) {
        WantedSound next = story[static_cast<std::size_t>(random(5))];
        next.music_fade = random(4) * 700;
        next.ambience_fade = random(4) * 700;
        next.music_volume = static_cast<float>(1 + random(4)) / 4;
        next.ambience_volume = static_cast<float>(1 + random(4)) / 4;
        want(whole, next);
        want(split, next);
        Millis left = random(4000);
        pass(whole, left);
        while (left > 0) {
            const Millis part = std::min(left, 1 + random(900));
            pass(split, part);
            left -= part;
        }
        REQUIRE(whole == split);
    }
}

TEST_CASE("nothing wanted becomes silent and steady", "[audio]") {
    MixState state = steady(wanted("a", "x"));
    CHECK_FALSE(is_silent(state));
    want(state, wanted(""));
    CHECK_FALSE(is_silent(state));
    pass(state, 2000);
    CHECK(is_silent(state));
    CHECK(next_change(state) == kNever);
}
