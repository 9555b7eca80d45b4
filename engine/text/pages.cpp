#include "text/pages.h"

#include "text/rhythm.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace liubai {
namespace {

// What a page costs beside the square of the share that it leaves empty.
constexpr float kPageCost = 0.4f;
constexpr float kClauseCost = 1.5f;
constexpr float kWordCost = 4;
constexpr float kOneRowCost = 6;
constexpr float kOutOfStepCost = 3; // a text without words, or a silence that only one text has
constexpr float kTooHighCost = 100;

// The eye's rests that tell the ends apart (requirement T4), in Han ticks.
constexpr float kSentenceRest = 8;
constexpr float kClauseRest = 4;

enum class CutKind : std::uint8_t { kWord, kClause, kSentence };

/// A place where a page may begin.
struct Cut {
    std::size_t byte = 0;
    CutKind kind = CutKind::kWord;
    float units = 0; ///< read before it
};

struct Cuts {
    std::vector<Cut> all;
    float units = 0; ///< of the whole text
};

CutKind kind_after(float rest) {
    if (rest >= kSentenceRest) return CutKind::kSentence;
    return rest >= kClauseRest ? CutKind::kClause : CutKind::kWord;
}

/// Adds the row starts inside words that are higher than `most` by themselves. `units`: what is read before each cluster.
void cut_high_words(const Layout& whole, const std::vector<float>& units, float most, std::vector<Cut>& cuts) {
    const auto rows_high = static_cast<std::ptrdiff_t>(most / std::max(whole.row_pitch, 1.0f));
    std::vector<Cut> inside;
    std::vector<Cut> found;
    std::size_t next = 0;
    const auto end_word = [&] {
        if (std::ssize(inside) >= rows_high) found.insert(found.end(), inside.begin(), inside.end());
        inside.clear();
    };
    for (const Row& row : whole.rows) {
        const Cluster& first = whole.clusters[row.cluster_begin];
        for (; next < cuts.size() && cuts[next].byte <= first.byte_begin; ++next) end_word();
        const bool is_cut = next > 0 && cuts[next - 1].byte == first.byte_begin;
        const bool beside_gap = first.kind == ClusterKind::kGap ||
                                (row.cluster_begin > 0 && whole.clusters[row.cluster_begin - 1].kind == ClusterKind::kGap);
        if (row.cluster_begin > 0 && !is_cut && !beside_gap)
            inside.push_back({first.byte_begin, CutKind::kWord, units[row.cluster_begin]});
    }
    end_word();
    cuts.insert(cuts.end(), found.begin(), found.end());
    std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.byte < b.byte; });
}

Cuts find_cuts(const PageText& text, const Layout& whole, float most) {
    Cuts cuts;
    std::vector<float> units;
    const std::vector<std::size_t> allowed = allowed_breaks(text.text, text.style);
    const std::vector<Beat> beats_of = beats(text.text.text, whole.clusters, Rhythm{});
    float rest = 0;
    bool after_gap = false;
    for (std::size_t i = 0; i < whole.clusters.size(); ++i) {
        const Cluster& cluster = whole.clusters[i];
        units.push_back(cuts.units);
        const bool beside_gap = after_gap || cluster.kind == ClusterKind::kGap;
        if (!beside_gap && std::binary_search(allowed.begin(), allowed.end(), cluster.byte_begin)) {
            cuts.all.push_back({cluster.byte_begin, kind_after(rest), cuts.units});
        }
        const bool stands_alone =
            cluster.kind == ClusterKind::kGap || (cluster.kind == ClusterKind::kText && !beats_of[i].hangs_on);
        rest = stands_alone ? beats_of[i].rest : std::max(rest, beats_of[i].rest);
        if (cluster.kind != ClusterKind::kSpace) after_gap = cluster.kind == ClusterKind::kGap;
        cuts.units += beats_of[i].units;
    }
    cut_high_words(whole, units, most, cuts.all);
    return cuts;
}

/// Takes away the spaces and hard breaks at the end; cues among them stand at the new end.
void trim_end(RichText& text) {
    std::size_t size = text.text.size();
    while (size > 0 && (text.text[size - 1] == ' ' || text.text[size - 1] == '\n')) --size;
    text.text.resize(size);
    for (Cue& cue : text.cues) cue.at = std::min(cue.at, size);
    for (Span& span : text.spans) span.end = std::min(span.end, size);
    std::erase_if(text.spans, [](const Span& span) { return span.begin >= span.end; });
}

