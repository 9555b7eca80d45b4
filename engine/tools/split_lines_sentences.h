#pragma once
// Where the sentences of a paragraph end, and which of its characters stand inside quotes or brackets.
// The first half of split_lines().

#include <cstddef>
#include <string_view>
#include <vector>

namespace liubai {

/// For each index of `text` (and one past its end): how many pairs of quotes and brackets are open just before it.
/// A mark without its partner in the paragraph opens nothing; an apostrophe is not a quote.
std::vector<int> quote_depths(std::u32string_view text);

/// The index after each sentence with the quotes, spaces and emoji that belong to it; the last one is the text's size.
std::vector<std::size_t> sentence_ends(std::u32string_view text, const std::vector<int>& depths);

} // namespace liubai
