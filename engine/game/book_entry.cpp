#include "game/book_entry.h"

#include "game/play.h"

#include <algorithm>

namespace liubai {
namespace {

/// What an entry means in its scene as it is now.
struct Meant {
    const Scene* scene = nullptr; ///< nullptr: not there, or without that line
    std::size_t step = 0;
    [[nodiscard]] const Line* line() const { return scene ? std::get_if<Line>(&scene->steps[step].what) : nullptr; }
    [[nodiscard]] const Choice* choice() const { return scene ? std::get_if<Choice>(&scene->steps[step].what) : nullptr; }
};

Meant meant(const GameState& state, const Content& content, std::size_t index) {
    const Passed& passed = state.history.entries[index];
    const Scene* scene = content.scene(state.history.scenes[passed.scene]);
    if (!scene) return {};
    const std::size_t step = step_of(passed, *scene);
    return step < scene->steps.size() ? Meant{scene, step} : Meant{};
}

/// In the columns' languages, or as spoken where a line has neither.
std::vector<std::vector<ShownText>> side_by_side(const Line& line, const std::vector<std::string>& languages) {
    std::vector<std::vector<ShownText>> columns(languages.size());
    bool any = false;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const RichText* text = text_in(line, languages[i]);
        if (!text) continue;
        columns[i].push_back({with_curly_quotes(*text), languages[i]});
        any = true;
    }
    if (!any) columns[0].push_back({with_curly_quotes(line.text), line.language});
    return columns;
}

bool is_document(const GameState& state) { return state.ui.screen == ScreenKind::kDocument; }
bool is_tall(const GameState& state) { return state.surroundings.canvas.form == Form::kTall; }

/// The texts of a line by column, without variables and pinyin.
std::vector<std::vector<ShownText>> columns_of(const GameState& state, const Content& content, const Line& line) {
    if (!is_document(state)) return {reading_texts(line, state.settings.mode, state.settings.reader)};
    const auto languages = book_languages(state, content);
    if (!is_tall(state)) return side_by_side(line, languages);
    // One under the other, the reader's language first.
    std::vector<ShownText> texts;
    std::vector<std::string> both{tag(state.settings.reader), state.settings.reader == Language::kZh ? "en" : "zh"};
    for (auto& column : side_by_side(line, both)) {
        for (ShownText& text : column) {
            text.large = texts.empty();
            texts.push_back(std::move(text));
        }
    }
    return {texts};
}

/// Words that filled a silence stand in another ink.
RichText filled(const RichText& text, const std::vector<std::string>& heard) {
    RichText lit = text;
    for (const Cue& cue : text.cues) {
        const auto* gap = std::get_if<Unsaid>(&cue.kind);
        const bool is_heard = gap && !gap->key.empty() && std::find(heard.begin(), heard.end(), gap->key) != heard.end();
        if (!is_heard) continue;
        const Span span{cue.at, cue.at + kGapUtf8.size(), Tinted{kHeardInk}};
        const auto after = std::upper_bound(lit.spans.begin(), lit.spans.end(), span,
                                            [](const Span& a, const Span& b) { return a.begin < b.begin; });
        lit.spans.insert(after, span);
    }
    return with_gaps_filled(lit, heard);
}

std::string in_column(const RichText& own, const Texts& others, const std::string& language, const Variables& variables) {
    const auto found = others.find(language);
    return with_curly_quotes(with_variables(found == others.end() ? own : found->second, variables)).text;
}

std::vector<std::string> titles_in(const std::map<std::string, std::string>& titles,
                                   const std::vector<std::string>& languages) {
    std::vector<std::string> texts;
    for (const std::string& language : languages) texts.push_back(in_language(titles, language));
    const bool any = std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return !text.empty(); });
    return any ? texts : std::vector<std::string>{};
}

/// What stands in the script between the last line or choice and this one.
void add_headings(BookEntry& entry, const Meant& here, const std::vector<std::string>& languages, bool enters) {
    for (std::size_t i = here.step; i-- > 0;) {
        const auto& what = here.scene->steps[i].what;
        if (std::holds_alternative<Line>(what) || std::holds_alternative<Choice>(what)) break;
        if (std::holds_alternative<ParagraphEnd>(what)) entry.begins_paragraph = true;
        if (const auto* card = std::get_if<ChapterCard>(&what)) entry.chapter = titles_in(card->title, languages);
    }
    if (enters) entry.scene = titles_in(here.scene->title, languages);
    if (entry.scene == entry.chapter) entry.scene.clear();
    if (enters || !entry.chapter.empty()) entry.begins_paragraph = true;
}

} // namespace

