#include "game/key_rows.h"

#include "ui/strings.h"

#include <array>
#include <utility>

namespace liubai {
namespace {

constexpr const char* kApart = " · ";

struct ActionName {
    Action action;
    const Bilingual* name;
};

/// In the order in which a reader would look for them.
constexpr std::array kNames{
    ActionName{Action::kAdvance, &strings::kGoOn},         ActionName{Action::kBack, &strings::kLineBack},
    ActionName{Action::kForward, &strings::kLineForward},  ActionName{Action::kBacklog, &strings::kBacklog},
    ActionName{Action::kDocument, &strings::kDocument},    ActionName{Action::kAuto, &strings::kAuto},
    ActionName{Action::kSkip, &strings::kFastForward},     ActionName{Action::kSkipHeld, &strings::kSkipHeld},
    ActionName{Action::kPeek, &strings::kPeek},            ActionName{Action::kMode, &strings::kReadingMode},
    ActionName{Action::kHide, &strings::kHide},            ActionName{Action::kMenu, &strings::kMenu},
    ActionName{Action::kSave, &strings::kSave},            ActionName{Action::kLoad, &strings::kLoad},
    ActionName{Action::kQuickSave, &strings::kQuickSave},  ActionName{Action::kQuickLoad, &strings::kQuickLoad},
    ActionName{Action::kCopy, &strings::kCopyLine},        ActionName{Action::kSpeech, &strings::kReadAloud},
    ActionName{Action::kScreenshot, &strings::kScreenshot}, ActionName{Action::kFullscreen, &strings::kFullscreen},
    ActionName{Action::kPanel, &strings::kPanel},          ActionName{Action::kQuit, &strings::kQuit},
};

void add(std::string& to, const std::string& label) { to += (to.empty() ? "" : kApart) + label; }

template <typename Map, typename Button>
Bound bind_in(Map& map, Button button, Action action) {
    if (!is_free(button)) return Bound::kFixed;
    const auto found = map.find(button);
    const bool has_one = found != map.end();
    if (has_one && found->second == Action::kAdvance) {
        std::size_t others = 0;
        for (const auto& [other, bound] : map) others += other != button && bound == Action::kAdvance ? 1 : 0;
        if (others == 0) return Bound::kLast;
    }
    if (has_one && found->second == action) {
        map.erase(found);
    } else {
        map[button] = action;
    }
    return Bound::kDone;
}

template <typename Map>
void unbind_in(Map& map, Action action) {
    bool keeps = action == Action::kAdvance;
    std::erase_if(map, [&](const auto& entry) { return entry.second == action && !std::exchange(keeps, false); });
}

} // namespace

std::vector<SettingRow> key_rows(const GameState& state) {
    const Language reader = state.settings.reader;
    const Bindings& bindings = state.settings.bindings;
    std::vector<SettingRow> rows;
    for (const auto& [action, name] : kNames) {
        SettingRow row{name->in(reader), "", static_cast<std::size_t>(action), Command::kRebind};
        if (action == Action::kMenu) add(row.value, label_of(Key::kEscape)); // always, as F11 is
        if (action == Action::kFullscreen) add(row.value, label_of(Key::kF11));
        for (const Key key : keys_of(bindings, action)) add(row.value, label_of(key));
        if (action == Action::kMenu) add(row.pad, label_of(PadButton::kStart, state.ui.pad));
        for (const PadButton button : pads_of(bindings, action)) add(row.pad, label_of(button, state.ui.pad));
        row.waits = state.ui.rebinding == action;
        if (row.waits) {
            row.value = strings::kPressKey.in(reader);
            row.pad.clear();
        } else if (row.value.empty() && row.pad.empty()) {
            row.value = "—";
        }
        rows.push_back(std::move(row));
    }
    rows.push_back({"", strings::kRestoreKeys.in(reader), 0, Command::kRestoreKeys});
    return rows;
}

Bound bind(Bindings& bindings, Key key, Action action) { return bind_in(bindings.keys, key, action); }

Bound bind(Bindings& bindings, PadButton button, Action action) { return bind_in(bindings.pads, button, action); }

Bound unbind(Bindings& bindings, Action action) {
    const Bindings before = bindings;
    unbind_in(bindings.keys, action);
    unbind_in(bindings.pads, action);
    return action == Action::kAdvance && bindings == before ? Bound::kLast : Bound::kDone;
}

} // namespace liubai
