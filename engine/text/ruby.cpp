#include "text/ruby.h"

#include <algorithm>
#include <limits>

namespace liubai {
namespace {

constexpr float kRubyEm = 0.5f;
constexpr float kApartEm = 0.25f;     // between two annotations, of the annotation's em
constexpr float kOverhangEm = 0.375f; // over a neighbour without one, of the base's em

float base_width(const RubyText& ruby, const Shaped& shaped, const Spacing& spacing) {
    float width = 0;
    for (std::uint32_t u = ruby.begin; u < ruby.end; ++u) {
        width += shaped.units[u].advance + (u > ruby.begin ? spacing[u].before : 0);
    }
    return width;
}

} // namespace

std::vector<RubyText> lay_out_rubies(const TextSource& source, const Shaped& shaped, const TextStyle& style,
                                     const Fonts& fonts) {
    std::vector<RubyText> rubies;
    TextStyle small = style;
    small.family = Family::kSans;
    small.bold = small.italic = false;
    small.size *= kRubyEm;
    small.align = Align::kStart;
    small.first_indent_em = 0;
    small.language = "zh-Latn";
    const auto unit_at = [&](std::uint32_t c) {
        const auto found = std::lower_bound(shaped.units.begin(), shaped.units.end(), c,
                                            [](const Unit& u, std::uint32_t at) { return u.begin < at; });
        return static_cast<std::uint32_t>(found - shaped.units.begin());
    };
    for (const RubySpan& span : source.rubies) {
        if (span.annotation.empty()) continue;
        RubyText ruby{unit_at(span.begin), unit_at(span.end), {}};
        ruby.layout = lay_out(span.annotation, small, std::numeric_limits<float>::infinity(), fonts);
        if (ruby.begin < ruby.end && !ruby.layout.rows.empty()) rubies.push_back(std::move(ruby));
    }
    return rubies;
}

void make_room(const std::vector<RubyText>& rubies, const Shaped& shaped, const TextStyle& style, Spacing& spacing) {
    const std::size_t count = shaped.units.size();
    for (std::size_t i = 0; i < rubies.size(); ++i) {
        const RubyText& ruby = rubies[i];
        const float over = (ruby.layout.size.x - base_width(ruby, shaped, spacing)) / 2; // on either side
        const bool touches_next = i + 1 < rubies.size() && rubies[i + 1].begin == ruby.end;
        const bool touched = i > 0 && rubies[i - 1].end == ruby.begin;
        if (touches_next) {
            const RubyText& next = rubies[i + 1];
            const float next_over = (next.layout.size.x - base_width(next, shaped, spacing)) / 2;
            const float room = over + next_over + kApartEm * kRubyEm * style.size;
            if (room > 0) spacing[ruby.end].before += room;
        } else if (ruby.end < count && over > kOverhangEm * style.size) {
            spacing[ruby.end].before += over - kOverhangEm * style.size;
        }
        if (!touched && ruby.begin > 0 && over > kOverhangEm * style.size) {
            spacing[ruby.begin].before += over - kOverhangEm * style.size;
        }
    }
}

} // namespace liubai
