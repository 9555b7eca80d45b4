#include "ui/date.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace liubai;

TEST_CASE("a date is written as a reader writes it, with the year when it is another", "[ui]") {
    struct Case {
        std::int64_t minutes;
        std::int64_t now;
        const char* zh;
        const char* en;
    };
    constexpr std::int64_t kDay = 1440;
    const std::vector<Case> table{
        {20784 * kDay + 18 * 60 + 5, 20790 * kDay, "11月27日 18:05", "27 Nov, 18:05"}, // 2026
        {20784 * kDay + 18 * 60 + 5, 0, "11月27日 18:05", "27 Nov, 18:05"},
        {20784 * kDay + 5, 20900 * kDay, "2026年11月27日 0:05", "27 Nov 2026, 0:05"},
        {19782 * kDay, 19783 * kDay, "2月29日 0:00", "29 Feb, 0:00"}, // 2024
        {11016 * kDay + 60, 11016 * kDay, "2月29日 1:00", "29 Feb, 1:00"}, // 2000
        {19722 * kDay + 1439, 19723 * kDay, "2023年12月31日 23:59", "31 Dec 2023, 23:59"},
        {-1, 0, "12月31日 23:59", "31 Dec, 23:59"}, // 1969
        {1, 0, "1月1日 0:01", "1 Jan, 0:01"},
        {0, 1, "", ""},
    };
    for (const Case& one : table) {
        CHECK(date_and_time(one.minutes, one.now, Language::kZh) == one.zh);
        CHECK(date_and_time(one.minutes, one.now, Language::kEn) == one.en);
    }
}