std::vector<std::string> book_languages(const GameState& state, const Content& content) {
    const std::string mine = tag(state.settings.reader);
    std::vector<std::string> languages{mine};
    const bool alone = content.story.languages.size() == 1;
    if (is_document(state) && !is_tall(state) && !alone) languages.emplace_back(mine == "zh" ? "en" : "zh");
    return languages;
}

BookEntry book_entry(const GameState& state, const Content& content, std::size_t index) {
    BookEntry entry;
    const History& history = state.history;
    entry.is_present = index + 1 == history.shown;
    entry.is_ahead = index >= history.shown;
    const bool enters = index == 0 || history.entries[index - 1].scene != history.entries[index].scene;
    const Meant here = meant(state, content, index);
    if (!here.scene) {
        entry.is_missing = true;
        entry.begins_paragraph = enters;
        return entry;
    }
    const auto languages = book_languages(state, content);
    add_headings(entry, here, languages, enters);
    if (const Line* line = here.line()) {
        entry.speaker = find_speaker(content.story, line->speaker);
        const Line* before = index > 0 ? meant(state, content, index - 1).line() : nullptr;
        entry.begins_turn = !before || before->speaker != line->speaker || !entry.scene.empty() || !entry.chapter.empty();
        entry.begins_paragraph = entry.begins_paragraph || entry.begins_turn;
        entry.columns = columns_of(state, content, *line);
        for (auto& column : entry.columns) {
            finish_texts(state, content, *line, column);
            for (ShownText& text : column) text.text = filled(text.text, state.reading.heard);
        }
    } else if (const Choice* choice = here.choice()) {
        entry.begins_paragraph = true;
        const std::int32_t taken = history.entries[index].option;
        for (const std::string& language : languages) {
            const std::string prompt = in_column(choice->prompt, choice->others, language, state.reading.variables);
            entry.columns.emplace_back();
            if (!prompt.empty()) entry.columns.back().push_back({{prompt, {}, {}}, language});
        }
        for (std::size_t i = 0; i < choice->options.size(); ++i) {
            const ChoiceOption& option = choice->options[i];
            BookOption made{{}, taken >= 0 && static_cast<std::size_t>(taken) == i};
            for (const std::string& language : languages)
                made.texts.push_back(in_column(option.text, option.others, language, state.reading.variables));
            entry.options.push_back(std::move(made));
        }
    }
    return entry;
}

std::vector<std::string> book_words(const GameState& state, const Content& content, std::size_t index) {
    std::vector<std::string> words;
    const Meant here = meant(state, content, index);
    if (const Line* line = here.line()) {
        for (const auto& column : columns_of(state, content, *line)) {
            for (const ShownText& text : column)
                words.push_back(with_gaps_filled(with_variables(text.text, state.reading.variables), state.reading.heard).text);
        }
    } else if (here.choice()) {
        const BookEntry entry = book_entry(state, content, index);
        for (const auto& column : entry.columns) {
            for (const ShownText& text : column) words.push_back(text.text.text);
        }
        for (const BookOption& option : entry.options) words.insert(words.end(), option.texts.begin(), option.texts.end());
    }
    return words;
}

std::string book_row(const BookEntry& entry, Language reader, std::string_view between) {
    std::string row;
    const auto add = [&](const std::string& words) {
        if (!row.empty()) row += between;
        row += words;
    };
    for (const auto& column : entry.columns) {
        for (const ShownText& text : column) add(plain(text.text, "（  ）"));
    }
    for (const BookOption& option : entry.options) {
        for (const std::string& text : option.texts) add((option.taken ? "● " : "○ ") + text);
    }
    const std::string name = entry.speaker ? in_language(entry.speaker->name, tag(reader)) : "";
    if (name.empty()) return row;
    return name + (reader == Language::kZh ? "：" : ": ") + row;
}

} // namespace liubai
