#include "tools/chat_log_header.h"

#include "tools/import_characters.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kWideColon = "：";
constexpr std::string_view kLeftToRight = "\xE2\x80\x8E"; // U+200E

struct Colon {
    std::size_t at = kNone;
    std::size_t size = 1;
};

Colon first_colon(std::string_view text) {
    const std::size_t narrow = text.find(':');
    const std::size_t wide = text.find(kWideColon);
    return wide < narrow ? Colon{wide, kWideColon.size()} : Colon{narrow, 1};
}

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes "(12345678)" and "<a@b.c>" off a name's end, and QQ's rank 【管理员】 off its front.
void take_name(ChatHeader& header, std::string_view name) {
    name = without_edges(name);
    const std::size_t open = name.find_last_of("(<");
    if (open != kNone && open > 0 && (name.back() == ')' || name.back() == '>')) {
        const auto inside = name.substr(open + 1, name.size() - open - 2);
        const bool account = (is_number(inside) && inside.size() >= 5) || inside.find('@') != kNone;
        if (account) {
            header.left_out = name.substr(open);
            name = without_edges(name.substr(0, open));
        }
    }
    header.name = name;
}

bool is_name(std::string_view name, int widest) {
    name = without_edges(name);
    if (name.empty() || is_number(name) || display_width(name) > widest) return false;
    static constexpr std::array<std::string_view, 20> kNever{"。", "，", "！", "？", "；", "、", "“", "”",  "「", "」",
                                                             "《", "……", "?",  "!",  ";",  "\"", "|", "\\", "—",  "…"};
    return std::none_of(kNever.begin(), kNever.end(), [&](std::string_view mark) { return name.find(mark) != kNone; });
}

/// A name in front of a colon without a time: at most four words, nothing that belongs to prose, a URL or a clock.
bool is_label(std::string_view name, std::string_view behind) {
    if (!is_name(name, 24) || behind.starts_with("//") || behind.starts_with("\\")) return false;
    if (name.find_first_of(",[]{}<>=/*#@") != kNone || std::count(name.begin(), name.end(), ' ') > 3) return false;
    const bool clock =
        name.back() >= '0' && name.back() <= '9' && !behind.empty() && behind[0] >= '0' && behind[0] <= '9';
    return !clock;
}

std::optional<ChatHeader> bracket_header(std::string_view line) {
    if (!line.starts_with('[')) return std::nullopt;
    const std::size_t close = line.find(']');
    if (close == kNone || close == 1) return std::nullopt;
    const std::string_view behind = line.substr(close + 1);
    const Colon colon = first_colon(behind);
    if (colon.at != 0 || !is_name(line.substr(1, close - 1), 40)) return std::nullopt;
    ChatHeader header;
    header.form = HeaderForm::kBracket;
    header.name = without_edges(line.substr(1, close - 1));
    header.text = without_edges(behind.substr(colon.size));
    return header;
}

/// `A: text`, `**A:** text`, `**A**: text`.
std::optional<ChatHeader> label_header(std::string_view line) {
    ChatHeader header;
    header.form = HeaderForm::kLabel;
    const std::string_view stars = line.starts_with("**") ? "**" : line.starts_with("__") ? "__" : "";
    const std::string_view inside = line.substr(stars.size());
    const Colon colon = first_colon(inside);
    if (colon.at == kNone) return std::nullopt;
    std::string_view name = inside.substr(0, colon.at);
    std::string_view behind = inside.substr(colon.at + colon.size);
    if (!stars.empty()) {
        if (name.ends_with(stars))
            name.remove_suffix(stars.size());
        else if (behind.starts_with(stars))
            behind.remove_prefix(stars.size());
        else
            return std::nullopt;
    }
    if (!is_label(name, behind)) return std::nullopt;
    take_name(header, name);
    header.text = without_edges(behind);
    return header;
}

