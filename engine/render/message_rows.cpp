#include "render/message_rows.h"

#include "base/utf8.h"

#include <algorithm>

namespace liubai {
namespace {

bool never_starts_a_row(char32_t c) {
    return std::u32string_view(U"，。、；：？！”’）》〉」』】…·,.;:?!)").find(c) != std::u32string_view::npos;
}

bool is_wide(char32_t c) { return is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60); }

/// Where the row that may hold `most` bytes of the line ends.
std::size_t row_end(std::string_view line, std::size_t most) {
    std::size_t best = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t here = at;
        const char32_t c = next_code_point(line, at);
        const bool may_break = before == U' ' || is_wide(before) || is_wide(c);
        if (here > 0 && may_break && c != U' ' && !never_starts_a_row(c)) best = here;
        if (at > most) break;
        before = c;
    }
    if (best > 0) return best;
    std::size_t one = 0;
    next_code_point(line, one);
    return std::max(one, most);
}

void add_line(std::vector<std::string>& rows, std::string_view line, const FittingBytes& fitting) {
    while (true) {
        const std::size_t most = fitting(line);
        if (most >= line.size()) break;
        const std::size_t end = row_end(line, most);
        rows.emplace_back(line.substr(0, end));
        line.remove_prefix(end);
        if (line.empty()) return;
    }
    rows.emplace_back(line);
}

} // namespace

std::vector<std::string> message_rows(std::string_view text, const FittingBytes& fitting) {
    std::vector<std::string> rows;
    while (true) {
        const auto end = text.find('\n');
        add_line(rows, text.substr(0, end), fitting);
        if (end == std::string_view::npos) return rows;
        text.remove_prefix(end + 1);
    }
}

} // namespace liubai
