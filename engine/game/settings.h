#pragma once
// What a reader chose; remembered between readings, never rolled back.

#include "game/bindings.h"
#include "ui/dialogue.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace liubai {

/// What moves beside the story's own changes. Auto: scenery and breathing where a graphics card draws. Full: always.
/// Reduced: nothing, and every change of the stage is at once.
enum class MotionSetting : std::uint8_t { kAuto, kFull, kReduced };

/// Pinyin over the Chinese texts of a line.
enum class PinyinSetting : std::uint8_t { kOff, kAll, kNew }; ///< kNew: over words not met in an earlier line

/// What turning the wheel does while reading.
enum class WheelSetting : std::uint8_t { kLines, kBacklog, kNothing }; ///< kLines: back and forward, line by line

/// Who reads to a reader who cannot see the words: a voice, or what watches the clipboard.
enum class SpeechSetting : std::uint8_t { kOff, kVoice, kClipboard };

/// How loud one kind of sound is.
struct Loudness {
    float percent = 100;
    bool on = true;
    bool operator==(const Loudness&) const = default;
};

struct Settings {
    Language reader = Language::kZh; ///< the reader's language, and the interface's
    bool language_chosen = false;    ///< false: ask first
    ReadingMode mode = ReadingMode::kBothVoices;
    float text_speed = 1;            ///< 1 = 45 ms a Han character; 0 = instant
    float rests = 1;                 ///< share of the rests at punctuation and silences
    float text_size = 100;           ///< percent, 80…200
    TextChoice text;                 ///< typeface, weight, row spacing, contrast
    float auto_speed = 1;            ///< of pages that turn by themselves
    bool skips_unread = false;       ///< skipping passes over lines never read, too
    bool skips_silences = false;     ///< and does not stop at silences
    WheelSetting wheel = WheelSetting::kLines;
    SpeechSetting speech = SpeechSetting::kOff;
    float volume = 100;              ///< of everything, percent; 0 = none
    Loudness music;
    Loudness ambience;
    Loudness sounds;
    Loudness blips;                  ///< a touch of each voice while it is typed
    bool mono = false;               ///< both ears hear the same
    bool quiet_in_background = true; ///< silent while another window has the focus
    PinyinSetting pinyin = PinyinSetting::kOff;
    MotionSetting motion = MotionSetting::kAuto;
    bool fullscreen = false;
    Bindings bindings = default_bindings();
    std::set<std::string> found;     ///< "story's title/key" of the words that were heard in any reading
    bool operator==(const Settings&) const = default;
};

/// Sets one by its name: language=zh|en, mode=both|mine|two|spoken, text_speed=0…4, rests=0…2,
/// text_size=80…200, typeface=serif|sans|readable, weight=regular|bold, row_spacing=100…160 (percent),
/// contrast=normal|high, auto_speed=0.25…4, skip=read|all, skip_silences=on|off, wheel=lines|backlog|nothing,
/// speech=off|voice|clipboard, volume=0…100, music, ambience, sounds and blips=0…100|on|off, mono=on|off,
/// background=quiet|sound, pinyin=off|all|new, motion=auto|full|reduced, fullscreen=on|off, keys=space:advance,…,
/// found=title/key,… (with %2C for a comma). False when the name or the value is none.
bool set_setting(Settings& settings, std::string_view key, std::string_view value);

/// All of them as "key=value" lines, and back; unknown lines are passed over.
std::string to_text(const Settings& settings);
Settings settings_from(std::string_view text);

/// The typewriter's rhythm under these settings.
Rhythm rhythm_of(const Settings& settings);

} // namespace liubai
