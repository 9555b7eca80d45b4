#pragma once
// A transcript or a chat program's export, as turns. Import makes scenes of them.

#include "tools/chat_log_header.h"

#include "base/bilingual.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

/// Each entry is a line of the paragraph where the log itself broke one; a hard-wrapped paragraph has a single entry.
using ChatParagraph = std::vector<std::string>;

struct ChatTurn {
    std::string speaker;  ///< display name; empty = narration
    std::string from;     ///< narration: who sent the picture or sticker; may be empty
    bool is_date = false; ///< narration: a date on a line of its own, above the messages of that day
    bool check = false;   ///< narration that the author should look at: the program's own lines, stickers, pictures
    std::string at;       ///< the time as written; empty = none
    std::optional<std::int64_t> minutes; ///< of the time, from an arbitrary start
    std::vector<ChatParagraph> paragraphs;
};

struct ChatLog {
    HeaderForm form = HeaderForm::kNone;
    std::vector<ChatTurn> turns;
    std::vector<std::string> left_out; ///< account numbers behind names
    std::vector<Bilingual> notes;      ///< what was guessed
};

/// Reads UTF-8 text in any of the forms of HeaderForm; the one with most lines wins. A text without any is narration.
ChatLog read_chat_log(std::string_view text);

} // namespace liubai
