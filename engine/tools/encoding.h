#pragma once
// What encoding a chat log or transcript is in, and the same text as UTF-8. The first step of import.

#include <string>
#include <string_view>

namespace liubai {

struct DecodedText {
    std::string text;     ///< UTF-8, '\n' line ends, no byte order mark
    std::string encoding; ///< "UTF-8", "UTF-16LE", "UTF-16BE" or "GBK"
};

/// Reads a byte order mark, else takes UTF-8 when it is well-formed, UTF-16 when there are NUL bytes, else GBK (as its
/// superset GB18030, by the C library's iconv). Throws Error when the bytes are none of these, naming the line.
DecodedText decode_text(std::string_view bytes);

} // namespace liubai
