#pragma once
// A picture made larger or a little smaller, pixel by pixel: SDL's software renderer takes several times as long, and
// does it anew at every draw. For decode_picture() and TintBand.

#include <cstddef>
#include <cstdint>

namespace liubai {

/// 32-bit pixels in memory, straight alpha; which byte is which does not matter here.
struct Words {
    std::uint32_t* first = nullptr;
    int width = 0;
    int height = 0;
    std::size_t stride = 0; ///< words a row
};

/// Two pixels mixed, both pairs of channels at once; `of_b` is its share of 256.
inline std::uint32_t mixed(std::uint32_t a, std::uint32_t b, int of_b) {
    const auto share = static_cast<std::uint32_t>(of_b);
    constexpr std::uint32_t kPair = 0x00FF00FFu;
    const std::uint32_t low = ((a & kPair) * (256 - share) + (b & kPair) * share) >> 8 & kPair;
    const std::uint32_t high = ((a >> 8 & kPair) * (256 - share) + (b >> 8 & kPair) * share) & ~kPair;
    return low | high;
}

/// `from`, stretched to `width` × `height`: fills `part` with what is `left` and `top` of that picture's corner. Linear, and
/// sharp at the edges, so that tiles meet.
void stretch(const Words& from, int width, int height, const Words& part, int left, int top);

} // namespace liubai
