#pragma once
// Handles that travel between modules. 0 is "none" in each.

#include <cstdint>

namespace liubai {

enum class ImageId : std::uint32_t { kNone = 0 }; ///< index + 1 into Content's picture table
enum class FontId : std::uint32_t { kNone = 0 };  ///< index + 1 into Fonts' faces
enum class SoundId : std::uint32_t { kNone = 0 }; ///< index + 1 into Content's sound table

/// The same picture, decoded for a thumbnail: kept beside the large one.
constexpr ImageId small_of(ImageId id) {
    return id == ImageId::kNone ? id : static_cast<ImageId>(static_cast<std::uint32_t>(id) | 0x80000000u);
}
constexpr bool is_small(ImageId id) { return (static_cast<std::uint32_t>(id) & 0x80000000u) != 0; }
constexpr std::uint32_t index_of(ImageId id) { return static_cast<std::uint32_t>(id) & 0x7FFFFFFFu; } ///< from 1; 0 = none

} // namespace liubai
