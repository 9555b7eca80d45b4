#pragma once
// The rows of text that stand for a line or a choice where there is no window.

#include "game/settings.h"
#include "story/reading.h"
#include "ui/book.h"

#include <string>
#include <string_view>
#include <vector>

namespace liubai {

inline constexpr std::string_view kSilence = "（  ）";

/// "name: text", and under it, indented, the other text that these settings show.
std::vector<std::string> line_rows(const Line& line, const Story& story, const Variables& variables,
                                   const Settings& settings);

/// The same of what was read, with silences filled that were heard; of a choice what was asked and what was taken.
std::vector<std::string> entry_rows(const BookEntry& entry, Language reader);

/// What is asked; none when nothing is.
std::vector<std::string> prompt_rows(const Choice& choice, const Variables& variables, const Settings& settings);

/// The words of one option.
std::string option_text(const ChoiceOption& option, const Variables& variables, const Settings& settings);

/// "  1. words", a row for each open option.
std::vector<std::string> option_rows(const AtChoice& at, const Variables& variables, const Settings& settings);

/// Words cut into rows of at most `width` cells (a Han character is two; at least 20) where UAX #14 lets a row end; the
/// rows after the first are indented as the first is. 0 = one row, however long.
std::vector<std::string> wrap_row(const std::string& row, int width);

} // namespace liubai
