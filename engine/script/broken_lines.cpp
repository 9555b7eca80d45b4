// What a writer probably typed when yaml-cpp gives up: its own messages name the wrong thing, and often the wrong line.
#include "base/utf8.h"
#include "script/markup.h"
#include "script/quote.h"
#include "script/scene_reader.h"
#include "script/scene_tree.h"
#include "script/speaker_key.h"

#include <algorithm>

namespace liubai {
namespace {

/// One line taken apart by hand: `  - key: value`.
struct RawLine {
    int number = 0;
    std::string_view whole;
    std::size_t content = 0; ///< byte behind indentation and dashes
    bool dash = false;
    std::size_t colon = 0;    ///< npos = none
    std::size_t value_at = 0; ///< npos = none
    [[nodiscard]] std::string_view key() const {
        return colon == std::string_view::npos ? std::string_view() : whole.substr(content, colon - content);
    }
    [[nodiscard]] std::string_view value() const {
        return value_at == std::string_view::npos ? std::string_view() : whole.substr(value_at);
    }
};

RawLine take_apart(int number, std::string_view line) {
    while (line.ends_with(' ')) line.remove_suffix(1);
    RawLine raw{number, line, indent_of(line), false, std::string_view::npos, std::string_view::npos};
    while (raw.content < line.size() && line[raw.content] == '-' &&
           (raw.content + 1 == line.size() || line[raw.content + 1] == ' ')) {
        raw.dash = true;
        raw.content = std::min(line.find_first_not_of(' ', raw.content + 1), line.size());
    }
    if (raw.content < line.size() && (line[raw.content] == '"' || line[raw.content] == '\'')) {
        raw.value_at = raw.content; // a quoted narration; a quoted key is not known here
        return raw;
    }
    for (std::size_t i = raw.content; i < line.size(); ++i) {
        if (line[i] == ':' && (i + 1 == line.size() || line[i + 1] == ' ')) {
            raw.colon = i;
            const std::size_t value = line.find_first_not_of(' ', i + 1);
            if (value != std::string_view::npos && line[value] != '#') raw.value_at = value;
            return raw;
        }
    }
    raw.value_at = raw.content;
    return raw;
}

class Explainer {
public:
    explicit Explainer(Findings& findings) : findings_(findings), source_(findings.source()) {}

    bool explain(int first, int last) {
        std::size_t block_indent = std::string_view::npos;
        for (int number = first; number <= last; ++number) {
            const std::string_view line = source_.line(number);
            const std::string_view inside = trimmed(line);
            if (inside.empty()) continue;
            if (block_indent != std::string_view::npos && indent_of(line) > block_indent) continue;
            block_indent = std::string_view::npos;
            if (inside.front() == '#') continue;
            const RawLine raw = take_apart(number, line);
            const std::string_view value = raw.value();
            if (is_block_sign(value)) {
                block_indent = raw.dash ? raw.content - 1 : indent_of(line);
            } else if (!check_indent(raw)) {
                check_value(raw);
            }
            remember(raw);
        }
        return found_;
    }

private:
    static bool is_block_sign(std::string_view value) {
        return !value.empty() && (value[0] == '|' || value[0] == '>') &&
               value.substr(1).find_first_not_of("+-0123456789") == std::string_view::npos;
    }

    void report(std::string_view code, Spot spot, std::initializer_list<std::string> args = {},
                std::string fixed = {}) {
        findings_.add(code, spot, args, std::move(fixed));
        found_ = true;
    }

    std::string with_value(const RawLine& raw, std::string_view value) const {
        return std::string(raw.whole.substr(0, raw.value_at)) + std::string(value);
    }

