#include "game/settings_screen.h"

#include "game/keep_place.h"
#include "game/key_rows.h"
#include "game/play.h"
#include "game/setting_steps.h"
#include "ui/strings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace liubai {
namespace {

constexpr std::array kTabNames{&strings::kTabText, &strings::kTabPace, &strings::kTabSound, &strings::kTabScreen,
                               &strings::kTabKeys};
static_assert(kTabNames.size() == kSettingsTabs);

/// A line as the story might have it, to see what the settings of texts do.
Line sample_line(const Story& story) {
    const auto rich = [](const std::string& words) {
        RichText text;
        text.text = words;
        return text;
    };
    const std::string zh = tag(Language::kZh);
    const std::string en = tag(Language::kEn);
    Line line;
    line.language = story.languages.size() == 1 && story.languages[0] != zh ? en : zh;
    line.text = rich(line.language == zh ? strings::kSample.zh : strings::kSample.en);
    if (story.languages.size() != 1) line.others[en] = rich(strings::kSample.en);
    return line;
}

SettingsTab tab_of(const GameState& state) {
    return static_cast<SettingsTab>(std::min(state.ui.picked, kSettingsTabs - 1));
}

void change_setting(GameState& state, Layouts& layouts, const Content& content, Setting setting, int by,
                    std::vector<Request>& requests) {
    if (setting == Setting::kFullscreen) return toggle_fullscreen(state, requests);
    keep_place(state, layouts, content, [&] { step_setting(state.settings, setting, by); });
    keep_settings(state, requests);
}

class SettingsControl {
public:
    SettingsControl(GameState& state, Layouts& layouts, const Content& content, std::vector<Request>& requests)
        : state_(state), layouts_(layouts), content_(content), requests_(requests), view_(settings_view(state, content)) {}

    bool operator()(const KeyDown& e) {
        if (state_.ui.rebinding) {
            if (!e.repeat) take_key(e.key);
            return true;
        }
        if (e.alt || e.control) return false;
        switch (e.key) {
        case Key::kTab: turn_to_tab(e.shift ? -1 : 1); return true;
        case Key::kPageUp: turn_to_tab(-1); return true;
        case Key::kPageDown: turn_to_tab(1); return true;
        case Key::kUp: walk(-1); return true;
        case Key::kDown: walk(1); return true;
        case Key::kLeft: step(-1); return true;
        case Key::kRight: step(1); return true;
        default: return false;
        }
    }
    bool operator()(const PadDown& e) {
        if (state_.ui.rebinding) {
            if (e.button == PadButton::kStart) {
                state_.ui.rebinding.reset();
            } else {
                answer(bind(state_.settings.bindings, e.button, *state_.ui.rebinding));
            }
            return true;
        }
        switch (e.button) {
        case PadButton::kLeftShoulder: turn_to_tab(-1); return true;
        case PadButton::kRightShoulder: turn_to_tab(1); return true;
        case PadButton::kUp: walk(-1); return true;
        case PadButton::kDown: walk(1); return true;
        case PadButton::kLeft: step(-1); return true;
        case PadButton::kRight: step(1); return true;
        default: return false;
        }
    }
    /// Who reaches for the mouse or the glass wants no key any more.
    bool operator()(const PointerDown&) { return std::exchange(state_.ui.rebinding, {}).has_value(); }
    bool operator()(const TouchDown&) { return std::exchange(state_.ui.rebinding, {}).has_value(); }
    bool operator()(const TouchMoved& e) {
        const Press& press = state_.ui.press;
        if (press.down && press.finger == e.finger) scroll_by(press.at.y - e.at.y);
        return false;
    }
    bool operator()(const Wheel& e) {
        if (e.steps == 0 || state_.ui.rebinding) return true;
        const int up = e.steps > 0 ? 1 : -1;
        const std::size_t focus = state_.ui.focus;
        if (settings_scrolled(screen(), view_, 1) > 0) { // the list is longer than its room
            press_settings(state_, layouts_, content_, Command::kMore, up > 0 ? 0 : 1, requests_);
        } else if (state_.ui.on_button && focus < view_.rows.size()) {
            change(view_.rows[focus], up);
        }
        return true;
    }
    bool operator()(const auto&) { return false; }

private:
    [[nodiscard]] ScreenContext screen() {
        metrics_ = metrics_now(state_);
        return screen_context(state_, content_, layouts_, metrics_);
    }

    void change(const SettingRow& row, int by) {
        if (row.command != Command::kSetting) return;
        change_setting(state_, layouts_, content_, static_cast<Setting>(row.option), by, requests_);
    }

    /// True when it only shows where the focus is: the first key after a pointer does.
    bool shows_focus() {
        const bool was_hidden = state_.ui.by_pointer && !state_.ui.on_button;
        state_.ui.by_pointer = false;
        return was_hidden;
    }

    [[nodiscard]] bool is_on_tab() const { return state_.ui.focus > view_.rows.size(); }

