#pragma once
// Which key and which pad button means what while reading. A reader may change it; Esc, Enter, the arrows and Tab keep
// their meaning on every other screen, so that nobody can lock themselves out.

#include "base/input.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

struct Bindings {
    std::map<Key, Action> keys;
    std::map<PadButton, Action> pads;
    bool operator==(const Bindings&) const = default;
};

const Bindings& default_bindings();

/// False for the keys whose meaning is fixed: Esc opens the menu, F11 is full screen, Alt belongs to the system.
bool is_free(Key key);
/// False for Start, which opens the menu.
bool is_free(PadButton button);

/// "space:advance,a:auto,pad_y:mode", and back; unknown words are passed over.
std::string to_text(const Bindings& bindings);
Bindings bindings_from(std::string_view text);

/// The keys of an action, in the order of Key.
std::vector<Key> keys_of(const Bindings& bindings, Action action);
std::vector<PadButton> pads_of(const Bindings& bindings, Action action);

/// As it is printed on the key: "Space", "A", "PgUp", "↓".
std::string label_of(Key key);
/// As it is printed on that pad's button: "A", "✕", "LB", "L1" …
std::string label_of(PadButton button, PadKind pad);

} // namespace liubai
