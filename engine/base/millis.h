#pragma once
// Time inside the game: whole milliseconds, so that update(a+b) and update(a); update(b) add up exactly.

#include <cstdint>
#include <limits>

namespace liubai {

using Millis = std::int64_t;

/// "Never changes by itself".
inline constexpr Millis kNever = std::numeric_limits<Millis>::max();

} // namespace liubai
