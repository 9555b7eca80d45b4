#include "base/decimal.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace liubai {

#ifdef __EMSCRIPTEN__ // whose standard library knows whole numbers only; its C library knows no locales

namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && text[at + count] >= '0' && text[at + count] <= '9') ++count;
    return count;
}

/// The length of "-12.5"; 0 = there is none.
std::size_t plain_length(std::string_view text) {
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = digits_at(text, sign);
    const std::size_t point = sign + whole;
    if (point == text.size() || text[point] != '.') return whole > 0 ? point : 0;
    const std::size_t fraction = digits_at(text, point + 1);
    return whole + fraction > 0 ? point + 1 + fraction : 0;
}

template <typename... Numbers>
std::string printed(const char* format, Numbers... numbers) {
    std::array<char, 64> out{};
    const int length = std::snprintf(out.data(), out.size(), format, numbers...);
    return {out.data(), static_cast<std::size_t>(length)};
}

} // namespace

StartingNumber number_at_start(std::string_view text) {
    const std::string number(text.substr(0, plain_length(text)));
    return {std::strtod(number.c_str(), nullptr), number.size()};
}

std::optional<float> float_from(std::string_view text) {
    const std::size_t plain = plain_length(text);
    std::size_t length = plain;
    if (plain > 0 && plain < text.size() && (text[plain] == 'e' || text[plain] == 'E')) {
        const bool has_sign = plain + 1 < text.size() && (text[plain + 1] == '-' || text[plain + 1] == '+');
        const std::size_t exponent = plain + (has_sign ? 2 : 1);
        if (digits_at(text, exponent) > 0) length = exponent + digits_at(text, exponent);
    }
    if (length == 0 || length != text.size()) return std::nullopt;
    return std::strtof(std::string(text).c_str(), nullptr);
}

std::string shortest(float value) {
    int digits = 1;
    std::string scientific;
    for (; digits <= 9; ++digits) {
        scientific = printed("%.*e", digits - 1, static_cast<double>(value));
        if (std::strtof(scientific.c_str(), nullptr) == value) break;
    }
    const std::size_t e = scientific.find('e');
    if (e == std::string::npos) return scientific; // infinite, or no number
    const int exponent = std::atoi(scientific.c_str() + e + 1);
    const int after_point = digits - 1 - exponent;
    std::string fixed = printed("%.*f", after_point > 0 ? after_point : 0, static_cast<double>(value));
    return fixed.size() <= scientific.size() ? fixed : scientific;
}

std::string ten_digits(double value) { return printed("%.10g", value); }

#else

StartingNumber number_at_start(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc()) return {};
    return {value, static_cast<std::size_t>(end - text.data())};
}

std::optional<float> float_from(std::string_view text) {
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string shortest(float value) {
    std::array<char, 48> out{};
    return {out.data(), std::to_chars(out.data(), out.data() + out.size(), value).ptr};
}

std::string ten_digits(double value) {
    std::array<char, 48> out{};
    return {out.data(), std::to_chars(out.data(), out.data() + out.size(), value, std::chars_format::general, 10).ptr};
}

#endif

std::optional<double> plain_number(std::string_view text) {
    const StartingNumber number = number_at_start(text);
    if (number.length == 0 || number.length != text.size()) return std::nullopt;
    return number.value;
}

} // namespace liubai
