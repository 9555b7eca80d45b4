#include "ui/one_row.h"

#include "ui/column.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kEndless = 100000;

} // namespace

std::string one_row(const ScreenContext& c, const std::string& text, const TextStyle& style, float width) {
    if (c.layouts.get(text, style, kEndless).size.x <= width) return text;
    const float room = width - c.layouts.get("…", style, kEndless).size.x;
    std::size_t end = 0;
    for (const Cluster& cluster : c.layouts.get(text, style, kEndless).clusters) {
        if (cluster.x + cluster.advance > room) break;
        if (cluster.kind != ClusterKind::kSpace) end = cluster.byte_end;
    }
    return text.substr(0, end) + "…";
}

TextStyle fitted(const ScreenContext& c, const std::string& text, TextStyle style, float width) {
    const float wide = c.layouts.get(text, style, kEndless).size.x;
    if (wide > width) style.size = std::max(kLeastText, style.size * width / wide * 0.99f);
    return style;
}

} // namespace liubai
