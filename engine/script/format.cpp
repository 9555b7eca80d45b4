#include "script/format.h"

#include "base/utf8.h"
#include "script/project_reader.h"
#include "script/quote.h"
#include "script/speaker_key.h"

#include <algorithm>

namespace liubai {
namespace {

bool is_comment(std::string_view line) { return trimmed(line).starts_with('#'); }

std::string_view without_spaces_behind(std::string_view line) {
    while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The byte behind the indentation and the dashes of a list, or nothing when the line is no item.
std::optional<std::size_t> item_start(std::string_view line) {
    std::size_t at = indent_of(line);
    bool dash = false;
    while (at + 1 < line.size() && line[at] == '-' && line[at + 1] == ' ') {
        dash = true;
        at = std::min(line.find_first_not_of(' ', at + 1), line.size());
    }
    return dash && at < line.size() ? std::optional(at) : std::nullopt;
}

/// True when a block of text (`|` or `>`) begins at the end of the line.
bool opens_block(std::string_view line) {
    const std::size_t space = line.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? line : line.substr(space + 1);
    if (last.empty() || (last[0] != '|' && last[0] != '>') || last.size() > 3) return false;
    const std::string_view before = without_spaces_behind(line.substr(0, space));
    return last.substr(1).find_first_not_of("+-0123456789") == std::string_view::npos &&
           (before.ends_with(':') || before.ends_with('-'));
}

class Formatter {
public:
    explicit Formatter(std::vector<std::string> speakers) : speakers_(std::move(speakers)) {}

    std::string format(const Source& source) {
        std::size_t block = std::string_view::npos; // indentation of the line that opened a block of text
        for (int number = 1; number <= source.line_count(); ++number) {
            const std::string_view raw = source.line(number);
            const std::string_view line = without_spaces_behind(raw);
            if (block != std::string_view::npos && !line.empty() && indent_of(line) <= block)
                block = std::string_view::npos;
            if (block != std::string_view::npos) {
                lines_.emplace_back(raw); // spaces inside a block are the author's text
                continue;
            }
            if (opens_block(line)) block = indent_of(line);
            add(line);
        }
        while (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
        std::string out;
        for (const std::string& line : lines_) out += line + "\n";
        return out;
    }

private:
    void add(std::string_view line) {
        const auto start = item_start(line);
        if (start && !is_comment(line)) {
            if (is_paragraph(line.substr(*start))) add_blank_before(indent_of(line));
            lines_.push_back(tidy(line, *start));
        } else {
            lines_.emplace_back(line);
        }
    }

    static bool is_paragraph(std::string_view item) {
        return item.starts_with("paragraph:") && (item.size() == 10 || item[10] == ' ');
    }

    /// Above the comments that belong to the paragraph; not where it is the first of its list.
    void add_blank_before(std::size_t indent) {
        auto at = lines_.end();
        while (at != lines_.begin() && is_comment(*std::prev(at))) --at;
        if (at == lines_.begin() || std::prev(at)->empty()) return;
        const std::string_view before = *std::prev(at);
        const bool first = before.ends_with(':') && indent_of(before) < indent;
        if (!first) lines_.insert(at, "");
    }

    std::string tidy(std::string_view line, std::size_t start) const {
        const std::string_view content = line.substr(start);
        const auto split = split_at_colon(content);
        const auto key = split ? parse_speaker_key(split->head) : std::nullopt;
        if (!key || std::find(speakers_.begin(), speakers_.end(), key->id) == speakers_.end()) return std::string(line);
        const std::string head = std::string(line.substr(0, start)) + tidy_key(*key) + ":";
        const std::string_view behind = content.substr(split->at + (split->wide ? 3 : 1));
        // An ordinary key: its value stays as it is written.
        if (!split->wide && (behind.empty() || behind.front() == ' ')) return head + std::string(behind);
        std::string_view text = content.substr(std::min(split->text_at, content.size()));
        const std::size_t comment = text.find("  #");
        const std::string_view kept = comment == std::string_view::npos ? std::string_view() : text.substr(comment);
        text = without_spaces_behind(text.substr(0, comment));
        if (text.empty() || opens_block(line)) return std::string(line);
        return head + " " + yaml_text(text) + std::string(kept);
    }

    std::vector<std::string> speakers_;
    std::vector<std::string> lines_;
};

} // namespace

std::string formatted(const std::string& file_text, const std::vector<std::string>& speakers) {
    if (!is_utf8(file_text)) return file_text;
    constexpr std::string_view kBom = "\xEF\xBB\xBF";
    std::string_view text = file_text;
    while (text.starts_with(kBom)) text.remove_prefix(kBom.size()); // some editors add one at each save
    const Source source("", std::string(text));
    Story story;
    gather_from_scene(source, story);
    std::vector<std::string> known = speakers;
    for (const Speaker& speaker : story.cast) known.push_back(speaker.id);
    return Formatter(std::move(known)).format(source);
}

} // namespace liubai
