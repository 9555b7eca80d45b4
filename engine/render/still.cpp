#include "render/still.h"

#include <algorithm>

namespace liubai {

Cut end_of(const Frame& frame) { return {frame.layers.size(), 0}; }

bool fades(const Layer& layer) {
    const bool is_masked = layer.mask.picture != ImageId::kNone && layer.mask.level < 1;
    return layer.alpha > 0 && (layer.alpha < 1 || is_masked);
}

Cut common_start(const Shown& last, const Frame& frame) {
    if (last.canvas != frame.canvas || last.paper != frame.paper) return {};
    Cut cut;
    const std::size_t count = std::min(last.layers.size(), frame.layers.size());
    while (cut.layers < count && last.layers[cut.layers] == frame.layers[cut.layers]) ++cut.layers;
    if (cut.layers == count) return cut;
    const Layer& a = last.layers[cut.layers];
    const Layer& b = frame.layers[cut.layers];
    if (a.clip != b.clip || a.alpha != b.alpha || a.mask != b.mask || fades(b)) return cut;
    const auto differ = std::mismatch(a.items.begin(), a.items.end(), b.items.begin(), b.items.end());
    cut.items = static_cast<std::size_t>(differ.first - a.items.begin());
    return cut;
}

} // namespace liubai
