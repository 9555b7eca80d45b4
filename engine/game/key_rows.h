#pragma once
// The keys as a reader walks through them on the settings screen, and what becomes of the bindings when one is pressed.

#include "game/game.h"
#include "ui/screens.h"

#include <vector>

namespace liubai {

/// A row for each action with its keys and the pad's buttons, and one that restores the defaults. SettingRow::option
/// is the Action.
std::vector<SettingRow> key_rows(const GameState& state);

/// What came of a key for an action.
enum class Bound : std::uint8_t { kDone, kFixed, kLast };

/// The action gets the key, which leaves the action that it had; a key that it has already is taken away. kFixed: its
/// meaning cannot be changed. kLast: going on would be left without a key.
Bound bind(Bindings& bindings, Key key, Action action);
Bound bind(Bindings& bindings, PadButton button, Action action);

/// Takes away all keys and buttons of an action. kLast: of going on, which keeps one of each.
Bound unbind(Bindings& bindings, Action action);

} // namespace liubai
