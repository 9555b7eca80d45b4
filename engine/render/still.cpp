#include "render/still.h"

#include "render/turn.h"

#include <algorithm>

namespace liubai {

Cut end_of(const Frame& frame) { return {frame.layers.size(), 0}; }

bool fades(const Layer& layer) {
    if (layer.alpha <= 0 || layer.items.empty()) return false;
    if (layer.mask.picture != ImageId::kNone && layer.mask.level < 1) return true;
    const bool is_one = layer.items.size() == 1 && !std::holds_alternative<GlyphsItem>(layer.items[0]);
    return layer.alpha < 1 && !is_one;
}

bool shows(const DrawItem& item, ImageId image) {
    const auto* drawn = std::get_if<ImageItem>(&item);
    return drawn && drawn->image == image;
}

Cut first_showing(const Shown& shown, ImageId image) {
    for (std::size_t l = 0; l < shown.layers.size(); ++l) {
        const auto& items = shown.layers[l].items;
        const auto found = std::find_if(items.begin(), items.end(), [&](const DrawItem& item) { return shows(item, image); });
        if (found != items.end()) return {l, static_cast<std::size_t>(found - items.begin())};
    }
    return {shown.layers.size(), 0};
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

namespace {

Rect joined(const Rect& a, const Rect& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const float x = std::min(a.x, b.x);
    const float y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

Rect reach_of(const FillItem& item) { return item.to; }

Rect reach_of(const ImageItem& item) {
    if (item.turn == 0) return item.to;
    const Vec2 corner{item.to.x, item.to.y};
    const TurnBounds bounds = bounds_of({item.turn, corner, {item.to.w, item.to.h}, {item.pivot.x - corner.x, item.pivot.y - corner.y}});
    return {static_cast<float>(bounds.left), static_cast<float>(bounds.top), static_cast<float>(bounds.right - bounds.left),
            static_cast<float>(bounds.bottom - bounds.top)};
}

Rect reach_of(const GlyphsItem& item) {
    Rect reach;
    for (const PlacedGlyph& glyph : item.glyphs) {
        const float em = glyph.size;
        reach = joined(reach, {glyph.at.x - em, glyph.at.y - em * 2, em * 4, em * 3.5f});
    }
    return reach;
}

Rect reach_of(const DrawItem& item) {
    return std::visit([](const auto& one) { return reach_of(one); }, item);
}

} // namespace

Rect reach_of(const Layer& layer) {
    Rect reach;
    for (const DrawItem& item : layer.items) reach = joined(reach, reach_of(item));
    return reach;
}

std::optional<Rect> changed_area(const Shown& last, const Frame& frame) {
    if (last.canvas != frame.canvas || last.paper != frame.paper || last.layers.size() != frame.layers.size())
        return std::nullopt;
    Rect area;
    for (std::size_t l = 0; l < frame.layers.size(); ++l) {
        const Layer& a = last.layers[l];
        const Layer& b = frame.layers[l];
        if (a.clip != b.clip || a.alpha != b.alpha || a.mask != b.mask || fades(b)) return std::nullopt;
        for (std::size_t i = 0; i < std::max(a.items.size(), b.items.size()); ++i) {
            const bool in_both = i < a.items.size() && i < b.items.size();
            if (in_both && a.items[i] == b.items[i]) continue;
            if (i < a.items.size()) area = joined(area, reach_of(a.items[i]));
            if (i < b.items.size()) area = joined(area, reach_of(b.items[i]));
        }
    }
    return area;
}

} // namespace liubai
