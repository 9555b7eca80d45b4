#include "tools/import_scenes.h"

#include "tools/import_characters.h"
#include "tools/silences.h"
#include "tools/split_lines.h"

#include "base/utf8.h"
#include "script/quote.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace liubai {
namespace {

constexpr std::int64_t kSilence = 60;      ///< minutes: a rest that the reader waits through
constexpr std::int64_t kBreath = 5;        ///< minutes: a short one
constexpr int kLinesAScene = 40;
constexpr int kSmallScene = 10; ///< lines: the rest of a log that does not stand as a scene of its own

using Habits = std::map<std::string, SpacingHabits>;

Habits gather_habits(const ChatLog& log) {
    std::map<std::string, std::vector<std::u32string>> said;
    for (const ChatTurn& turn : log.turns) {
        auto& texts = said[turn.speaker];
        for (const ChatParagraph& paragraph : turn.paragraphs) {
            for (const std::string& piece : paragraph) texts.push_back(to_utf32(piece));
        }
    }
    Habits habits;
    for (const auto& [speaker, texts] : said) habits[speaker] = spacing_habits(texts);
    return habits;
}

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `<Media omitted>` and `<em>` look like markup; `<3` and `a < b` do not.
bool looks_like_tag(std::u32string_view text, std::size_t i) {
    std::size_t name = i + 1;
    if (name < text.size() && text[name] == U'/') ++name;
    return name < text.size() && is_ascii_letter(text[name]) && text.find(U'>', name) != std::u32string_view::npos;
}

/// 【露|lù】 is ruby, 【露】 is not.
bool looks_like_ruby(std::u32string_view text, std::size_t i) {
    const std::size_t close = text.find(U'】', i);
    return close != std::u32string_view::npos && text.substr(i, close - i).find(U'|') != std::u32string_view::npos;
}

std::string with_markup(std::u32string_view text, LineRange line, const std::vector<std::size_t>& silences) {
    std::string out;
    for (std::size_t i = line.begin; i < line.end; ++i) {
        if (std::find(silences.begin(), silences.end(), i) != silences.end()) out += "<unsaid>";
        const bool after_backslash = i > line.begin && text[i - 1] == U'\\';
        const std::u32string_view rest = text.substr(0, line.end);
        if (text[i] == U'<' && (after_backslash || looks_like_tag(rest, i))) out += '\\';
        if (text[i] == U'【' && (after_backslash || looks_like_ruby(rest, i))) out += '\\';
        append_utf8(out, text[i]);
    }
    return out;
}

/// "林溪：[图片]", so that it is not lost who sent it.
std::string with_sender(const ChatTurn& turn, const std::string& text) {
    if (turn.from.empty()) return text;
    const std::u32string name = to_utf32(turn.from);
    return turn.from + (std::any_of(name.begin(), name.end(), is_cjk) ? "：" : text.empty() ? ":" : ": ") + text;
}

std::vector<std::string> import_paragraph(const std::vector<std::string>& pieces, const SpacingHabits& habits,
                                          ImportCounts& counts) {
    std::vector<std::string> lines;
    for (const std::string& piece : pieces) {
        const std::u32string text = to_utf32(piece);
        const std::vector<std::size_t> silences = find_silences(text, habits);
        const SplitParagraph split = split_lines(text, silences);
        counts.silences += static_cast<int>(silences.size());
        counts.long_sentences += split.long_sentences;
        counts.long_lines += split.long_lines;
        for (const LineRange& range : split.lines) lines.push_back(with_markup(text, range, silences));
    }
    counts.lines += static_cast<int>(lines.size());
    for (const std::string& line : lines) counts.variables += line.find("${") != std::string::npos ? 1 : 0;
    return lines;
}

int line_count(const ImportedTurn& turn) {
    std::size_t count = 0;
    for (const auto& paragraph : turn.paragraphs) count += paragraph.size();
    return static_cast<int>(count);
}

template <typename Turns>
int line_count_of(const Turns& turns) {
    int count = 0;
    for (const ImportedTurn& turn : turns) count += line_count(turn);
    return count;
}

/// Cuts what no long silence divides into scenes of about 40 lines or of so many turns.
void cut_evenly(std::vector<ImportedTurn> turns, int turns_a_scene, std::vector<std::vector<ImportedTurn>>& scenes) {
    const std::size_t first = scenes.size();
    scenes.emplace_back();
    int spoken = 0;
    for (ImportedTurn& turn : turns) {
        const int lines = line_count_of(scenes.back());
        const int more = line_count(turn);
        const bool counts = !turn.id.empty() || turns_a_scene == 0;
        const bool full =
            turns_a_scene > 0 ? counts && spoken >= turns_a_scene : lines > 0 && lines + more / 2 >= kLinesAScene;
        if (full) {
            scenes.emplace_back();
            spoken = 0;
        }
        if (counts) ++spoken;
        scenes.back().push_back(std::move(turn));
    }
    const bool small = turns_a_scene == 0 && line_count_of(scenes.back()) < kSmallScene;
    if (small && scenes.size() - first > 1) {
        auto rest = std::move(scenes.back());
        scenes.pop_back();
        std::move(rest.begin(), rest.end(), std::back_inserter(scenes.back()));
    }
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// "yes", "3.14", "1e3": text to our own loader, but not to every program that reads YAML.
bool reads_as_value(const std::string& text) {
    static constexpr std::array<std::string_view, 8> kWords{"yes", "no", "on", "off", "y", "n", "true", "false"};
    std::string lower = text;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    if (std::find(kWords.begin(), kWords.end(), lower) != kWords.end()) return true;
    const bool numeric = lower.find_first_not_of("0123456789+-.:_,exabcdf") == std::string::npos;
    return numeric && std::any_of(lower.begin(), lower.end(), is_ascii_digit);
}

std::string line_text(const std::string& text) { return reads_as_value(text) ? single_quoted(text) : yaml_text(text); }

void add_line(std::string& out, const std::string& key, const std::string& text, const std::string& at) {
    out += "  - " + key + ": " + line_text(text) + "\n";
    if (!at.empty()) out += "    at: " + single_quoted(at) + "\n";
}

} // namespace

std::int64_t gap_before(std::span<const ImportedTurn> before, const ImportedTurn& next) {
    if (!next.minutes) return 0;
    for (auto turn = before.rbegin(); turn != before.rend(); ++turn) {
        if (turn->minutes) return *next.minutes - *turn->minutes;
    }
    return 0;
}

std::vector<ImportedTurn> import_turns(const ChatLog& log, const ImportedCast& cast, ImportCounts& counts) {
    const Habits habits = gather_habits(log);
    std::vector<ImportedTurn> turns;
    for (const ChatTurn& from : log.turns) {
        ImportedTurn turn;
        turn.check = from.check;
        turn.is_date = from.is_date;
        turn.at = from.at;
        turn.minutes = from.minutes;
        for (const ImportedSpeaker& speaker : cast.speakers) {
            if (speaker.name == from.speaker) turn.id = speaker.id;
        }
        std::vector<ChatParagraph> paragraphs = from.paragraphs;
        if (paragraphs.empty()) paragraphs.push_back({""});
        if (!from.from.empty()) paragraphs[0][0] = with_sender(from, paragraphs[0][0]);
        for (const ChatParagraph& paragraph : paragraphs) {
            auto lines = import_paragraph(paragraph, habits.at(from.speaker), counts);
            if (!lines.empty()) turn.paragraphs.push_back(std::move(lines));
        }
        if (turn.check) ++counts.checks;
        if (!turn.paragraphs.empty()) turns.push_back(std::move(turn));
    }
    return turns;
}

std::vector<std::vector<ImportedTurn>> cut_scenes(std::vector<ImportedTurn> turns, int turns_a_scene) {
    std::vector<std::vector<ImportedTurn>> scenes;
    std::vector<ImportedTurn> part;
    for (ImportedTurn& turn : turns) {
        if (gap_before(part, turn) > kLongSilence) {
            // The date above the first message of a day belongs to it.
            auto begin = part.end();
            while (begin != part.begin() && std::prev(begin)->is_date) --begin;
            std::vector<ImportedTurn> next(std::make_move_iterator(begin), std::make_move_iterator(part.end()));
            part.erase(begin, part.end());
            cut_evenly(std::move(part), turns_a_scene, scenes);
            part = std::move(next);
        }
        part.push_back(std::move(turn));
    }
    cut_evenly(std::move(part), turns_a_scene, scenes);
    return scenes;
}

std::string scene_yaml(const std::vector<ImportedTurn>& turns, const ImportedScene& scene, const ImportedCast& cast) {
    const std::string n = std::to_string(scene.number);
    std::string title;
    for (const std::string& language : cast.languages) {
        const std::string text = language == "zh"   ? "第 " + n + " 场"
                                 : language == "ja" ? "第 " + n + " 場"
                                                    : "Scene " + n;
        title += (title.empty() ? "" : ", ") + language + ": " + text;
    }
    std::string out = "title: {" + title + "}\nlines:\n  - bg: " + scene.background + "\n";
    if (!scene.card.empty()) {
        std::string card;
        for (const std::string& language : cast.languages) {
            card += (card.empty() ? "" : ", ") + language + ": " + single_quoted(scene.card);
        }
        out += "  - chapter: {" + card + "}\n";
    }
    for (std::size_t t = 0; t < turns.size(); ++t) {
        const ImportedTurn& turn = turns[t];
        if (t > 0) out += "\n";
        const std::int64_t gap = gap_before(std::span(turns).first(t), turn);
        if (gap >= kBreath) out += std::string("  - pause: ") + (gap >= kSilence ? "silence" : "breath") + "\n";
        if (t > 0 && turns[t - 1].id == turn.id) out += "  - turn:\n";
        if (turn.check) out += "  # check\n";
        const std::string key = turn.id.empty() ? "narration" : turn.id;
        bool first = true;
        for (const auto& paragraph : turn.paragraphs) {
            if (!first) out += "\n  - paragraph:\n";
            for (std::size_t i = 0; i < paragraph.size(); ++i) {
                add_line(out, key, paragraph[i], first && i == 0 ? turn.at : "");
            }
            first = false;
        }
    }
    return out;
}

} // namespace liubai
