#pragma once
// FNV-1a, 32 bit: the hash of line ids and of translated texts; 64 bit: of the words in saves and of their bytes. Stable
// for ever: saves and translations hang on them.

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

constexpr std::uint64_t hash64(std::string_view text) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash;
}

/// Lower-case hexadecimal digits.
inline std::string hex_digits(std::uint64_t value, std::size_t digits) {
    std::string out(digits, '0');
    for (std::size_t i = digits; i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 15];
    return out;
}

inline std::string hex8(std::uint32_t value) { return hex_digits(value, 8); }
inline std::string hex16(std::uint64_t value) { return hex_digits(value, 16); }

} // namespace liubai
