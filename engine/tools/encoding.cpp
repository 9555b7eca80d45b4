#include "tools/encoding.h"

#include "base/error.h"
#include "base/utf8.h"

#include <algorithm>
#include <cstdint>

#ifdef _WIN32
#include <windows.h>
#else
#include <iconv.h>
#endif

namespace liubai {
namespace {

Error not_a_text(std::size_t line) {
    const std::string n = std::to_string(line);
    return Error({"第 " + n + " 行不是 UTF-8、UTF-16 或 GBK 文字；请用编辑器另存为 UTF-8。",
                  "line " + n + " is neither UTF-8, UTF-16 nor GBK text; save the file as UTF-8 in an editor."});
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string out;
    std::size_t line = 1;
    if (bytes.size() % 2 != 0) bytes.remove_suffix(1);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        char32_t c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 2 < bytes.size()) {
            const char32_t low = unit(i + 2);
            if (low < 0xDC00 || low > 0xDFFF) throw not_a_text(line);
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            throw not_a_text(line);
        }
        if (c == '\n') ++line;
        append_utf8(out, c);
    }
    return out;
}

#ifdef _WIN32
std::string from_gbk(std::string_view bytes) {
    constexpr UINT kGb18030 = 54936;
    std::string out;
    std::wstring wide;
    for (std::size_t line = 1; !bytes.empty(); ++line) { // no character holds a '\n' in its bytes
        const std::string_view row = bytes.substr(0, std::min(bytes.find('\n'), bytes.size() - 1) + 1);
        wide.resize(row.size());
        const int units = ::MultiByteToWideChar(kGb18030, MB_ERR_INVALID_CHARS, row.data(), static_cast<int>(row.size()),
                                                wide.data(), static_cast<int>(wide.size()));
        if (units <= 0) throw not_a_text(line);
        out += from_utf16({reinterpret_cast<const char*>(wide.data()), static_cast<std::size_t>(units) * 2}, false);
        bytes.remove_prefix(row.size());
    }
    return out;
}
#else
std::size_t line_of(std::string_view bytes, std::size_t at) {
    return 1 +
           static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string from_gbk(std::string_view bytes) {
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        throw Error({"这台机器的 C 库不会转换 GBK；请把文件另存为 UTF-8。",
                     "the C library of this machine cannot convert GBK; save the file as UTF-8."});
    }
    // iconv() wants a writable pointer but does not write through it.
    char* in = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    std::string out(bytes.size() * 2 + 16, '\0');
    char* to = out.data();
    std::size_t room = out.size();
    const std::size_t result = iconv(converter, &in, &left, &to, &room);
    iconv_close(converter);
    if (result == static_cast<std::size_t>(-1)) throw not_a_text(line_of(bytes, bytes.size() - left));
    out.resize(out.size() - room);
    return out;
}
#endif

std::string with_unix_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out.push_back(text[i]);
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            out.push_back('\n');
        }
    }
    return out;
}

/// NUL never stands in a text, so NUL bytes mean UTF-16; on which side they are more often tells the byte order.
bool nuls_say_big_endian(std::string_view bytes) {
    std::ptrdiff_t even_more_than_odd = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\0') even_more_than_odd += i % 2 == 0 ? 1 : -1;
    }
    return even_more_than_odd > 0;
}

} // namespace

DecodedText decode_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE")) return {with_unix_line_ends(from_utf16(bytes.substr(2), false)), "UTF-16LE"};
    if (bytes.starts_with("\xFE\xFF")) return {with_unix_line_ends(from_utf16(bytes.substr(2), true)), "UTF-16BE"};
    if (bytes.find('\0') != std::string_view::npos) {
        const bool big = nuls_say_big_endian(bytes);
        return {with_unix_line_ends(from_utf16(bytes, big)), big ? "UTF-16BE" : "UTF-16LE"};
    }
    if (is_utf8(bytes)) return {with_unix_line_ends(bytes), "UTF-8"};
    return {with_unix_line_ends(from_gbk(bytes)), "GBK"};
}

} // namespace liubai
