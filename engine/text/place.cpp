#include "text/place.h"

#include "text/justify.h"

#include <hb.h>

#include <algorithm>
#include <cmath>

namespace liubai {
namespace {

// The Han body around the baseline: the typographic box of the Noto CJK fonts (requirements §8).
constexpr float kAscentEm = 0.88f;
constexpr float kDescentEm = 0.12f;
constexpr float kDotEm = 0.15f;       // the emphasis dot's diameter
constexpr float kDotBelowEm = 0.14f;  // its centre under the Han body
constexpr float kRubyAboveEm = 0.06f; // between the Han body and the annotation's baseline

/// Where a unit stands in its row.
struct Spot {
    float origin = 0;  ///< of its first glyph
    float left = 0;    ///< of its box, trimmed halves left out
    float advance = 0; ///< of that box
};

class Placer {
public:
    Placer(const TextSource& source, const std::vector<Run>& runs, const BidiLevels& levels, Ruler& ruler,
           const std::vector<RubyText>& rubies, const TextStyle& style, Measure box, const Justifier* justifier,
           Fonts::Impl& fonts)
        : s_(source), runs_(runs), levels_(levels), ruler_(ruler), rubies_(rubies), style_(style), box_(box),
          justifier_(justifier), fonts_(fonts), spots_(ruler.size()) {}

    Layout run(const std::vector<RowSpan>& rows) {
        out_.row_pitch = style_.row_pitch * style_.size;
        out_.ascent = kAscentEm * style_.size;
        out_.rows.reserve(rows.size());
        out_.clusters.reserve(ruler_.size());
        out_.glyphs.reserve(ruler_.shaped().glyphs.size() + 8);
        const float first = (out_.row_pitch - style_.size) / 2 + out_.ascent;
        for (const RowSpan& row : rows) {
            const float baseline = first + out_.row_pitch * static_cast<float>(out_.rows.size());
            place_row(row, baseline);
        }
        out_.size.y = out_.row_pitch * static_cast<float>(out_.rows.size());
        return std::move(out_);
    }

private:
    void place_row(const RowSpan& span, float baseline) {
        double used = ruler_.width(span.begin, span.end);
        pieces_ = ruler_.pieces(span.begin, span.end);
        const double indent = ruler_.starts_paragraph(span.begin) ? box_.first_indent : 0;
        if (justifier_ != nullptr) used = justify(span, used, box_.width - indent);
        const float left = start(used, indent);
        Row row{static_cast<std::uint32_t>(out_.clusters.size()), 0, baseline, left, static_cast<float>(used)};
        put_units(span, row.x);
        const std::uint32_t content = ruler_.content_end(span.begin, span.end);
        for (std::uint32_t u = span.begin; u < span.end; ++u) emit(u, baseline, u + 1 == content);
        row.cluster_end = static_cast<std::uint32_t>(out_.clusters.size());
        out_.rows.push_back(row);
        out_.size.x = std::max(out_.size.x, row.width + static_cast<float>(indent));
    }

    /// The row's width after justification. Last rows only shrink.
    double justify(const RowSpan& span, double used, double room) {
        const bool last = span.end == ruler_.size() || ruler_.starts_paragraph(span.end);
        nudges_.clear();
        if (last && used <= room) return used;
        const std::uint32_t content = ruler_.content_end(span.begin, span.end);
        return room - justifier_->spread(span.begin, content, room - used, nudges_);
    }

    Nudge nudge(const RowSpan& span, std::uint32_t u) const {
        const std::uint32_t at = u - span.begin;
        return at < nudges_.size() ? nudges_[at] : Nudge{};
    }

    float start(double used, double indent) const {
        const double room = std::isfinite(box_.width) ? std::max(0.0, box_.width - indent - used) : 0;
        const bool end = (style_.align == Align::kEnd) != levels_.right_to_left;
        if (style_.align == Align::kCenter) return static_cast<float>(room / 2);
        return static_cast<float>(end ? room : levels_.right_to_left ? 0 : indent);
    }