/// A stretch of both texts that says the same.
struct Stretch {
    Cut begin;
    Cut end;
    [[nodiscard]] bool holds(const Cut& cut) const { return cut.byte > begin.byte && cut.byte < end.byte; }
    [[nodiscard]] float share(const Cut& cut) const {
        const float length = end.units - begin.units;
        return length > 0 ? (cut.units - begin.units) / length : 0;
    }
    [[nodiscard]] std::vector<Cut> of_kind(CutKind kind, const Cuts& cuts) const {
        std::vector<Cut> found;
        std::copy_if(cuts.all.begin(), cuts.all.end(), std::back_inserter(found),
                     [&](const Cut& cut) { return holds(cut) && cut.kind == kind; });
        return found;
    }
};

/// Where the other text is cut when the lead is cut at `cut`: at the same sentence's or clause's end where both have as
/// many of them, else nearest by share, a clause's end rather than a word's. Without any cut there: at the stretch's
/// end.
Cut partner_of(const Cut& cut, const Cuts& lead, const Cuts& other, std::size_t lead_size, std::size_t other_size) {
    Stretch in_lead{{}, {lead_size, CutKind::kSentence, lead.units}};
    Stretch in_other{{}, {other_size, CutKind::kSentence, other.units}};
    for (const CutKind kind : {CutKind::kSentence, CutKind::kClause}) {
        const std::vector<Cut> mine = in_lead.of_kind(kind, lead);
        const std::vector<Cut> theirs = in_other.of_kind(kind, other);
        if (mine.size() != theirs.size()) break;
        for (std::size_t i = 0; i < mine.size(); ++i) {
            if (mine[i].byte == cut.byte) return theirs[i];
            if (mine[i].byte < cut.byte) {
                in_lead.begin = mine[i];
                in_other.begin = theirs[i];
            } else {
                in_lead.end = mine[i];
                in_other.end = theirs[i];
                break;
            }
        }
    }
    const float share = in_lead.share(cut);
    constexpr float kLessGood = 0.12f; // share that a clause's end may be farther off than a word's
    Cut best{in_other.end.byte, CutKind::kWord, in_other.end.units};
    float best_distance = 1.5f;
    for (const Cut& theirs : other.all) {
        if (!in_other.holds(theirs)) continue;
        const float less_good = kLessGood * static_cast<float>(2 - static_cast<int>(theirs.kind));
        const float off = in_other.share(theirs) - share;
        const float distance = std::max(off, -off) + less_good;
        if (distance >= best_distance) continue;
        best = theirs;
        best_distance = distance;
    }
    return best;
}

/// A place where all texts are cut; `bytes` in the order of the texts.
struct Joint {
    std::vector<std::size_t> bytes;
    CutKind kind = CutKind::kSentence;
};

class Paginator {
public:
    Paginator(const std::vector<PageText>& texts, const PageBox& box, const Fonts& fonts)
        : texts_(texts), box_(box), fonts_(fonts) {}

    std::vector<Page> run() {
        std::vector<Layout> whole;
        for (const PageText& text : texts_) whole.push_back(lay_out(text.text, text.style, box_.width, fonts_));
        const Measure all = measure(whole);
        if (texts_.empty() || all.height <= box_.height) return {whole_page(texts_)};
        for (std::size_t t = 0; t < texts_.size(); ++t) cuts_.push_back(find_cuts(texts_[t], whole[t], box_.height));
        // Between words only where sentences and clauses alone leave a page too high or of one row.
        Plan plan = plan_over(joints(0));
        if (plan.has_flaw) {
            constexpr float kWordsAPage = 12;
            const auto words = static_cast<std::size_t>(kWordsAPage * all.height / std::max(box_.height, 1.0f)) + 1;
            const Plan finer = plan_over(joints(words));
            if (finer.cost < plan.cost) plan = finer;
        }
        if (plan.overflows) return smallest_steps();
        return std::move(plan.pages);
    }

private:
    struct Measure {
        float height = 0;
        std::size_t most_rows = 0; ///< of any text
    };

    struct Plan {
        std::vector<Page> pages;
        float cost = std::numeric_limits<float>::infinity();
        bool has_flaw = true;
        bool overflows = true;
    };