    /// Keys stand under the key above them: `en:` under the speaker.
    bool check_indent(const RawLine& raw) {
        if (raw.dash || raw.colon == std::string_view::npos || columns_.empty()) return false;
        if (std::find(columns_.begin(), columns_.end(), raw.content) != columns_.end()) return false;
        const bool attribute = is_language_tag(raw.key()) || raw.key().find(' ') == std::string_view::npos;
        if (!attribute) return false;
        // The column of the nearest open item.
        const auto nearer = [&](std::size_t a, std::size_t b) {
            const auto distance = [&](std::size_t c) { return c > raw.content ? c - raw.content : raw.content - c; };
            return distance(a) < distance(b);
        };
        const std::size_t column = *std::min_element(columns_.begin(), columns_.end(), nearer);
        std::string fixed = std::string(column, ' ') + std::string(raw.whole.substr(raw.content));
        report("wrong-indent", {raw.number, raw.content, raw.key().size()}, {std::string(raw.key())}, std::move(fixed));
        return true;
    }

    void remember(const RawLine& raw) {
        if (!raw.dash) return;
        std::erase_if(columns_, [&](std::size_t column) { return column >= raw.content; });
        columns_.push_back(raw.content);
    }

    void check_value(const RawLine& raw) {
        const std::string_view value = raw.value();
        if (value.empty()) return;
        const char first = value.front();
        if (first == '"' || first == '\'') return check_quoted(raw, first);
        const bool flow = (first == '[' && value.back() == ']') || (first == '{' && value.back() == '}');
        const bool sign =
            std::string_view("-?:").find(first) != std::string_view::npos && (value.size() == 1 || value[1] == ' ');
        if (!flow && (sign || std::string_view("[]{}*&!@%`>|,").find(first) != std::string_view::npos)) {
            std::size_t next = 0;
            next_code_point(value, next);
            return report("special-start", {raw.number, raw.value_at, next}, {std::string(value.substr(0, next))},
                          with_value(raw, single_quoted(value)));
        }
        std::size_t colon = value.find(": ");
        if (colon == std::string_view::npos && value.back() == ':') colon = value.size() - 1;
        if (colon != std::string_view::npos && !flow && raw.colon != std::string_view::npos) {
            const std::size_t comment = value.find(" #");
            if (comment != std::string_view::npos && comment < colon) return;
            std::string wide(value);
            for (std::size_t at = wide.find(": "); at != std::string::npos; at = wide.find(": ", at))
                wide.replace(at, 2, "：");
            if (wide.back() == ':') wide.replace(wide.size() - 1, 1, "：");
            report("colon-in-text", {raw.number, raw.value_at + colon, 2},
                   {std::string(trimmed(with_value(raw, wide)))}, with_value(raw, single_quoted(value)));
        }
    }

    void check_quoted(const RawLine& raw, char quote) {
        const std::string_view value = raw.value();
        std::size_t end = 1;
        while (end < value.size() && value[end] != quote) end += quote == '"' && value[end] == '\\' ? 2 : 1;
        while (quote == '\'' && end + 1 < value.size() && value[end + 1] == '\'') {
            end = std::min(value.find('\'', end + 2), value.size());
        }
        const std::string fixed = with_value(raw, single_quoted(value));
        if (end >= value.size()) {
            // 'tis: an apostrophe opens the text; a closing quote would not be right either.
            const bool only = value.find(quote, 1) == std::string_view::npos;
            const std::string closed = with_value(raw, std::string(value) + quote);
            return report("unclosed-quote", {raw.number, raw.value_at, 1}, {}, only && quote == '"' ? closed : fixed);
        }
        const std::string_view behind = trimmed(value.substr(end + 1));
        const bool comment = behind.starts_with('#');
        const bool key = behind.starts_with(':');
        if (!behind.empty() && !comment && !key)
            report("quote-then-text", {raw.number, raw.value_at + end + 1, behind.size()}, {}, fixed);
    }

    Findings& findings_;
    const Source& source_;
    std::vector<std::size_t> columns_; ///< where the keys of the open items stand
    bool found_ = false;
};

} // namespace

bool explain_broken_lines(Findings& findings, int first, int last) { return Explainer(findings).explain(first, last); }

} // namespace liubai
