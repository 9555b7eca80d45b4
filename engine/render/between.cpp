#include "render/between.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace liubai {

std::vector<Between> between(float at, float length, int count, int begin, int end) {
    std::vector<Between> out;
    out.reserve(static_cast<std::size_t>(std::max(0, end - begin)));
    for (int i = begin; i < end; ++i) {
        const float place = (static_cast<float>(i) + 0.5f - at) / length * static_cast<float>(count) - 0.5f;
        const auto first = static_cast<int>(std::floor(place));
        out.push_back({std::clamp(first, 0, count - 1), std::clamp(first + 1, 0, count - 1),
                       static_cast<int>((place - std::floor(place)) * 256)});
    }
    return out;
}

} // namespace liubai
