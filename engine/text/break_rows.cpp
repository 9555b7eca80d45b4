#include "text/break_rows.h"

#include "text/justify.h"

#include <algorithm>
#include <limits>

namespace liubai {
namespace {

constexpr double kRounding = 1.0 / 256; // canvas units: sums of floats may miss a box they just fill

// Costs of a row, in squares of its empty share. A last row that is too short costs more than any likely slack.
constexpr double kEmergencyCost = 0.5;
constexpr double kShortLastCost = 1;
constexpr double kOrphanCost = 2;
constexpr double kHyphenCost = 0.5;
constexpr double kRaggedHyphenCost = 0.01; // as much as a tenth of an empty row
constexpr double kRigid = 100;             // times the empty share of a justified row in which nothing gives

constexpr float kLeastBesideIndentEm = 4; // of text in an indented row

struct Border {
    std::uint32_t unit = 0;
    bool emergency = false;
    bool hyphen = false; ///< a row that ends here shows one
};

class Breaker {
public:
    Breaker(const TextSource& source, const std::vector<Break>& breaks, Ruler& ruler, Measure box,
            const TextStyle& style, const Justifier* justifier)
        : s_(source), breaks_(breaks), ruler_(ruler), box_(box), hyphens_(style.hyphenate), justifier_(justifier) {}

    /// The places where rows of the units [begin, end) may start and end, both ends included, such that every piece
    /// between two of them fits.
    std::vector<Border> borders(std::uint32_t begin, std::uint32_t end) {
        std::vector<Border> found;
        found.reserve(end - begin + 1);
        found.push_back({begin, false});
        for (std::uint32_t u = begin + 1; u <= end; ++u) {
            if (u < end && breaks_[ruler_.unit(u).begin] != Break::kMay) continue;
            const bool hyphen = hyphens_ && u < end && ruler_.spacing()[u - 1].row_end < 0;
            if (!fits(found.back().unit, u)) {
                if (hyphen) continue; // perhaps what follows fits without it
                cut(found, u);
            }
            found.push_back({u, false, hyphen});
        }
        return found;
    }

    std::vector<RowSpan> greedy(const std::vector<Border>& borders) {
        std::vector<RowSpan> rows;
        for (std::size_t from = 0; from + 1 < borders.size();) {
            std::size_t to = from + 1;
            for (std::size_t next = to + 1; next < borders.size(); ++next) {
                if (fits(borders[from].unit, borders[next].unit)) {
                    to = next;
                } else if (!borders[next].hyphen) {
                    break;
                }
            }
            if (borders[to].hyphen && fits(borders[to].unit, borders.back().unit))
                to = without_hyphen(borders, from, to);
            rows.push_back({borders[from].unit, borders[to].unit});
            from = to;
        }
        return rows;
    }

    /// The fewest rows, and of those ways the one of least cost; of justified rows those of least cost.
    std::vector<RowSpan> best(const std::vector<Border>& borders, bool balance) {
        struct Way {
            int rows = 0;
            double cost = 0;
            std::size_t from = 0;
        };
        const bool fewest = justifier_ == nullptr; // what is stretched may take a row more
        const std::vector<int> after = fewest && !hyphens_ ? rows_after(borders) : std::vector<int>{};
        std::vector<Way> ways(borders.size());
        std::size_t first = 0; // the earliest start of a row that ends at `to`
        for (std::size_t to = 1; to < borders.size(); ++to) {
            const bool last = to + 1 == borders.size();
            const auto barred = [&](std::size_t from) { return last && borders[from].hyphen; };
            while (first + 1 < to && (barred(first) || !fits(borders[first].unit, borders[to].unit))) ++first;
            Way way{ways[first].rows + 1, std::numeric_limits<double>::infinity(), first};
            const bool in_vain = !after.empty() && way.rows + after[to] > after[0]; // on no shortest way
            for (std::size_t from = first; from < to && !in_vain; ++from) {
                if (fewest && ways[from].rows > ways[first].rows) break; // so do all later ones
                if (ways[from].cost >= way.cost || (from > first && barred(from))) continue;
                const double used = ruler_.width(borders[from].unit, borders[to].unit);
                const double cost = ways[from].cost + row_cost(borders[from], borders[to], used, last, balance);
                if (cost < way.cost) way = {ways[from].rows + 1, cost, from};
            }
            ways[to] = way;
        }
        std::vector<RowSpan> rows;
        rows.reserve(static_cast<std::size_t>(ways.back().rows));
        for (std::size_t to = borders.size() - 1; to > 0; to = ways[to].from) {
            rows.push_back({borders[ways[to].from].unit, borders[to].unit});
        }
        std::reverse(rows.begin(), rows.end());
        return rows;
    }

private:
    /// For the row that starts at `begin`.
    double room(std::uint32_t begin) const {
        const bool indented = box_.first_indent > 0 && ruler_.starts_paragraph(begin);
        return indented ? box_.width - box_.first_indent : box_.width;
    }

    bool fits(std::uint32_t begin, std::uint32_t end) {
        const double over = ruler_.width(begin, end) - room(begin) - kRounding;
        if (over <= 0) return true;
        return justifier_ != nullptr && over <= justifier_->shrink(begin, ruler_.content_end(begin, end));
    }

    /// L8: the last full row ends without a hyphen, if some border between `from` and `to` allows it.
    static std::size_t without_hyphen(const std::vector<Border>& borders, std::size_t from, std::size_t to) {
        std::size_t back = to;
        while (back > from && borders[back].hyphen) --back;
        return back > from ? back : to;
    }

