#include "script/source.h"

#include "base/utf8.h"

#include <algorithm>
#include <numeric>

namespace liubai {

Source::Source(std::string file, std::string text) : file_(std::move(file)), text_(std::move(text)) {
    starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
        if (at + 1 < text_.size()) starts_.push_back(at + 1);
    }
}

std::string_view Source::line(int number) const {
    if (number < 1 || number > line_count()) return {};
    const std::size_t start = start_of(number);
    std::size_t end = text_.find('\n', start);
    if (end == std::string::npos) end = text_.size();
    if (end > start && text_[end - 1] == '\r') --end;
    return std::string_view(text_).substr(start, end - start);
}

std::string_view Source::rest_of_line(Spot spot) const {
    std::string_view whole = line(spot.line);
    whole.remove_prefix(std::min(spot.byte, whole.size()));
    while (whole.ends_with(' ') || whole.ends_with('\t')) whole.remove_suffix(1);
    return whole;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::u32string from = to_utf32(a);
    const std::u32string to = to_utf32(b);
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    const std::size_t length = to_utf32(word).size();
    if (length > 40) return {};
    std::string best;
    std::size_t least = length <= 2 ? 1 : length <= 5 ? 2 : 3;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        // A word of which nothing is left is not near.
        if (distance <= least && distance < std::max(length, to_utf32(candidate).size())) {
            if (distance < least || best.empty()) best = candidate;
            least = distance;
        }
    }
    return best;
}

} // namespace liubai
