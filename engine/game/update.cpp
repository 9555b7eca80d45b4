#include "game/game.h"
#include "game/keep_place.h"
#include "game/play.h"
#include "game/setting_steps.h"
#include "game/show.h"

#include <algorithm>
#include <optional>

namespace liubai {
namespace {

/// What one input does. One of these lives for one update().
class Control {
public:
    Control(GameState& state, Layouts& layouts, const Content& content, std::vector<Request>& requests)
        : state_(state), layouts_(layouts), content_(content), requests_(requests) {}

    void operator()(const PointerMoved& e) { point_at(e.at); }
    void operator()(const PointerDown& e) {
        point_at(e.at);
        if (e.button == PointerButton::kRight) {
            menu_or_back();
        } else if (e.button == PointerButton::kLeft) {
            press_at(e.at);
        }
    }
    void operator()(const PointerUp&) {}
    void operator()(const Wheel&) {}
    void operator()(const TouchDown&) {}
    void operator()(const TouchMoved&) {}
    void operator()(const TouchUp& e) {
        point_at(e.at);
        press_at(e.at);
        state_.ui.on_button = false; // a finger that is gone points at nothing
    }
    void operator()(const KeyDown& e) {
        if (e.key == Key::kF11 || (e.key == Key::kEnter && e.alt)) {
            toggle_fullscreen();
            return;
        }
        if (e.alt || e.control) return;
        switch (e.key) {
        case Key::kEscape: menu_or_back(); break;
        case Key::kT:
            if (!e.repeat) run(Command::kNextMode);
            break;
        case Key::kSpace:
        case Key::kEnter:
            if (!e.repeat) confirm();
            break;
        case Key::kDown:
        case Key::kRight:
            if (has_focus()) {
                walk(1, e.key == Key::kRight);
            } else if ((e.key == Key::kDown || turns_pages()) && !e.repeat) {
                go_on();
            }
            break;
        case Key::kUp:
        case Key::kLeft:
            if (has_focus()) {
                walk(-1, e.key == Key::kLeft);
            } else if (turns_pages() && !e.repeat) {
                turn_back();
            }
            break;
        case Key::kTab:
            if (has_focus()) move_focus(e.shift ? -1 : 1);
            break;
        default: break;
        }
    }
    void operator()(const KeyUp&) {}
    void operator()(const PadDown& e) {
        switch (e.button) {
        case PadButton::kA: confirm(); break;
        case PadButton::kB: back(); break;
        case PadButton::kStart: menu_or_back(); break;
        case PadButton::kY: run(Command::kNextMode); break;
        case PadButton::kDown:
        case PadButton::kRight:
            if (has_focus()) {
                walk(1, e.button == PadButton::kRight);
            } else if (turns_pages()) {
                go_on();
            }
            break;
        case PadButton::kUp:
        case PadButton::kLeft:
            if (has_focus()) {
                walk(-1, e.button == PadButton::kLeft);
            } else if (turns_pages()) {
                turn_back();
            }
            break;
        default: break;
        }
    }
    void operator()(const PadUp&) {}
    void operator()(const PadChanged&) {}
    void operator()(const ActionGiven& e) {
        switch (e.action) {
        case Action::kAdvance: confirm(); break;
        case Action::kMenu: menu_or_back(); break;
        case Action::kMode: run(Command::kNextMode); break;
        case Action::kFullscreen: toggle_fullscreen(); break;
        case Action::kQuit: run(Command::kQuit); break;
        default: break;
        }
    }
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
    void operator()(const FocusChanged& e) { state_.surroundings.focused = e.focused; }
    void operator()(const Loaded&) {
        if (state_.moment.kind == MomentKind::kMissingScene) step_on(state_, content_);
    }
    void operator()(const SaveListed&) {}
    void operator()(const SaveDone&) {}
    void operator()(const SaveLoaded&) {}
    void operator()(const SpeechDone&) {}
    void operator()(const SoundDone&) {}
    void operator()(const LocalTime&) {}

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

