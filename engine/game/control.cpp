#include "game/control.h"

#include "game/commands.h"
#include "game/book_input.h"
#include "game/chapters.h"
#include "game/going_back.h"
#include "game/keep_place.h"
#include "game/pace.h"
#include "game/paged.h"
#include "game/play.h"
#include "game/press.h"
#include "game/saving.h"
#include "game/setting_steps.h"
#include "game/settings_screen.h"
#include "game/show.h"
#include "game/text_entry.h"
#include "ui/strings.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

namespace liubai {
namespace {

constexpr std::int64_t kMouse = -1; // the finger that the left button is

/// What one input does. One of these lives for one update().
class Control {
public:
    Control(GameState& state, Layouts& layouts, const Content& content, std::vector<Request>& requests)
        : state_(state), layouts_(layouts), content_(content), requests_(requests) {}

    void operator()(const PointerMoved& e) {
        move_press(state_, kMouse, e.at);
        point_at(e.at);
    }
    void operator()(const PointerDown& e) {
        if (show_again()) return;
        point_at(e.at);
        switch (e.button) {
        case PointerButton::kRight: menu_or_back(); break;
        case PointerButton::kMiddle: act(Action::kHide); break;
        case PointerButton::kLeft: press_down(kMouse, e.at); break;
        }
    }
    void operator()(const PointerUp& e) {
        if (e.button == PointerButton::kLeft) lift(end_press(state_, kMouse, e.at), e.at);
    }
    void operator()(const Wheel& e) {
        if (e.steps == 0 || show_again()) return;
        const bool up = e.steps > 0;
        if (state_.ui.screen != ScreenKind::kReading) return;
        switch (state_.settings.wheel) {
        case WheelSetting::kLines: act(up ? Action::kBack : Action::kForward); break;
        case WheelSetting::kBacklog: up ? act(Action::kBacklog) : act(Action::kForward); break;
        case WheelSetting::kNothing: break;
        }
    }
    void operator()(const TouchDown& e) {
        if (show_again()) return;
        point_at(e.at);
        press_down(e.finger, e.at);
        state_.ui.on_button = false; // shown while a mouse is on something; a finger hides it
    }
    void operator()(const TouchMoved& e) { move_press(state_, e.finger, e.at); }
    void operator()(const TouchUp& e) {
        lift(end_press(state_, e.finger, e.at), e.at);
        state_.ui.on_button = false; // a finger that is gone points at nothing
    }
    void operator()(const KeyDown& e) {
        if (e.key == Key::kF11 || (e.key == Key::kEnter && e.alt)) return act(Action::kFullscreen);
        if (e.alt) return;
        if (e.key != Key::kControl && e.key != Key::kShift && show_again()) return;
        if (e.key == Key::kEscape) return menu_or_back();
        if (e.control && e.key != Key::kControl && e.key != Key::kC) return;
        if ((has_focus() || turns_pages()) && take_screen_key(e)) return;
        if (state_.ui.screen != ScreenKind::kReading && base_screen(state_.ui) != ScreenKind::kEnd) return;
        const auto bound = state_.settings.bindings.keys.find(e.key);
        if (bound == state_.settings.bindings.keys.end()) return;
        // A key that is held down does not run through the story; going back may.
        if (e.repeat && bound->second != Action::kBack && bound->second != Action::kForward) return;
        act(bound->second);
    }
    void operator()(const KeyUp& e) {
        const auto bound = state_.settings.bindings.keys.find(e.key);
        if (bound != state_.settings.bindings.keys.end()) let_go(bound->second);
    }
    void operator()(const PadDown& e) {
        if (show_again()) return;
        if (e.button == PadButton::kStart) return menu_or_back();
        if ((has_focus() || turns_pages()) && take_screen_button(e.button)) return;
        if (state_.ui.screen != ScreenKind::kReading) return;
        const auto bound = state_.settings.bindings.pads.find(e.button);
        if (bound != state_.settings.bindings.pads.end()) act(bound->second);
    }
    void operator()(const PadUp& e) {
        const auto bound = state_.settings.bindings.pads.find(e.button);
        if (bound != state_.settings.bindings.pads.end()) let_go(bound->second);
    }
    void operator()(const PadChanged& e) {
        state_.ui.pad = e.connected ? e.kind : PadKind::kUnknown;
        if (!e.connected) state_.ui.by_pad = false;
    }
    void operator()(const ActionGiven& e) { act(e.action); }
    void operator()(const TextTyped&) {}
    void operator()(const Composition&) {}
    void operator()(const Resized& e) {
        Surroundings& s = state_.surroundings;
        change([&] {
            s.canvas = canvas_for(e.size);
            s.points = e.scale;
        });
        s.accelerated = e.accelerated;
        s.reduced_motion = e.reduced_motion;
    }
    void operator()(const FocusChanged& e) {
        state_.surroundings.focused = e.focused;
        if (e.focused) return;
        write_what_is_due(state_, content_, true, requests_);
        state_.pace.skips_held = false; // the key may be let go elsewhere
        state_.ui.press = {};
        peek(state_, false);
    }
    void operator()(const Loaded&) {
        resume_loading(state_, layouts_, content_);
        resume_going(state_, layouts_, content_);
        resume_starting(state_, content_);
        if (state_.moment.kind == MomentKind::kMissingScene) step_on(state_, content_);
    }
    void operator()(const SaveListed& e) { take_list(state_, e); }
    void operator()(const SaveDone& e) {
        if (!e.ok) return tell(state_, e.message);
        if (e.slot != kAutoSlot) requests_.emplace_back(ListSavesRequest{});
    }
    void operator()(const SaveLoaded& e) { take_save(state_, layouts_, content_, e); }
    void operator()(const SeenLoaded& e) { take_seen(state_, e); }
    void operator()(const Told& e) { tell(state_, e.text); }
    void operator()(const SpeechDone&) { state_.moment.is_said = true; }
    void operator()(const SoundDone& e) {
        auto& sounding = state_.pace.sounding;
        if (const auto found = sounding.find(e.sound); found != sounding.end()) sounding.erase(found);
    }
    void operator()(const LocalTime& e) { state_.saving.minutes = e.minutes; }

private:
    [[nodiscard]] std::vector<Button> buttons() const {
        return show(state_, dialogue_now(state_, content_, layouts_), layouts_, content_).buttons;
    }

