#include "stage/lens.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr Vec2 kCentre{kStageSize.x / 2, kStageSize.y / 2};

/// No edge of the background may show.
Viewpoint held(Viewpoint shot) {
    shot.zoom = std::max(1.0f, shot.zoom);
    const float room_x = kCentre.x * (1 - 1 / shot.zoom);
    const float room_y = kCentre.y * (1 - 1 / shot.zoom);
    shot.x = std::clamp(shot.x, -room_x, room_x);
    shot.y = std::clamp(shot.y, -room_y, room_y);
    return shot;
}

} // namespace

StageLens::StageLens(const Rect& area, const Viewpoint& shot)
    : area_(area), cover_(std::max(area.w / kStageSize.x, area.h / kStageSize.y)), shot_(held(shot)) {
    const float w = kStageSize.x * cover_;
    const float h = kStageSize.y * cover_;
    all_ = {area.x + (area.w - w) / 2, area.y + (area.h - h) * 0.35f, w, h};
}

float StageLens::scale(float depth) const { return cover_ * (1 + (shot_.zoom - 1) * follow(depth)); }

Rect StageLens::place(const Rect& on_stage, float depth) const {
    const float zoom = 1 + (shot_.zoom - 1) * follow(depth);
    const auto canvas = [&](float at, float centre, float shift, float start) {
        return start + (centre + (at - centre - shift * follow(depth)) * zoom) * cover_;
    };
    return {canvas(on_stage.x, kCentre.x, shot_.x, all_.x), canvas(on_stage.y, kCentre.y, shot_.y, all_.y),
            on_stage.w * zoom * cover_, on_stage.h * zoom * cover_};
}

float StageLens::figure_x(float share) const {
    const float seen = std::min(1.0f, area_.w / cover_ / kStageSize.x);
    return kCentre.x + (share - 0.5f) * kStageSize.x * (0.35f + 0.65f * seen);
}

} // namespace liubai
