// The sounds of assets/sound as they are committed, decoded as the game decodes them.
#include "audio/mixer.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numbers>
#include <set>
#include <string>
#include <span>

using namespace liubai;
namespace fs = std::filesystem;

namespace {

const std::set<std::string> kMusic{"liubai", "liubai_sparse"};
const std::set<std::string> kLoops{"rain_glass", "wind_wheat", "city", "projector", "thunder", "pen_on_paper"};
constexpr double kRate = 44100;
constexpr double kCeiling = 0.891; // −1 dB of full scale

/// A device must be open for decoding; a mixer that wants something has one.
struct OpenMixer {
    Mixer mixer;
    OpenMixer() {
        ::setenv("SDL_AUDIODRIVER", "dummy", 1);
        mixer.hear({}, {{"none", 1}}, 0);
        REQUIRE(mixer.is_open());
    }
    ~OpenMixer() { mixer.put("none", Samples{}); }
};

std::vector<fs::path> files() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(fs::path(LIUBAI_ROOT) / "assets/sound")) {
        if (entry.path().extension() == ".ogg") out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// The largest value between the samples too, four times oversampled with a short windowed sinc, as shares of full scale.
/// Only around the loudest samples: nowhere else can it be.
double true_peak(std::span<const std::int16_t> pcm, std::size_t channels) {
    constexpr int kHalf = 12;
    int loudest = 0;
    for (const std::int16_t s : pcm) loudest = std::max(loudest, std::abs(static_cast<int>(s)));
    double peak = loudest;
    const auto frames = static_cast<long>(pcm.size() / channels);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const auto at = [&](long i) {
            return i < 0 || i >= frames ? 0.0 : static_cast<double>(pcm[static_cast<std::size_t>(i) * channels + channel]);
        };
        for (long i = 0; i < frames; ++i) {
            if (std::abs(at(i)) < loudest * 0.7) continue;
            for (int quarter = 1; quarter < 4; ++quarter) {
                double sum = 0;
                for (int k = 1 - kHalf; k <= kHalf; ++k) {
                    const double x = (k - quarter / 4.0) * std::numbers::pi;
                    sum += at(i + k) * std::sin(x) / x * (0.5 + 0.5 * std::cos(x / kHalf));
                }
                peak = std::max(peak, std::abs(sum));
            }
        }
    }
    return peak / 32768;
}

} // namespace

TEST_CASE("committed beds join and keep below -1 dB, as cues do, and music lasts two minutes", "[audio]") {
    const OpenMixer device;
    std::set<std::string> names;
    std::size_t decoded = 0;
    for (const fs::path& path : files()) {
        const std::string name = path.stem().string();
        INFO(name);
        names.insert(name);
        std::ifstream in(path, std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        Blob file;
        file.bytes = std::as_bytes(std::span(bytes));
        if (kMusic.contains(name)) {
            // Twice the longest sound that is decoded as a whole: its length stands at the end of the file (RFC 3533).
            const std::size_t last = bytes.rfind("OggS");
            REQUIRE(last != std::string::npos);
            std::uint64_t samples = 0;
            for (std::size_t i = 0; i < 8; ++i) {
                samples |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[last + 6 + i])) << (8 * i);
            }
            CHECK(static_cast<double>(samples) / kRate >= 120);
            continue;
        }
        const Samples sound = decode_sound(file);
        decoded += sound.pcm.bytes.size();
        CHECK(sound.channels == 1);
        const std::span pcm(reinterpret_cast<const std::int16_t*>(sound.pcm.bytes.data()), sound.pcm.bytes.size() / 2);
        CHECK(true_peak(pcm, 1) < kCeiling);
        int largest = 0;
        for (std::size_t i = 1; i < pcm.size(); ++i) largest = std::max(largest, std::abs(pcm[i] - pcm[i - 1]));
        if (kLoops.contains(name)) {
            CHECK(std::abs(pcm.front() - pcm.back()) <= largest);
            CHECK(static_cast<double>(pcm.size()) / kRate <= 20);
        } else {
            CHECK(std::abs(pcm.front()) <= 40); // begins and ends in nothing
            CHECK(std::abs(pcm.back()) <= 40);
        }
    }
    CHECK(names.size() == files().size());
    for (const auto& wanted : {kMusic, kLoops}) CHECK(std::includes(names.begin(), names.end(), wanted.begin(), wanted.end()));
    CHECK(decoded <= 16u << 20);
}

TEST_CASE("a sound of another kind, or that claims more than its file holds, is refused before it is decoded", "[audio]") {
    const OpenMixer open;
    const auto decode = [](const char* name) {
        std::ifstream in(fs::path(LIUBAI_ROOT) / "tests/fuzz/corpus/sound" / name, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        Blob file;
        file.bytes = std::as_bytes(std::span(bytes));
        return decode_sound(file);
    };
    CHECK_FALSE(decode("mono.wav").pcm.bytes.empty());
    CHECK_THROWS_WITH(decode("claims_gigabytes.wav"), Catch::Contains("cut off"));
    CHECK_THROWS_WITH(decode("one_a_second.wav"), Catch::Contains("1 samples a second"));
    CHECK_FALSE(decode("tone.ogg").pcm.bytes.empty());
    CHECK_THROWS_WITH(decode("tone.flac"), Catch::Contains("neither"));
}
