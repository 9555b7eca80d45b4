#pragma once
// Dates and times as chat programs write them. Part of reading a chat log.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace liubai {

/// How the three numbers of a date are meant.
enum class DateOrder : std::uint8_t { kYearMonthDay, kDayMonthYear, kMonthDayYear };

struct ChatTime {
    std::string_view text;     ///< as written, date and clock
    std::array<int, 3> date{}; ///< in the order written; all 0 = no date, a missing year is 0
    bool year_first = false;   ///< the order is sure
    std::optional<int> minute; ///< of the day; nothing = only a date
    [[nodiscard]] bool has_date() const { return date[1] != 0; }
};

/// Reads a date, a clock or both at byte `at` of a line and moves `at` past them: "10:32", "10:32:15 PM", "下午3:05",
/// "2024-05-12 10:32:15", "12/05/2024, 10:32", "5月12日 10:32", "昨天 10:32", "星期三 10:32".
std::optional<ChatTime> read_chat_time(std::string_view line, std::size_t& at);

/// The order that all dates of a log can have: a number above 12 decides, else the order in which time never runs
/// backwards, else day first.
struct GuessedOrder {
    DateOrder order = DateOrder::kYearMonthDay;
    bool sure = true;
};
GuessedOrder guess_date_order(const std::vector<ChatTime>& times);

/// Days since 1970-01-01 of a time with a date; a date without a year is taken in 2000.
std::int64_t day_of(const ChatTime& time, DateOrder order);

} // namespace liubai