    /// The fewest rows from each border to the end.
    std::vector<int> rows_after(const std::vector<Border>& borders) {
        std::vector<int> rows(borders.size());
        std::size_t to = borders.size() - 1;
        for (std::size_t from = to; from-- > 0;) {
            while (to > from + 1 && !fits(borders[from].unit, borders[to].unit)) --to;
            rows[from] = rows[to] + 1;
        }
        return rows;
    }

    /// L7: fills rows with what has no place to break, up to `end`.
    void cut(std::vector<Border>& found, std::uint32_t end) {
        for (;;) {
            const std::uint32_t begin = found.back().unit;
            std::uint32_t stop = begin + 1;
            std::uint32_t best = stop;
            while (stop < end && fits(begin, stop + 1)) {
                ++stop;
                if (ugliness(stop) <= ugliness(best)) best = stop;
            }
            if (ruler_.content_end(stop, end) == stop) return; // only spaces are left
            found.push_back({best, true});
            stop = best;
            if (fits(stop, end)) return;
        }
    }

    /// Of the ways to break where nothing allows it: inside a doubled mark is worst, beside a mark that must not stand
    /// at a row's start or end is bad.
    int ugliness(std::uint32_t u) const {
        if (u >= ruler_.size()) return 0;
        const std::uint32_t c = ruler_.unit(u).begin;
        const BreakChar before = break_char(s_.info[c - 1]);
        const BreakChar after = break_char(s_.info[c]);
        const bool doubled = before.cls == after.cls && (before.cls == LineClass::kB2 || before.cls == LineClass::kIN);
        if (doubled || (before.cls == LineClass::kEX && after.cls == LineClass::kEX)) return 2;
        const bool closes = after.cls == LineClass::kCL || after.cls == LineClass::kCP || after.cls == LineClass::kEX ||
                            after.cls == LineClass::kIS || after.cls == LineClass::kNS;
        return closes || before.cls == LineClass::kOP ? 1 : 0;
    }

    double row_cost(Border begin, Border end, double used, bool last, bool balance) {
        const double empty = box_.width > 0 ? std::max(0.0, room(begin.unit) - used) / box_.width : 0;
        double cost = end.emergency ? kEmergencyCost : 0;
        if (end.hyphen) cost += justifier_ != nullptr ? kHyphenCost : kRaggedHyphenCost;
        if (end.hyphen && begin.hyphen) cost += kHyphenCost;
        if (justifier_ != nullptr) {
            cost += change_cost(begin.unit, end.unit, used, last);
            if (!last) return cost;
        } else if (balance || !last) {
            return cost + empty * empty;
        }
        const int words = count_words(begin.unit, end.unit);
        if (words < 2) return cost + kOrphanCost;
        return words < 4 ? cost + kShortLastCost : cost;
    }

    /// Of a justified row: the square of the share that it uses of what its places give.
    double change_cost(std::uint32_t begin, std::uint32_t end, double used, bool last) const {
        const double more = room(begin) - used;
        if (last && more >= 0) return 0;
        const std::uint32_t content = ruler_.content_end(begin, end);
        const double given = more < 0 ? justifier_->shrink(begin, content) : justifier_->stretch(begin, content);
        const double share = given > 0 ? more / given : kRigid * more / std::max(1.0, box_.width);
        return share * share;
    }

    /// A Han character counts one, a Latin word two; four are enough for a last row (P2). Stops counting there.
    int count_words(std::uint32_t begin, std::uint32_t end) const {
        int words = 0;
        bool in_word = false;
        for (std::uint32_t u = begin; u < end && words < 4; ++u) {
            const std::uint32_t c = ruler_.unit(u).begin;
            const bool han = s_.script[c] == Script::kHan || s_.script[c] == Script::kKana;
            const bool letter = !han && (s_.info[c].is(Flag::kLetter) || s_.info[c].is(Flag::kNumber));
            if (han || ruler_.unit(u).kind == ClusterKind::kGap) ++words;
            if (letter && !in_word) words += 2;
            in_word = letter || (in_word && (s_.chars[c] == U'’' || s_.chars[c] == U'\'' || s_.chars[c] == U'-'));
        }
        return words;
    }

    const TextSource& s_;
    const std::vector<Break>& breaks_;
    Ruler& ruler_;
    Measure box_;
    bool hyphens_; ///< rows that end in one are counted
    const Justifier* justifier_;
};

} // namespace

Measure measure(const TextStyle& style, double width) {
    const double indent = double{style.first_indent_em} * style.size;
    const bool at_left = style.align != Align::kCenter && style.align != Align::kEnd;
    const bool has_room = width >= indent + double{kLeastBesideIndentEm} * style.size;
    return {std::max(0.0, width), at_left && has_room ? indent : 0};
}

std::vector<RowSpan> break_rows(const TextSource& source, const std::vector<Break>& breaks, Ruler& ruler, Measure box,
                                const TextStyle& style, const Justifier* justifier) {
    std::vector<RowSpan> rows;
    Breaker breaker(source, breaks, ruler, box, style, justifier);
    for (std::uint32_t begin = 0; begin < ruler.size();) {
        std::uint32_t end = begin + 1;
        while (end < ruler.size() && breaks[ruler.unit(end).begin] != Break::kMust) ++end;
        const std::vector<Border> borders = breaker.borders(begin, end);
        const auto found = style.mode == FitMode::kGreedy ? breaker.greedy(borders)
                                                          : breaker.best(borders, style.mode == FitMode::kBalance);
        rows.insert(rows.end(), found.begin(), found.end());
        begin = end;
    }
    return rows;
}

} // namespace liubai
