#pragma once
// Handles that travel between modules. 0 is "none" in each.

#include <cstdint>

namespace liubai {

enum class ImageId : std::uint32_t { kNone = 0 }; ///< index + 1 into Content's picture table
enum class FontId : std::uint32_t { kNone = 0 };  ///< index + 1 into Fonts' faces
enum class SoundId : std::uint32_t { kNone = 0 }; ///< index + 1 into Content's sound table

} // namespace liubai
