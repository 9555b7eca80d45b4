#pragma once
// Time on the stage: counters of whole milliseconds and the curves laid over them. No libm: polynomials only.

#include "base/hash.h"
#include "base/millis.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace liubai {

/// A change under way. Finished when elapsed reaches total.
struct Fade {
    Millis elapsed = 0;
    Millis total = 0;
    bool operator==(const Fade&) const = default;

    [[nodiscard]] bool done() const { return elapsed >= total; }
    void finish() { elapsed = total; }
    void run(Millis dt) { elapsed = std::min(total, elapsed + dt); }
    /// 0…1, straight.
    [[nodiscard]] float share() const {
        return total <= 0 ? 1.0f : static_cast<float>(std::min(elapsed, total)) / static_cast<float>(total);
    }
    /// 0…1, slow at both ends (3t² − 2t³).
    [[nodiscard]] float eased() const {
        const float t = share();
        return t * t * (3 - 2 * t);
    }
};

inline float lerp(float a, float b, float t) { return a + (b - a) * t; }

/// There and back between −1 and 1 once a period, as a sine does (two parabolas); 0 at the start.
inline float wave(float periods) {
    const float share = periods - static_cast<float>(static_cast<std::int64_t>(periods));
    const float half = share < 0.5f ? share * 2 : share * 2 - 1;
    const float height = 4 * half * (1 - half);
    return share < 0.5f ? height : -height;
}

/// A well-mixed number from a seed and a counter (splitmix64): what looks irregular comes from here.
inline std::uint64_t mixed(std::uint64_t seed, std::uint64_t n) {
    std::uint64_t z = seed + (n + 1) * 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/// When that which happens once in each `every` begins in the n-th of them: irregular, from the seed and the name alone,
/// and over with `lasts` before the next one.
inline Millis once_in(Millis every, Millis lasts, Millis n, std::uint64_t seed, std::string_view name) {
    const std::uint64_t number = mixed(mixed(seed, hash32(name)), static_cast<std::uint64_t>(n));
    return n * every + static_cast<Millis>(number % static_cast<std::uint64_t>(every - lasts));
}

/// How long one step of a running change lasts on the screen.
inline constexpr Millis kAnimationStep = 16;

} // namespace liubai
