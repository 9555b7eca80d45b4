#pragma once
// Numbers with a fraction as text, the same on every machine: what std::from_chars and std::to_chars do.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace liubai {

struct StartingNumber {
    double value = 0;
    std::size_t length = 0; ///< bytes of the text; 0 = it begins with no number
};

/// "12", "-0.5": without an exponent, as long as it goes.
StartingNumber number_at_start(std::string_view text);

/// The whole text as such a number.
std::optional<double> plain_number(std::string_view text);

/// The whole text as a number that may have an exponent.
std::optional<float> float_from(std::string_view text);

/// The fewest digits that read back as the same number.
std::string shortest(float value);

/// Ten digits at most.
std::string ten_digits(double value);

} // namespace liubai