    const Unit& unit(std::uint32_t u, const Shaped*& shaped) const {
        for (const Piece& piece : pieces_) {
            if (u < piece.begin || u >= piece.end) continue;
            shaped = piece.shaped;
            return shaped->units[u - piece.begin];
        }
        shaped = &ruler_.shaped();
        return ruler_.unit(u);
    }

    std::uint8_t level(std::uint32_t u) const { return runs_[ruler_.unit(u).run].level; }

    /// The units of a row from left to right.
    std::vector<std::uint32_t> visual(const RowSpan& span, std::uint32_t content) const {
        std::vector<std::uint8_t> levels;
        levels.reserve(span.end - span.begin);
        for (std::uint32_t u = span.begin; u < span.end; ++u) {
            const bool trailing = u >= content; // rule L1: spaces at the end take the paragraph's direction
            levels.push_back(trailing ? static_cast<std::uint8_t>(levels_.right_to_left ? 1 : 0) : level(u));
        }
        std::vector<std::uint32_t> order = visual_order(levels);
        for (std::uint32_t& u : order) u += span.begin;
        return order;
    }

    /// Gives each unit of the row its left edge and its visible advance.
    void put_units(const RowSpan& span, double pen) {
        const Spacing& spacing = ruler_.spacing();
        const std::uint32_t content = ruler_.content_end(span.begin, span.end);
        const auto put = [&](std::uint32_t u, bool backwards) {
            const Shaped* shaped = nullptr;
            const Nudge own = nudge(span, u);
            const Nudge next = nudge(span, u + 1);
            const double advance = unit(u, shaped).advance + own.advance;
            const bool first = u == span.begin;
            const double glue = first ? 0 : static_cast<double>(spacing[u].before + own.before);
            const double cut_left = first ? spacing[u].row_start : spacing[u].left_cut + own.left;
            if (!backwards) pen += first ? -cut_left : glue;
            double cut_right = 0;
            if (u + 1 < content) {
                const float taken = -spacing[u + 1].before - next.before - spacing[u + 1].left_cut - next.left;
                cut_right = std::max(0.0F, taken);
            }
            const bool trimmed_end = u + 1 == content && spacing[u].row_end > 0 && !style_.hang;
            if (trimmed_end) cut_right = spacing[u].row_end;
            Spot& spot = spots_[u];
            spot.origin = static_cast<float>(pen);
            spot.left = static_cast<float>(pen + cut_left);
            spot.advance = static_cast<float>(std::max(0.0, advance - cut_left - cut_right));
            pen += advance;
            if (backwards) pen += glue;
        };
        if (levels_.of.empty()) {
            for (std::uint32_t u = span.begin; u < span.end; ++u) put(u, false);
            return;
        }
        for (const std::uint32_t u : visual(span, content)) put(u, level(u) % 2 != 0 && u < content);
    }

    void emit(std::uint32_t u, float baseline, bool ends_row) {
        const Shaped* shaped = nullptr;
        const Unit& from = unit(u, shaped);
        const Run& run = runs_[from.run];
        Cluster& cluster = out_.clusters.emplace_back();
        cluster.byte_begin = s_.byte_at[from.begin];
        cluster.byte_end = s_.byte_at[from.end];
        cluster.row = static_cast<std::uint32_t>(out_.rows.size());
        cluster.kind = from.kind;
        cluster.right_to_left = run.level % 2 != 0;
        cluster.x = spots_[u].left;
        cluster.advance = spots_[u].advance;
        cluster.glyph_begin = static_cast<std::uint32_t>(out_.glyphs.size());
        const Color color = s_.color.empty() ? style_.color : s_.color[from.begin];
        if (cluster.kind == ClusterKind::kText) {
            float pen = spots_[u].origin;
            const float size = shaped->size[from.run];
            const FontId font = run.kind == RunKind::kMissing ? fonts_.box() : fonts_.id(run.font.face);
            for (std::uint32_t g = from.glyph_begin; g < from.glyph_end; ++g) {
                const ShapedGlyph& glyph = shaped->glyphs[g];
                PlacedGlyph& placed = out_.glyphs.emplace_back();
                placed.font = font;
                placed.glyph = glyph.glyph;
                placed.at = {pen + glyph.dx, baseline - glyph.dy};
                placed.size = size;
                placed.color = color;
                pen += glyph.advance;
            }
            if (ends_row && ruler_.spacing()[u].row_end < 0) {
                out_.glyphs.push_back({font, hyphen(run, style_, fonts_).glyph, {pen, baseline}, size, color});
            }
            if (run.kind == RunKind::kMissing) ++out_.missing;
            const Script script = s_.script[from.begin];
            const bool dotted = script == Script::kHan || script == Script::kKana || script == Script::kHangul;
            if (dotted && s_.styles[run.style].emphasis) add_dot(u, baseline, color);
        }
        for (const RubyText& ruby : rubies_) {
            if (ruby.begin == u) add_ruby(ruby, baseline, color);
        }
        cluster.glyph_end = static_cast<std::uint32_t>(out_.glyphs.size());
    }

