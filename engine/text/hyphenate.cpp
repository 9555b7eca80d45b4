#include "text/hyphenate.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::size_t kLeastWord = 6;
constexpr std::size_t kLeastBefore = 3;
constexpr std::size_t kLeastBehind = 2;

/// Calls `take` with each word between the braces after `command`; a comment goes from % to the end of its line.
template <typename Take>
void for_each_word(std::string_view tex, std::string_view command, Take take) {
    std::size_t at = tex.find(command);
    if (at == tex.npos) return;
    at += command.size();
    std::string_view rest = tex.substr(at);
    std::size_t begin = 0;
    const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (begin < rest.size() && rest[begin] != '}') {
        if (rest[begin] == '%') {
            begin = std::min(rest.find('\n', begin), rest.size());
        } else if (is_space(rest[begin])) {
            ++begin;
        } else {
            std::size_t end = begin;
            while (end < rest.size() && !is_space(rest[end]) && rest[end] != '}' && rest[end] != '%') ++end;
            take(rest.substr(begin, end - begin));
            begin = end;
        }
    }
}

} // namespace

Hyphenator::Hyphenator(std::string_view tex) {
    for_each_word(tex, "\\patterns{", [&](std::string_view word) { read_pattern(word); });
    for_each_word(tex, "\\hyphenation{", [&](std::string_view word) { read_exception(word); });
}

void Hyphenator::read_pattern(std::string_view pattern) {
    std::string letters;
    std::string digits = "0";
    for (const char c : pattern) {
        if (c >= '0' && c <= '9') {
            digits.back() = c;
        } else {
            letters += c;
            digits += '0';
        }
    }
    longest_ = std::max(longest_, letters.size());
    patterns_[letters] = digits;
}

void Hyphenator::read_exception(std::string_view word) {
    std::string letters;
    std::vector<std::size_t> points;
    for (const char c : word) {
        if (c == '-') {
            points.push_back(letters.size());
        } else {
            letters += c;
        }
    }
    exceptions_[letters] = points;
}

std::vector<std::size_t> Hyphenator::points(const std::string& word) const {
    std::vector<std::size_t> found;
    if (word.size() < kLeastWord) return found;
    const auto keep = [&](std::size_t at) {
        if (at >= kLeastBefore && at + kLeastBehind <= word.size()) found.push_back(at);
    };
    if (const auto exception = exceptions_.find(word); exception != exceptions_.end()) {
        for (const std::size_t at : exception->second) keep(at);
        return found;
    }
    const std::string framed = "." + word + ".";
    std::string strongest(framed.size() + 1, '0');
    for (std::size_t begin = 0; begin < framed.size(); ++begin) {
        for (std::size_t length = 1; length <= std::min(longest_, framed.size() - begin); ++length) {
            const auto pattern = patterns_.find(framed.substr(begin, length));
            if (pattern == patterns_.end()) continue;
            for (std::size_t i = 0; i <= length; ++i) {
                strongest[begin + i] = std::max(strongest[begin + i], pattern->second[i]);
            }
        }
    }
    for (std::size_t at = 1; at < word.size(); ++at) {
        if ((strongest[at + 1] - '0') % 2 != 0) keep(at);
    }
    return found;
}

} // namespace liubai
