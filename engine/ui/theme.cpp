#include "ui/theme.h"

#include <algorithm>

namespace liubai {
namespace {

// Wide canvases: the column at the bottom, and how far up a long line may reach. Units.
constexpr float kWideFoot = 36;
constexpr float kWideColumn = 210;
constexpr float kWideColumnGrows = 160; // with twice the text
constexpr float kWideRoom = 300;
constexpr float kMostWideRoom = 480;
constexpr float kMostSpaced = 1.2f; // times that, for rows further apart: three of the largest rows fit
constexpr float kWashAbove = 174;
constexpr float kLeastPixels = 18;
constexpr float kLeastSlantedPixels = 22;
constexpr float kLeastSmall = 30; // units
constexpr float kLinePitch = 1.48f; // em
constexpr float kSmallPitch = 1.36f;

} // namespace

Metrics metrics(const Canvas& canvas, float points, float text_size, const TextChoice& choice) {
    Metrics m;
    m.choice = choice;
    const float w = canvas.size.x;
    const float h = canvas.size.y;
    const float larger = text_size / 100;
    // Small text needs no less room, and a line that needs more than twice the room turns its pages.
    const float grown = std::clamp(larger * choice.row_spacing / 100, 1.0f, 2.0f);
    m.foot = h;
    m.mark = std::max(64.0f, 44.0f * points / canvas.scale);
    if (canvas.form == Form::kTall) {
        const float stage_height = h * (0.54f - 0.12f * (grown - 1));
        m.stage = {0, 0, w, stage_height};
        m.edge = 0;
        m.text = 53;
        m.small = 42;
        m.name = 42;
        m.seal = 72;
        m.wash_top = stage_height - 330;
        const float names = 42 * (std::max(1.0f, larger) - 1);
        m.column = {76, stage_height + 20 + names, w - 152, h - stage_height - 20 - names - m.mark - 24};
        m.highest = m.column.y;
        m.page_top = m.column.x;
    } else {
        m.stage = {0, 0, w, h};
        const float column_width = std::min(1160.0f, w - 280);
        const float height = kWideColumn + kWideColumnGrows * (grown - 1);
        m.column = {(w - column_width) / 2 + 20, h - kWideFoot - height, column_width, height};
        const float most = kMostWideRoom * std::min(choice.row_spacing / 100, kMostSpaced);
        const float room = std::min(kWideRoom * grown, most);
        m.highest = std::min(m.column.y, h - kWideFoot - room);
        m.page_top = m.edge + 28;
        m.wash_top = m.column.y - kWashAbove * grown - std::max(0.0f, room - kMostWideRoom);
    }
    m.text *= larger;
    m.small *= larger;
    m.name *= larger;
    // Nothing that is read may be smaller than 18 real pixels, but for windows in which that is larger than the line.
    const float least = std::min(m.text, std::max(kLeastSmall, kLeastPixels / canvas.scale));
    m.small = std::max(m.small, least);
    m.name = std::max(m.name, least);
    m.least_slanted = kLeastSlantedPixels / canvas.scale;
    m.seal *= larger;
    return m;
}

TextStyle line_style(const Metrics& m, const std::string& language) {
    TextStyle style;
    style.family = m.choice.typeface;
    style.bold = m.choice.bold;
    style.size = m.text;
    style.row_pitch = kLinePitch * m.choice.row_spacing / 100;
    style.language = language;
    style.color = m.choice.high_contrast ? theme::kClearText : theme::kText;
    return style;
}

TextStyle spoken_style(const Metrics& m, const std::string& language, bool large) {
    TextStyle style = large ? line_style(m, language) : small_style(m, language);
    style.lining_figures = false; // among letters they are as high as those
    return style;
}

TextStyle book_style(TextStyle style) {
    style.align = Align::kJustify;
    style.first_indent_em = 2;
    style.hyphenate = true;
    style.optical_margins = true;
    return style;
}

TextStyle small_style(const Metrics& m, const std::string& language) {
    TextStyle style = line_style(m, language);
    style.lining_figures = true;
    style.size = m.small;
    style.row_pitch = kSmallPitch * m.choice.row_spacing / 100;
    style.color = m.choice.high_contrast ? theme::kClearSecondary : theme::kSecondary;
    return style;
}

TextStyle name_style(const Metrics& m, const std::string& language) {
    TextStyle style = line_style(m, language);
    style.lining_figures = true;
    style.size = m.name;
    style.color = m.choice.high_contrast ? theme::kClearName : theme::kName;
    return style;
}

TextStyle title_style(float size, const std::string& language) {
    TextStyle style;
    style.family = Family::kTitle;
    style.lining_figures = true;
    style.size = size;
    style.row_pitch = 1.4f;
    style.language = language;
    style.mode = FitMode::kBalance;
    style.align = Align::kCenter;
    style.color = theme::kText;
    return style;
}

TextStyle button_style(const Metrics& m, const std::string& language) {
    TextStyle style = line_style(m, language);
    style.lining_figures = true;
    style.row_pitch = kLinePitch; // a label is no text to read
    style.mode = FitMode::kBalance;
    return style;
}

} // namespace liubai
