#include "tools/import_cast.h"

#include "tools/import_characters.h"

#include "base/utf8.h"
#include "script/markup.h"
#include "script/quote.h"
#include "script/scene_reader.h"

#include <algorithm>
#include <array>
#include <map>

namespace liubai {
namespace {

// Vermilion, indigo, ochre, moss, plum, slate: they stand apart on the stage's ink.
constexpr std::array<std::string_view, 6> kColors{"#c8452c", "#4f7596", "#c98a3c", "#58785c", "#8f5f7d", "#6f7f8a"};

bool is_kana(char32_t c) { return c >= 0x3041 && c <= 0x30FF && c != 0x30FB; }
bool is_hangul(char32_t c) { return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF); }

bool belongs_in_id(char32_t c) {
    return c == U'_' || is_digit(c) || is_letter(c) || is_han(c) || is_kana(c) || c == 0x30FC;
}

bool is_reserved(const std::string& id) {
    const auto verbs = SceneReader::verb_names();
    constexpr std::array<std::string_view, 10> kWords{"id",   "at",   "title", "lines", "null",
                                                      "Null", "NULL", "then",  "else",  "options"};
    return std::find(verbs.begin(), verbs.end(), id) != verbs.end() || is_language_tag(id) ||
           std::find(kWords.begin(), kWords.end(), id) != kWords.end();
}

std::vector<std::u32string> texts_of(const ChatLog& log, const std::string* speaker) {
    std::vector<std::u32string> texts;
    for (const ChatTurn& turn : log.turns) {
        if (speaker && turn.speaker != *speaker) continue;
        for (const ChatParagraph& paragraph : turn.paragraphs) {
            for (const std::string& line : paragraph) texts.push_back(to_utf32(line));
        }
    }
    return texts;
}

std::string guess(const std::vector<std::u32string>& texts) { return guess_language({texts.begin(), texts.end()}); }

} // namespace

std::string guess_language(const std::vector<std::u32string_view>& texts) {
    std::size_t han = 0;
    std::size_t kana = 0;
    std::size_t hangul = 0;
    std::size_t letters = 0;
    for (const std::u32string_view text : texts) {
        for (const char32_t c : text) {
            if (is_han(c))
                ++han;
            else if (is_kana(c))
                ++kana;
            else if (is_hangul(c))
                ++hangul;
            else if (is_letter(c))
                ++letters;
        }
    }
    if (han + kana + hangul + letters == 0) return "";
    // A Han character says about as much as three letters.
    if (letters > 3 * (han + kana + hangul)) return "en";
    if (hangul > han + kana) return "ko";
    return kana * 5 > han ? "ja" : "zh";
}

std::string safe_id(std::string_view name) {
    std::string id;
    bool gap = false;
    for (const char32_t c : to_utf32(name)) {
        if (!belongs_in_id(c)) {
            gap = true;
            continue;
        }
        if (gap && !id.empty()) id += '_';
        gap = false;
        append_utf8(id, c);
    }
    if (id.empty()) id = "speaker";
    if (is_reserved(id)) id += '_';
    return id;
}

std::string transcript_label(const std::string& id, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        const std::string made = safe_id(name);
        if (made == id) return name;
        // A second "Li Na" beside "Li_Na" was given a number.
        if (!id.starts_with(made + "_")) continue;
        const std::string number = id.substr(made.size() + 1);
        if (!number.empty() && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return name;
    }
    return id;
}

ImportedCast gather_cast(const ChatLog& log, const std::string& language_of_nothing) {
    ImportedCast cast;
    cast.language = guess(texts_of(log, nullptr));
    if (cast.language.empty()) cast.language = language_of_nothing;
    cast.languages = {cast.language};
    std::map<std::string, int> taken;
    for (const ChatTurn& turn : log.turns) {
        if (turn.speaker.empty()) continue;
        const auto known = std::find_if(cast.speakers.begin(), cast.speakers.end(),
                                        [&](const ImportedSpeaker& s) { return s.name == turn.speaker; });
        if (known != cast.speakers.end()) {
            ++known->turns;
            continue;
        }
        ImportedSpeaker speaker;
        speaker.name = turn.speaker;
        speaker.turns = 1;
        speaker.id = safe_id(turn.speaker);
        const auto is_taken = [&](const std::string& id) {
            return std::any_of(cast.speakers.begin(), cast.speakers.end(),
                               [&](const ImportedSpeaker& s) { return s.id == id; });
        };
        const std::string base = speaker.id;
        for (int n = 2; is_taken(speaker.id); ++n) speaker.id = base + "_" + std::to_string(n);
        speaker.language = guess(texts_of(log, &speaker.name));
        if (speaker.language.empty()) speaker.language = cast.language;
        if (std::find(cast.languages.begin(), cast.languages.end(), speaker.language) == cast.languages.end()) {
            cast.languages.push_back(speaker.language);
        }
        cast.speakers.push_back(std::move(speaker));
    }
    return cast;
}

std::string flow_text(const std::string& text) { return safe_id(text) == text ? text : single_quoted(text); }

std::string cast_yaml(const ImportedCast& cast) {
    if (cast.speakers.empty()) return "{}\n";
    std::string out;
    for (std::size_t i = 0; i < cast.speakers.size(); ++i) {
        const ImportedSpeaker& speaker = cast.speakers[i];
        std::string names;
        for (const std::string& language : cast.languages) {
            names += (names.empty() ? "" : ", ") + language + ": " + flow_text(speaker.name);
        }
        out += speaker.id + ":\n";
        out += "  name: {" + names + "}\n";
        out += "  language: " + speaker.language + "\n";
        out += "  color: '" + std::string(kColors[i % kColors.size()]) + "'\n";
        out += "  side: " + std::string(i % 2 == 0 ? "left" : "right") + "\n";
    }
    return out;
}

} // namespace liubai
