#include "ui/column.h"
#include "ui/film_title.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

// What comes when, after the picture.
constexpr Millis kNameAfter = 700;
constexpr Millis kNameOver = 1400;
constexpr Millis kSecondAfter = 1500;
constexpr Millis kSecondOver = 900;
constexpr Millis kEntriesAfter = 2100;
constexpr Millis kEntriesOver = 900;

constexpr float kAboveEntries = 36; // units

std::vector<Entry> title_entries(const ScreenContext& c, bool can_continue, bool has_more) {
    std::vector<Entry> entries;
    if (can_continue) entries.push_back({strings::kContinue.in(c.reader), Command::kContinue});
    entries.push_back({strings::kBegin.in(c.reader), Command::kBegin});
    if (has_more) {
        entries.push_back({strings::kChapters.in(c.reader), Command::kChapters});
        entries.push_back({strings::kLoad.in(c.reader), Command::kLoads});
    }
    entries.push_back({strings::kSettings.in(c.reader), Command::kSettings});
    if (c.story.languages.size() != 1) {
        const Bilingual& other = c.reader == Language::kZh ? strings::kEnglish : strings::kChinese;
        entries.push_back({other.in(c.reader), Command::kNextInterface});
    }
    entries.push_back({strings::kQuit.in(c.reader), Command::kQuit});
    return entries;
}

/// How far a second title keeps off the first: large Latin letters that go below the line need room.
float gap_below(const std::string& title) { return title.find_first_of("gjpqyQ,;") == std::string::npos ? 6.0f : 20.0f; }

} // namespace

std::vector<Button> put_title_screen(Items& items, const ScreenContext& c, bool can_continue, bool has_more) {
    const Vec2 size = c.canvas.size;
    const bool tall = c.canvas.form == Form::kTall;
    const bool very_wide = size.x > size.y * 2; // the picture's heads stand lower there
    const std::string mine = tag(c.reader);
    const std::vector<Entry> entries = title_entries(c, can_continue, has_more);
    const std::string second = other_language(c.story.title, mine);
    const float first_size = (mine == "zh" ? 132.0f : 112.0f) * (tall ? 1.2f : very_wide ? 0.82f : 1.0f);
    const TextStyle large = film_style(first_size, mine);
    const std::string title = in_language(c.story.title, mine);
    const FilmTitle name = measure_film_title(c, title, large, widest(c));

    const float column = static_cast<float>(entries.size()) * (c.metrics.mark + 6) + kSideMargin + kAboveEntries;
    const float foot = tall ? std::min(size.y * 0.745f, size.y - column) : size.y - (very_wide ? 118.0f : 128.0f);
    const float under = !second.empty() ? 54.0f + gap_below(title) : very_wide ? 20.0f : 0.0f; // the entries stand closer there
    const float top = foot - under - name.layout->size.y;
    const float shade_top = top - 110;
    put_gradient(items, {0, shade_top, size.x, 260}, {7, 6, 8, 0}, {7, 6, 8, 200});
    put_gradient(items, {0, shade_top + 260, size.x, size.y - shade_top - 260}, {7, 6, 8, 200}, {7, 6, 8, 240});

    put_film_title(items, c, name, {size.x / 2, top}, theme::kText, appeared(c, kNameAfter, kNameOver));
    if (!second.empty()) {
        TextStyle style = film_style(second == "zh" ? 42 : 43, second);
        style.italic = second != "zh" && style.size >= c.metrics.least_slanted;
        const FilmTitle other = measure_film_title(c, in_language(c.story.title, second), style, widest(c));
        put_film_title(items, c, other, {size.x / 2, top + name.layout->size.y + gap_below(title)}, theme::kName,
                       appeared(c, kSecondAfter, kSecondOver));
    }
    return put_entries(items, c, entries, foot + kAboveEntries, appeared(c, kEntriesAfter, kEntriesOver));
}

} // namespace liubai
