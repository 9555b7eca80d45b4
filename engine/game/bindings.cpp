#include "game/bindings.h"

#include <algorithm>
#include <array>
#include <optional>

namespace liubai {
namespace {

struct NamedKey {
    Key key;
    std::string_view name;
    std::string_view label;
};

constexpr std::array kKeys{
    NamedKey{Key::kSpace, "space", "Space"},         NamedKey{Key::kEnter, "enter", "Enter"},
    NamedKey{Key::kEscape, "escape", "Esc"},         NamedKey{Key::kTab, "tab", "Tab"},
    NamedKey{Key::kBackspace, "backspace", "⌫"},     NamedKey{Key::kDelete, "delete", "Del"},
    NamedKey{Key::kUp, "up", "↑"},                   NamedKey{Key::kDown, "down", "↓"},
    NamedKey{Key::kLeft, "left", "←"},               NamedKey{Key::kRight, "right", "→"},
    NamedKey{Key::kPageUp, "pageup", "PgUp"},        NamedKey{Key::kPageDown, "pagedown", "PgDn"},
    NamedKey{Key::kHome, "home", "Home"},            NamedKey{Key::kEnd, "end", "End"},
    NamedKey{Key::kControl, "control", "Ctrl"},      NamedKey{Key::kShift, "shift", "Shift"},
    NamedKey{Key::kAlt, "alt", "Alt"},               NamedKey{Key::kMenu, "menu", "Menu"},
};

struct NamedPad {
    PadButton button;
    std::string_view name;
    std::array<std::string_view, 4> labels; ///< by PadKind
};

constexpr std::array kPads{
    NamedPad{PadButton::kA, "pad_a", {"A", "A", "✕", "B"}},
    NamedPad{PadButton::kB, "pad_b", {"B", "B", "○", "A"}},
    NamedPad{PadButton::kX, "pad_x", {"X", "X", "□", "Y"}},
    NamedPad{PadButton::kY, "pad_y", {"Y", "Y", "△", "X"}},
    NamedPad{PadButton::kBack, "pad_back", {"Back", "View", "Share", "−"}},
    NamedPad{PadButton::kGuide, "pad_guide", {"Guide", "Xbox", "PS", "Home"}},
    NamedPad{PadButton::kStart, "pad_start", {"Start", "Menu", "Options", "+"}},
    NamedPad{PadButton::kLeftStick, "pad_left_stick", {"LS", "LS", "L3", "LS"}},
    NamedPad{PadButton::kRightStick, "pad_right_stick", {"RS", "RS", "R3", "RS"}},
    NamedPad{PadButton::kLeftShoulder, "pad_left_shoulder", {"LB", "LB", "L1", "L"}},
    NamedPad{PadButton::kRightShoulder, "pad_right_shoulder", {"RB", "RB", "R1", "R"}},
    NamedPad{PadButton::kUp, "pad_up", {"↑", "↑", "↑", "↑"}},
    NamedPad{PadButton::kDown, "pad_down", {"↓", "↓", "↓", "↓"}},
    NamedPad{PadButton::kLeft, "pad_left", {"←", "←", "←", "←"}},
    NamedPad{PadButton::kRight, "pad_right", {"→", "→", "→", "→"}},
};

struct NamedAction {
    Action action;
    std::string_view name;
};

constexpr std::array kActions{
    NamedAction{Action::kAdvance, "advance"},       NamedAction{Action::kBack, "back"},
    NamedAction{Action::kForward, "forward"},       NamedAction{Action::kBacklog, "backlog"},
    NamedAction{Action::kDocument, "document"},     NamedAction{Action::kAuto, "auto"},
    NamedAction{Action::kSkip, "skip"},             NamedAction{Action::kSkipHeld, "skip_held"},
    NamedAction{Action::kPeek, "peek"},             NamedAction{Action::kMode, "mode"},
    NamedAction{Action::kHide, "hide"},             NamedAction{Action::kMenu, "menu"},
    NamedAction{Action::kSave, "save"},             NamedAction{Action::kLoad, "load"},
    NamedAction{Action::kQuickSave, "quick_save"},  NamedAction{Action::kQuickLoad, "quick_load"},
    NamedAction{Action::kCopy, "copy"},             NamedAction{Action::kSpeech, "speech"},
    NamedAction{Action::kScreenshot, "screenshot"}, NamedAction{Action::kFullscreen, "fullscreen"},
    NamedAction{Action::kPanel, "panel"},           NamedAction{Action::kQuit, "quit"},
};

bool is_letter(Key key) { return key >= Key::kA && key <= Key::kZ; }
bool is_function(Key key) { return key >= Key::kF1 && key <= Key::kF12; }

std::string name_of(Key key) {
    if (is_letter(key)) return {static_cast<char>('a' + static_cast<int>(key) - static_cast<int>(Key::kA))};
    if (is_function(key)) return "f" + std::to_string(static_cast<int>(key) - static_cast<int>(Key::kF1) + 1);
    const auto found = std::find_if(kKeys.begin(), kKeys.end(), [&](const NamedKey& named) { return named.key == key; });
    return found == kKeys.end() ? "" : std::string(found->name);
}

std::optional<Key> key_named(std::string_view name) {
    for (int i = 1; i <= static_cast<int>(Key::kMenu); ++i) {
        if (name_of(static_cast<Key>(i)) == name) return static_cast<Key>(i);
    }
    return std::nullopt;
}

template <typename Table>
auto named(const Table& table, std::string_view name) {
    return std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.name == name; });
}

} // namespace

