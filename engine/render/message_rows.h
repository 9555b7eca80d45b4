#pragma once
// Breaks the last-resort screen's sentences into rows. Simple on purpose: it must work when text/ is what failed.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

/// How many of the text's first bytes fit into the row (whole characters).
using FittingBytes = std::function<std::size_t(std::string_view text)>;

/// Rows that end at a line break, after a space, beside a Han character but never before a closing mark, or, where
/// nothing else is possible, inside a word. Rows hold at least one character. `text` is UTF-8.
std::vector<std::string> message_rows(std::string_view text, const FittingBytes& fitting);

} // namespace liubai
