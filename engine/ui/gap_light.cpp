#include "ui/gap_light.h"

#include "stage/motion.h"

#include <algorithm>

namespace liubai {
namespace {

// The light's picture: a point in its left square, a lamp behind paper in the two on its right.
constexpr Rect kPoint{0, 0, 1.0f / 3, 1};
constexpr Rect kLamp{1.0f / 3, 0, 2.0f / 3, 1};
constexpr float kLampWide = 0.78f; // the share of its picture that is lit paper
constexpr Color kPaper{255, 168, 84, 255};
constexpr Color kFlame{255, 226, 168, 255};
constexpr Color kOnLamp{58, 34, 16, 255};
constexpr float kFaint = 0.62f; // of a remembered word; on the lamp's light it stands at about 45 %

Rect around(Vec2 at, float w, float h) { return {at.x - w / 2, at.y - h / 2, w, h}; }

void put_part(std::vector<DrawItem>& items, const UiPictures& ui, Rect part, Rect to, Color color,
              Blend blend = Blend::kOver) {
    if (ui.glow != ImageId::kNone && color.a > 0) items.emplace_back(ImageItem{ui.glow, to, part, color, blend});
}

} // namespace

void put_lamp(std::vector<DrawItem>& items, const UiPictures& ui, Rect gap, float open, float alpha) {
    const float high = gap.h * 2.0f;
    const float wide = gap.w * 0.93f / kLampWide;
    const Vec2 middle{gap.x + gap.w / 2, gap.y + gap.h * 0.53f};
    const float w = lerp(high * 0.30f, wide, open);
    const float h = lerp(high * 0.45f, high, std::min(1.0f, open * 1.6f));
    const float lit = std::min(1.0f, open * 2); // of the paper: first there is but a point
    put_part(items, ui, kPoint, around(middle, w * 1.7f, h * 2.6f), faded(kPaper, 0.20f * alpha), Blend::kAdd);
    put_part(items, ui, kLamp, around(middle, w, h), faded(kPaper, 0.66f * alpha * lit), Blend::kAdd);
    put_part(items, ui, kLamp, around(middle, w * 0.86f, h * 0.80f), faded(kFlame, 0.34f * alpha * lit), Blend::kAdd);
    if (open < 1) put_part(items, ui, kPoint, around(middle, high * 1.1f, high * 1.1f), faded(kFlame, (1 - open) * alpha), Blend::kAdd);
}

void put_paper_lamp(std::vector<DrawItem>& items, const UiPictures& ui, Rect gap, float alpha) {
    constexpr Color kGlow{232, 132, 44, 255};
    constexpr Color kHeart{255, 246, 214, 255};
    const float wide = gap.w * 0.93f / kLampWide;
    const Vec2 middle{gap.x + gap.w / 2, gap.y + gap.h * 0.53f};
    put_part(items, ui, kLamp, around(middle, wide * 1.06f, gap.h * 2.2f), faded(kGlow, 0.62f * alpha));
    put_part(items, ui, kLamp, around(middle, wide * 0.84f, gap.h * 1.3f), faded(kHeart, 0.9f * alpha));
}

void put_cloud(std::vector<DrawItem>& items, const UiPictures& ui, Rect words, Color color, float alpha) {
    const Vec2 middle = words.center();
    if (ui.glow == ImageId::kNone) {
        put_fill(items, inflated(words, 24), faded(color, 0.8f * alpha));
        return;
    }
    const float w = words.w + 2 * words.h;
    put_part(items, ui, kLamp, around(middle, w * 1.7f, words.h * 3.6f), faded(color, 0.78f * alpha));
    put_part(items, ui, kLamp, around(middle, w * 1.35f, words.h * 2.6f), faded(color, 0.80f * alpha));
}

void put_faint_word(std::vector<DrawItem>& items, Layouts& layouts, const std::string& word, Rect gap, float alpha) {
    TextStyle style;
    style.color = faded(kOnLamp, kFaint);
    style.align = Align::kCenter;
    style.mode = FitMode::kBalance;
    style.row_pitch = 1.0f;
    style.size = gap.h * 0.9f;
    constexpr float kEndless = 100000;
    TextStyle one_row = style;
    one_row.align = Align::kStart;
    const float wide = gap.w * 0.94f;
    const float width = layouts.get(word, one_row, kEndless).size.x;
    one_row.size *= std::min(1.0f, wide / std::max(1.0f, width));
    // Two rows when they can be larger than one.
    constexpr float kTwoRows = 0.58f;
    constexpr float kLeast = 15; // units: smaller could not be read
    if (one_row.size < gap.h * kTwoRows * 0.75f) {
        style.size = gap.h * kTwoRows;
        while (layouts.get(word, style, wide).rows.size() > 2 && style.size > gap.h * 0.2f) style.size *= 0.94f;
        if (style.size < kLeast) return;
        const Layout& rows = layouts.get(word, style, wide);
        put_text(items, rows, {gap.center().x - wide / 2, gap.center().y - rows.size.y / 2}, alpha);
        return;
    }
    const Layout& row = layouts.get(word, one_row, kEndless);
    put_text(items, row, {gap.center().x - row.size.x / 2, gap.center().y - row.size.y / 2}, alpha);
}

void put_glow(std::vector<DrawItem>& items, const UiPictures& ui, Rect to, Color color, Blend blend) {
    put_part(items, ui, kPoint, to, color, blend);
}

void put_point(std::vector<DrawItem>& items, const UiPictures& ui, Vec2 at, float size, Color color, float alpha) {
    put_part(items, ui, kPoint, around(at, size, size), faded(color, 0.95f * alpha));
    put_part(items, ui, kPoint, around(at, size * 0.44f, size * 0.44f), faded({255, 250, 236, 255}, alpha));
}

Vec2 on_the_way(Vec2 from, Vec2 to, float way) {
    const Vec2 over{lerp(from.x, to.x, 0.18f), lerp(from.y, to.y, 0.72f)};
    const float a = (1 - way) * (1 - way);
    const float b = 2 * way * (1 - way);
    const float c = way * way;
    return {a * from.x + b * over.x + c * to.x, a * from.y + b * over.y + c * to.y};
}

void put_flying_light(std::vector<DrawItem>& items, const UiPictures& ui, Vec2 from, Vec2 to, float way, float size,
                      Color color, float alpha) {
    constexpr int kBehind = 24;
    for (int i = kBehind; i >= 1; --i) {
        const float back = static_cast<float>(i) / kBehind;
        const float at = way - 0.11f * back;
        if (at <= 0) continue;
        const Vec2 p = on_the_way(from, to, at);
        const float side = size * (0.8f - 0.5f * back);
        put_part(items, ui, kPoint, around(p, side, side), faded(color, 0.16f * (1 - back) * alpha));
    }
    put_point(items, ui, on_the_way(from, to, way), size, color, alpha);
}

} // namespace liubai
