#include "script/findings.h"

#include "base/utf8.h"
#include "script/codes.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::size_t kLongestSource = 400;

/// The sentence with its places filled; nothing when a place of it is empty and `all` is asked for.
std::string filled(std::string_view sentence, std::span<const std::string> args, std::string_view fixed, bool all) {
    std::string out;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t close = sentence[at] == '{' ? sentence.find('}', at) : std::string_view::npos;
        if (close == std::string_view::npos) {
            out += sentence[at++];
            continue;
        }
        const std::string_view name = sentence.substr(at + 1, close - at - 1);
        std::string_view value = sentence.substr(at, close + 1 - at);
        if (name == "fixed") {
            value = trimmed(fixed);
        } else if (name.size() == 1 && name[0] >= '0' && name[0] <= '9') {
            const auto index = static_cast<std::size_t>(name[0] - '0');
            value = index < args.size() ? std::string_view(args[index]) : std::string_view();
        }
        if (value.empty() && all) return {};
        out += value;
        at = close + 1;
    }
    return out;
}

std::string whole_code_points(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

} // namespace

Diagnostic about_file(const std::string& file, int line, std::string_view code) {
    const Code& known = find_code(code);
    Diagnostic d;
    d.severity = known.severity;
    d.file = file;
    d.line = line;
    d.code = known.name;
    d.message = {known.zh, known.en};
    d.hint = {known.hint_zh, known.hint_en};
    return d;
}

void Findings::add(std::string_view code, Spot spot, std::initializer_list<std::string> args, std::string fixed) {
    add_filled(code, spot, {args.begin(), args.size()}, {args.begin(), args.size()}, std::move(fixed));
}

void Findings::add_in_both(std::string_view code, Spot spot, std::initializer_list<Bilingual> args) {
    std::vector<std::string> zh;
    std::vector<std::string> en;
    for (const Bilingual& arg : args) {
        zh.push_back(arg.zh);
        en.push_back(arg.en);
    }
    add_filled(code, spot, zh, en, {});
}

void Findings::add_filled(std::string_view code, Spot spot, std::span<const std::string> zh,
                          std::span<const std::string> en, std::string fixed) {
    if (silenced_.contains(spot.line)) return;
    const Code& known = find_code(code);
    Diagnostic d;
    d.severity = known.severity;
    d.file = source_.file();
    d.line = spot.line;
    d.code = known.name;
    d.message = {filled(known.zh, zh, fixed, false), filled(known.en, en, fixed, false)};
    d.hint = {filled(known.hint_zh, zh, fixed, true), filled(known.hint_en, en, fixed, true)};
    if (spot.line > 0) {
        const std::string_view line = source_.line(spot.line);
        const std::size_t byte = std::min(spot.byte, line.size());
        d.source = whole_code_points(line, kLongestSource);
        d.column = 1 + display_width(line.substr(0, byte));
        d.width = std::clamp(display_width(line.substr(byte, spot.bytes)), 1, 60);
        if (byte > kLongestSource) d.source.clear();
    }
    d.fixed = std::move(fixed);
    out_.push_back(std::move(d));
}

} // namespace liubai
