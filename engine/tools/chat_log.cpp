#include "tools/chat_log.h"

#include "tools/chat_log_phrases.h"
#include "tools/import_characters.h"
#include "tools/split_lines.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <map>

namespace liubai {
namespace {

constexpr int kHardWrap = 60;       ///< cells; a shorter line was ended on purpose
constexpr std::int64_t kDay = 1440; ///< minutes
constexpr std::int64_t kSlack = 30; ///< minutes that a log may run backwards without a day having passed

struct LogLine {
    std::string_view text; ///< without the spaces at both ends
    ChatHeaders headers;
    std::optional<ChatHeader> header; ///< the one that the log's form makes of it
    bool blank_before = true;
};

std::vector<LogLine> read_lines(std::string_view text) {
    std::vector<LogLine> lines;
    bool blank = true;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos) end = text.size();
        const std::string_view raw = text.substr(at, end - at);
        LogLine line;
        line.text = without_edges(raw);
        line.blank_before = blank;
        blank = line.text.empty();
        // Without the edges a line has lost the mark by which WhatsApp tells its own sentences.
        if (!blank) line.headers = read_chat_headers(raw);
        lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

/// The log's form: that of most lines, on a tie the surer one.
HeaderForm most_frequent_form(const std::vector<LogLine>& lines) {
    std::map<HeaderForm, int> counts;
    const LogLine* first = nullptr;
    for (const LogLine& line : lines) {
        if (!first && !line.text.empty()) first = &line;
        if (line.headers.labelled) ++counts[line.headers.labelled->form];
        if (line.headers.timed) ++counts[line.headers.timed->form];
    }
    HeaderForm best = HeaderForm::kNone;
    for (const HeaderForm form : {HeaderForm::kBracket, HeaderForm::kTimed, HeaderForm::kAbove, HeaderForm::kLabel}) {
        if (counts[form] > counts[best]) best = form;
    }
    // One colon in a page of prose does not make a dialogue.
    const bool single_label = best == HeaderForm::kLabel && counts[best] == 1 && !(first && first->headers.labelled);
    return single_label ? HeaderForm::kNone : best;
}

bool looks_like_name(std::string_view name) {
    if (is_heading(name)) return false;
    const std::u32string letters = to_utf32(name);
    if (std::any_of(letters.begin(), letters.end(), is_cjk)) return letters.size() <= 4;
    return !is_lower_case(letters[0]) && std::count(letters.begin(), letters.end(), U' ') <= 1;
}

std::string quoted_list(const std::vector<std::string>& names, bool zh) {
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : zh ? "、" : ", ") + (zh ? "「" + name + "」" : "“" + name + "”");
    return out;
}

/// Gives each line its header in the log's form, and takes none that is likelier a part of what somebody says.
void settle_headers(std::vector<LogLine>& lines, HeaderForm form, std::vector<Bilingual>& notes) {
    std::map<std::string, int> counts;
    for (LogLine& line : lines) {
        const auto& labelled = line.headers.labelled;
        const auto& timed = line.headers.timed;
        if (labelled && labelled->form == form)
            line.header = labelled;
        else if (timed && timed->form == form)
            line.header = timed;
        if (line.header) ++counts[line.header->name];
    }
    const bool any_repeats = std::any_of(counts.begin(), counts.end(), [](const auto& c) { return c.second > 1; });
    std::vector<std::string> refused;
    std::vector<std::string> single;
    for (LogLine& line : lines) {
        if (!line.header || form == HeaderForm::kBracket || form == HeaderForm::kTimed) continue;
        const std::string& name = line.header->name;
        if (counts[name] > 1 || !any_repeats) continue;
        const bool taken = form == HeaderForm::kAbove ? line.blank_before : looks_like_name(name);
        (taken ? single : refused).push_back(name);
        if (!taken) line.header.reset();
    }
    if (!refused.empty()) {
        notes.push_back({quoted_list(refused, true) + "只在冒号前出现一次，当作正文。",
                         quoted_list(refused, false) + " stood before a colon only once and was taken as text."});
    }
    if (!single.empty()) {
        notes.push_back({quoted_list(single, true) + "只说一次话，当作说话人。",
                         quoted_list(single, false) + " spoke only once and was taken as a speaker."});
    }
}

/// The time on a line of its own, perhaps between dashes.
std::optional<ChatTime> time_alone(std::string_view line) {
    constexpr std::array<std::string_view, 7> kDashes{"—", "–", "-", "=", "─", "*", "·"};
    const auto strip = [&] {
        for (bool found = true; found;) {
            found = false;
            line = without_edges(line);
            for (const std::string_view dash : kDashes) {
                if (line.starts_with(dash))
                    line.remove_prefix(dash.size());
                else if (line.ends_with(dash))
                    line.remove_suffix(dash.size());
                else
                    continue;
                found = true;
            }
        }
    };
    strip();
    std::size_t at = 0;
    auto time = read_chat_time(line, at);
    if (!time || !without_edges(line.substr(at)).empty()) return std::nullopt;
    return time;
}

bool starts_item(std::string_view line) {
    return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("•") ||
           (line[0] >= '0' && line[0] <= '9');
}

class LogReader {
public:
    LogReader(const std::vector<LogLine>& lines, ChatLog& log) : lines_(lines), log_(log) {}

