#pragma once
// FNV-1a, 32 bit: the hash of line ids and of translated texts. Stable for ever: saves and translations hang on it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace liubai {

inline constexpr std::uint32_t kHashStart = 2166136261u;

/// The hash of `text`, going on from `hash`.
constexpr std::uint32_t hash32(std::string_view text, std::uint32_t hash = kHashStart) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

/// Eight lower-case hexadecimal digits.
inline std::string hex8(std::uint32_t value) {
    std::string out(8, '0');
    for (std::size_t i = 8; i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 15];
    return out;
}

} // namespace liubai