    /// True where arrows walk over buttons; while reading they belong to the story.
    [[nodiscard]] bool has_focus() const {
        return !turns_pages() && (state_.ui.screen != ScreenKind::kReading || state_.moment.kind == MomentKind::kChoice);
    }
    /// At the end, before its last page.
    [[nodiscard]] bool turns_pages() const {
        return state_.ui.screen == ScreenKind::kEnd && state_.ui.page + 1 < end_pages(state_, content_, layouts_);
    }

    static std::optional<std::size_t> hit(const std::vector<Button>& buttons, Vec2 at) {
        for (std::size_t i = buttons.size(); i-- > 0;) {
            if (buttons[i].at.contains(at)) return i;
        }
        return std::nullopt;
    }

    void point_at(Vec2 at) {
        state_.ui.pointer = at;
        state_.ui.by_pointer = true;
        const auto index = hit(buttons(), at);
        state_.ui.on_button = index.has_value();
        if (index) state_.ui.focus = *index;
    }

    /// What hides everything but the picture is taken back by any input. True when it was.
    bool show_again() {
        state_.pace.skips = state_.pace.skips && state_.ui.screen == ScreenKind::kReading;
        return std::exchange(state_.ui.hidden, false);
    }

    void press_down(std::int64_t finger, Vec2 at) {
        const bool touch = finger != kMouse;
        const bool rests = state_.ui.screen == ScreenKind::kReading && !hit(buttons(), at);
        if (touch || rests) {
            begin_press(state_, finger, at);
        } else {
            press_at(at);
        }
    }

    void lift(Lifted lifted, Vec2 at) {
        switch (lifted) {
        case Lifted::kNothing: break;
        case Lifted::kTap: press_at(at); break;
        case Lifted::kSweptLeft: sweep(Action::kForward); break;
        case Lifted::kSweptRight: sweep(Action::kBack); break;
        case Lifted::kSweptUp: sweep(Action::kBacklog); break;
        }
    }

    void sweep(Action action) {
        if (state_.ui.screen == ScreenKind::kReading) return act(action);
        turn_page(state_, layouts_, content_, action == Action::kBack ? -1 : 1);
    }

