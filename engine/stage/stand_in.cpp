#include "stage/stand_in.h"

#include "stage/motion.h"

namespace liubai {
namespace {

constexpr Millis kPeriod = 5200; // one in each, at an irregular moment of it
constexpr Millis kLasts = 1100;

Millis start_of(std::uint64_t seed, const std::string& speaker, Millis period) {
    return once_in(kPeriod, kLasts, period, seed, speaker);
}

} // namespace

float blink_of_seal(std::uint64_t seed, const std::string& speaker, Millis clock) {
    const Millis since = clock - start_of(seed, speaker, clock / kPeriod);
    if (since < 0 || since >= kLasts) return 0;
    const float t = static_cast<float>(since) / kLasts;
    const float rise = t < 0.5f ? t * 2 : 2 - t * 2;
    return rise * rise * (3 - 2 * rise);
}

Millis next_blink_of_seal(std::uint64_t seed, const std::string& speaker, Millis clock) {
    const Millis period = clock / kPeriod;
    const Millis start = start_of(seed, speaker, period);
    if (clock < start) return start - clock;
    return clock < start + kLasts ? 0 : start_of(seed, speaker, period + 1) - clock;
}

} // namespace liubai
