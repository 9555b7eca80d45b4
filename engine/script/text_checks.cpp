#include "script/text_checks.h"

#include "base/utf8.h"
#include "script/findings.h"

#include <array>

namespace liubai {
namespace {

constexpr std::size_t kLargestFile = 4u << 20;
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 2> kWideSpaces{"\xE3\x80\x80", "\xC2\xA0"}; ///< U+3000, U+00A0

/// True when the bytes read as GBK text: pairs of a lead byte and a trail byte, as Chinese editors on Windows write.
bool looks_like_gbk(std::string_view bytes) {
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80) continue;
        if (lead == 0x80 || lead == 0xFF || i + 1 == bytes.size()) return false;
        const auto trail = static_cast<unsigned char>(bytes[++i]);
        if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return false;
        ++pairs;
    }
    return pairs > 0;
}

void report_encoding(std::string_view bytes, const std::string& file, Diagnostics& out) {
    const Source source(file, "");
    Findings findings(source, out);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return findings.add("not-utf8", {}, {"UTF-16"});
    findings.add(looks_like_gbk(bytes) ? "not-utf8" : "broken-utf8", {}, {"GBK"});
}

/// Bytes of a wide space at `at`, 0 if there is none.
std::size_t wide_space_at(std::string_view line, std::size_t at) {
    for (const std::string_view space : kWideSpaces) {
        if (line.substr(at).starts_with(space)) return space.size();
    }
    return 0;
}

/// The line with ordinary spaces in its indentation and after its dashes; the same text when nothing is wrong.
std::string with_plain_indent(std::string_view line, Spot& first_tab, Spot& first_wide) {
    std::string out;
    std::size_t at = 0;
    bool after_dash = false;
    while (at < line.size()) {
        const std::size_t wide = wide_space_at(line, at);
        if (line[at] == '\t') {
            if (first_tab.bytes == 0) first_tab = {first_tab.line, at, 1};
            out += after_dash ? " " : "  ";
            ++at;
        } else if (wide > 0) {
            if (first_wide.bytes == 0) first_wide = {first_wide.line, at, wide};
            out += after_dash ? " " : "  ";
            at += wide;
        } else if (line[at] == ' ') {
            out += line[at++];
        } else if (line[at] == '-' && at + 1 < line.size() &&
                   (line[at + 1] == ' ' || line[at + 1] == '\t' || wide_space_at(line, at + 1) > 0)) {
            out += line[at++];
            after_dash = true;
        } else {
            break;
        }
    }
    // A paragraph inside a block of text may well begin with wide spaces; only what YAML reads as structure is mended.
    const std::string_view rest = line.substr(at);
    if (first_wide.bytes > 0 && !after_dash && rest.find(": ") == std::string_view::npos && !rest.ends_with(':')) {
        first_wide.bytes = 0;
        return std::string(line);
    }
    out += rest;
    return out;
}

bool is_comment_or_blank(std::string_view line) {
    const std::string_view inside = trimmed(line);
    return inside.empty() || inside.front() == '#';
}

} // namespace

CheckedText check_text(std::string_view bytes, const std::string& file, Diagnostics& out) {
    CheckedText checked;
    if (bytes.size() > kLargestFile) {
        const Source source(file, "");
        Findings(source, out).add("file-too-large", {});
        return checked;
    }
    if (!is_utf8(bytes)) {
        report_encoding(bytes, file, out);
        return checked;
    }
    while (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
    const Source source(file, std::string(bytes));
    Findings findings(source, out);
    checked.text.reserve(bytes.size());
    bool content = false;
    for (int number = 1; number <= source.line_count(); ++number) {
        const std::string_view line = source.line(number);
        const bool separator =
            (line.starts_with("---") || line.starts_with("...")) && (line.size() == 3 || line[3] == ' ');
        if (separator && (content || line.front() == '.')) {
            bool more = false;
            for (int rest = number + 1; rest <= source.line_count(); ++rest)
                more |= !is_comment_or_blank(source.line(rest));
            if (more || line.front() == '-')
                findings.add("many-documents", {number, 0, 3}, {std::string(line.substr(0, 3))});
            if (more || line.front() == '-') break;
        }
        content = content || !is_comment_or_blank(line);
        const char start = line.empty() ? 'x' : line.front();
        const bool odd = start == ' ' || start == '-' || start == '\t' || start == '\xE3' || start == '\xC2';
        Spot tab{number, 0, 0};
        Spot wide{number, 0, 0};
        std::string plain = odd && !is_comment_or_blank(line) ? with_plain_indent(line, tab, wide) : std::string(line);
        if (tab.bytes > 0 || wide.bytes > 0) {
            if (tab.bytes > 0) findings.add("tab-indent", tab, {}, plain);
            if (wide.bytes > 0) findings.add("wide-space", wide, {}, plain);
            checked.mended.insert(number);
        }
        std::erase(plain, '\r'); // a lone one is a line break to YAML and to no editor
        checked.text += plain;
        checked.text += '\n';
    }
    return checked;
}

} // namespace liubai
