#include "game/paged.h"

#include "game/chapters.h"
#include "game/focus.h"
#include "game/play.h"
#include "game/show.h"
#include "game/slots.h"
#include "game/text_entry.h"

#include <algorithm>
#include <utility>

namespace liubai {
namespace {

bool has_slots(const Ui& ui) { return ui.screen == ScreenKind::kSave || ui.screen == ScreenKind::kLoad; }
bool has_pages(const Ui& ui) { return has_slots(ui) || ui.screen == ScreenKind::kChapters; }

/// What one input does there.
class Paged {
public:
    Paged(GameState& state, Layouts& layouts, const Content& content, std::vector<Request>& requests)
        : state_(state), ui_(state.ui), layouts_(layouts), content_(content), requests_(requests) {}

    bool operator()(const KeyDown& e) {
        if (type(e)) return true;
        if (e.alt || e.control) return false;
        if (const auto way = arrow_of(e.key)) return walk(*way);
        switch (e.key) {
        case Key::kEscape: return take_back();
        case Key::kPageUp: return turn(-1);
        case Key::kPageDown: return turn(1);
        case Key::kDelete: return delete_focused();
        case Key::kEnter:
            if (!ui_.field.active || e.repeat || is_on(Command::kNo)) return false;
            run(Command::kYes, 0);
            return true;
        default: return false;
        }
    }
    bool operator()(const PadDown& e) {
        if (const auto way = arrow_of(e.button)) return walk(*way);
        if (const auto command = keyboard_command(e.button); command && shows_keyboard(ui_)) {
            run(*command, 0);
            return true;
        }
        switch (e.button) {
        case PadButton::kB:
        case PadButton::kStart: return take_back();
        case PadButton::kX: return delete_focused();
        case PadButton::kLeftShoulder: return turn(-1);
        case PadButton::kRightShoulder: return turn(1);
        default: return false;
        }
    }
    bool operator()(const Wheel& e) {
        ui_.scroll += e.steps; // a touchpad sends parts of a step
        for (; ui_.scroll >= 1; --ui_.scroll) turn_by(-1);
        for (; ui_.scroll <= -1; ++ui_.scroll) turn_by(1);
        return true;
    }
    bool operator()(const PointerDown& e) { return e.button == PointerButton::kRight && take_back(); }
    bool operator()(const TextTyped& e) { return type(e); }
    bool operator()(const Composition& e) { return type(e); }
    template <typename Other>
    bool operator()(const Other&) {
        return false;
    }

    void run(Command command, std::size_t option) {
        if (take_letter(ui_.field, command, option)) return;
        switch (command) {
        case Command::kSlot:
            choose_slot(state_, option, requests_);
            break;
        case Command::kDeleteSlot: ask_to_delete(state_, option); break;
        case Command::kTyped:
        case Command::kYes: answer_yes(state_, content_, requests_); break;
        case Command::kNo: take_question_back(state_); break;
        case Command::kPage:
            ui_.picked = option;
            focus_on(Command::kPage, option);
            return;
        case Command::kChapter: choose_chapter(state_, content_, option); return;
        default: return;
        }
        focus_on_answer();
    }

    /// The keyboard came, or another device was taken up while a name is typed.
    void follow_keyboard() {
        if (!ui_.field.active) return;
        shows_keyboard(ui_) ? focus_on(Command::kLetter, kFirstLetter) : focus_on(Command::kYes, 0);
    }

    void turn_by(int by) {
        if (!has_pages(ui_) || ui_.question != SlotQuestion::kNone) return;
        const auto pages = static_cast<int>(has_slots(ui_) ? kSlotPages : count_chapter_pages(state_, content_, layouts_));
        const auto from = static_cast<int>(ui_.picked);
        const int to = std::clamp(from + by, 0, pages - 1);
        if (to == from) return;
        const bool on_mark = is_on(Command::kPage);
        ui_.picked = static_cast<std::size_t>(to);
        if (on_mark) return focus_on(Command::kPage, ui_.picked);
        ui_.focus = 0;
    }

private:
    [[nodiscard]] std::vector<Button> buttons() const { return show(state_, {}, layouts_, content_).buttons; }

    [[nodiscard]] bool is_focus_shown() const { return !ui_.by_pointer || ui_.on_button; }

    bool is_on(Command command) const {
        const auto all = buttons();
        return is_focus_shown() && ui_.focus < all.size() && all[ui_.focus].command == command;
    }

    void focus_on(Command command, std::size_t option) {
        const auto all = buttons();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Button& b) {
            return b.command == command && (b.option == option || command == Command::kYes || command == Command::kNo);
        });
        ui_.focus = found == all.end() ? 0 : static_cast<std::size_t>(found - all.begin());
    }

    /// Where the next press most likely goes; never on what would delete something.
    void focus_on_answer() {
        switch (ui_.question) {
        case SlotQuestion::kNone: return focus_on(Command::kSlot, ui_.asked);
        case SlotQuestion::kDelete:
        case SlotQuestion::kOverwrite: return focus_on(Command::kNo, 0);
        case SlotQuestion::kName: return focus_on(Command::kYes, 0);
        }
    }

    /// From now on Enter means the name: wherever the mouse was left lying.
    bool type(const InputEvent& input) {
        if (!take_text_input(ui_.field, input)) return false;
        if (shows_keyboard(ui_)) return true;
        if (ui_.by_pointer) focus_on(Command::kYes, 0);
        ui_.by_pointer = false;
        return true;
    }

    bool walk(Vec2 way) {
        const bool was_hidden = !is_focus_shown();
        ui_.by_pointer = false;
        if (!was_hidden) ui_.focus = focus_towards(buttons(), ui_.focus, way); // the first press only shows it
        return true;
    }

    bool turn(int by) {
        turn_by(by);
        return true;
    }

    bool take_back() {
        if (ui_.question == SlotQuestion::kNone) return false;
        take_question_back(state_);
        focus_on_answer();
        return true;
    }

    bool delete_focused() {
        const auto all = buttons();
        if (ui_.question != SlotQuestion::kNone || !is_focus_shown() || ui_.focus >= all.size()) return true;
        const Button& on = all[ui_.focus];
        if (on.command == Command::kSlot || on.command == Command::kDeleteSlot) run(Command::kDeleteSlot, on.option);
        return true;
    }

    GameState& state_;
    Ui& ui_;
    Layouts& layouts_;
    const Content& content_;
    std::vector<Request>& requests_;
};

} // namespace

bool take_paged_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
                      std::vector<Request>& requests) {
    return has_pages(state.ui) && std::visit(Paged(state, layouts, content, requests), input);
}

void run_paged(GameState& state, Layouts& layouts, const Content& content, Command command, std::size_t option,
               std::vector<Request>& requests) {
    Paged(state, layouts, content, requests).run(command, option);
}

void follow_keyboard_on_pages(GameState& state, Layouts& layouts, const Content& content) {
    std::vector<Request> none;
    if (has_pages(state.ui)) Paged(state, layouts, content, none).follow_keyboard();
}

void turn_page(GameState& state, Layouts& layouts, const Content& content, int by) {
    std::vector<Request> none;
    Paged(state, layouts, content, none).turn_by(by);
}

} // namespace liubai
