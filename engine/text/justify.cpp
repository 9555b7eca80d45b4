#include "text/justify.h"

#include "text/marks.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kLeastSpaceEm = 0.25f;
constexpr float kMostSpaceEm = 0.5f;
constexpr float kInterpunctGivesEm = 0.125f; // on either side: half of what it has
constexpr float kEvenHanEm = 0.1f;           // between two Han characters, before a row looks loose

ShrinkStep step_of(Mark mark, char32_t c) {
    if (mark == Mark::kOpen || mark == Mark::kClose) return ShrinkStep::kBracket;
    const bool full_stop = c == U'。' || c == U'．' || mark == Mark::kExclamation;
    return full_stop ? ShrinkStep::kStop : ShrinkStep::kComma;
}

bool is_interpunct(char32_t c) { return c == U'·' || c == U'‧'; }

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Finds what each unit may give, from the text's first to its last.
class Finder {
public:
    Finder(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped, const Spacing& spacing,
           const TextStyle& style, Fonts::Impl& fonts)
        : s_(source), runs_(runs), shaped_(shaped), spacing_(spacing), style_(style), fonts_(fonts) {}

    std::vector<Elastic> run() {
        std::vector<Elastic> all(shaped_.units.size());
        Punctuation last_mark;
        Spaced last_kind = Spaced::kNeither;
        for (std::uint32_t u = 0; u < all.size(); ++u) {
            const Unit& unit = shaped_.units[u];
            const Run& run = runs_[unit.run];
            const char32_t c = s_.chars[unit.begin];
            const Punctuation mark = punctuation(s_, unit, run, shaped_, style_, fonts_);
            Elastic& e = all[u];
            if (mark.mark != Mark::kNone) {
                const ClosingUp closer = style_.trim ? closing_up(last_mark, mark) : ClosingUp{};
                e.step = step_of(mark.mark, c);
                e.left = mark.left - closer.left_of_second;
                e.right = mark.right;
                e.row_end = std::max(0.0f, mark.right - spacing_[u].row_end);
                if (u > 0) all[u - 1].right -= closer.right_of_first;
            } else if (is_interpunct(c) && run.side == FaceSide::kHan) {
                e.step = ShrinkStep::kInterpunct;
                e.left = e.right = kInterpunctGivesEm * style_.size;
            } else if (is_word_space(u)) {
                e.step = ShrinkStep::kWordSpace;
                e.is_space = true;
                e.space_less = std::max(0.0f, unit.advance - kLeastSpaceEm * style_.size);
                e.space_more = std::max(0.0f, kMostSpaceEm * style_.size - unit.advance);
            }
            const bool turns = u > 0 && runs_[shaped_.units[u - 1].run].level != run.level; // bidi: not side by side
            const Spaced kind = spaced(s_, unit.begin, run);
            e.has_gap = style_.autospace && !turns && kind != last_kind && kind != Spaced::kNeither &&
                        last_kind != Spaced::kNeither;
            if (e.has_gap) {
                const GapRange& gap = style_.justified_gap;
                e.gap_less = std::max(0.0f, gap.natural - gap.least) * style_.size;
                e.gap_more = std::max(0.0f, gap.most - gap.natural) * style_.size;
            }
            e.opens = u > 0 && !turns && opens(u, last_mark.mark, mark.mark);
            last_mark = mark;
            last_kind = kind;
        }
        return all;
    }

private:
    /// A space between two digits belongs to a number.
    bool is_word_space(std::uint32_t u) const {
        const std::uint32_t at = shaped_.units[u].begin;
        const char32_t c = s_.chars[at];
        if (shaped_.units[u].advance <= 0 || (c != U' ' && c != 0xA0)) return false;
        return at == 0 || at + 1 >= s_.size() || !is_digit(s_.chars[at - 1]) || !is_digit(s_.chars[at + 1]);
    }

    /// A character as wide as Han: Han and its marks, emoji, a silence.
    bool is_full(std::uint32_t u) const {
        const Unit& unit = shaped_.units[u];
        const Run& run = runs_[unit.run];
        if (run.kind == RunKind::kEmoji || run.kind == RunKind::kGap) return true;
        const bool hangul = s_.script[unit.begin] == Script::kHangul; // spaces its words
        return run.kind == RunKind::kText && run.side == FaceSide::kHan && !hangul;
    }

    /// Whether the place before `u` widens: between full characters, and where a mark's free side meets a Latin word.
    /// Marks stay with the text that they open or close.
    bool opens(std::uint32_t u, Mark before, Mark after) const {
        if (before == Mark::kOpen || (after != Mark::kNone && after != Mark::kOpen)) return false;
        if (shaped_.units[u].kind == ClusterKind::kBreak || runs_[shaped_.units[u].run].kind == RunKind::kHidden) {
            return false;
        }
        const char32_t a = s_.chars[shaped_.units[u - 1].begin];
        const char32_t b = s_.chars[shaped_.units[u].begin];
        const LineClass cls = s_.info[shaped_.units[u].begin].line();
        if (a == b && (cls == LineClass::kB2 || cls == LineClass::kIN)) return false;
        const bool spaced_out =
            shaped_.units[u].kind == ClusterKind::kSpace || shaped_.units[u - 1].kind == ClusterKind::kSpace;
        if (is_full(u - 1) && is_full(u)) return true;
        return !spaced_out && (before != Mark::kNone || after != Mark::kNone);
    }

    const TextSource& s_;
    const std::vector<Run>& runs_;
    const Shaped& shaped_;
    const Spacing& spacing_;
    const TextStyle& style_;
    Fonts::Impl& fonts_;
};

