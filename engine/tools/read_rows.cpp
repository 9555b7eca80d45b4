#include "tools/read_rows.h"

#include "base/utf8.h"
#include "text/line_break.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::string_view kSilence = "（  ）";

std::string words(const RichText& own, const Texts& others, const Variables& variables, const Settings& settings) {
    const auto found = others.find(tag(settings.reader));
    return plain(with_variables(found == others.end() ? own : found->second, variables), kSilence);
}

} // namespace

std::vector<std::string> line_rows(const Line& line, const Story& story, const Variables& variables,
                                   const Settings& settings) {
    const std::string mine = tag(settings.reader);
    const Speaker* speaker = find_speaker(story, line.speaker);
    const std::string name = speaker ? in_language(speaker->name, mine) : "";
    std::string lead = name.empty() ? "" : name + (mine == "zh" ? "：" : ": ");
    std::vector<std::string> rows;
    for (const ShownText& text : reading_texts(line, settings.mode, settings.reader)) {
        rows.push_back(lead + plain(with_variables(text.text, variables), kSilence));
        lead = "    ";
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