    /// Down and up: the rows, the way back, and the tabs, which are one stop.
    void walk(int by) {
        if (shows_focus()) return;
        const int stops = static_cast<int>(view_.rows.size()) + 2;
        const int now = std::min(static_cast<int>(state_.ui.focus), stops - 1);
        const int next = (now + by + stops) % stops;
        state_.ui.focus = static_cast<std::size_t>(next) + (next == stops - 1 ? state_.ui.picked : 0);
        follow_focus();
    }

    void step(int by) {
        if (shows_focus()) return;
        if (is_on_tab()) {
            turn_to_tab(by);
            state_.ui.focus = settings_view(state_, content_).rows.size() + 1 + state_.ui.picked;
        } else if (state_.ui.focus < view_.rows.size()) {
            change(view_.rows[state_.ui.focus], by);
        }
    }

    void turn_to_tab(int by) {
        const int count = static_cast<int>(kSettingsTabs);
        const int tab = (static_cast<int>(tab_of(state_)) + by + count) % count;
        press_settings(state_, layouts_, content_, Command::kSettingsTab, static_cast<std::size_t>(tab), requests_);
        state_.ui.by_pointer = false;
        state_.ui.focus = 0;
    }

    void follow_focus() {
        view_ = settings_view(state_, content_);
        state_.ui.scroll = settings_scroll(screen(), view_);
    }

    void scroll_by(float distance) {
        state_.ui.on_button = false; // what was in focus may leave
        state_.ui.by_pointer = true;
        view_.scroll = std::max(0.0f, view_.scroll + distance);
        state_.ui.scroll = settings_scroll(screen(), view_);
    }

    void take_key(Key key) {
        switch (key) {
        case Key::kEscape: state_.ui.rebinding.reset(); break;
        case Key::kBackspace:
        case Key::kDelete: answer(unbind(state_.settings.bindings, *state_.ui.rebinding)); break;
        default: answer(bind(state_.settings.bindings, key, *state_.ui.rebinding)); break;
        }
    }

    void answer(Bound bound) {
        switch (bound) {
        case Bound::kFixed: tell(state_, strings::kKeyFixed); return;
        case Bound::kLast: tell(state_, strings::kLastKey); return;
        case Bound::kDone: break;
        }
        state_.ui.rebinding.reset();
        keep_settings(state_, requests_);
    }

    GameState& state_;
    Layouts& layouts_;
    const Content& content_;
    std::vector<Request>& requests_;
    SettingsView view_;
    Metrics metrics_;
};

} // namespace

SettingsView settings_view(const GameState& state, const Content& content) {
    const Language reader = state.settings.reader;
    SettingsView view;
    for (const Bilingual* name : kTabNames) view.tabs.push_back(name->in(reader));
    const SettingsTab tab = tab_of(state);
    view.tab = static_cast<std::size_t>(tab);
    view.rows = tab == SettingsTab::kKeys ? key_rows(state) : setting_rows(state.settings, content.story, tab);
    view.scroll = state.ui.scroll;
    if (tab == SettingsTab::kText) view.sample = texts_of(state, content, sample_line(content.story));
    if (tab == SettingsTab::kKeys) view.hint = strings::kKeysHint.in(reader);
    return view;
}

bool take_settings_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
                         std::vector<Request>& requests) {
    if (state.ui.screen != ScreenKind::kSettings) return false;
    return std::visit(SettingsControl(state, layouts, content, requests), input);
}

void press_settings(GameState& state, Layouts& layouts, const Content& content, Command command, std::size_t option,
                    std::vector<Request>& requests) {
    Ui& ui = state.ui;
    switch (command) {
    case Command::kSetting: change_setting(state, layouts, content, static_cast<Setting>(option), 1, requests); break;
    case Command::kSettingsTab:
        ui.picked = option;
        ui.scroll = 0;
        ui.focus = settings_view(state, content).rows.size() + 1 + option; // the tab stays where it is, its rows do not
        break;
    case Command::kRebind: ui.rebinding = static_cast<Action>(option); break;
    case Command::kRestoreKeys:
        state.settings.bindings = default_bindings();
        keep_settings(state, requests);
        break;
    case Command::kMore: {
        const Metrics metrics = metrics_now(state);
        const ScreenContext c = screen_context(state, content, layouts, metrics);
        ui.scroll = settings_scrolled(c, settings_view(state, content), option == 0 ? -1 : 1);
        ui.by_pointer = true;
        ui.on_button = false;
        break;
    }
    default: break;
    }
}

void keep_settings(const GameState& state, std::vector<Request>& requests) {
    requests.emplace_back(KeepSettingsRequest{to_text(state.settings)});
}

void toggle_fullscreen(GameState& state, std::vector<Request>& requests) {
    state.settings.fullscreen = !state.settings.fullscreen;
    requests.emplace_back(FullscreenRequest{state.settings.fullscreen});
    keep_settings(state, requests);
}

} // namespace liubai