    void read() {
        for (std::size_t i = 0; i < lines_.size(); ++i) read_line(i);
        end_message();
        settle_times();
        if (joined_ > 0) {
            const std::string n = std::to_string(joined_);
            log_.notes.push_back({"有 " + n + " 处段内换行像是自动折行，已接上。",
                                  n + " line breaks inside paragraphs looked like wrapping and were joined."});
        }
    }

private:
    struct Message {
        std::string name;
        std::optional<ChatTime> time;
        bool spoke = false; ///< some of it is in the log already
    };

    void read_line(std::size_t i) {
        const LogLine& line = lines_[i];
        if (line.text.empty()) {
            blank_ = true;
            last_width_ = 0;
            return;
        }
        if (line.header) return read_header(*line.header);
        if (log_.form != HeaderForm::kBracket && log_.form != HeaderForm::kNone && stands_apart(i) &&
            read_apart(line.text))
            return;
        if (!message_) return add_unlabelled(line.text);
        add_text(line.text);
    }

    bool stands_apart(std::size_t i) const {
        const bool waits_for_text = message_ && !message_->spoke;
        const bool header_next = i + 1 == lines_.size() || lines_[i + 1].header || lines_[i + 1].text.empty();
        return !waits_for_text && (lines_[i].blank_before || header_next);
    }

    /// A time or a sentence of the program between two messages.
    bool read_apart(std::string_view text) {
        const auto time = time_alone(text);
        if (time && time->minute && !time->has_date()) {
            next_time_ = time;
            return true;
        }
        // In a transcript without times 他拍了拍我的肩 is a sentence of somebody's.
        if (!time && (log_.form == HeaderForm::kLabel || !is_system_line(text))) return false;
        add_narration("", text, true);
        turn_times_.back() = time;
        log_.turns.back().is_date = time.has_value();
        if (time && time->minute) next_time_ = time;
        return true;
    }

    void read_header(const ChatHeader& header) {
        end_message();
        if (!header.left_out.empty()) log_.left_out.push_back(header.left_out);
        message_ = Message{header.name, header.time ? header.time : next_time_, false};
        next_time_.reset();
        blank_ = false;
        last_width_ = 0;
        const bool system = header.name.empty() || header.by_program;
        if (system) {
            add_narration(header.name, header.text, true);
            message_->spoke = true;
        } else if (!header.text.empty()) {
            add_text(header.text);
        }
    }