const Bindings& default_bindings() {
    static const Bindings kDefault{
        {
            {Key::kSpace, Action::kAdvance},     {Key::kEnter, Action::kAdvance},    {Key::kDown, Action::kAdvance},
            {Key::kPageUp, Action::kBack},       {Key::kLeft, Action::kBack},        {Key::kPageDown, Action::kForward},
            {Key::kRight, Action::kForward},     {Key::kUp, Action::kBacklog},       {Key::kL, Action::kBacklog},
            {Key::kD, Action::kDocument},        {Key::kA, Action::kAuto},           {Key::kS, Action::kSkip},
            {Key::kControl, Action::kSkipHeld},  {Key::kShift, Action::kPeek},       {Key::kT, Action::kMode},
            {Key::kH, Action::kHide},            {Key::kF5, Action::kQuickSave},     {Key::kF9, Action::kQuickLoad},
            {Key::kF6, Action::kSave},           {Key::kF7, Action::kLoad},          {Key::kC, Action::kCopy},
            {Key::kV, Action::kSpeech},          {Key::kF12, Action::kScreenshot},   {Key::kF8, Action::kPanel},
        },
        {
            {PadButton::kA, Action::kAdvance},           {PadButton::kDown, Action::kAdvance},
            {PadButton::kLeftShoulder, Action::kBack},   {PadButton::kLeft, Action::kBack},
            {PadButton::kRightShoulder, Action::kForward}, {PadButton::kRight, Action::kForward},
            {PadButton::kUp, Action::kBacklog},          {PadButton::kBack, Action::kDocument},
            {PadButton::kX, Action::kPeek},              {PadButton::kY, Action::kMode},
            {PadButton::kB, Action::kHide},              {PadButton::kLeftStick, Action::kAuto},
            {PadButton::kRightStick, Action::kSkip},
        }};
    return kDefault;
}

bool is_free(Key key) { return key != Key::kNone && key != Key::kEscape && key != Key::kF11 && key != Key::kAlt; }

bool is_free(PadButton button) { return button != PadButton::kStart && button != PadButton::kGuide; }

std::string to_text(const Bindings& bindings) {
    std::string out;
    const auto add = [&](const std::string& name, Action action) {
        const auto found = std::find_if(kActions.begin(), kActions.end(), [&](const NamedAction& n) { return n.action == action; });
        if (found == kActions.end() || name.empty()) return;
        out += (out.empty() ? "" : ",") + name + ":" + std::string(found->name);
    };
    for (const auto& [key, action] : bindings.keys) add(name_of(key), action);
    for (const auto& [button, action] : bindings.pads) {
        const auto found = std::find_if(kPads.begin(), kPads.end(), [b = button](const NamedPad& n) { return n.button == b; });
        add(std::string(found->name), action);
    }
    return out;
}

Bindings bindings_from(std::string_view text) {
    Bindings bindings;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = word.find(':');
        if (colon == std::string_view::npos) continue;
        const auto action = named(kActions, word.substr(colon + 1));
        if (action == kActions.end()) continue;
        const std::string_view name = word.substr(0, colon);
        if (const auto pad = named(kPads, name); pad != kPads.end()) {
            if (is_free(pad->button)) bindings.pads[pad->button] = action->action;
        } else if (const auto key = key_named(name); key && is_free(*key)) {
            bindings.keys[*key] = action->action;
        }
    }
    return bindings;
}

std::vector<Key> keys_of(const Bindings& bindings, Action action) {
    std::vector<Key> keys;
    for (const auto& [key, bound] : bindings.keys) {
        if (bound == action) keys.push_back(key);
    }
    return keys;
}

std::vector<PadButton> pads_of(const Bindings& bindings, Action action) {
    std::vector<PadButton> pads;
    for (const auto& [button, bound] : bindings.pads) {
        if (bound == action) pads.push_back(button);
    }
    return pads;
}

std::string label_of(Key key) {
    const auto found = std::find_if(kKeys.begin(), kKeys.end(), [&](const NamedKey& n) { return n.key == key; });
    if (found != kKeys.end()) return std::string(found->label);
    std::string name = name_of(key);
    if (!name.empty()) name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

std::string label_of(PadButton button, PadKind pad) {
    const auto found = std::find_if(kPads.begin(), kPads.end(), [&](const NamedPad& n) { return n.button == button; });
    return found == kPads.end() ? "" : std::string(found->labels[static_cast<std::size_t>(pad)]);
}

} // namespace liubai
