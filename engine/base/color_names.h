#pragma once
// The colours that a scene may name instead of a background's picture. They are those of the program's own paintings.

#include "base/color.h"

#include <array>
#include <string_view>
#include <utility>

namespace liubai {

inline constexpr std::array<std::pair<std::string_view, Color>, 12> kColorNames{{
    {"black", {0, 0, 0, 255}},
    {"ink", {18, 22, 29, 255}},
    {"night", {13, 21, 36, 255}},
    {"indigo", {47, 74, 99, 255}},
    {"moss", {88, 104, 76, 255}},
    {"vermilion", {168, 58, 38, 255}},
    {"gold", {201, 138, 60, 255}},
    {"dawn", {220, 148, 102, 255}},
    {"rose", {216, 160, 146, 255}},
    {"mist", {199, 204, 203, 255}},
    {"paper", {243, 232, 213, 255}},
    {"white", {250, 249, 246, 255}},
}};

/// A colour as `bg:` takes it: one of those names, or what parse_color() reads.
inline std::optional<Color> background_color(std::string_view text) {
    for (const auto& [name, color] : kColorNames) {
        if (name == text) return color;
    }
    return parse_color(text);
}

} // namespace liubai
