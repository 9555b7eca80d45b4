#include "tools/html_text.h"

namespace liubai {

std::string html_escaped(std::string_view text, std::string_view newline) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\n': out += newline; break;
        default: out += c;
        }
    }
    return out;
}

} // namespace liubai