    /// A key on a screen where arrows walk over buttons. False: it has no meaning of its own there.
    bool take_screen_key(const KeyDown& e) {
        switch (e.key) {
        case Key::kSpace:
        case Key::kEnter:
            if (!e.repeat) confirm();
            return true;
        case Key::kDown: turns_pages() ? go_on() : move_focus(1); return true;
        case Key::kUp: turns_pages() ? turn_back() : move_focus(-1); return true;
        case Key::kRight: turns_pages() ? go_on() : move_focus(sideways(1)); return true;
        case Key::kLeft: turns_pages() ? turn_back() : move_focus(sideways(-1)); return true;
        case Key::kTab: move_focus(e.shift ? -1 : 1); return true;
        case Key::kT:
            if (!e.repeat) run(Command::kNextMode);
            return true;
        default: return false;
        }
    }

    bool take_screen_button(PadButton button) {
        switch (button) {
        case PadButton::kA: confirm(); return true;
        case PadButton::kB: back(); return true;
        case PadButton::kY: run(Command::kNextMode); return true;
        case PadButton::kDown: turns_pages() ? go_on() : move_focus(1); return true;
        case PadButton::kUp: turns_pages() ? turn_back() : move_focus(-1); return true;
        case PadButton::kRight: turns_pages() ? go_on() : move_focus(sideways(1)); return true;
        case PadButton::kLeft: turns_pages() ? turn_back() : move_focus(sideways(-1)); return true;
        default: return false;
        }
    }

    /// What the reader means, whatever said so.
    void act(Action action) {
        const bool reading = state_.ui.screen == ScreenKind::kReading;
        switch (action) {
        case Action::kAdvance: confirm(); break;
        case Action::kBack:
            if (reading || state_.ui.screen == ScreenKind::kEnd) go_back(state_, layouts_, content_);
            break;
        case Action::kForward: go_forward(state_, layouts_, content_); break;
        case Action::kBacklog:
            if (reading) open_screen(state_, ScreenKind::kBacklog);
            break;
        case Action::kDocument:
            if (reading) open_screen(state_, ScreenKind::kDocument);
            break;
        case Action::kAuto:
            if (reading) toggle_automatic(state_);
            break;
        case Action::kSkip:
            if (reading) toggle_skipping(state_, content_);
            break;
        case Action::kSkipHeld:
            if (reading && !state_.pace.skips_held) {
                state_.pace = {};
                state_.pace.skips_held = true;
            }
            break;
        case Action::kPeek: peek(state_, true); break;
        case Action::kMode: run(Command::kNextMode); break;
        case Action::kHide: state_.ui.hidden = reading; break;
        case Action::kMenu: menu_or_back(); break;
        case Action::kSave:
            if (base_screen(state_.ui) == ScreenKind::kReading) run(Command::kSaves);
            break;
        case Action::kLoad: run(Command::kLoads); break;
        case Action::kQuickSave:
            if (save_into(state_, content_, kQuickSlot, "", requests_)) tell(state_, strings::kSaved);
            break;
        case Action::kQuickLoad: requests_.emplace_back(LoadRequest{kQuickSlot}); break;
        case Action::kCopy: copy_line(); break;
        case Action::kSpeech: next_speech(); break;
        case Action::kScreenshot: requests_.emplace_back(ScreenshotRequest{}); break;
        case Action::kFullscreen: toggle_fullscreen(state_, requests_); break;
        case Action::kPanel: state_.ui.panel = !state_.ui.panel; break;
        case Action::kQuit: run(Command::kQuit); break;
        }
    }

    /// The key or button that was held is up again.
    void let_go(Action action) {
        if (action == Action::kSkipHeld) state_.pace.skips_held = false;
        if (action == Action::kPeek) peek(state_, false);
    }

    void copy_line() {
        const Line* line = current_line(state_, content_);
        if (!line) return;
        std::string words;
        for (const ShownText& text : texts_now(state_, content_))
            words += (words.empty() ? "" : "\n") + plain(text.text, "（  ）");
        requests_.emplace_back(CopyRequest{std::move(words)});
        tell(state_, strings::kCopied);
    }

    void next_speech() {
        SpeechSetting& speech = state_.settings.speech;
        speech = static_cast<SpeechSetting>((static_cast<int>(speech) + 1) % 3);
        tell(state_, speech_name(speech));
        keep_settings(state_, requests_);
    }

    void press_at(Vec2 at) {
        const auto all = buttons();
        if (const auto index = hit(all, at)) {
            run(all[*index].command, all[*index].option);
        } else if (state_.ui.screen == ScreenKind::kReading || turns_pages()) {
            go_on();
        }
    }

