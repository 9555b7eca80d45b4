#include "ui/screens.h"

#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

std::string other_language(const std::map<std::string, std::string>& texts, const std::string& language) {
    for (const auto& [tag, text] : texts) {
        if (tag != language && text != in_language(texts, language)) return tag;
    }
    return "";
}

bool is_tall(const ScreenContext& c) { return c.canvas.form == Form::kTall; }

TextStyle spaced_latin(float size) {
    TextStyle style = title_style(size, "en");
    style.family = Family::kSerif;
    return style;
}

struct Entry {
    std::string label;
    Command command;
    std::size_t option = 0;
};

constexpr float kSideMargin = 60; // of the widest text of a screen, units

float widest(const ScreenContext& c) { return c.canvas.size.x - 2 * kSideMargin; }

/// Buttons one below the other: how each is set, and how high it is.
struct Column {
    TextStyle style;
    std::vector<float> heights;
    float height = 0;
};

/// In the reader's text size, or as much smaller as `most` height asks for.
Column measure_column(const ScreenContext& c, const std::vector<Entry>& entries, float most) {
    Column column;
    column.style = button_style(c.metrics, tag(c.reader));
    constexpr float kSmaller = 0.92f;
    constexpr float kLeast = 18;
    while (true) {
        const float em = column.style.size;
        const float step = std::max(em * 1.9f, c.metrics.mark + 6);
        column.heights.clear();
        column.height = 0;
        for (const Entry& entry : entries) {
            const Layout& label = centered_layout(c.layouts, entry.label, column.style, widest(c));
            column.heights.push_back(std::max(step, label.size.y + em * 0.42f));
            column.height += column.heights.back();
        }
        if (column.height <= most || em <= kLeast) return column;
        column.style.size *= kSmaller;
    }
}

/// Puts them around a centre line, the first at `top`.
std::vector<Button> put_column(Items& items, const ScreenContext& c, const Column& column,
                               const std::vector<Entry>& entries, float x, float top) {
    std::vector<Button> buttons;
    float y = top;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Vec2 center{x, y + column.heights[i] * 0.5f};
        const bool focused = c.show_focus && c.focus == i;
        buttons.push_back(put_button(items, c.layouts, entries[i].label, column.style, center, widest(c),
                                     c.metrics.mark, focused, entries[i].command, entries[i].option));
        y += column.heights[i];
    }
    return buttons;
}

/// The story's name in both languages in a column around `center.x`, the reader's own first; a short Chinese name
/// stands upright, one character a row. Answers the y below it.
float put_story_title(Items& items, const ScreenContext& c, Vec2 top, float size, float width) {
    const std::string mine = tag(c.reader);
    float y = top.y;
    bool first = true;
    for (const std::string& language : {mine, other_language(c.story.title, mine)}) {
        if (language.empty()) continue;
        const std::string text = in_language(c.story.title, language);
        const bool han = language == "zh";
        const float em = first ? (han ? size : size * 0.56f) : (han ? size * 0.40f : size * 0.28f);
        TextStyle style = han ? title_style(em, language) : spaced_latin(em);
        style.row_pitch = 1.16f;
        if (!first) style.color = theme::kName;
        constexpr std::size_t kUprightBytes = 4 * 3; // four Han characters
        const bool upright = han && first && width < size * 3 && text.size() <= kUprightBytes;
        const float column = upright ? em * 1.2f : width;
        const Layout& layout = c.layouts.get(text, style, column);
        if (!first) y += size * 0.16f;
        put_text(items, layout, {top.x - column / 2, y});
        y += layout.size.y;
        first = false;
    }
    return y;
}

void put_shade(Items& items, const ScreenContext& c, float alpha) {
    const Rect all{0, 0, c.canvas.size.x, c.canvas.size.y};
    put_fill(items, all, faded({7, 8, 11, 255}, alpha));
}

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

std::vector<Button> put_language_screen(Items& items, const ScreenContext& c) {
    put_shade(items, c, 0.74f);
    const Vec2 middle{c.canvas.size.x / 2, c.canvas.size.y / 2};
    const float reach = is_tall(c) ? 250.0f : 230.0f;
    TextStyle zh = title_style(76, "zh");
    TextStyle en = spaced_latin(70);
    std::vector<Button> buttons;
    buttons.push_back(put_button(items, c.layouts, "中文", zh, {middle.x - reach, middle.y}, reach * 2,
                                 c.metrics.mark * 1.4f, c.show_focus && c.focus == 0, Command::kChooseZh));
    buttons.push_back(put_button(items, c.layouts, "English", en, {middle.x + reach, middle.y}, reach * 2,
                                 c.metrics.mark * 1.4f, c.show_focus && c.focus == 1, Command::kChooseEn));
    put_centered(items, c.layouts, "·", title_style(60, "zh"), middle, reach, 0.6f);
    return buttons;
}

std::vector<Button> put_title_screen(Items& items, const ScreenContext& c, bool can_continue) {
    const Rect all{0, 0, c.canvas.size.x, c.canvas.size.y};
    put_gradient(items, {0, all.h * 0.45f, all.w, all.h * 0.55f}, {5, 6, 9, 0}, {5, 6, 9, 225});
    float below_name = 0;
    if (c.canvas.form == Form::kWide && all.w >= 1700) {
        put_story_title(items, c, {all.w - 192, 150}, 168, 330); // on the curtain beside the cinema's screen
    } else {
        put_gradient(items, {0, 0, all.w, all.h * 0.3f}, {5, 6, 9, 235}, {5, 6, 9, 0});
        below_name = put_story_title(items, c, {all.w / 2, 34}, is_tall(c) ? 136.0f : 120.0f, all.w - 160);
    }
    std::vector<Entry> entries;
    if (can_continue) entries.push_back({strings::kContinue.in(c.reader), Command::kContinue});
    entries.push_back({strings::kBegin.in(c.reader), Command::kBegin});
    if (c.story.languages.size() != 1) {
        const Bilingual& other = c.reader == Language::kZh ? strings::kEnglish : strings::kChinese;
        entries.push_back({other.in(c.reader), Command::kNextInterface});
    }
    entries.push_back({strings::kQuit.in(c.reader), Command::kQuit});
    // Below the picture's bright screen, whatever the reader's size.
    const Column column = measure_column(c, entries, std::min(all.h * 0.42f, all.h - 70 - below_name - 20));
    return put_column(items, c, column, entries, all.w / 2, all.h - 70 - column.height);
}

