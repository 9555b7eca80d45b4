#include "render/scale_down.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace liubai {
namespace {

/// The source cells that one new cell covers, and how much of it each fills.
struct Cover {
    int first = 0;
    std::vector<float> shares; ///< sum 1
};

std::vector<Cover> covers(int from, int to) {
    std::vector<Cover> out(static_cast<std::size_t>(to));
    const double step = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        const double begin = i * step;
        const double end = std::min((i + 1) * step, static_cast<double>(from));
        Cover& cover = out[static_cast<std::size_t>(i)];
        cover.first = static_cast<int>(begin);
        for (int k = cover.first; k < from && k < end; ++k) {
            const double share = (std::min<double>(k + 1, end) - std::max<double>(k, begin)) / (end - begin);
            if (share > 1e-6) cover.shares.push_back(static_cast<float>(share));
        }
    }
    return out;
}

/// sum += row × share, colours weighted by their alpha.
void add_row(std::vector<float>& sum, const std::uint8_t* row, float share) {
    const std::size_t count = sum.size() / 4;
    for (std::size_t x = 0; x < count; ++x) {
        const float alpha = share * static_cast<float>(row[x * 4 + 3]);
        sum[x * 4] += alpha * static_cast<float>(row[x * 4]);
        sum[x * 4 + 1] += alpha * static_cast<float>(row[x * 4 + 1]);
        sum[x * 4 + 2] += alpha * static_cast<float>(row[x * 4 + 2]);
        sum[x * 4 + 3] += alpha;
    }
}

void shrink_row(const std::vector<float>& sum, const std::vector<Cover>& columns, std::uint8_t* out) {
    for (const Cover& cover : columns) {
        float p[4] = {0, 0, 0, 0};
        const float* from = &sum[static_cast<std::size_t>(cover.first) * 4];
        for (const float share : cover.shares) {
            for (int c = 0; c < 4; ++c) p[c] += share * from[c];
            from += 4;
        }
        const float unweighted = p[3] > 0 ? 1 / p[3] : 0;
        for (int c = 0; c < 3; ++c) out[c] = static_cast<std::uint8_t>(p[c] * unweighted + 0.5f);
        out[3] = static_cast<std::uint8_t>(p[3] + 0.5f);
        out += 4;
    }
}

} // namespace

Pixels scale_down(const std::uint8_t* rgba, std::size_t stride, int width, int height, int to_width, int to_height) {
    const auto columns = covers(width, to_width);
    const auto rows = covers(height, to_height);
    Pixels out;
    out.width = to_width;
    out.height = to_height;
    out.rgba.resize(static_cast<std::size_t>(to_width) * static_cast<std::size_t>(to_height) * 4);
    std::vector<float> sum(static_cast<std::size_t>(width) * 4);
    std::uint8_t* target = out.rgba.data();
    for (const Cover& cover : rows) {
        std::fill(sum.begin(), sum.end(), 0.0f);
        const std::uint8_t* row = rgba + static_cast<std::size_t>(cover.first) * stride;
        for (const float share : cover.shares) {
            add_row(sum, row, share);
            row += stride;
        }
        shrink_row(sum, columns, target);
        target += static_cast<std::size_t>(to_width) * 4;
    }
    return out;
}

} // namespace liubai