/// The place before a unit keeps its width.
void hold_before(std::vector<Elastic>& all, std::uint32_t u) {
    if (u > 0 && u <= all.size()) all[u - 1].right = 0;
    if (u < all.size()) all[u].left = all[u].gap_less = 0;
}

void hold_ruby(std::vector<Elastic>& all, const RubyText& ruby) {
    hold_before(all, ruby.begin);
    hold_before(all, ruby.end);
    for (std::uint32_t u = ruby.begin; u < ruby.end; ++u) {
        Elastic& e = all[u];
        if (u > ruby.begin) {
            hold_before(all, u);
            e.gap_more = 0;
            e.has_gap = e.opens = false;
        }
        e.space_less = e.space_more = 0;
        e.is_space = false;
    }
}

} // namespace

Justifier::Justifier(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped,
                     const Spacing& spacing, const std::vector<RubyText>& rubies, const TextStyle& style,
                     Fonts::Impl& fonts)
    : elastic_(Finder(source, runs, shaped, spacing, style, fonts).run()), han_stretch_(kEvenHanEm * style.size) {
    for (const RubyText& ruby : rubies) hold_ruby(elastic_, ruby);
    shrink_.reserve(elastic_.size() + 1);
    stretch_.reserve(elastic_.size() + 1);
    shrink_.push_back(0);
    stretch_.push_back(0);
    for (const Elastic& e : elastic_) {
        shrink_.push_back(shrink_.back() + e.left + e.right + e.space_less + e.gap_less);
        stretch_.push_back(stretch_.back() + e.space_more + e.gap_more + (e.opens ? han_stretch_ : 0));
    }
}

double Justifier::shrink(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return 0;
    const Elastic& first = elastic_[begin];
    const Elastic& last = elastic_[end - 1];
    const double edges = first.left + first.gap_less + last.right - last.row_end;
    return std::max(0.0, shrink_[end] - shrink_[begin] - edges);
}

double Justifier::stretch(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return 0;
    const Elastic& first = elastic_[begin];
    return std::max(0.0, stretch_[end] - stretch_[begin] - first.gap_more - (first.opens ? han_stretch_ : 0));
}

double Justifier::spread(std::uint32_t begin, std::uint32_t end, double more, std::vector<Nudge>& nudges) const {
    nudges.assign(end - begin, {});
    return more < 0 ? -narrow(begin, end, -more, nudges) : widen(begin, end, more, nudges);
}

double Justifier::narrow(std::uint32_t begin, std::uint32_t end, double less, std::vector<Nudge>& nudges) const {
    std::array<double, 7> room{};
    const auto at = [&](ShrinkStep step) -> double& { return room[static_cast<std::size_t>(step)]; };
    for (std::uint32_t u = begin; u < end; ++u) {
        const Elastic& e = elastic_[u];
        at(e.step) += e.space_less + (u > begin ? e.left : 0) + (u + 1 < end ? e.right : 0);
        if (u > begin) at(ShrinkStep::kGap) += e.gap_less;
        if (u + 1 == end) at(ShrinkStep::kRowEnd) += e.row_end;
    }
    for (double& share : room) { // from units to the share of them that is used
        const double used = std::min(less, share);
        less -= used;
        share = share > 0 ? used / share : 0;
    }
    for (std::uint32_t u = begin; u < end; ++u) {
        const Elastic& e = elastic_[u];
        Nudge& nudge = nudges[u - begin];
        const auto share = static_cast<float>(at(e.step));
        nudge.advance -= e.space_less * share;
        if (u > begin) {
            nudge.left += e.left * share;
            nudge.before -= e.left * share + e.gap_less * static_cast<float>(at(ShrinkStep::kGap));
        }
        if (u + 1 < end) {
            nudges[u + 1 - begin].before -= e.right * share;
        } else {
            nudge.advance -= e.row_end * static_cast<float>(at(ShrinkStep::kRowEnd));
        }
    }
    return less;
}

double Justifier::widen(std::uint32_t begin, std::uint32_t end, double more, std::vector<Nudge>& nudges) const {
    double spaces = 0;
    double gaps = 0;
    int elastic = 0; // spaces and gaps
    int opening = 0;
    for (std::uint32_t u = begin; u < end; ++u) {
        const Elastic& e = elastic_[u];
        spaces += e.space_more;
        elastic += e.is_space ? 1 : 0;
        if (u == begin) continue;
        gaps += e.gap_more;
        elastic += e.has_gap ? 1 : 0;
        opening += e.opens ? 1 : 0;
    }
    const double of_spaces = std::min(more, spaces);
    const double of_gaps = std::min(more - of_spaces, gaps);
    double rest = more - of_spaces - of_gaps;
    const auto space_share = static_cast<float>(spaces > 0 ? of_spaces / spaces : 0);
    const auto gap_share = static_cast<float>(gaps > 0 ? of_gaps / gaps : 0);
    const auto each_opening = static_cast<float>(opening > 0 ? rest / opening : 0);
    // Where no Han characters can move apart, spaces and gaps go on widening.
    const auto each_elastic = static_cast<float>(opening == 0 && elastic > 0 ? rest / elastic : 0);
    if (opening + elastic > 0) rest = 0;
    for (std::uint32_t u = begin; u < end; ++u) {
        const Elastic& e = elastic_[u];
        Nudge& nudge = nudges[u - begin];
        if (e.is_space) nudge.advance += e.space_more * space_share + each_elastic;
        if (u == begin) continue;
        if (e.has_gap) nudge.before += e.gap_more * gap_share + each_elastic;
        if (e.opens) nudge.before += each_opening;
    }
    return rest;
}

} // namespace liubai
