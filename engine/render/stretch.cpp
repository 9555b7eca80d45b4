#include "render/stretch.h"

#include <algorithm>
#include <vector>

namespace liubai {
namespace {

constexpr int kBits = 16; // of the fraction in a place

/// The two pixels of a row or column of `count` around a new one's middle, and the second one's share, 0…256.
struct Between {
    int first = 0;
    int second = 0;
    std::uint32_t share = 0;
};

Between around(int index, int count, int new_count) {
    const std::int64_t step = (static_cast<std::int64_t>(count) << kBits) / new_count;
    const std::int64_t middle = index * step + step / 2 - (1 << (kBits - 1));
    const std::int64_t place = std::clamp<std::int64_t>(middle, 0, static_cast<std::int64_t>(count - 1) << kBits);
    const int first = static_cast<int>(place >> kBits);
    return {first, std::min(first + 1, count - 1), static_cast<std::uint32_t>(place >> (kBits - 8) & 255)};
}

} // namespace

void stretch(const Words& from, const Words& to) {
    const auto width = static_cast<std::size_t>(to.width);
    std::vector<Between> columns;
    columns.reserve(width);
    for (int x = 0; x < to.width; ++x) columns.push_back(around(x, from.width, to.width));
    // A row of the old picture serves several new ones: it is widened once.
    std::vector<std::uint32_t> upper(width);
    std::vector<std::uint32_t> lower(width);
    int upper_row = -1;
    int lower_row = -1;
    const auto widen = [&](int row, std::vector<std::uint32_t>& out) {
        const std::uint32_t* line = from.first + static_cast<std::size_t>(row) * from.stride;
        for (std::size_t x = 0; x < width; ++x) out[x] = between(line[columns[x].first], line[columns[x].second], columns[x].share);
    };
    for (int y = 0; y < to.height; ++y) {
        const Between rows = around(y, from.height, to.height);
        if (rows.first == lower_row) {
            upper.swap(lower);
            std::swap(upper_row, lower_row);
        }
        if (rows.first != upper_row) widen(upper_row = rows.first, upper);
        if (rows.second != lower_row) widen(lower_row = rows.second, lower);
        std::uint32_t* out = to.first + static_cast<std::size_t>(y) * to.stride;
        const std::uint32_t* above = upper.data();
        const std::uint32_t* below = lower.data();
        for (std::size_t x = 0; x < width; ++x) out[x] = between(above[x], below[x], rows.share);
    }
}

} // namespace liubai
