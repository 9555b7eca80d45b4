#pragma once
// What a reader chose; remembered between readings, never rolled back.

#include "ui/dialogue.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace liubai {

/// What moves beside the story's own changes. Auto: scenery and breathing where a graphics card draws. Full: always.
/// Reduced: nothing, and every change of the stage is at once.
enum class MotionSetting : std::uint8_t { kAuto, kFull, kReduced };

struct Settings {
    Language reader = Language::kZh; ///< the reader's language, and the interface's
    bool language_chosen = false;    ///< false: ask first
    ReadingMode mode = ReadingMode::kBothVoices;
    float text_speed = 1;            ///< 1 = 45 ms a Han character; 0 = instant
    float rests = 1;                 ///< share of the rests at punctuation and silences
    float text_size = 100;           ///< percent, 80…200
    TextChoice text;                 ///< typeface, weight, row spacing, contrast
    float volume = 100;              ///< of music, ambience and sounds, percent; 0 = none
    bool blips = true;               ///< a touch of each voice while it is typed
    bool pinyin = false;             ///< over the Chinese texts of a line
    MotionSetting motion = MotionSetting::kAuto;
    bool fullscreen = false;
    std::set<std::string> found;     ///< "story's title/key" of the words that were heard in any reading
    bool operator==(const Settings&) const = default;
};

/// Sets one by its name: language=zh|en, mode=both|mine|two|spoken, text_speed=0…4, rests=0…2,
/// text_size=80…200, typeface=serif|sans|readable, weight=regular|bold, row_spacing=100…160 (percent),
/// contrast=normal|high, volume=0…100, blips=on|off, pinyin=off|all, motion=auto|full|reduced, fullscreen=on|off,
/// found=title/key,… (with %2C for a comma). False when the name or the value is none.
bool set_setting(Settings& settings, std::string_view key, std::string_view value);

/// All of them as "key=value" lines, and back; unknown lines are passed over.
std::string to_text(const Settings& settings);
Settings settings_from(std::string_view text);

/// The typewriter's rhythm under these settings.
Rhythm rhythm_of(const Settings& settings);

} // namespace liubai
