#include "render/stretch.h"

#include "render/between.h"

#include <utility>
#include <vector>

namespace liubai {

void stretch(const Words& from, int whole_width, int whole_height, const Words& part, int left, int top) {
    const auto width = static_cast<std::size_t>(part.width);
    const auto columns = between(0, static_cast<float>(whole_width), from.width, left, left + part.width);
    const auto rows = between(0, static_cast<float>(whole_height), from.height, top, top + part.height);
    // A row of the old picture serves several new ones: it is widened once.
    std::vector<std::uint32_t> upper(width);
    std::vector<std::uint32_t> lower(width);
    int upper_row = -1;
    int lower_row = -1;
    const auto widen = [&](int row, std::vector<std::uint32_t>& out) {
        const std::uint32_t* line = from.first + static_cast<std::size_t>(row) * from.stride;
        for (std::size_t x = 0; x < width; ++x) out[x] = mixed(line[columns[x].first], line[columns[x].second], columns[x].share);
    };
    for (int y = 0; y < part.height; ++y) {
        const Between& row = rows[static_cast<std::size_t>(y)];
        if (row.first == lower_row) {
            upper.swap(lower);
            std::swap(upper_row, lower_row);
        }
        if (row.first != upper_row) widen(upper_row = row.first, upper);
        if (row.second != lower_row) widen(lower_row = row.second, lower);
        std::uint32_t* out = part.first + static_cast<std::size_t>(y) * part.stride;
        const std::uint32_t* above = upper.data();
        const std::uint32_t* below = lower.data();
        const int share = row.share;
        for (std::size_t x = 0; x < width; ++x) out[x] = mixed(above[x], below[x], share);
    }
}

} // namespace liubai
