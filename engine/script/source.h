#pragma once
// A file as its author sees it: lines and places in them. Every finding points into one of these.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

/// A place in a file: some bytes of one line.
struct Spot {
    int line = 0;          ///< 1-based; 0 = the whole file
    std::size_t byte = 0;  ///< in the line
    std::size_t bytes = 0; ///< 0 = no width to underline
    bool operator==(const Spot&) const = default;
};

class Source {
public:
    Source(std::string file, std::string text);
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] int line_count() const { return static_cast<int>(starts_.size()); }
    /// Without its line break; empty outside the file.
    [[nodiscard]] std::string_view line(int number) const;
    /// The byte of the file where a line begins.
    [[nodiscard]] std::size_t start_of(int number) const { return starts_[static_cast<std::size_t>(number - 1)]; }
    /// The bytes from the spot to the end of its line, without spaces at the end.
    [[nodiscard]] std::string_view rest_of_line(Spot spot) const;

private:
    std::string file_;
    std::string text_;
    std::vector<std::size_t> starts_;
};

/// Spaces and tabs cut off at both ends.
std::string_view trimmed(std::string_view text);
std::size_t indent_of(std::string_view line);

/// How many letters must change to make one word the other (Levenshtein, by code point).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that was probably meant by `word`, or "" when none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace liubai
