#include "render/coverage.h"

#include <algorithm>
#include <cstddef>

namespace liubai {
namespace {

constexpr int kCell = 16; // pixels a side

Cover both(Cover a, Cover b) { return a == b ? a : Cover::kMixed; }

/// Of the pixels whose alpha is `least` where it is lowest and `most` where it is highest.
Cover cover_of(std::uint8_t least, std::uint8_t most) {
    if (most == 0) return Cover::kClear;
    return least == 255 ? Cover::kOpaque : Cover::kMixed;
}

} // namespace

Coverage::Coverage(const std::uint8_t* rgba, int width, int height)
    : width_(width), height_(height), columns_((width + kCell - 1) / kCell) {
    for (int top = 0; top < height; top += kCell) {
        for (int left = 0; left < width; left += kCell) {
            std::uint8_t least = 255;
            std::uint8_t most = 0;
            for (int y = top; y < std::min(top + kCell, height); ++y) {
                const std::uint8_t* alpha = rgba + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(left)) * 4 + 3;
                const int count = std::min(kCell, width - left);
                for (int x = 0; x < count; ++x) {
                    least &= alpha[x * 4]; // 255 only if all are
                    most |= alpha[x * 4];  // 0 only if all are
                }
            }
            cells_.push_back(cover_of(least, most));
        }
    }
}

void add_run(std::vector<CoverRun>& runs, const CoverRun& run) {
    if (!runs.empty() && runs.back().cover == run.cover) {
        runs.back().right = run.right;
    } else {
        runs.push_back(run);
    }
}

Cover Coverage::of(const SDL_Rect& area) const {
    if (cells_.empty()) return Cover::kMixed;
    const int left = std::max(area.x, 0);
    const int top = std::max(area.y, 0);
    const int right = std::min(area.x + area.w, width_);
    const int bottom = std::min(area.y + area.h, height_);
    if (left >= right || top >= bottom) return Cover::kClear;
    const bool is_within = area.x >= 0 && area.y >= 0 && area.x + area.w <= width_ && area.y + area.h <= height_;
    const auto cell = [&](int column, int row) { return cells_[static_cast<std::size_t>(row * columns_ + column)]; };
    Cover all = is_within ? cell(left / kCell, top / kCell) : Cover::kClear;
    for (int row = top / kCell; row <= (bottom - 1) / kCell && all != Cover::kMixed; ++row) {
        for (int column = left / kCell; column <= (right - 1) / kCell; ++column) all = both(all, cell(column, row));
    }
    return all;
}

} // namespace liubai
