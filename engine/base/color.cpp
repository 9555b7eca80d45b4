#include "base/color.h"

#include <algorithm>
#include <cmath>

namespace liubai {
namespace {

std::optional<std::uint8_t> hex(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
    return std::nullopt;
}

double luminance(Color c) {
    auto linear = [](std::uint8_t v) {
        const double s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

std::uint8_t between(std::uint8_t a, std::uint8_t b, float t) {
    return static_cast<std::uint8_t>(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * t + 0.5f);
}

} // namespace

std::optional<Color> parse_color(std::string_view text) {
    if (text.size() < 4 || text.front() != '#') return std::nullopt;
    text.remove_prefix(1);
    const bool is_short = text.size() == 3;
    if (!is_short && text.size() != 6 && text.size() != 8) return std::nullopt;
    std::uint8_t parts[4] = {0, 0, 0, 255};
    const std::size_t digits = is_short ? 1 : 2;
    for (std::size_t i = 0; i * digits < text.size(); ++i) {
        const auto high = hex(text[i * digits]);
        const auto low = hex(text[i * digits + digits - 1]);
        if (!high || !low) return std::nullopt;
        parts[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return Color{parts[0], parts[1], parts[2], parts[3]};
}

Color mix(Color a, Color b, float t) {
    t = std::clamp(t, 0.0f, 1.0f);
    return {between(a.r, b.r, t), between(a.g, b.g, t), between(a.b, b.b, t), between(a.a, b.a, t)};
}

Color faded(Color c, float share) {
    c.a = static_cast<std::uint8_t>(static_cast<float>(c.a) * std::clamp(share, 0.0f, 1.0f) + 0.5f);
    return c;
}

double contrast_ratio(Color a, Color b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace liubai