    /// An arrow: to another button, or sideways through a setting's values.
    void walk(int by, bool sideways) {
        const auto all = buttons();
        const bool shown = !state_.ui.by_pointer || state_.ui.on_button;
        if (sideways && shown && state_.ui.focus < all.size() && all[state_.ui.focus].command == Command::kSetting) {
            state_.ui.by_pointer = false;
            change_setting(static_cast<Setting>(all[state_.ui.focus].option), by);
        } else {
            move_focus(by);
        }
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
        if (state_.ui.screen == ScreenKind::kMenu) run(Command::kContinue);
        if (state_.ui.screen == ScreenKind::kSettings) run(Command::kBack);
        if (turns_pages()) run(Command::kSkip);
    }

    void open(ScreenKind screen) {
        state_.ui.screen = screen;
        state_.ui.focus = 0;
        state_.ui.on_button = false;
    }

    void keep_settings() { requests_.emplace_back(KeepSettingsRequest{to_text(state_.settings)}); }

    void toggle_fullscreen() {
        state_.settings.fullscreen = !state_.settings.fullscreen;
        requests_.emplace_back(FullscreenRequest{state_.settings.fullscreen});
        keep_settings();
    }

    void change_setting(Setting setting, int by) {
        if (setting == Setting::kFullscreen) return toggle_fullscreen();
        change([&] { step_setting(state_.settings, setting, by); });
        keep_settings();
    }

    /// To the title, which comes out of the dark.
    void open_title() {
        open(ScreenKind::kTitle);
        state_.ui.veil = {0, kVeil};
        state_.ui.clock = 0;
    }

    /// From the settings to where they were opened, the entry that leads to them in focus.
    void leave_settings() {
        const bool from_title = state_.ui.under_menu == ScreenKind::kTitle;
        open(from_title ? ScreenKind::kTitle : ScreenKind::kMenu);
        const auto all = buttons();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].command == Command::kSettings) state_.ui.focus = i;
        }
    }

    void choose_language(Language language) {
        change([&] { state_.settings.reader = language; });
        state_.settings.language_chosen = true;
        keep_settings();
    }

    void run(Command command, std::size_t option = 0) {
        switch (command) {
        case Command::kNone: break;
        case Command::kBegin: begin_story(state_, content_); break;
        case Command::kContinue: open(ScreenKind::kReading); break;
        case Command::kTitle: open_title(); break;
        case Command::kQuit: requests_.emplace_back(QuitRequest{}); break;
        case Command::kMenu:
            state_.ui.under_menu = state_.ui.screen;
            open(ScreenKind::kMenu);
            break;
        case Command::kNextMode: next_mode(); break;
        case Command::kChooseZh:
        case Command::kChooseEn:
            choose_language(command == Command::kChooseZh ? Language::kZh : Language::kEn);
            open_title();
            break;
        case Command::kSettings:
            if (state_.ui.screen == ScreenKind::kTitle) state_.ui.under_menu = ScreenKind::kTitle;
            open(ScreenKind::kSettings);
            break;
        case Command::kBack: leave_settings(); break;
        case Command::kSetting: change_setting(static_cast<Setting>(option), 1); break;
        case Command::kSkip: turn_to_end_page(state_, end_pages(state_, content_, layouts_) - 1); break;
        case Command::kNextInterface:
            choose_language(state_.settings.reader == Language::kZh ? Language::kEn : Language::kZh);
            break;
        case Command::kOption: take_option(state_, content_, option); break;
        }
    }

    void next_mode() {
        if (content_.story.languages.size() == 1) return;
        const int next = (static_cast<int>(state_.settings.mode) + 1) % 4;
        change([&] { state_.settings.mode = static_cast<ReadingMode>(next); });
        keep_settings();
    }

    void change(const std::function<void()>& what) { keep_place(state_, layouts_, content_, what); }

    GameState& state_;
    Layouts& layouts_;
    const Content& content_;
    std::vector<Request>& requests_;
};

} // namespace

Frame update(GameState& state, Layouts& layouts, const Content& content, std::span<const InputEvent> inputs, Millis dt) {
    std::vector<Request> requests;
    const std::size_t found = state.settings.found.size();
    Control control(state, layouts, content, requests);
    for (const InputEvent& input : inputs) std::visit(control, input);
    Dialogue dialogue = pass(state, layouts, content, dt);
    if (state.settings.found.size() != found) requests.emplace_back(KeepSettingsRequest{to_text(state.settings)});
    Frame frame = show(state, std::move(dialogue), layouts, content).frame;
    frame.requests = std::move(requests);
    state.sounds.clear();
    return frame;
}

} // namespace liubai
