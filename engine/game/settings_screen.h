#pragma once
// Inside update(): the settings screen. Arrows walk over its rows and change them, Tab, PageUp, PageDown and a pad's
// shoulders turn to another sheet, the wheel turns a value or a long list.

#include "game/game.h"
#include "ui/screens.h"

#include <vector>

namespace liubai {

/// What the screen shows now.
SettingsView settings_view(const GameState& state, const Content& content);

/// True when the settings screen is open and took the input.
bool take_settings_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
                         std::vector<Request>& requests);

/// What one of its buttons does: kSetting, kSettingsTab, kRebind, kRestoreKeys, kMore.
void press_settings(GameState& state, Layouts& layouts, const Content& content, Command command, std::size_t option,
                    std::vector<Request>& requests);

/// Settings changed: they are to be remembered.
void keep_settings(const GameState& state, std::vector<Request>& requests);
void toggle_fullscreen(GameState& state, std::vector<Request>& requests);

} // namespace liubai
