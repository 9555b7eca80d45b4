#include "tools/read_rows.h"

#include "base/utf8.h"
#include "text/line_break.h"

#include <algorithm>
#include <utility>

namespace liubai {
namespace {

std::string words(const RichText& own, const Texts& others, const Variables& variables, const Settings& settings) {
    const auto found = others.find(tag(settings.reader));
    return plain(with_variables(found == others.end() ? own : found->second, variables), kSilence);
}

std::vector<std::string> said_rows(const Speaker* speaker, const std::vector<ShownText>& texts, Language reader) {
    const std::string name = speaker ? in_language(speaker->name, tag(reader)) : "";
    std::string lead = name.empty() ? "" : name + (reader == Language::kZh ? "：" : ": ");
    std::vector<std::string> rows;
    for (const ShownText& text : texts) {
        rows.push_back(lead + plain(text.text, kSilence));
        lead = "    ";
    }
    return rows;
}

} // namespace

std::vector<std::string> line_rows(const Line& line, const Story& story, const Variables& variables,
                                   const Settings& settings) {
    auto texts = reading_texts(line, settings.mode, settings.reader);
    for (ShownText& text : texts) text.text = with_variables(text.text, variables);
    return said_rows(find_speaker(story, line.speaker), texts, settings.reader);
}

std::vector<std::string> entry_rows(const BookEntry& entry, Language reader) {
    std::vector<std::string> rows;
    for (const auto& column : entry.columns) {
        for (std::string& row : said_rows(entry.speaker, column, reader)) rows.push_back(std::move(row));
    }
    for (const BookOption& option : entry.options) {
        if (option.taken) rows.push_back("  > " + option.texts.at(0));
    }
    return rows;
}

std::vector<std::string> prompt_rows(const Choice& choice, const Variables& variables, const Settings& settings) {
    const std::string prompt = words(choice.prompt, choice.others, variables, settings);
    return prompt.empty() ? std::vector<std::string>{} : std::vector<std::string>{prompt};
}

std::string option_text(const ChoiceOption& option, const Variables& variables, const Settings& settings) {
    return words(option.text, option.others, variables, settings);
}

std::vector<std::string> option_rows(const AtChoice& at, const Variables& variables, const Settings& settings) {
    std::vector<std::string> rows;
    for (const std::size_t option : at.open) {
        const std::string number = std::to_string(rows.size() + 1);
        rows.push_back("  " + number + ". " + option_text(at.choice->options[option], variables, settings));
    }
    return rows;
}

std::vector<std::string> wrap_row(const std::string& row, int width) {
    constexpr int kNarrowest = 20;
    if (width <= 0) return {row};
    width = std::max(width, kNarrowest);
    const std::u32string text = to_utf32(row);
    std::vector<BreakChar> chars;
    for (const CharInfo& info : char_infos(text)) chars.push_back(break_char(info));
    const std::vector<Break> breaks = find_breaks(chars);
    const std::size_t indent = std::min(row.find_first_not_of(' '), static_cast<std::size_t>(kNarrowest / 2));

    const auto cells = [](const std::u32string& part) { return display_width(to_utf8(part)); };
    const auto bare = [](std::u32string part) { // what a row ends in does not show
        while (!part.empty() && part.back() == U' ') part.pop_back();
        return part;
    };
    std::vector<std::string> rows;
    std::u32string now; // the row so far
    const auto fits = [&](const std::u32string& more) { return cells(now + bare(more)) <= width; };
    const auto end_row = [&] {
        rows.push_back(to_utf8(bare(now)));
        now = std::u32string(indent, U' ');
    };
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
        end = begin + 1;
        while (breaks[end] == Break::kNo) ++end;
        const std::u32string piece = text.substr(begin, end - begin);
        if (!fits(piece) && now.size() > indent) end_row();
        const bool is_cut = !fits(piece); // it is wider than a row
        for (const char32_t c : piece) {
            if (is_cut && !fits({c})) end_row();
            now += c;
        }
        if (breaks[end] == Break::kMust && end < text.size()) end_row();
    }
    rows.push_back(to_utf8(bare(now)));
    return rows;
}

} // namespace liubai
