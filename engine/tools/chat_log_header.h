#pragma once
// The line of a chat log that says who speaks, and perhaps when. Part of reading a chat log.

#include "tools/chat_log_time.h"

#include <optional>
#include <string>
#include <string_view>

namespace liubai {

/// The ways in which a log can name its speakers. A log keeps to one.
enum class HeaderForm : std::uint8_t {
    kNone,
    kBracket, ///< [A]: text
    kLabel,   ///< A: text   A：text   **A:** text
    kTimed,   ///< [10:32] A: text   10:32 A: text   A 10:32: text   A 10:32 text   and both forms of WhatsApp
    kAbove,   ///< name and time on their own line above the text (WeChat, QQ)
};

struct ChatHeader {
    HeaderForm form = HeaderForm::kNone;
    std::string name;     ///< empty: the program itself speaks
    std::string left_out; ///< an account number or address behind the name
    std::optional<ChatTime> time;
    std::string_view text;   ///< what stands behind it on the same line
    bool by_program = false; ///< WhatsApp marks its own sentences
};

/// Every way in which a line can be read as a header, the surest first. They are guesses: the whole log decides.
struct ChatHeaders {
    std::optional<ChatHeader> labelled; ///< kBracket or kLabel
    std::optional<ChatHeader> timed;    ///< kTimed or kAbove
};
ChatHeaders read_chat_headers(std::string_view line);

} // namespace liubai