    /// A1: a dot under the middle of the character.
    void add_dot(std::uint32_t u, float baseline, Color color) {
        for (const FaceUse& use : fonts_.chain(style_.family, true, false, false)) {
            const std::uint32_t glyph = fonts_.glyph_of(use.face, U'•');
            hb_glyph_extents_t ink{};
            const Face& face = fonts_.open(use.face);
            if (glyph == 0 || !hb_font_get_glyph_extents(face.hb.get(), glyph, &ink)) continue;
            const float size = kDotEm * style_.size * face.units_per_em / static_cast<float>(std::max(ink.width, 1));
            const float scale = size / face.units_per_em;
            const float x = (static_cast<float>(ink.x_bearing) + static_cast<float>(ink.width) / 2) * scale;
            const float y = (static_cast<float>(ink.y_bearing) + static_cast<float>(ink.height) / 2) * scale;
            const Vec2 at{spots_[u].left + spots_[u].advance / 2 - x,
                          baseline + (kDescentEm + kDotBelowEm) * style_.size + y};
            out_.glyphs.push_back({fonts_.id(use.face), glyph, at, size, color});
            return;
        }
    }

    /// A2: the annotation over the middle of its base, inside the box.
    void add_ruby(const RubyText& ruby, float baseline, Color color) {
        const std::uint32_t last = ruby.end - 1;
        const float middle = (spots_[ruby.begin].left + spots_[last].left + spots_[last].advance) / 2;
        float x = middle - ruby.layout.size.x / 2;
        x = std::min(x, static_cast<float>(box_.width) - ruby.layout.size.x);
        x = std::max(x, 0.0f);
        const float y = baseline - (kAscentEm + kRubyAboveEm) * style_.size;
        for (PlacedGlyph glyph : ruby.layout.glyphs) {
            glyph.at.x += x;
            glyph.at.y += y - ruby.layout.rows.front().baseline;
            glyph.color = color;
            out_.glyphs.push_back(glyph);
        }
    }

    const TextSource& s_;
    const std::vector<Run>& runs_;
    const BidiLevels& levels_;
    Ruler& ruler_;
    const std::vector<RubyText>& rubies_;
    const TextStyle& style_;
    Measure box_;
    const Justifier* justifier_; ///< or null
    std::vector<Nudge> nudges_;  ///< of the row being placed; empty when it keeps its own width
    Fonts::Impl& fonts_;
    std::vector<Spot> spots_;   ///< by unit
    std::vector<Piece> pieces_; ///< of the row being placed
    Layout out_;
};

} // namespace

Layout place(const TextSource& source, const std::vector<Run>& runs, const BidiLevels& levels, Ruler& ruler,
             const std::vector<RowSpan>& rows, const std::vector<RubyText>& rubies, const TextStyle& style, Measure box,
             const Justifier* justifier, Fonts::Impl& fonts) {
    return Placer(source, runs, levels, ruler, rubies, style, box, justifier, fonts).run(rows);
}

} // namespace liubai
