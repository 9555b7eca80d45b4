#include "ui/film_title.h"

#include "base/utf8.h"
#include "ui/column.h"
#include "ui/gap_light.h"

#include <algorithm>

namespace liubai {
namespace {

void put_light(Items& items, const ScreenContext& c, Vec2 at, float em, float alpha) {
    const float strength = alpha * (0.72f + 0.28f * c.breath);
    const auto glow = [&](float w, float h, float share) {
        const Rect to{at.x - w / 2, at.y - h / 2, w, h};
        put_glow(items, c.look.ui, to, faded(theme::kLight, share * strength), Blend::kAdd);
    };
    glow(em * 4.2f, em * 2.6f, 0.30f);
    glow(em * 1.7f, em * 1.5f, 0.46f);
    glow(em * 0.9f, em * 0.8f, 0.40f);
}

} // namespace

float FilmTitle::width() const {
    const std::size_t gaps = layout->clusters.empty() ? 0 : layout->clusters.size() - 1;
    return layout->size.x + apart * static_cast<float>(gaps);
}

TextStyle film_style(float size, const std::string& language) {
    TextStyle style = title_style(size, language);
    if (language != "zh") style.family = Family::kSerif;
    style.row_pitch = 1.18f;
    return style;
}

FilmTitle measure_film_title(const ScreenContext& c, const std::string& text, TextStyle style, float most) {
    constexpr float kEndless = 100000;
    style.align = Align::kStart;
    const std::size_t characters = to_utf32(text).size();
    const bool han = style.language == "zh";
    FilmTitle title;
    while (true) {
        title.layout = &c.layouts.get(text, style, kEndless);
        title.lit = han && characters == 2;
        title.apart = !han ? 0 : title.lit ? style.size * 1.1f : characters <= 5 ? style.size * 0.28f : 0;
        if (title.width() <= most || style.size <= kLeastText) return title;
        style.size = std::max(kLeastText, style.size * 0.94f);
    }
}

void put_film_title(Items& items, const ScreenContext& c, const FilmTitle& title, Vec2 top, Color color, float alpha) {
    const Layout& layout = *title.layout;
    const float left = top.x - title.width() / 2;
    GlyphsItem item;
    for (std::size_t i = 0; i < layout.clusters.size(); ++i) {
        for (std::uint32_t g = layout.clusters[i].glyph_begin; g < layout.clusters[i].glyph_end; ++g) {
            PlacedGlyph glyph = layout.glyphs[g];
            glyph.at = {glyph.at.x + left + title.apart * static_cast<float>(i), glyph.at.y + top.y};
            glyph.color = faded(color, alpha);
            item.glyphs.push_back(glyph);
        }
    }
    const bool dark_ground = color.r > 128;
    if (title.lit && dark_ground)
        put_light(items, c, {top.x, top.y + layout.size.y * 0.5f}, layout.size.y * 0.8f, alpha);
    items.emplace_back(std::move(item));
}

} // namespace liubai
