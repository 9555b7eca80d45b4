#include "ui/risen_line.h"

#include "stage/motion.h"
#include "ui/gap_light.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kDim = 0.86f;
constexpr float kBetween = 8;
constexpr float kRises = 26; // units

/// One text of the line with its gap and with the word in it.
struct Pair {
    const Layout* open = nullptr;
    const Layout* whole = nullptr;
    std::size_t gap = 0;    ///< byte of the gap in the open text
    std::size_t length = 0; ///< of the word in the whole one
    bool has_gap = false;
    Vec2 origin;
};

Pair pair_of(const ShownText& text, const std::string& key, const TextStyle& style, float width, Layouts& layouts) {
    Pair pair;
    for (const Cue& cue : text.text.cues) {
        const auto* gap = std::get_if<Unsaid>(&cue.kind);
        if (!gap || gap->key != key || pair.has_gap) continue;
        pair.has_gap = true;
        pair.gap = cue.at;
        pair.length = gap->shown.size();
    }
    pair.open = &layouts.get(text.text, style, width);
    pair.whole = &layouts.get(with_gaps_filled(text.text, {key}), style, width);
    return pair;
}

void add_glyphs(GlyphsItem& item, const Layout& layout, const Cluster& cluster, Vec2 shift, float alpha, const Color* color) {
    for (std::uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) {
        PlacedGlyph glyph = layout.glyphs[g];
        glyph.at = {glyph.at.x + shift.x, glyph.at.y + shift.y};
        glyph.color = faded(color ? *color : glyph.color, alpha);
        item.glyphs.push_back(glyph);
    }
}

/// The words around the gap draw together where they stay in their row; elsewhere one setting fades into the other.
class Closing {
public:
    Closing(const Pair& pair, const RisenView& view, float alpha) : p_(pair), view_(view), alpha_(alpha) {}

    GlyphsItem glyphs() {
        const float t = view_.closed;
        std::size_t next = 0;
        const auto& whole = p_.whole->clusters;
        for (std::size_t i = 0; i < p_.open->clusters.size(); ++i) {
            const Cluster& cluster = p_.open->clusters[i];
            const std::size_t there = in_whole(cluster.byte_begin);
            while (next < whole.size() && whole[next].byte_begin < there) add_word(whole[next++]);
            if (p_.has_gap && cluster.byte_begin == p_.gap) continue;
            const Cluster* same = next < whole.size() && whole[next].byte_begin == there ? &whole[next++] : nullptr;
            if (!same) continue;
            const Vec2 move{same->x - cluster.x,
                            p_.whole->rows[same->row].baseline - p_.open->rows[cluster.row].baseline};
            if (same->row == cluster.row && view_.moves) {
                add_glyphs(item_, *p_.open, cluster, {p_.origin.x + move.x * t, p_.origin.y + move.y * t}, alpha_, nullptr);
            } else {
                add_glyphs(item_, *p_.open, cluster, p_.origin, alpha_ * (1 - t), nullptr);
                add_glyphs(item_, *p_.whole, *same, p_.origin, alpha_ * t, nullptr);
            }
        }
        while (next < whole.size()) add_word(whole[next++]);
        return std::move(item_);
    }

private:
    [[nodiscard]] std::size_t in_whole(std::size_t byte) const {
        return p_.has_gap && byte > p_.gap ? byte - kGapUtf8.size() + p_.length : byte == p_.gap && p_.has_gap ? byte + p_.length : byte;
    }
    void add_word(const Cluster& cluster) {
        const float come = std::clamp((view_.closed - 0.25f) / 0.75f, 0.0f, 1.0f);
        add_glyphs(item_, *p_.whole, cluster, p_.origin, alpha_ / kDim * come, &theme::kGold);
    }

    const Pair& p_;
    const RisenView& view_;
    float alpha_;
    GlyphsItem item_;
};

Rect moved(Rect r, Vec2 by) { return {r.x + by.x, r.y + by.y, r.w, r.h}; }

/// The gap as it closes: from its own width to the word's.
std::optional<Rect> closing_gap(const Pair& pair, float t) {
    std::optional<Rect> gap;
    for (std::size_t i = 0; i < pair.open->clusters.size() && pair.has_gap; ++i) {
        if (pair.open->clusters[i].byte_begin == pair.gap) gap = cluster_rect(*pair.open, i);
    }
    if (!gap) return std::nullopt;
    std::optional<Rect> word;
    std::uint32_t row = 0;
    for (std::size_t i = 0; i < pair.whole->clusters.size(); ++i) {
        const Cluster& cluster = pair.whole->clusters[i];
        if (cluster.byte_begin < pair.gap || cluster.byte_begin >= pair.gap + pair.length) continue;
        const Rect at = cluster_rect(*pair.whole, i);
        if (!word) {
            word = at;
            row = cluster.row;
        } else if (cluster.row == row) {
            word->w = at.x + at.w - word->x;
        }
    }
    const Rect to = word.value_or(*gap);
    return moved({lerp(gap->x, to.x, t), lerp(gap->y, to.y, t), lerp(gap->w, to.w, t), gap->h}, pair.origin);
}

} // namespace

void put_risen_line(std::vector<DrawItem>& items, const std::vector<ShownText>& texts, const RisenView& view,
                    const Metrics& m, const UiPictures& ui, Layouts& layouts) {
    const float alpha = view.there * view.alpha;
    if (texts.empty() || alpha <= 0) return;
    const float width = std::min(m.column.w, m.stage.w * 0.72f);
    float y = m.stage.y + m.edge + m.text * 0.9f;
    std::vector<Pair> pairs;
    std::size_t large = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        TextStyle style = spoken_style(m, texts[i].language, texts[i].large);
        style.align = Align::kCenter;
        style.mode = FitMode::kBalance;
        pairs.push_back(pair_of(texts[i], view.key, style, width, layouts));
        pairs.back().origin = {m.stage.x + (m.stage.w - width) / 2, y};
        y += std::max(pairs.back().open->size.y, pairs.back().whole->size.y) + kBetween;
        if (texts[i].large) large = i;
    }
    const float top = pairs.front().origin.y;
    float widest = 0;
    for (const Pair& pair : pairs) widest = std::max({widest, pair.open->size.x, pair.whole->size.x});
    const Rect words{m.stage.x + (m.stage.w - widest) / 2, top, widest, y - top};
    if (m.choice.high_contrast) {
        put_fill(items, inflated(words, 24), faded(theme::kStrip, alpha));
    } else {
        put_cloud(items, ui, words, view.shade, alpha);
    }
    const float below = view.moves ? kRises * (1 - view.there) : 0;
    for (Pair& pair : pairs) {
        pair.origin.y += below;
        if (const auto gap = closing_gap(pair, view.closed)) put_lamp(items, ui, *gap, 1, alpha * (1 - view.closed));
        GlyphsItem glyphs = Closing(pair, view, alpha * kDim).glyphs();
        if (!glyphs.glyphs.empty()) items.emplace_back(std::move(glyphs));
    }
    const auto gap = closing_gap(pairs[large], view.closed);
    if (!view.from || !gap || view.way <= 0 || view.way >= 1) return;
    const float seen = std::min({1.0f, view.way * 6, (1 - view.way) * 6});
    put_flying_light(items, ui, view.from->center(), gap->center(), view.way, m.text * 0.9f, theme::kLight, seen * view.alpha);
}

} // namespace liubai
