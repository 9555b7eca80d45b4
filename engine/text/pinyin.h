#pragma once
// How Han is read: a table of characters and words (assets/pinyin.txt), and the annotations that it puts over a text.

#include "base/blob.h"
#include "base/rich_text.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace liubai {

class Pinyin {
public:
    /// Reads a table made by engine/text/tables/build_pinyin.py. Throws Error when it is none or is damaged.
    explicit Pinyin(const Blob& table);

    /// A reading for each character, "" for one that is not Han or not in the table. The text is cut into the fewest
    /// pieces, words or single characters, of two ways the one whose earlier piece is longer; a word is read as one.
    [[nodiscard]] std::vector<std::string> readings(std::u32string_view text) const;

private:
    void take_line(std::string_view line);

    std::unordered_map<char32_t, std::string> characters_;
    std::unordered_map<std::u32string, std::vector<std::string>> words_;
    std::size_t longest_ = 1;
};

/// The text with a Ruby span over each Han character (requirement A2). What an author annotated, and what is marked as
/// being in a language other than Chinese, stays as it is.
RichText with_pinyin(const RichText& text, const Pinyin& pinyin);

} // namespace liubai
