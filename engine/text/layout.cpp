#include "text/layout.h"

#include <algorithm>
#include <cmath>

namespace liubai {
namespace {

constexpr float kEmOfAscent = 1 / 0.88f;

float em(const Layout& layout) { return layout.ascent * kEmOfAscent; }

} // namespace

Rect cluster_rect(const Layout& layout, std::size_t cluster) {
    const Cluster& c = layout.clusters[cluster];
    return {c.x, layout.rows[c.row].baseline - layout.ascent, c.advance, em(layout)};
}

std::size_t offset_at(const Layout& layout, Vec2 point) {
    if (layout.rows.empty()) return 0;
    const auto last = static_cast<float>(layout.rows.size() - 1);
    const float at = layout.row_pitch > 0 ? std::floor(point.y / layout.row_pitch) : 0;
    const Row& row = layout.rows[static_cast<std::size_t>(std::clamp(at, 0.0f, last))];
    const Cluster* nearest = nullptr;
    float distance = 0;
    bool after = false;
    for (std::uint32_t i = row.cluster_begin; i < row.cluster_end; ++i) {
        const Cluster& c = layout.clusters[i];
        if (c.kind == ClusterKind::kBreak) continue;
        const float to_left = std::abs(point.x - c.x);
        const float to_right = std::abs(point.x - (c.x + c.advance));
        const bool right = (to_right < to_left) != c.right_to_left;
        const float to = std::min(to_left, to_right);
        if (nearest != nullptr && to >= distance) continue;
        nearest = &c;
        distance = to;
        after = right;
    }
    if (nearest == nullptr) return layout.clusters[row.cluster_begin].byte_begin;
    return after ? nearest->byte_end : nearest->byte_begin;
}

Rect caret_at(const Layout& layout, std::size_t byte) {
    if (layout.rows.empty()) return {0, 0, 0, em(layout)};
    const auto found = std::find_if(layout.clusters.begin(), layout.clusters.end(),
                                    [&](const Cluster& c) { return c.byte_begin >= byte; });
    const bool at_end = found == layout.clusters.end();
    const Cluster& c = at_end ? layout.clusters.back() : *found;
    const float x = c.x + (at_end != c.right_to_left ? c.advance : 0);
    return {x, layout.rows[c.row].baseline - layout.ascent, 0, em(layout)};
}

} // namespace liubai
