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
    kTextSize,
    kTypeface,
    kWeight,
    kRowSpacing,
    kContrast,
    kPinyin,
    kTextSpeed,
    kRests,
    kAutoSpeed,
    kSkip,
    kSkipSilences,
    kWheel,
    kVolume,
    kMusic,
    kAmbience,
    kSounds,
    kBlips,
    kMono,
    kBackground,
    kSpeech,
    kMotion,
    kFullscreen,
    kLanguage,
};

/// The sheets of the settings screen, in their order.
enum class SettingsTab : std::uint8_t { kText, kPace, kSound, kScreen, kKeys };
inline constexpr std::size_t kSettingsTabs = 5;

/// Those of a sheet that this story has a use for, with what they are now. SettingRow::option is the Setting. The keys
/// have none: see key_rows().
std::vector<SettingRow> setting_rows(const Settings& settings, const Story& story, SettingsTab tab);

/// How the notice calls what a voice or the clipboard does.
const Bilingual& speech_name(SpeechSetting speech);

/// The next value of a setting (by = 1) or the one before (by = -1); behind the last comes the first. A sound that is
/// turned off remembers how loud it was.
void step_setting(Settings& settings, Setting setting, int by);

} // namespace liubai
