#pragma once
// Walking over a screen's buttons by arrows alone, as a reader does with a pad or a keyboard.

#include "support/table.h"

#include <cmath>

namespace liubai {

inline PadButton pad_arrow(Vec2 way) {
    return way.x < 0 ? PadButton::kLeft : way.x > 0 ? PadButton::kRight : way.y < 0 ? PadButton::kUp : PadButton::kDown;
}

inline Key key_arrow(Vec2 way) {
    return way.x < 0 ? Key::kLeft : way.x > 0 ? Key::kRight : way.y < 0 ? Key::kUp : Key::kDown;
}

/// The focus goes to that button by arrows that `press` gives, or the test fails.
template <typename Press>
void walk_to(Table& table, Command command, std::size_t option, const Press& press) {
    for (int i = 0; i < 200; ++i) {
        const auto buttons = table.buttons();
        const std::size_t focus = table.state().ui.focus;
        std::size_t wanted = buttons.size();
        for (std::size_t b = 0; b < buttons.size(); ++b) {
            if (buttons[b].command == command && buttons[b].option == option) wanted = b;
        }
        REQUIRE(wanted < buttons.size());
        const bool shown = !table.state().ui.by_pointer || table.state().ui.on_button;
        if (shown && focus == wanted) return;
        const Vec2 from = buttons[focus].at.center();
        const Vec2 to = buttons[wanted].at.center();
        const float dx = to.x - from.x;
        const float dy = to.y - from.y;
        const bool sideways = std::abs(dy) < 20 || (std::abs(dx) > 20 && i % 2 == 1);
        press(sideways ? Vec2{dx < 0 ? -1.0f : 1.0f, 0} : Vec2{0, dy < 0 ? -1.0f : 1.0f});
    }
    FAIL("the focus does not come there");
}

} // namespace liubai