/// What stands behind a time: `A: text`, or a sentence of the program.
void take_name_and_text(ChatHeader& header, std::string_view rest) {
    const std::string_view bare = without_edges(rest);
    const Colon colon = first_colon(bare);
    if (colon.at != kNone && colon.at > 0 && is_name(bare.substr(0, colon.at), 40)) {
        take_name(header, bare.substr(0, colon.at));
        const std::string_view text = bare.substr(colon.at + colon.size);
        header.by_program = text.find(kLeftToRight) < 3;
        header.text = without_edges(text);
    } else {
        header.text = bare;
    }
}

/// A line that begins with a time.
std::optional<ChatHeader> time_first(std::string_view line) {
    ChatHeader header;
    header.form = HeaderForm::kTimed;
    const char open = line.empty() ? '\0' : line[0];
    const bool bracketed = open == '[' || open == '(';
    std::size_t at = bracketed ? 1 : 0;
    header.time = read_chat_time(line, at);
    if (!header.time || !header.time->minute) return std::nullopt;
    std::string_view rest = line.substr(at);
    if (bracketed) {
        rest = without_edges(rest);
        if (rest.empty() || rest[0] != (open == '[' ? ']' : ')')) return std::nullopt;
        take_name_and_text(header, rest.substr(1));
        return header;
    }
    if (without_edges(rest).empty()) return std::nullopt;
    const std::string_view bare = without_edges(rest);
    if (bare.starts_with("- ")) {
        take_name_and_text(header, bare.substr(2));
        return header;
    }
    if (rest[0] != ' ' && rest[0] != '\t') return std::nullopt;
    const Colon colon = first_colon(bare);
    if (colon.at != kNone) {
        if (!is_label(bare.substr(0, colon.at), bare.substr(colon.at + colon.size))) return std::nullopt;
        take_name(header, bare.substr(0, colon.at));
        header.text = without_edges(bare.substr(colon.at + colon.size));
        return header;
    }
    if (!is_name(bare, 40)) return std::nullopt;
    header.form = HeaderForm::kAbove; // 2024-05-12 10:32:15 林溪(12345678)
    take_name(header, bare);
    return header;
}

/// A line that begins with a name and goes on with a time.
std::optional<ChatHeader> name_first(std::string_view line) {
    for (std::size_t at = 1; at < line.size(); ++at) {
        const char c = line[at];
        const bool spaced = line[at - 1] == ' ' || line[at - 1] == '\t';
        if (!(spaced || c == '(' || c == '[')) continue;
        const bool bracketed = c == '(' || c == '[';
        std::size_t end = at + (bracketed ? 1 : 0);
        ChatHeader header;
        header.time = read_chat_time(line, end);
        if (!header.time || !header.time->minute || !is_name(line.substr(0, at), 40)) continue;
        if (line.substr(0, at).find_first_of(":[") != kNone) return std::nullopt;
        if (bracketed) {
            if (end >= line.size() || line[end] != (c == '(' ? ')' : ']')) continue;
            ++end;
        }
        take_name(header, line.substr(0, at));
        std::string_view rest = line.substr(end);
        const Colon colon = first_colon(rest);
        const bool colon_first = colon.at != kNone && without_edges(rest.substr(0, colon.at)).empty();
        if (colon_first) rest.remove_prefix(colon.at + colon.size);
        if (!rest.empty() && !colon_first && rest[0] != ' ' && rest[0] != '\t') return std::nullopt;
        header.text = without_edges(rest);
        header.form = header.text.empty() ? HeaderForm::kAbove : HeaderForm::kTimed;
        return header;
    }
    return std::nullopt;
}

} // namespace

ChatHeaders read_chat_headers(std::string_view line) {
    line = without_edges(line);
    ChatHeaders headers;
    headers.timed = time_first(line);
    if (!headers.timed) headers.timed = name_first(line);
    headers.labelled = bracket_header(line);
    if (!headers.labelled) headers.labelled = label_header(line);
    return headers;
}

} // namespace liubai
