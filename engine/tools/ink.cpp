#include "tools/ink.h"

#include <algorithm>

namespace liubai {

Ink ink_of(const Fonts& fonts, std::span<const PlacedGlyph> glyphs, Vec2 origin) {
    Ink all;
    for (const PlacedGlyph& glyph : glyphs) {
        const Rect ink = ink_of(fonts, glyph);
        if (ink.empty()) continue;
        all.left = std::min(all.left, ink.x);
        all.top = std::min(all.top, ink.y);
        all.right = std::max(all.right, ink.x + ink.w);
        all.bottom = std::max(all.bottom, ink.y + ink.h);
        all.least = std::min(all.least, glyph.size);
    }
    return moved(all, origin);
}

Ink moved(Ink ink, Vec2 by) {
    ink.left += by.x;
    ink.right += by.x;
    ink.top += by.y;
    ink.bottom += by.y;
    return ink;
}

bool is_inside(const Ink& ink, Rect room, float reach) {
    return ink.empty() || (ink.left >= room.x - reach && ink.right <= room.x + room.w + reach && ink.top >= room.y - reach &&
                           ink.bottom <= room.y + room.h + reach);
}

bool overlap(const Ink& a, const Ink& b) {
    constexpr float kHair = 1;
    return a.left + kHair < b.right && b.left + kHair < a.right && a.top + kHair < b.bottom && b.top + kHair < a.bottom;
}

} // namespace liubai
