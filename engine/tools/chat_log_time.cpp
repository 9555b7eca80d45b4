#include "tools/chat_log_time.h"

#include "tools/import_characters.h"

#include "base/utf8.h"

#include <algorithm>
#include <string>
#include <utility>

namespace liubai {
namespace {

constexpr std::array<std::string_view, 10> kMornings{"上午", "早上", "早晨", "凌晨", "清晨",
                                                     "AM",   "am",   "a.m.", "A.M.", "Am"};
constexpr std::array<std::string_view, 10> kAfternoons{"下午", "晚上", "傍晚", "中午", "夜里",
                                                       "PM",   "pm",   "p.m.", "P.M.", "Pm"};
constexpr std::array<std::string_view, 36> kDayWords{
    "今天",   "昨天",      "前天",   "星期一",  "星期二",    "星期三",   "星期四", "星期五",   "星期六",
    "星期日", "星期天",    "周一",   "周二",    "周三",      "周四",     "周五",   "周六",     "周日",
    "Today",  "Yesterday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Mon",    "Tue",       "Wed",    "Thu",     "Fri",       "Sat",      "Sun",    "today",    "yesterday"};

/// A place in a line; every reader either moves it past what it read or leaves it alone.
struct Cursor {
    std::string_view line;
    std::size_t at = 0;

    char peek(std::size_t ahead = 0) const { return at + ahead < line.size() ? line[at + ahead] : '\0'; }

    bool skip(std::string_view text) {
        if (!line.substr(at).starts_with(text)) return false;
        at += text.size();
        return true;
    }

    void skip_spaces() {
        while (at < line.size()) {
            std::size_t next = at;
            const char32_t c = next_code_point(line, next);
            if (!is_space(c) && c != 0x200E && c != 0x200F) return;
            at = next;
        }
    }

    std::optional<int> two_digits() {
        const bool two = is_digit(static_cast<unsigned char>(peek())) && is_digit(static_cast<unsigned char>(peek(1)));
        return two ? number(2) : std::nullopt;
    }

    std::optional<int> number(std::size_t most_digits) {
        std::size_t digits = 0;
        int value = 0;
        while (digits <= most_digits && is_digit(static_cast<unsigned char>(peek(digits)))) value = value * 10 + (line[at + digits++] - '0');
        if (digits == 0 || digits > most_digits) return std::nullopt;
        at += digits;
        return value;
    }

    template <std::size_t N>
    bool any_of(const std::array<std::string_view, N>& words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return skip(word); });
    }
};

bool read_clock(Cursor& cursor, int& minute) {
    Cursor c = cursor;
    int half = 0; // 1 = before noon, 2 = after
    const bool noon_word = c.line.substr(c.at).starts_with("中午");
    if (c.any_of(kMornings))
        half = 1;
    else if (c.any_of(kAfternoons))
        half = 2;
    c.skip_spaces();
    const auto hour = c.number(2);
    if (!hour || *hour > 24 || !(c.skip(":") || c.skip("：") || (half != 0 && c.skip("点")))) return false;
    const auto minutes = c.two_digits();
    if (!minutes || *minutes > 59) return false;
    c.skip("分");
    if (c.peek() == ':' && is_digit(static_cast<unsigned char>(c.peek(1)))) {
        ++c.at;
        const auto seconds = c.two_digits();
        if (!seconds || *seconds > 59) return false;
    }
    Cursor behind = c;
    behind.skip_spaces();
    if (half == 0 && behind.any_of(kMornings))
        half = 1;
    else if (half == 0 && behind.any_of(kAfternoons))
        half = 2;
    else
        behind = c;
    if (is_digit(static_cast<unsigned char>(behind.peek()))) return false;
    int h = *hour % 24;
    if (half == 1 && h == 12) h = 0;
    if (half == 2 && h < 12 && !(noon_word && h == 11)) h += 12;
    minute = h * 60 + *minutes;
    cursor = behind;
    return true;
}

bool read_date(Cursor& cursor, ChatTime& time) {
    Cursor c = cursor;
    const auto first = c.number(4);
    if (!first) return false;
    if (c.skip("月")) {
        const auto day = c.number(2);
        if (!day || !(c.skip("日") || c.skip("号"))) return false;
        time.date = {0, *first, *day};
        time.year_first = true;
    } else {
        const bool han = c.skip("年");
        const char mark = c.peek();
        if (!han && mark != '-' && mark != '/' && mark != '.') return false;
        if (!han) ++c.at;
        const auto second = c.number(2);
        if (!second || !(han ? c.skip("月") : c.skip(std::string_view(&mark, 1)))) return false;
        const auto third = c.number(4);
        if (!third || (han && !c.skip("日"))) return false;
        time.date = {*first, *second, *third};
        time.year_first = *first > 31;
    }
    if (time.date[1] == 0 || time.date[1] > 31 || time.date[2] == 0) return false;
    if (is_digit(static_cast<unsigned char>(c.peek()))) return false;
    cursor = c;
    return true;
}

/// Year, month, day.
std::array<int, 3> ordered(const ChatTime& time, DateOrder order) {
    std::array<int, 3> ymd = time.date;
    if (!time.year_first && order != DateOrder::kYearMonthDay) {
        ymd = {time.date[2], time.date[1], time.date[0]};
        if (order == DateOrder::kMonthDayYear) std::swap(ymd[1], ymd[2]);
    }
    if (ymd[0] < 100) ymd[0] += 2000;
    return ymd;
}

bool never_runs_back(const std::vector<ChatTime>& times, DateOrder order) {
    std::int64_t last = -1;
    for (const ChatTime& time : times) {
        if (!time.has_date()) continue;
        const std::int64_t day = day_of(time, order);
        if (day < last) return false;
        last = day;
    }
    return true;
}

} // namespace

std::optional<ChatTime> read_chat_time(std::string_view line, std::size_t& at) {
    Cursor c{line, at};
    c.skip_spaces();
    const std::size_t begin = c.at;
    ChatTime time;
    const bool dated = read_date(c, time);
    std::size_t end = c.at;
    const auto skip_between = [&c] {
        c.skip_spaces();
        if (c.skip(",") || c.skip("，") || c.skip("T")) c.skip_spaces();
    };
    if (dated) skip_between();
    const bool worded = c.any_of(kDayWords);
    if (worded) {
        end = c.at;
        skip_between();
    }
    int minute = 0;
    if (read_clock(c, minute)) {
        time.minute = minute;
        end = c.at;
    } else if (!dated) {
        return std::nullopt;
    }
    at = end;
    time.text = line.substr(begin, end - begin);
    return time;
}

GuessedOrder guess_date_order(const std::vector<ChatTime>& times) {
    bool undecided = false;
    for (const ChatTime& time : times) {
        if (!time.has_date() || time.year_first) continue;
        if (time.date[0] > 12) return {DateOrder::kDayMonthYear, true};
        if (time.date[1] > 12) return {DateOrder::kMonthDayYear, true};
        undecided = true;
    }
    if (!undecided) return {};
    const bool day_first = never_runs_back(times, DateOrder::kDayMonthYear);
    const bool month_first = never_runs_back(times, DateOrder::kMonthDayYear);
    if (day_first == month_first) return {DateOrder::kDayMonthYear, false};
    return {day_first ? DateOrder::kDayMonthYear : DateOrder::kMonthDayYear, true};
}

// Howard Hinnant's days_from_civil.
std::int64_t day_of(const ChatTime& time, DateOrder order) {
    const auto [year, month, day] = ordered(time, order);
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = y / 400;
    const std::int64_t year_of_era = y - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

} // namespace liubai