    void go_on() {
        if (turns_pages()) {
            turn_to_end_page(state_, state_.ui.page + 1);
        } else {
            advance_by_reader(state_, layouts_, content_);
        }
    }

    void turn_back() {
        if (state_.ui.page > 0) turn_to_end_page(state_, state_.ui.page - 1);
    }

    void confirm() {
        if (!has_focus()) {
            go_on();
            return;
        }
        const auto all = buttons();
        const bool shown = !state_.ui.by_pointer || state_.ui.on_button;
        state_.ui.by_pointer = false;
        if (shown && state_.ui.focus < all.size()) run(all[state_.ui.focus].command, all[state_.ui.focus].option);
    }

    /// How many buttons on the next one to the right (`to` 1) or left (-1) is: the nearest on the same height, or
    /// where none is, as in a single column, the next in order.
    int sideways(int to) {
        const auto all = buttons();
        const std::size_t focus = state_.ui.focus;
        if (focus >= all.size()) return to;
        const Vec2 here = all[focus].at.center();
        std::optional<std::size_t> nearest;
        const auto distance = [&](std::size_t i) { return (all[i].at.center().x - here.x) * static_cast<float>(to); };
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool beside = std::abs(all[i].at.center().y - here.y) < all[focus].at.h / 2 && distance(i) > 0;
            if (beside && (!nearest || distance(i) < distance(*nearest))) nearest = i;
        }
        return nearest ? static_cast<int>(*nearest) - static_cast<int>(focus) : to;
    }

    void move_focus(int by) {
        const auto count = static_cast<int>(buttons().size());
        if (count == 0) return;
        const bool was_hidden = state_.ui.by_pointer && !state_.ui.on_button;
        state_.ui.by_pointer = false;
        if (was_hidden) return; // the first key press only shows where the focus is
        state_.ui.focus = static_cast<std::size_t>((static_cast<int>(state_.ui.focus) + by + count) % count);
    }

    void menu_or_back() {
        if (state_.ui.screen == ScreenKind::kReading) {
            run(Command::kMenu);
        } else {
            back();
        }
    }

    void back() {
        if (!state_.ui.below.empty()) return run(Command::kBack);
        if (turns_pages()) run(Command::kSkip);
    }

    void run(Command command, std::size_t option = 0) {
        run_command(state_, layouts_, content_, command, option, requests_);
    }

    void change(const std::function<void()>& what) { keep_place(state_, layouts_, content_, what); }

    GameState& state_;
    Layouts& layouts_;
    const Content& content_;
    std::vector<Request>& requests_;
};

/// What the reader has in hand. A finger counts when it is lifted: a keyboard that came up under it would take its press.
void note_device(Ui& ui, const InputEvent& input) {
    const bool by_pad = std::holds_alternative<PadDown>(input);
    const bool by_finger = std::holds_alternative<TouchUp>(input);
    const bool by_other = std::holds_alternative<KeyDown>(input) || std::holds_alternative<PointerMoved>(input) ||
                          std::holds_alternative<PointerDown>(input);
    if (!by_pad && !by_finger && !by_other) return;
    ui.by_pad = by_pad;
    ui.by_finger = by_finger;
}

void do_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
              std::vector<Request>& requests) {
    if (take_book_input(state, layouts, content, input, requests)) return;
    if (take_paged_input(state, layouts, content, input, requests)) return;
    if (take_settings_input(state, layouts, content, input, requests)) return;
    std::visit(Control(state, layouts, content, requests), input);
}

} // namespace

void take_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
                std::vector<Request>& requests) {
    bool had_keyboard = shows_keyboard(state.ui);
    /// The focus follows the keyboard on the screen. True when that came or went.
    const auto follow = [&] {
        if (shows_keyboard(state.ui) == had_keyboard) return false;
        had_keyboard = !had_keyboard;
        follow_keyboard_in_book(state, layouts, content);
        follow_keyboard_on_pages(state, layouts, content);
        return true;
    };
    const bool lifts = std::holds_alternative<TouchUp>(input);
    if (!lifts) note_device(state.ui, input);
    if (follow() && had_keyboard) return; // a pad's first press only shows it
    do_input(state, layouts, content, input, requests);
    if (lifts) note_device(state.ui, input);
    follow();
}

} // namespace liubai
