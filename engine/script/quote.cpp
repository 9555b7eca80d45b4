#include "script/quote.h"

#include <algorithm>

namespace liubai {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string double_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\t') {
            out += "\\t";
        } else if (is_control(c)) {
            constexpr std::string_view kDigits = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(c);
            out += "\\x";
            out += kDigits[byte >> 4];
            out += kDigits[byte & 15];
        } else {
            out += c;
        }
    }
    return out + '"';
}

} // namespace

bool needs_quotes(std::string_view text) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return true;
    if (std::string_view("[]{}*&!@%`>|'\"#,").find(text.front()) != std::string_view::npos) return true;
    const bool sign = text.front() == '-' || text.front() == '?' || text.front() == ':';
    if (sign && (text.size() == 1 || text[1] == ' ' || text.front() == ':')) return true;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return true;
    if (text == "~" || text == "null" || text == "Null" || text == "NULL") return true;
    if (text.starts_with("---") || text.starts_with("...")) return true;
    return std::any_of(text.begin(), text.end(), is_control);
}

std::string single_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c;
        if (c == '\'') out += c;
    }
    return out + "'";
}

std::string yaml_text(std::string_view text) {
    if (!needs_quotes(text)) return std::string(text);
    return std::any_of(text.begin(), text.end(), is_control) ? double_quoted(text) : single_quoted(text);
}

} // namespace liubai
