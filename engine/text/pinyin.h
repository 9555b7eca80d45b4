#pragma once
// How Han is read: a table of characters and words (assets/pinyin.txt), and the annotations that it puts over a text.

#include "base/blob.h"
#include "base/rich_text.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace liubai {

class Pinyin {
public:
    /// Reads a table made by engine/text/tables/build_pinyin.py. Throws Error when it is none or is damaged.
    explicit Pinyin(const Blob& table);

    /// The text cut into the fewest pieces, words of the table or single characters, of two ways the one whose earlier
    /// piece is longer. Of each piece the readings of its characters, "" for one that is not Han or not in the table.
    [[nodiscard]] std::vector<std::vector<std::string>> pieces(std::u32string_view text) const;

    /// The readings of all pieces: one for each character.
    [[nodiscard]] std::vector<std::string> readings(std::u32string_view text) const;

    /// Every reading that a character has, alone or in a word, in no order; some come more than once.
    void each_reading(const std::function<void(char32_t, const std::string&)>& take) const;

private:
    void take_line(std::string_view line);

    std::unordered_map<char32_t, std::string> characters_;
    std::unordered_map<std::u32string, std::vector<std::string>> words_;
    std::size_t longest_ = 1;
};

/// The text with a Ruby span over each Han character (requirement A2). What an author annotated, and what is marked as
/// being in a language other than Chinese, stays as it is. Nothing is written over a word that `is_met`.
RichText with_pinyin(const RichText& text, const Pinyin& pinyin,
                     const std::function<bool(const std::string& word)>& is_met = {});

/// The words over which with_pinyin() writes: what a reader of the text has met. A word is one of the table's or a
/// single character, as pieces() cuts the text.
std::set<std::string> words_of(const RichText& text, const Pinyin& pinyin);

} // namespace liubai