    [[nodiscard]] std::vector<std::size_t> sizes() const {
        std::vector<std::size_t> sizes;
        for (const PageText& text : texts_) sizes.push_back(text.text.text.size());
        return sizes;
    }

    [[nodiscard]] Measure measure(const std::vector<Layout>& layouts) const {
        Measure found;
        std::vector<const Layout*> all;
        for (const Layout& layout : layouts) {
            all.push_back(&layout);
            found.most_rows = std::max(found.most_rows, layout.rows.size());
        }
        found.height = stacked_height(all, box_.between);
        return found;
    }

    /// The places where pages may begin, from the texts' beginning to their end: all sentences and clauses, and about
    /// `words` places between words.
    [[nodiscard]] std::vector<Joint> joints(std::size_t words) const {
        const std::vector<std::size_t> all = sizes();
        const auto& lead = cuts_[0].all;
        const auto is_word = [](const Cut& cut) { return cut.kind == CutKind::kWord; };
        const auto word_cuts = static_cast<std::size_t>(std::count_if(lead.begin(), lead.end(), is_word));
        std::vector<Joint> found{{std::vector<std::size_t>(texts_.size(), 0), CutKind::kSentence}};
        std::size_t word = 0;
        for (const Cut& cut : lead) {
            if (is_word(cut)) {
                const bool taken = words > 0 && (word + 1) * words / word_cuts != word * words / word_cuts;
                ++word;
                if (!taken && words < word_cuts) continue;
            }
            Joint joint{{cut.byte}, cut.kind};
            for (std::size_t t = 1; t < texts_.size(); ++t) {
                const Cut other = partner_of(cut, cuts_[0], cuts_[t], all[0], all[t]);
                joint.bytes.push_back(other.byte);
                joint.kind = std::min(joint.kind, other.kind);
            }
            found.push_back(std::move(joint));
        }
        found.push_back({all, CutKind::kSentence});
        return found;
    }

    [[nodiscard]] Page page_between(const Joint& begin, const Joint& end) const {
        Page page{{}, begin.bytes[0], end.bytes[0]};
        for (std::size_t t = 0; t < texts_.size(); ++t) {
            const RichText& text = texts_[t].text;
            page.texts.push_back(part_of(text, begin.bytes[t], end.bytes[t]));
            if (end.bytes[t] < text.text.size()) trim_end(page.texts.back());
        }
        return page;
    }

    /// A page on its own: its cost without that of the cut at its end.
    struct Judged {
        Page page;
        float cost = 0;
        bool fits = true;
        bool one_row = false;
    };

    [[nodiscard]] Judged judge(const Joint& begin, const Joint& end) const {
        Judged judged{page_between(begin, end)};
        std::vector<Layout> layouts;
        std::optional<std::ptrdiff_t> gaps;
        for (std::size_t t = 0; t < texts_.size(); ++t) {
            const RichText& text = judged.page.texts[t];
            layouts.push_back(lay_out(text, texts_[t].style, box_.width, fonts_));
            const auto& clusters = layouts.back().clusters;
            const auto own = std::count_if(clusters.begin(), clusters.end(),
                                           [](const Cluster& c) { return c.kind == ClusterKind::kGap; });
            if (text.empty() || (gaps && *gaps != own)) judged.cost += kOutOfStepCost;
            gaps = own;
        }
        const Measure found = measure(layouts);
        const float filled = found.height / std::max(box_.height, 1.0f);
        judged.fits = found.height <= box_.height;
        judged.one_row = found.most_rows <= 1;
        judged.cost += kPageCost + (1 - filled) * (1 - filled);
        if (judged.one_row) judged.cost += kOneRowCost;
        if (!judged.fits) judged.cost += kTooHighCost * filled;
        return judged;
    }

    static float cost_of(CutKind kind) {
        if (kind == CutKind::kSentence) return 0;
        return kind == CutKind::kClause ? kClauseCost : kWordCost;
    }

