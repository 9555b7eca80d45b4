#pragma once
// Where an English word may be divided at a row's end: Liang's algorithm over the patterns of Plain TeX.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace liubai {

class Hyphenator {
public:
    /// `tex`: a file with \patterns{…} and \hyphenation{…}, the format of Plain TeX's hyphen.tex.
    explicit Hyphenator(std::string_view tex);

    /// The letters before which a word of a to z may be divided, rising. At least three stay before and two behind; a
    /// word of less than six is never divided (CSS Text 4 hyphenate-limit-chars 6 3 2).
    [[nodiscard]] std::vector<std::size_t> points(const std::string& word) const;

private:
    void read_pattern(std::string_view pattern);
    void read_exception(std::string_view word);

    std::unordered_map<std::string, std::string> patterns_; ///< letters → a digit before each and after the last
    std::unordered_map<std::string, std::vector<std::size_t>> exceptions_;
    std::size_t longest_ = 0; ///< letters of a pattern
};

} // namespace liubai
