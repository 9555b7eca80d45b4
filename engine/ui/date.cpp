#include "ui/date.h"

#include <array>

namespace liubai {
namespace {

struct Day {
    std::int64_t year = 1970;
    int month = 1;
    int day = 1;
};

constexpr std::int64_t kDayMinutes = 24 * 60;

std::int64_t floor_divided(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Of the days since 1970, in the Gregorian calendar: years begin in March, so that the leap day is their last.
Day day_of(std::int64_t days) {
    constexpr std::int64_t kEra = 146097; // days in 400 years
    const std::int64_t shifted = days + 719468; // since March 1 of the year 0
    const std::int64_t era = floor_divided(shifted, kEra);
    const std::int64_t in_era = shifted - era * kEra;
    const std::int64_t year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    const std::int64_t in_year = in_era - (365 * year + year / 4 - year / 100);
    const std::int64_t month = (5 * in_year + 2) / 153; // from March
    Day day;
    day.day = static_cast<int>(in_year - (153 * month + 2) / 5 + 1);
    day.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
    day.year = year + era * 400 + (day.month <= 2 ? 1 : 0);
    return day;
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

} // namespace

std::string date_and_time(std::int64_t minutes, std::int64_t now, Language language) {
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (minutes == 0) return "";
    const std::int64_t days = floor_divided(minutes, kDayMinutes);
    const std::int64_t of_day = minutes - days * kDayMinutes;
    const Day day = day_of(days);
    const bool with_year = now != 0 && day_of(floor_divided(now, kDayMinutes)).year != day.year;
    const std::string time = std::to_string(of_day / 60) + ":" + two_digits(of_day % 60);
    if (language == Language::kZh) {
        return (with_year ? std::to_string(day.year) + "年" : "") + std::to_string(day.month) + "月" +
               std::to_string(day.day) + "日 " + time;
    }
    return std::to_string(day.day) + " " + kMonths.at(static_cast<std::size_t>(day.month - 1)) +
           (with_year ? " " + std::to_string(day.year) : "") + ", " + time;
}

} // namespace liubai
