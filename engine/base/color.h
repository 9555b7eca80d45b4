#pragma once
// A straight-alpha sRGB colour, as authors write it (#rrggbb) and SDL blends it.

#include <cstdint>
#include <optional>
#include <string_view>

namespace liubai {

struct Color {
    std::uint8_t r = 255;
    std::uint8_t g = 255;
    std::uint8_t b = 255;
    std::uint8_t a = 255;
    bool operator==(const Color&) const = default;
};

/// Reads "#rgb", "#rrggbb" or "#rrggbbaa"; nothing else.
std::optional<Color> parse_color(std::string_view text);

/// `a` at t=0, `b` at t=1, each channel apart; t outside 0…1 is clamped.
Color mix(Color a, Color b, float t);

/// The colour with its alpha multiplied by `share` (0…1).
Color faded(Color c, float share);

/// WCAG 2.1 contrast ratio of two opaque colours, 1…21. Uses pow: never call it from update().
double contrast_ratio(Color a, Color b);

} // namespace liubai
