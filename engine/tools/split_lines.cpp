#include "tools/split_lines.h"

#include "tools/import_characters.h"
#include "tools/split_lines_sentences.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstdint>

namespace liubai {
namespace {

constexpr double kSilenceWidth = 2.5; // em, as TextStyle::gap_em
constexpr double kLatinSize = 0.4;    // 30 Latin characters count as 12 Han ones

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// “ ” ‘ ’ — … are as wide as the script they stand in.
bool follows_script(char32_t c) { return is_one_of(U"\u2018\u2019\u201C\u201D\u2014\u2026", c); }

bool is_mostly_cjk(std::u32string_view text) {
    const auto cjk = std::count_if(text.begin(), text.end(), is_cjk);
    return cjk * 3 > std::count_if(text.begin(), text.end(), is_letter);
}

/// The parts of an emoji that have no width of their own.
bool is_joined(char32_t c) { return c == 0x200D || c == 0x20E3 || (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0020; }

/// Advance in em, measured over the letters of English prose and rounded.
double latin_width(char32_t c) {
    if (is_one_of(U" .,;:!|'\u2018\u2019ijl", c)) return 0.255;
    if (is_one_of(U"tfsrI()[]-\"", c)) return 0.38;
    if (is_one_of(U"aceg?vxyz\u201C\u201D", c)) return 0.465;
    if (is_one_of(U"mMW\u2014", c)) return 0.98;
    return c == U'w' || c == U'\u2026' || (c >= U'A' && c <= U'Z') ? 0.82 : 0.6;
}

double width_in(std::u32string_view text, bool mostly_cjk) {
    double width = 0;
    for (const char32_t c : text) {
        if (is_emoji(c)) {
            width += is_joined(c) ? 0 : 1;
        } else {
            width += is_cjk(c) || (mostly_cjk && follows_script(c)) ? 1 : latin_width(c);
        }
    }
    return width;
}

/// How much text it is, in Han characters.
double size_of(std::u32string_view text) {
    double size = 0;
    for (const char32_t c : text) size += is_cjk(c) || is_emoji(c) ? 1 : kLatinSize;
    return size;
}

enum class Mark : std::uint8_t { kNone, kStrong, kComma };

class Splitter {
public:
    Splitter(std::u32string_view text, const std::vector<std::size_t>& silences)
        : text_(text), silences_(silences), depths_(quote_depths(text)), mostly_cjk_(is_mostly_cjk(text)) {}

    SplitParagraph run() {
        for (const LineRange& sentence : grouped_sentences()) add_sentence(sentence);
        join_last_orphan();
        for (LineRange& line : result_.lines) line = trim(line);
        std::erase_if(result_.lines, [](const LineRange& line) { return line.begin >= line.end; });
        for (const LineRange& line : result_.lines) result_.long_lines += fits(line) ? 0 : 1;
        return std::move(result_);
    }

private:
    /// Without the spaces at both ends, but never past a silence.
    LineRange trim(LineRange line) const {
        while (line.begin < line.end && is_space(text_[line.begin]) &&
               std::find(silences_.begin(), silences_.end(), line.begin) == silences_.end()) {
            ++line.begin;
        }
        while (line.end > line.begin && is_space(text_[line.end - 1])) --line.end;
        return line;
    }

    double width(LineRange line) const {
        line = trim(line);
        return width_in(text_.substr(line.begin, line.end - line.begin), mostly_cjk_) + silent_width(line);
    }

    double silent_width(LineRange line) const {
        const auto gaps = std::count_if(silences_.begin(), silences_.end(),
                                        [&](std::size_t at) { return at >= line.begin && at < line.end; });
        return kSilenceWidth * static_cast<double>(gaps);
    }

    bool fits(LineRange line) const { return width(line) <= kWidestLine; }

    bool is_short(LineRange line) const {
        line = trim(line);
        return size_of(text_.substr(line.begin, line.end - line.begin)) + silent_width(line) < kShortestPiece;
    }

    /// Short sentences in a row belong together: "Not control. Not certainty. Just connection."
    std::vector<LineRange> grouped_sentences() const {
        std::vector<LineRange> groups;
        std::size_t begin = 0;
        for (const std::size_t end : sentence_ends(text_, depths_)) {
            const LineRange sentence{begin, end};
            if (!groups.empty() && is_short(groups.back()) && is_short(sentence)) {
                groups.back().end = end;
            } else {
                groups.push_back(sentence);
            }
            begin = end;
        }
        return groups;
    }

    bool is_question(LineRange line) const {
        line = trim(line);
        return line.end > line.begin && is_one_of(U"?？", text_[line.end - 1]);
    }

    /// A short sentence goes with the one before it; a short question, or the first one, with the one after it.
    void add_sentence(LineRange sentence) {
        if (!fits(sentence)) ++result_.long_sentences;
        std::vector<LineRange>& lines = result_.lines;
        if (!lines.empty() && is_short(lines.back())) {
            sentence.begin = lines.back().begin;
            lines.pop_back();
        } else if (!lines.empty() && is_short(sentence) && !is_question(sentence)) {
            const LineRange both{lines.back().begin, sentence.end};
            if (fits(both)) {
                lines.back() = both;
                return;
            }
        }
        add_fitting(sentence);
    }

    void join_last_orphan() {
        if (result_.lines.size() < 2 || !is_short(result_.lines.back())) return;
        const LineRange last = result_.lines.back();
        result_.lines.pop_back();
        const LineRange both{result_.lines.back().begin, last.end};
        result_.lines.pop_back();
        add_fitting(both);
    }

    void add_fitting(LineRange range) {
        if (fits(range)) {
            result_.lines.push_back(range);
        } else {
            split_long(range);
        }
    }

    void split_long(LineRange range) {
        if (width(range) <= kWidestPiece) {
            result_.lines.push_back(range);
            return;
        }
        std::size_t cut = best_cut(range, Mark::kStrong);
        if (cut == 0) cut = best_cut(range, Mark::kComma);
        if (cut == 0) {
            result_.lines.push_back(range);
            return;
        }
        split_long({range.begin, cut});
        split_long({cut, range.end});
    }

    /// The place after a mark of that kind nearest the middle that leaves no short piece; 0 = none.
    std::size_t best_cut(LineRange range, Mark kind) const {
        std::size_t best = 0;
        double best_off = 0;
        for (std::size_t i = range.begin; i + 1 < range.end; ++i) {
            if (depths_[i + 1] > 0 || mark_at(i) != kind) continue;
            const LineRange left{range.begin, i + 1};
            const LineRange right{i + 1, range.end};
            if (is_short(left) || is_short(right)) continue;
            const double off = std::abs(width(left) - width(right));
            if (best == 0 || off < best_off) {
                best = i + 1;
                best_off = off;
            }
        }
        return best;
    }

    /// What a line could end with at `i`; of a row of dashes only the last counts.
    Mark mark_at(std::size_t i) const {
        const char32_t c = text_[i];
        const char32_t next = i + 1 < text_.size() ? text_[i + 1] : U'\0';
        if (is_dash(c)) {
            const bool range_of_numbers = i > 0 && is_digit(text_[i - 1]) && is_digit(next);
            return is_dash(next) || range_of_numbers ? Mark::kNone : Mark::kStrong;
        }
        if (c == U'-' && i > 0 && is_space(text_[i - 1]) && is_space(next)) return Mark::kStrong;
        if (is_one_of(U"；：", c)) return Mark::kStrong;
        if (is_one_of(U";:", c) && is_space(next)) return Mark::kStrong;
        if (c == U'，' || (c == U',' && is_space(next))) return Mark::kComma;
        return Mark::kNone;
    }

    std::u32string_view text_;
    const std::vector<std::size_t>& silences_;
    std::vector<int> depths_;
    bool mostly_cjk_;
    SplitParagraph result_;
};

/// The outermost character of a text's end that is neither a quote nor a bracket.
template <typename It>
char32_t beyond_quotes(It first, It last) {
    for (It it = first; it != last; ++it) {
        const bool skip = *it == U'"' || *it == U'\'' || follows_script(*it) ||
                          ((is_opening_mark(*it) || is_closing_mark(*it)) && !is_cjk(*it));
        if (!skip) return *it;
    }
    return U'\0';
}

} // namespace

SplitParagraph split_lines(std::u32string_view text, const std::vector<std::size_t>& silences) {
    return Splitter(text, silences).run();
}

double line_width(std::u32string_view text) { return width_in(text, is_mostly_cjk(text)); }

std::string_view between_lines(std::string_view left, std::string_view right) {
    const std::u32string before = to_utf32(left);
    const std::u32string after = to_utf32(right);
    const char32_t l = beyond_quotes(before.rbegin(), before.rend());
    const char32_t r = beyond_quotes(after.begin(), after.end());
    return l == U'\0' || r == U'\0' || is_cjk(l) || is_cjk(r) ? "" : " ";
}

} // namespace liubai
