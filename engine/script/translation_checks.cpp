#include "base/utf8.h"
#include "script/checks.h"
#include "script/lock.h"

#include <algorithm>

namespace liubai {
namespace {

bool is_latin(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

/// Letters, Han or digits: something to translate. Dots, dashes and pictures are the same in every language.
bool has_words(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("${")) {
            at = std::min(text.find('}', at), text.size());
            continue;
        }
        const char32_t c = next_code_point(text, at);
        if (is_latin(c) || is_han(c) || (c >= 0x370 && c < 0x2000) || (c >= 0x3041 && c <= 0x30FF) ||
            (c >= 0xAC00 && c <= 0xD7A3))
            return true;
    }
    return false;
}

bool is_han_language(std::string_view language) { return language.starts_with("zh") || language.starts_with("ja"); }

/// A word is foreign when it is written small: names begin with a capital, AI and HAL are all capitals.
bool is_small_word(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) {
        const char32_t c = next_code_point(word, at);
        if (c >= 'A' && c <= 'Z') return false;
    }
    return letters >= 2;
}

std::optional<ForeignRun> latin_run(std::string_view text) {
    std::optional<ForeignRun> run;
    bool foreign = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("${")) {
            at = std::min(text.find('}', at), text.size());
            continue;
        }
        std::size_t end = at;
        char32_t c = next_code_point(text, end);
        if (!is_latin(c)) {
            const bool joins = c == ' ' || c == '-' || c == '\'' || c == U'’';
            if (!joins && foreign) return run;
            if (!joins) run.reset();
            at = end;
            continue;
        }
        const bool after_digit = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
        std::size_t next = end;
        while (end < text.size() && is_latin(next_code_point(text, next))) end = next;
        if (!run) run = ForeignRun{at, end};
        run->end = end;
        foreign = foreign || (!after_digit && is_small_word(text.substr(at, end - at)));
        at = end;
    }
    return foreign ? run : std::nullopt;
}

std::optional<ForeignRun> han_run(std::string_view text, const Story& story) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        if (!is_han(next_code_point(text, end))) {
            at = end;
            continue;
        }
        std::size_t next = end;
        while (end < text.size() && is_han(next_code_point(text, next))) end = next;
        const std::string_view word = text.substr(at, end - at);
        const bool name = std::any_of(story.cast.begin(), story.cast.end(), [&](const Speaker& speaker) {
            return std::any_of(speaker.name.begin(), speaker.name.end(),
                               [&](const auto& n) { return n.second == word; });
        });
        if (!name) return ForeignRun{at, end};
        at = end;
    }
    return std::nullopt;
}

bool has_version(const SceneFacts::Text& text, const std::string& language) {
    return std::any_of(text.versions.begin(), text.versions.end(),
                       [&](const auto& v) { return v.language == language; });
}

void check_text(const Story& story, const SceneFacts::Text& text, const Lock& lock, Findings& findings) {
    const std::string words = plain(text.text, "");
    if (has_words(words)) {
        for (const std::string& language : story.languages) {
            if (language == text.language || has_version(text, language)) continue;
            findings.add("missing-translation", text.spot, {language});
        }
    }
    if (text.may_switch && !has_version(text, text.language)) {
        if (const auto run = foreign_run(words, text.language, story)) {
            const std::string shown = words.substr(run->begin, run->end - run->begin);
            Spot spot = text.spot;
            const std::size_t at = findings.source().line(spot.line).find(shown, spot.byte);
            if (at != std::string_view::npos) spot = {spot.line, at, shown.size()};
            findings.add("missing-own-language", spot, {shown, text.language});
        }
    }
    for (const SceneFacts::Version& version : text.versions) {
        if (is_stale(lock, text, version)) findings.add("stale-translation", version.spot, {version.language});
    }
}

} // namespace

std::optional<ForeignRun> foreign_run(std::string_view text, std::string_view language, const Story& story) {
    return is_han_language(language) ? latin_run(text) : han_run(text, story);
}

void check_translations(const Story& story, const std::string& lock, CheckedScenes& scenes) {
    if (story.languages.size() < 2) return; // one language: nothing to translate, nobody left out
    for (CheckedScene& checked : scenes) {
        const Lock known = read_lock(lock, checked.read.scene.name);
        Findings findings(*checked.read.source, checked.read.findings);
        for (const SceneFacts::Text& text : checked.facts.texts) check_text(story, text, known, findings);
    }
}

} // namespace liubai
