#pragma once
// Names in a save's file that stand for numbers in memory. Inside save/.

#include <array>
#include <string_view>

namespace liubai {

inline constexpr std::array<std::string_view, 4> kFramingNames{"two", "speaker", "none", "behind"}; ///< by Framing
inline constexpr std::array<std::string_view, 3> kSideNames{"left", "right", "center"};             ///< by Side

} // namespace liubai