std::vector<Button> put_menu_screen(Items& items, const ScreenContext& c) {
    put_shade(items, c, 0.80f);
    const bool zh = c.reader == Language::kZh;
    std::vector<Entry> entries;
    entries.push_back({strings::kContinue.in(c.reader), Command::kContinue});
    if (c.story.languages.size() != 1) {
        const std::string colon = zh ? "：" : ": ";
        entries.push_back(
            {strings::kReadingMode.in(c.reader) + colon + mode_name(c.mode).in(c.reader), Command::kNextMode});
        entries.push_back(
            {strings::kInterface.in(c.reader) + colon + (zh ? "中文" : "English"), Command::kNextInterface});
    }
    entries.push_back({strings::kBackToTitle.in(c.reader), Command::kTitle});
    entries.push_back({strings::kQuit.in(c.reader), Command::kQuit});
    const Column column = measure_column(c, entries, c.canvas.size.y - 2 * kSideMargin);
    return put_column(items, c, column, entries, c.canvas.size.x / 2, (c.canvas.size.y - column.height) / 2);
}

std::vector<Button> put_end_screen(Items& items, const ScreenContext& c) {
    put_shade(items, c, 0.88f);
    const Vec2 size = c.canvas.size;
    const bool zh = c.reader == Language::kZh;
    put_centered(items, c.layouts, strings::kTheEnd.in(c.reader), zh ? title_style(130, "zh") : spaced_latin(92),
                 {size.x / 2, size.y * 0.34f}, widest(c));
    TextStyle small = small_style(c.metrics, tag(c.reader));
    const Rect thanks = put_centered(items, c.layouts, strings::kThanks.in(c.reader), small,
                                     {size.x / 2, size.y * 0.34f + 150}, widest(c));
    const std::vector<Entry> entries{{strings::kBackToTitle.in(c.reader), Command::kTitle},
                                     {strings::kQuit.in(c.reader), Command::kQuit}};
    const Column column = measure_column(c, entries, size.y - thanks.y - thanks.h - kSideMargin);
    const float top = std::min(size.y * 0.74f, size.y - 30 - column.height);
    return put_column(items, c, column, entries, size.x / 2, top);
}

void put_chapter_card(Items& items, const ScreenContext& c, const ChapterCard& card, float alpha) {
    const Rect all{0, 0, c.canvas.size.x, c.canvas.size.y};
    put_fill(items, all, faded({7, 8, 11, 255}, alpha));
    const std::string mine = tag(c.reader);
    const std::string second = other_language(card.title, mine);
    const float middle = all.h / 2;
    TextStyle large = mine == "zh" ? title_style(104, mine) : spaced_latin(84);
    const Rect title = put_centered(items, c.layouts, in_language(card.title, mine), large, {all.w / 2, middle - 40},
                                    widest(c), alpha);
    if (second.empty()) return;
    TextStyle small = second == "zh" ? title_style(46, second) : spaced_latin(40);
    small.color = theme::kName;
    const bool one_row = title.h < large.size * 2;
    const float below = one_row ? middle + 62 : title.y + title.h + small.size;
    put_centered(items, c.layouts, in_language(card.title, second), small, {all.w / 2, below}, widest(c), alpha);
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
    put_gradient(items, {shade.x, shade.y, shade.w, 90}, {7, 8, 11, 0}, {7, 8, 11, 205});
    put_fill(items, {shade.x, shade.y + 90, shade.w, shade.h - 180}, {7, 8, 11, 205});
    put_gradient(items, {shade.x, shade.y + shade.h - 90, shade.w, 90}, {7, 8, 11, 205}, {7, 8, 11, 0});
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
    print.size = std::clamp(m.small * 0.9f, 27.0f, kLargestPrint); // 18 real pixels at 1280×720
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
    TextStyle mark = small_style(m, "zh");
    mark.size = std::clamp(m.small * 0.9f, 27.0f, m.mark * 0.6f);
    mark.color = theme::kEdgePrint;
    std::vector<Button> buttons;
    const float menu_x = w - m.mark / 2 - 24;
    const float bar = std::max(30.0f, m.mark * 0.36f);
    for (int i = -1; i <= 1; ++i) {
        put_fill(items, {menu_x - bar / 2, row + static_cast<float>(i) * bar * 0.3f - bar / 20, bar, bar / 10},
                 theme::kEdgePrint);
    }
    const Rect menu{menu_x - m.mark / 2, std::max(0.0f, row - m.mark / 2), m.mark, m.mark};
    buttons.push_back({Command::kMenu, 0, menu});
    if (c.story.languages.size() != 1) {
        const Layout& layout = c.layouts.get(mode_mark(c), mark, kEndless);
        const float width = std::max(m.mark, layout.size.x + 24);
        const float x = menu.x - width - 8;
        put_text(items, layout, {x + (width - layout.size.x) / 2, row - layout.size.y / 2});
        buttons.push_back({Command::kNextMode, 0, {x, menu.y, width, m.mark}});
    }
    return buttons;
}

} // namespace liubai
