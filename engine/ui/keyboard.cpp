#include "ui/keyboard.h"

#include "ui/strings.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace liubai {
namespace {

constexpr std::array<std::string_view, 4> kRows{"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr float kPad = 22;        // above the first row and below the last
constexpr float kWidest = 122;    // a letter's room
constexpr float kLetterSize = 42; // em

float row_height(const ScreenContext& c) { return std::clamp(c.metrics.mark + 10, 78.0f, 124.0f); }

} // namespace

Rect keyboard_area(const ScreenContext& c) {
    const float height = row_height(c) * static_cast<float>(kRows.size() + 1) + 2 * kPad;
    return {0, c.canvas.size.y - height, c.canvas.size.x, height};
}

std::vector<Button> put_keyboard(Items& items, const ScreenContext& c, std::size_t first) {
    const Rect area = keyboard_area(c);
    put_fill(items, {area.x, area.y - 6, area.w, 6}, theme::kSilk);
    put_paper(items, c.look, area, theme::kPaper);
    const float height = row_height(c);
    const float width = std::min(kWidest, (area.w - 40) / 10);
    TextStyle style = button_style(c.metrics, tag(c.reader));
    style.size = kLetterSize;
    style.color = theme::kBrushInk;
    std::vector<Button> buttons;
    const auto key = [&](Command command, std::size_t option, const std::string& shown, const std::string& label, Rect at) {
        const bool focused = c.show_focus && c.focus == first + buttons.size();
        put_fill(items, inflated(at, -4), faded(theme::kBrushInk, focused ? 0.14f : 0.055f));
        const Rect text = put_centered(items, c.layouts, shown, style, at.center(), at.w);
        if (focused) put_focus(items, c.look.ui, text, style.size);
        buttons.push_back({command, option, at, label});
    };
    float y = area.y + kPad;
    for (const std::string_view row : kRows) {
        float x = area.w / 2 - width * static_cast<float>(row.size()) / 2;
        for (const char letter : row) {
            const std::string one(1, letter);
            key(Command::kLetter, static_cast<std::size_t>(letter), one, one, {x, y, width, height});
            x += width;
        }
        y += height;
    }
    const float left = area.w / 2 - width * 5;
    const auto word = [&](Command command, std::size_t option, const Bilingual& name, float from, float keys) {
        key(command, option, name.in(c.reader), name.in(c.reader), {left + width * from, y, width * keys, height});
    };
    word(Command::kErase, 0, strings::kEraseKey, 0, 2.5f);
    word(Command::kLetter, ' ', strings::kSpaceKey, 2.5f, 5);
    word(Command::kTyped, 0, strings::kDoneKey, 7.5f, 2.5f);
    return buttons;
}

} // namespace liubai
