#include "ui/one_row.h"

#include "base/utf8.h"
#include "text/unicode.h"
#include "ui/column.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kEndless = 100000;

/// An opening mark: nothing may end with it.
bool opens(const std::string& text, std::size_t at) {
    const char32_t c = next_code_point(text, at);
    return char_info(c).line() == LineClass::kOP || c == U'“' || c == U'‘';
}

} // namespace

std::string one_row(const ScreenContext& c, const std::string& text, const TextStyle& style, float width) {
    if (c.layouts.get(text, style, kEndless).size.x <= width) return text;
    const float room = width - c.layouts.get("…", style, kEndless).size.x;
    std::size_t end = 0;
    for (const Cluster& cluster : c.layouts.get(text, style, kEndless).clusters) {
        if (cluster.x + cluster.advance > room) break;
        if (cluster.kind != ClusterKind::kSpace && !opens(text, cluster.byte_begin)) end = cluster.byte_end;
    }
    return text.substr(0, end) + "…";
}

TextStyle fitted(const ScreenContext& c, const std::string& text, TextStyle style, float width) {
    const float wide = c.layouts.get(text, style, kEndless).size.x;
    if (wide > width) style.size = std::max(kLeastText, style.size * width / wide * 0.99f);
    return style;
}

} // namespace liubai
