#include "ui/keyboard.h"

#include "ui/one_row.h"
#include "ui/strings.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace liubai {
namespace {

// Rows of keys. A key is as wide as its character comes in a row: '<' erases, '>' is done.
constexpr std::string_view kWide[]{"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "<<<    >>>"};
// Where ten keys of 44 points have no room beside each other; cut anywhere qwerty is no order any more.
constexpr std::string_view kNarrow[]{"abcdefg", "hijklmn", "opqrstu", "vwxyz<<", "1234567", "890  >>"};
// Where five rows of them would take most of the height.
constexpr std::string_view kLow[]{"qwertyuiop<123", "asdfghjkl>>456", "zxcvbnm   0789"};

constexpr float kPad = 22;        // above the first row and below the last
constexpr float kSide = 20;       // left and right of the longest
constexpr float kWidest = 122;    // a letter's room, where 44 points ask for no more
constexpr float kLetterSize = 42; // em

float row_height(const ScreenContext& c) {
    return std::max(c.metrics.mark, std::clamp(c.metrics.mark + 10, 78.0f, 124.0f));
}

std::span<const std::string_view> rows_of(const ScreenContext& c) {
    const Vec2 room = c.canvas.size;
    if (10 * c.metrics.mark + 2 * kSide > room.x) return kNarrow;
    if (static_cast<float>(std::size(kWide)) * row_height(c) > room.y / 2) return kLow;
    return kWide;
}

Command command_of(char key) { return key == '<' ? Command::kErase : key == '>' ? Command::kTyped : Command::kLetter; }

std::string label_of(char key, Language reader) {
    switch (key) {
    case '<': return strings::kEraseKey.in(reader);
    case '>': return strings::kDoneKey.in(reader);
    case ' ': return strings::kSpaceKey.in(reader);
    default: return {key};
    }
}

} // namespace

Rect keyboard_area(const ScreenContext& c) {
    const float height = row_height(c) * static_cast<float>(rows_of(c).size()) + 2 * kPad;
    return {0, c.canvas.size.y - height, c.canvas.size.x, height};
}

std::vector<Button> put_keyboard(Items& items, const ScreenContext& c, std::size_t first) {
    const Rect area = keyboard_area(c);
    put_fill(items, {area.x, area.y - 6, area.w, 6}, theme::kSilk);
    put_paper(items, c.look, area, theme::kPaper);
    const auto rows = rows_of(c);
    const float height = row_height(c);
    const float most = std::max(kWidest, c.metrics.mark * 1.15f);
    const float width = std::min(most, (area.w - 2 * kSide) / static_cast<float>(rows.front().size()));
    TextStyle style = button_style(c.metrics, tag(c.reader));
    style.size = kLetterSize;
    style.color = theme::kBrushInk;
    std::vector<Button> buttons;
    float y = area.y + kPad;
    for (const std::string_view row : rows) {
        float x = area.w / 2 - width * static_cast<float>(row.size()) / 2;
        for (std::size_t i = 0; i < row.size();) {
            const char key = row[i];
            const std::size_t end = std::min(row.find_first_not_of(key, i), row.size());
            const Rect at{x, y, width * static_cast<float>(end - i), height};
            const bool focused = c.show_focus && c.focus == first + buttons.size();
            put_fill(items, inflated(at, -4), faded(theme::kBrushInk, focused ? 0.14f : 0.055f));
            const std::string label = label_of(key, c.reader);
            const TextStyle set = fitted(c, label, style, at.w - 16);
            const Rect text = put_centered(items, c.layouts, label, set, at.center(), at.w);
            if (focused) put_focus(items, c.look.ui, text, set.size);
            const Command command = command_of(key);
            buttons.push_back({command, command == Command::kLetter ? static_cast<std::size_t>(key) : 0, at, label});
            x += at.w;
            i = end;
        }
        y += height;
    }
    return buttons;
}

} // namespace liubai
