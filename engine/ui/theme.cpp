#include "ui/theme.h"

#include <algorithm>

namespace liubai {

Metrics metrics(const Canvas& canvas, float points) {
    Metrics m;
    const float w = canvas.size.x;
    const float h = canvas.size.y;
    m.mark = std::max(64.0f, 44.0f * points / canvas.scale);
    if (canvas.form == Form::kTall) {
        const float stage_height = h * 0.54f;
        m.stage = {0, 0, w, stage_height};
        m.edge = 0;
        m.text = 53;
        m.small = 42;
        m.name = 42;
        m.seal = 72;
        m.wash_top = stage_height - 330;
        m.column = {76, stage_height + 20, w - 152, h - stage_height - 20 - m.mark - 24};
        return m;
    }
    m.stage = {0, 0, w, h};
    const float column_width = std::min(1160.0f, w - 280);
    m.column = {(w - column_width) / 2 + 20, 834, column_width, h - 834 - 36};
    m.wash_top = h - 420;
    return m;
}

TextStyle line_style(const Metrics& m, const std::string& language) {
    TextStyle style;
    style.size = m.text;
    style.row_pitch = 1.48f;
    style.language = language;
    style.color = theme::kText;
    return style;
}

TextStyle small_style(const Metrics& m, const std::string& language) {
    TextStyle style = line_style(m, language);
    style.size = m.small;
    style.row_pitch = 1.36f;
    style.color = theme::kSecondary;
    return style;
}

TextStyle name_style(const Metrics& m, const std::string& language) {
    TextStyle style = line_style(m, language);
    style.size = m.name;
    style.color = theme::kName;
    return style;
}

TextStyle title_style(float size, const std::string& language) {
    TextStyle style;
    style.family = Family::kTitle;
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
    style.mode = FitMode::kBalance;
    return style;
}

} // namespace liubai
