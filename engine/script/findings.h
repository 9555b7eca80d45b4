#pragma once
// Writes findings about one file: looks up the sentence of a code, draws the place, offers the mended line.

#include "base/diagnostic.h"
#include "script/source.h"

#include <initializer_list>
#include <set>
#include <span>
#include <string>

namespace liubai {

/// A finding of the table in codes.h about a file that is no script. Line 0: about the whole of it.
Diagnostic about_file(const std::string& file, int line, std::string_view code);

class Findings {
public:
    /// Keeps: both references.
    Findings(const Source& source, Diagnostics& out) : source_(source), out_(out) {}

    /// A finding of the table in codes.h. `args` go into {0}, {1} … of its sentences; a hint with an empty one is left
    /// out. `fixed` is the whole line, mended; the hint shows it as {fixed}.
    void add(std::string_view code, Spot spot, std::initializer_list<std::string> args = {}, std::string fixed = {});

    /// The same with words in both languages to go into its sentences.
    void add_in_both(std::string_view code, Spot spot, std::initializer_list<Bilingual> args);

    /// Says no more about a line: what was read is not what its author wrote.
    void silence_line(int line) { silenced_.insert(line); }

    [[nodiscard]] const Source& source() const { return source_; }

private:
    void add_filled(std::string_view code, Spot spot, std::span<const std::string> zh, std::span<const std::string> en,
                    std::string fixed);

    const Source& source_;
    Diagnostics& out_;
    std::set<int> silenced_;
};

} // namespace liubai
