#include "render/scale_down.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace liubai {
namespace {

/// The source cells that one new cell covers, and how much of it each fills, in 256ths.
struct Cover {
    int first = 0;
    std::vector<std::uint16_t> shares; ///< sum 256
};

std::vector<Cover> covers(int from, int to) {
    std::vector<Cover> out(static_cast<std::size_t>(to));
    const double step = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        const double begin = i * step;
        const double end = std::min(begin + step, static_cast<double>(from));
        Cover& cover = out[static_cast<std::size_t>(i)];
        cover.first = static_cast<int>(begin);
        // Rounded sums, so that the shares add up whatever their number.
        for (int k = cover.first, given = 0; k < from && given < 256; ++k) {
            const double reached = (std::min<double>(k + 1, end) - begin) / (end - begin);
            const int now = static_cast<int>(std::lround(reached * 256));
            cover.shares.push_back(static_cast<std::uint16_t>(now - given));
            given = now;
        }
    }
    return out;
}

bool is_opaque(const std::uint8_t* row, std::size_t bytes) {
    std::uint8_t all = 255;
    for (std::size_t i = 3; i < bytes; i += 4) all = static_cast<std::uint8_t>(all & row[i]);
    return all == 255;
}

/// RGB to RGBA.
void make_opaque(const std::uint8_t* row, std::vector<std::uint8_t>& out) {
    for (std::size_t i = 0; i < out.size(); i += 4, row += 3) {
        out[i] = row[0];
        out[i + 1] = row[1];
        out[i + 2] = row[2];
        out[i + 3] = 255;
    }
}

/// Colours times alpha.
void premultiply(const std::uint8_t* row, std::vector<std::uint8_t>& out) {
    for (std::size_t i = 0; i < out.size(); i += 4) {
        const unsigned alpha = row[i + 3];
        for (std::size_t c = 0; c < 3; ++c) {
            const unsigned product = row[i + c] * alpha + 128;
            out[i + c] = static_cast<std::uint8_t>((product + (product >> 8)) >> 8); // = product / 255, rounded
        }
        out[i + 3] = row[i + 3];
    }
}

/// 16 bits hold 255 × 256, and the compiler makes eight of these at a time.
void add_row(std::vector<std::uint16_t>& sum, const std::uint8_t* row, std::uint16_t share) {
    std::uint16_t* to = sum.data();
    const std::size_t count = sum.size();
    for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<std::uint16_t>(to[i] + row[i] * share);
}

void shrink_row(const std::vector<std::uint16_t>& sum, const std::vector<Cover>& columns, std::uint8_t* out) {
    constexpr std::uint32_t kOpaque = 255u << 16;
    constexpr std::uint32_t kHalf = 1u << 15;
    for (const Cover& cover : columns) {
        std::uint32_t p[4] = {0, 0, 0, 0};
        const std::uint16_t* from = &sum[static_cast<std::size_t>(cover.first) * 4];
        for (const std::uint32_t share : cover.shares) {
            for (int c = 0; c < 4; ++c) p[c] += share * from[c];
            from += 4;
        }
        if (p[3] == kOpaque) {
            for (int c = 0; c < 4; ++c) out[c] = static_cast<std::uint8_t>((p[c] + kHalf) >> 16);
        } else if (p[3] >= kHalf) {
            const float back = 255.0f / static_cast<float>(p[3]);
            for (int c = 0; c < 3; ++c) {
                out[c] = static_cast<std::uint8_t>(std::min(static_cast<float>(p[c]) * back + 0.5f, 255.0f));
            }
            out[3] = static_cast<std::uint8_t>((p[3] + kHalf) >> 16);
        } else {
            std::memset(out, 0, 4);
        }
        out += 4;
    }
}

} // namespace

Pixels scale_down(const PixelRows& from, int to_width, int to_height) {
    const auto columns = covers(from.width, to_width);
    const auto rows = covers(from.height, to_height);
    Pixels out;
    out.width = to_width;
    out.height = to_height;
    out.rgba.resize(static_cast<std::size_t>(to_width) * static_cast<std::size_t>(to_height) * 4);
    std::vector<std::uint16_t> sum(static_cast<std::size_t>(from.width) * 4);
    std::vector<std::uint8_t> row(sum.size());
    int row_index = -1; // which row `row` holds: the last of one cover is often the first of the next
    std::uint8_t* target = out.rgba.data();
    for (const Cover& cover : rows) {
        std::fill(sum.begin(), sum.end(), std::uint16_t{0});
        int y = cover.first;
        for (const std::uint16_t share : cover.shares) {
            const std::uint8_t* source = from.first + static_cast<std::size_t>(y) * from.stride;
            if (y != row_index && !from.has_alpha) {
                make_opaque(source, row);
                row_index = y;
            } else if (y != row_index && !is_opaque(source, row.size())) {
                premultiply(source, row);
                row_index = y;
            }
            add_row(sum, y == row_index ? row.data() : source, share);
            ++y;
        }
        shrink_row(sum, columns, target);
        target += static_cast<std::size_t>(to_width) * 4;
    }
    return out;
}

} // namespace liubai