    /// The cheapest way from the first place to the last.
    [[nodiscard]] Plan plan_over(const std::vector<Joint>& places) const {
        struct Way {
            float cost = std::numeric_limits<float>::infinity();
            std::size_t from = 0;
            Judged last;
        };
        std::vector<Way> ways(places.size());
        ways[0].cost = 0;
        for (std::size_t from = 0; from + 1 < places.size(); ++from) {
            if (ways[from].cost == std::numeric_limits<float>::infinity()) continue;
            bool first = true;
            for (std::size_t to = from + 1; to < places.size(); ++to) {
                if (!in_order(places[from], places[to])) continue;
                Judged judged = judge(places[from], places[to]);
                const bool fits = judged.fits;
                if (!fits && !first) break; // what holds more does not fit either
                first = false;
                const float cost = ways[from].cost + judged.cost + cost_of(places[to].kind);
                if (cost < ways[to].cost) ways[to] = {cost, from, std::move(judged)};
                if (!fits) break;
            }
        }
        Plan plan;
        plan.cost = ways.back().cost;
        plan.has_flaw = plan.overflows = false;
        for (std::size_t at = places.size() - 1; at > 0; at = ways[at].from) {
            plan.overflows = plan.overflows || !ways[at].last.fits;
            plan.has_flaw = plan.has_flaw || plan.overflows || ways[at].last.one_row;
            plan.pages.push_back(std::move(ways[at].last.page));
        }
        std::reverse(plan.pages.begin(), plan.pages.end());
        return plan;
    }

    /// Texts of so different lengths that no cut of one matches one of the other: each page as much as fits, the cuts
    /// of all texts taken one by one by their share of what is read.
    [[nodiscard]] std::vector<Page> smallest_steps() const {
        struct Step {
            float share = 0;
            std::size_t text = 0;
            std::size_t byte = 0;
        };
        std::vector<Step> steps;
        for (std::size_t t = 0; t < texts_.size(); ++t) {
            const float units = std::max(cuts_[t].units, 1.0f);
            for (const Cut& cut : cuts_[t].all) steps.push_back({cut.units / units, t, cut.byte});
        }
        for (std::size_t t = 0; t < texts_.size(); ++t) steps.push_back({1, t, texts_[t].text.text.size()});
        std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.share < b.share; });
        std::vector<Page> pages;
        Joint begin{std::vector<std::size_t>(texts_.size(), 0), CutKind::kWord};
        Joint end = begin;
        for (const Step& step : steps) {
            Joint further = end;
            further.bytes[step.text] = std::max(further.bytes[step.text], step.byte);
            if (end.bytes != begin.bytes && !judge(begin, further).fits) {
                pages.push_back(page_between(begin, end));
                begin = end;
            }
            end = std::move(further);
        }
        pages.push_back(page_between(begin, end));
        return pages;
    }

    static bool in_order(const Joint& a, const Joint& b) {
        return std::equal(a.bytes.begin(), a.bytes.end(), b.bytes.begin(), std::less_equal<>());
    }

    const std::vector<PageText>& texts_;
    const PageBox& box_;
    const Fonts& fonts_;
    std::vector<Cuts> cuts_;
};

} // namespace

std::vector<Page> split_pages(const std::vector<PageText>& texts, const PageBox& box, const Fonts& fonts) {
    return Paginator(texts, box, fonts).run();
}

Page whole_page(const std::vector<PageText>& texts) {
    Page page;
    for (const PageText& text : texts) page.texts.push_back(text.text);
    page.end = texts.empty() ? 0 : texts[0].text.text.size();
    return page;
}

RichText part_of(const RichText& text, std::size_t begin, std::size_t end) {
    RichText part;
    part.text = text.text.substr(begin, end - begin);
    for (Span span : text.spans) {
        span.begin = std::max(span.begin, begin);
        span.end = std::min(span.end, end);
        if (span.begin >= span.end) continue;
        span.begin -= begin;
        span.end -= begin;
        part.spans.push_back(std::move(span));
    }
    for (Cue cue : text.cues) {
        const bool inside = cue.at >= begin && (cue.at < end || end == text.text.size());
        if (!inside || (begin > 0 && cue.at == begin && std::holds_alternative<WaitCue>(cue.kind))) continue;
        cue.at -= begin;
        part.cues.push_back(std::move(cue));
    }
    return part;
}

float stacked_height(const std::vector<const Layout*>& layouts, float between) {
    float height = 0;
    for (const Layout* layout : layouts) {
        if (layout->rows.empty()) continue;
        height += (height > 0 ? between : 0) + layout->size.y;
    }
    return height;
}

} // namespace liubai