    /// A name without a text stays visible as narration.
    void end_message() {
        if (message_ && !message_->spoke) add_narration(message_->name, "", true);
        message_.reset();
        open_ = false;
    }

    void add_unlabelled(std::string_view text) {
        const bool preamble = log_.form != HeaderForm::kNone;
        if (open_ && !blank_) return add_to_paragraph(text);
        ChatTurn turn;
        turn.check = preamble;
        push(std::move(turn));
        open_ = true;
        blank_ = false;
        log_.turns.back().paragraphs.push_back({std::string(text)});
        last_width_ = display_width(text);
    }

    void add_text(std::string_view text) {
        if (is_stand_in(text)) {
            add_narration(message_->name, text, true);
            message_->spoke = true;
            return;
        }
        if (!open_) {
            ChatTurn turn;
            if (!is_narrator(message_->name)) turn.speaker = message_->name;
            turn.check = message_->name.empty();
            push(std::move(turn));
            open_ = true;
            message_->spoke = true;
            blank_ = true;
        }
        if (blank_) {
            log_.turns.back().paragraphs.push_back({std::string(text)});
            blank_ = false;
        } else {
            return add_to_paragraph(text);
        }
        last_width_ = display_width(text);
    }

    void add_to_paragraph(std::string_view text) {
        auto& paragraphs = log_.turns.back().paragraphs;
        ChatParagraph& paragraph = paragraphs.back();
        // Whoever presses Enter in a chat means it.
        if (log_.form == HeaderForm::kTimed || log_.form == HeaderForm::kAbove) {
            paragraphs.push_back({std::string(text)});
        } else if (last_width_ >= kHardWrap && !starts_item(text)) {
            paragraph.back() += between_lines(paragraph.back(), text);
            paragraph.back() += text;
            ++joined_;
        } else {
            paragraph.emplace_back(text);
        }
        last_width_ = display_width(text);
    }

    void add_narration(const std::string& from, std::string_view text, bool check) {
        ChatTurn turn;
        turn.from = from;
        turn.check = check;
        if (!text.empty()) turn.paragraphs.push_back({std::string(text)});
        push(std::move(turn));
        open_ = false;
    }

    void push(ChatTurn turn) {
        turn_times_.push_back(message_ ? message_->time : std::nullopt);
        log_.turns.push_back(std::move(turn));
    }

    void settle_times() {
        std::vector<ChatTime> times;
        for (const auto& time : turn_times_) {
            if (time) times.push_back(*time);
        }
        const GuessedOrder order = guess_date_order(times);
        if (!order.sure) {
            log_.notes.push_back({"日期的日和月分不清，当作日在前。",
                                  "day and month of the dates could be either way round; taken as day first."});
        }
        std::int64_t day = 0;
        std::optional<std::int64_t> last;
        for (std::size_t i = 0; i < log_.turns.size(); ++i) {
            const auto& time = turn_times_[i];
            if (!time) continue;
            if (time->has_date()) day = day_of(*time, order.order);
            if (!time->minute) continue;
            while (!time->has_date() && last && day * kDay + *time->minute < *last - kSlack) ++day;
            last = day * kDay + *time->minute;
            log_.turns[i].minutes = last;
            log_.turns[i].at = time->text;
        }
    }

    const std::vector<LogLine>& lines_;
    ChatLog& log_;
    std::optional<Message> message_;
    std::optional<ChatTime> next_time_;
    std::vector<std::optional<ChatTime>> turn_times_; ///< one for each turn of the log
    bool open_ = false;                               ///< the last turn may grow
    bool blank_ = false;                              ///< a blank line came before
    int last_width_ = 0;
    int joined_ = 0;
};

} // namespace

ChatLog read_chat_log(std::string_view text) {
    ChatLog log;
    std::vector<LogLine> lines = read_lines(text);
    log.form = most_frequent_form(lines);
    settle_headers(lines, log.form, log.notes);
    LogReader(lines, log).read();
    return log;
}

} // namespace liubai
