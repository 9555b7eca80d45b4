#pragma once
// The settings as a reader walks through them: rows of the settings screen, and one step of each.

#include "game/game.h"
#include "ui/screens.h"

#include <array>
#include <vector>

namespace liubai {

inline constexpr std::array<float, 8> kTextSizes{80, 90, 100, 115, 130, 150, 175, 200}; ///< percent

enum class Setting : std::uint8_t {
    kMode,
    kLanguage,
    kTextSize,
    kTextSpeed,
    kPinyin,
    kVolume,
    kBlips,
    kMotion,
    kFullscreen,
};

/// Those that this story has a use for, with what they are now. SettingRow::option is the Setting.
std::vector<SettingRow> setting_rows(const Settings& settings, const Story& story);

/// How the notice calls what a voice or the clipboard does.
const Bilingual& speech_name(SpeechSetting speech);

/// The next value of a setting (by = 1) or the one before (by = -1); behind the last comes the first.
void step_setting(Settings& settings, Setting setting, int by);

} // namespace liubai
