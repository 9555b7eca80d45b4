#include "tools/export_formats.h"

#include "text/paragraph.h"
#include "text/reveal.h"

#include <fmt/format.h>

#include <algorithm>

namespace liubai {
namespace {

constexpr Millis kReadUnit = 111; // a Han character: nine a second, as subtitles of films are timed
constexpr Millis kLinger = 600;   // after the last of it was read
constexpr Millis kLeast = 1200;
constexpr Millis kBetween = 80;   // two pictures of a film: one cue is seen to follow another

std::string stamp(Millis at) {
    return fmt::format("{:02}:{:02}:{:02},{:03}", at / 3600000, at / 60000 % 60, at / 1000 % 60, at % 1000);
}

/// The arrow of a cue's times must not stand in its text.
std::string row_of(const PrintedText& text) {
    std::string row = plain_row(text);
    for (std::size_t at = row.find("-->"); at != std::string::npos; at = row.find("-->", at)) row.replace(at, 3, "→");
    return row;
}

Millis time_of(const std::vector<const PrintedText*>& texts, const Fonts& fonts) {
    constexpr float kEndless = 100000;
    const Rhythm rhythm;
    Millis typed = 0;
    Millis read = 0;
    for (const PrintedText* text : texts) {
        TextStyle style;
        style.language = text->language;
        const Layout layout = lay_out(text->text, style, kEndless, fonts);
        typed = std::max(typed, make_reveal(text->text, layout, rhythm).total);
        const float units = reading_units(text->text.text, rhythm);
        read = std::max(read, static_cast<Millis>(units * static_cast<float>(kReadUnit)));
    }
    return std::max(kLeast, std::max(typed, read) + kLinger);
}

std::string before_words(const PrintedItem& item, const std::string& language) {
    if (item.kind == PrintedKind::kOption) return std::to_string(item.number) + ". ";
    if (!item.begins_turn || item.speaker == nullptr) return "";
    const std::string name = in_language(item.speaker->name, language);
    return name + (is_east_asian(language) ? "：" : ": ");
}

} // namespace

std::string export_srt(const PrintedStory& story, const Fonts& fonts) {
    std::string out;
    int index = 0;
    Millis now = 0;
    for (const PrintedItem& item : story.items) {
        now += item.rest;
        std::string rows;
        std::vector<const PrintedText*> shown;
        for (const PrintedText& text : item.texts) {
            if (text.mixed) continue; // its whole in one language follows
            shown.push_back(&text);
            rows += before_words(item, text.language) + row_of(text) + "\n";
        }
        if (shown.empty()) continue;
        const Millis end = now + time_of(shown, fonts);
        out += fmt::format("{}{}\n{} --> {}\n{}", index > 0 ? "\n" : "", index + 1, stamp(now), stamp(end), rows);
        ++index;
        now = end + kBetween;
    }
    return out;
}

} // namespace liubai
