#include "ui/screens.h"

#include "ui/column.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

bool is_tall(const ScreenContext& c) { return c.canvas.form == Form::kTall; }

/// The two marks' labels: what a press on the language mark shows now.
std::string mode_mark(const ScreenContext& c) {
    switch (c.mode) {
    case ReadingMode::kBothVoices: return "文 A";
    case ReadingMode::kMine: return c.reader == Language::kZh ? "文" : "A";
    case ReadingMode::kTwoAlways: return "文 + A";
    case ReadingMode::kAsSpoken: return "文 / A";
    }
    return "文";
}

} // namespace

const Bilingual& mode_name(ReadingMode mode) {
    switch (mode) {
    case ReadingMode::kBothVoices: return strings::kBothVoices;
    case ReadingMode::kMine: return strings::kMine;
    case ReadingMode::kTwoAlways: return strings::kTwoAlways;
    case ReadingMode::kAsSpoken: return strings::kAsSpoken;
    }
    return strings::kBothVoices;
}

std::string other_language(const std::map<std::string, std::string>& texts, const std::string& language) {
    for (const auto& [tag, text] : texts) {
        if (tag != language && text != in_language(texts, language)) return tag;
    }
    return "";
}

void put_shade(Items& items, const ScreenContext& c, float alpha) {
    const Rect all{0, 0, c.canvas.size.x, c.canvas.size.y};
    put_fill(items, all, faded({9, 10, 13, 255}, alpha));
}

std::vector<Button> put_choice(Items& items, const ScreenContext& c, const Choice& choice,
                               const std::vector<std::size_t>& open, const Variables& variables) {
    const std::string mine = tag(c.reader);
    const auto text_of = [&](const RichText& own, const Texts& others) {
        const auto found = others.find(mine);
        return with_variables(found == others.end() ? own : found->second, variables);
    };
    std::vector<Entry> entries;
    for (const std::size_t index : open) {
        const ChoiceOption& option = choice.options[index];
        entries.push_back({text_of(option.text, option.others).text, Command::kOption, index});
    }
    const std::string prompt = text_of(choice.prompt, choice.others).text;
    const TextStyle prompt_style = small_style(c.metrics, mine);
    const float prompt_height = prompt.empty() ? 0 : centered_layout(c.layouts, prompt, prompt_style, widest(c)).size.y;
    constexpr float kPromptAbove = 28; // its foot above the first option

    // Around the middle of the stage; what is too high for that moves, and what is higher than the canvas is set
    // smaller.
    const float highest = c.metrics.edge + 20 + (prompt.empty() ? 0 : prompt_height + kPromptAbove);
    const float lowest = c.canvas.size.y - (is_tall(c) ? c.metrics.mark + 24 : 24);
    const Column column = measure_column(c, entries, lowest - highest);
    const float wanted = c.metrics.stage.y + c.metrics.stage.h * 0.44f - column.height / 2;
    const float top = std::max(highest, std::min(wanted, lowest - column.height));

    const float shade_top = std::min(top - 150, top - kPromptAbove - prompt_height - 90);
    const Rect shade{0, shade_top, c.canvas.size.x, top + column.height + 70 - shade_top};
    const Color dark = faded(theme::kStrip, c.metrics.choice.high_contrast ? 1 : 0.8f);
    put_gradient(items, {shade.x, shade.y, shade.w, 90}, faded(dark, 0), dark);
    put_fill(items, {shade.x, shade.y + 90, shade.w, shade.h - 180}, dark);
    put_gradient(items, {shade.x, shade.y + shade.h - 90, shade.w, 90}, dark, faded(dark, 0));
    if (!prompt.empty()) {
        const Vec2 center{c.canvas.size.x / 2, top - kPromptAbove - prompt_height / 2};
        put_centered(items, c.layouts, prompt, prompt_style, center, widest(c));
    }
    return put_column(items, c, column, entries, c.canvas.size.x / 2, top);
}

std::vector<Button> put_edge(Items& items, const ScreenContext& c, int turn, const std::string& speaker,
                             const std::map<std::string, std::string>& scene_title) {
    const Metrics& m = c.metrics;
    const float w = c.canvas.size.x;
    TextStyle print = small_style(m, "en");
    constexpr float kLargestPrint = 34; // the film's edge does not grow with the text
    print.size = std::min(m.small, kLargestPrint);
    print.family = Family::kSerif; // it is printed on the film
    print.bold = false;
    print.color = theme::kEdgePrint;
    constexpr float kEndless = 100000;
    if (m.edge > 0) {
        put_fill(items, {0, 0, w, m.edge}, {13, 15, 19, 255});
        TextStyle style = print;
        style.language = tag(c.reader);
        std::vector<std::string> words{in_language(c.story.title, tag(c.reader))};
        if (turn > 0) words.push_back((turn < 10 ? "0" : "") + std::to_string(turn) + " " + speaker);
        words.push_back(in_language(scene_title, tag(c.reader)));
        float x = 64;
        const float end = w - 4 * m.mark; // where the marks begin
        for (const std::string& word : words) {
            const Layout& layout = c.layouts.get(word, style, kEndless);
            if (x + layout.size.x > end) break;
            put_text(items, layout, {x, (m.edge - layout.size.y) / 2});
            x += layout.size.x + 54;
        }
    }
    // Marks sit in the film's edge, or in the lower right corner of a tall canvas, in reach of a thumb.
    const float row = m.edge > 0 ? m.edge / 2 : c.canvas.size.y - m.mark / 2 - 10;
    TextStyle mark = print;
    mark.language = "zh";
    mark.size = std::min(m.small, m.mark * 0.6f);
    if (m.edge > 0) mark.size = std::min(mark.size, m.edge * 0.86f);
    std::vector<Button> buttons;
    const float menu_x = w - m.mark / 2 - 24;
    const float bar = std::max(30.0f, m.mark * 0.36f);
    for (int i = -1; i <= 1; ++i) {
        put_fill(items, {menu_x - bar / 2, row + static_cast<float>(i) * bar * 0.3f - bar / 20, bar, bar / 10},
                 theme::kEdgePrint);
    }
    const Rect menu{menu_x - m.mark / 2, std::max(0.0f, row - m.mark / 2), m.mark, m.mark};
    buttons.push_back({Command::kMenu, 0, menu, strings::kMenu.in(c.reader)});
    float left_most = menu.x;
    if (c.story.languages.size() != 1) {
        const Layout& layout = c.layouts.get(mode_mark(c), mark, kEndless);
        const float width = std::max(m.mark, layout.size.x + 24);
        const float x = menu.x - width - 8;
        put_text(items, layout, {x + (width - layout.size.x) / 2, row - layout.size.y / 2});
        left_most = x;
        buttons.push_back({Command::kNextMode, 0, {x, menu.y, width, m.mark}, mode_name(c.mode).in(c.reader)});
    }
    if (!c.runs.empty()) {
        mark.language = tag(c.reader);
        const Layout& layout = c.layouts.get(c.runs, mark, kEndless);
        put_text(items, layout, {left_most - layout.size.x - 36, row - layout.size.y / 2});
    }
    return buttons;
}

} // namespace liubai
