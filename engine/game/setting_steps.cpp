#include "game/setting_steps.h"

#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::array<float, 4> kSpeeds{0.5f, 1, 2, 0};
constexpr std::array<float, 6> kVolumes{0, 20, 40, 60, 80, 100}; // percent; 0 = off
constexpr std::array<float, 5> kRests{0, 0.5f, 1, 1.5f, 2};
constexpr std::array<float, 6> kAutoSpeeds{0.5f, 0.75f, 1, 1.5f, 2, 3};
constexpr std::array<float, 5> kRowSpacings{100, 115, 130, 145, 160}; // percent

/// The index of the value nearest to `now`.
template <typename Values>
std::size_t nearest_of(const Values& values, float now) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const auto off = [&](std::size_t at) { return std::max(values[at] - now, now - values[at]); };
        if (off(i) < off(best)) best = i;
    }
    return best;
}

std::size_t stepped(std::size_t index, std::size_t count, int by) {
    const int n = static_cast<int>(count);
    return static_cast<std::size_t>(((static_cast<int>(index) + by) % n + n) % n);
}

template <typename Values>
void step_value(float& value, const Values& values, int by) {
    value = values[stepped(nearest_of(values, value), values.size(), by)];
}

template <typename Enum>
void step_enum(Enum& value, std::size_t count, int by) {
    value = static_cast<Enum>(stepped(static_cast<std::size_t>(value), count, by));
}

std::string percent(float value) { return std::to_string(static_cast<int>(value + 0.5f)) + " %"; }

const Bilingual& on_off(bool on) { return on ? strings::kOn : strings::kOff; }

/// A share or a loudness, in percent; none of it is "off".
std::string percent_or_off(float value, Language reader) { return value <= 0 ? strings::kOff.in(reader) : percent(value); }

std::string loudness_name(const Loudness& loudness, Language reader) {
    return percent_or_off(loudness.on ? loudness.percent : 0, reader);
}

void step_loudness(Loudness& loudness, int by) {
    float now = loudness.on ? loudness.percent : 0;
    step_value(now, kVolumes, by);
    loudness.on = now > 0;
    if (loudness.on) loudness.percent = now;
}

/// The name of an enum's value out of as many.
template <typename Enum, std::size_t N>
const Bilingual& name_of(Enum value, const std::array<const Bilingual*, N>& names) {
    return *names[std::min(static_cast<std::size_t>(value), N - 1)];
}

const Bilingual& speed_name(float speed) {
    constexpr std::array<const Bilingual*, 4> kNames{&strings::kSlow, &strings::kNormal, &strings::kFast,
                                                     &strings::kInstant};
    return *kNames[speed <= 0 ? 3 : nearest_of(std::array<float, 3>{0.5f, 1, 2}, speed)];
}

using strings::kOff;

constexpr std::array kMotions{&strings::kMotionAuto, &strings::kMotionFull, &strings::kMotionReduced};
constexpr std::array kTypefaces{&strings::kSerif, &strings::kSans, &strings::kReadable};
constexpr std::array kPinyins{&kOff, &strings::kPinyinAll, &strings::kPinyinNew};
constexpr std::array kWheels{&strings::kWheelLines, &strings::kWheelBacklog, &strings::kWheelNothing};
constexpr std::array kSpeeches{&kOff, &strings::kByVoice, &strings::kByClipboard};

} // namespace

const Bilingual& speech_name(SpeechSetting speech) {
    constexpr std::array<const Bilingual*, 3> kNames{&strings::kSpeechOff, &strings::kSpeechVoice,
                                                     &strings::kSpeechClipboard};
    return *kNames[static_cast<std::size_t>(speech)];
}

std::vector<SettingRow> setting_rows(const Settings& settings, const Story& story, SettingsTab tab) {
    const Language reader = settings.reader;
    const auto& languages = story.languages;
    const bool has_choice = languages.size() != 1;
    std::vector<SettingRow> rows;
    const auto row = [&](Setting setting, const Bilingual& label, const std::string& value) {
        rows.push_back({label.in(reader), value, static_cast<std::size_t>(setting)});
    };
    const auto named = [&](Setting setting, const Bilingual& label, const Bilingual& value) {
        row(setting, label, value.in(reader));
    };
    switch (tab) {
    case SettingsTab::kText:
        if (has_choice) named(Setting::kMode, strings::kReadingMode, mode_name(settings.mode));
        row(Setting::kTextSize, strings::kTextSize, percent(settings.text_size));
        named(Setting::kTypeface, strings::kTypeface, name_of(settings.text.typeface, kTypefaces));
        named(Setting::kWeight, strings::kWeight, settings.text.bold ? strings::kBold : strings::kRegular);
        row(Setting::kRowSpacing, strings::kRowSpacing, percent(settings.text.row_spacing));
        named(Setting::kContrast, strings::kContrast, on_off(settings.text.high_contrast));
        if (std::find(languages.begin(), languages.end(), tag(Language::kZh)) != languages.end())
            named(Setting::kPinyin, strings::kPinyin, name_of(settings.pinyin, kPinyins));
        break;
    case SettingsTab::kPace:
        named(Setting::kTextSpeed, strings::kTextSpeed, speed_name(settings.text_speed));
        row(Setting::kRests, strings::kRests, percent_or_off(settings.rests * 100, reader));
        row(Setting::kAutoSpeed, strings::kAutoSpeed, percent(settings.auto_speed * 100));
        named(Setting::kSkip, strings::kSkipping, settings.skips_unread ? strings::kSkipAll : strings::kSkipRead);
        named(Setting::kSkipSilences, strings::kSkipSilences,
              settings.skips_silences ? strings::kSkipGoesOn : strings::kSkipHalts);
        named(Setting::kWheel, strings::kWheel, name_of(settings.wheel, kWheels));
        break;
    case SettingsTab::kSound:
        row(Setting::kVolume, strings::kVolume, percent_or_off(settings.volume, reader));
        row(Setting::kMusic, strings::kMusic, loudness_name(settings.music, reader));
        row(Setting::kAmbience, strings::kAmbience, loudness_name(settings.ambience, reader));
        row(Setting::kSounds, strings::kSounds, loudness_name(settings.sounds, reader));
        row(Setting::kBlips, strings::kBlips, loudness_name(settings.blips, reader));
        named(Setting::kMono, strings::kMono, on_off(settings.mono));
        named(Setting::kBackground, strings::kInBackground,
              settings.quiet_in_background ? strings::kQuiet : strings::kKeepsPlaying);
        named(Setting::kSpeech, strings::kReadAloud, name_of(settings.speech, kSpeeches));
        break;
    case SettingsTab::kScreen:
        named(Setting::kMotion, strings::kMotion, name_of(settings.motion, kMotions));
        named(Setting::kFullscreen, strings::kFullscreen, on_off(settings.fullscreen));
        if (has_choice) row(Setting::kLanguage, strings::kInterface, reader == Language::kZh ? "中文" : "English");
        break;
    case SettingsTab::kKeys: break;
    }
    return rows;
}

void step_setting(Settings& settings, Setting setting, int by) {
    switch (setting) {
    case Setting::kMode: step_enum(settings.mode, 4, by); break;
    case Setting::kLanguage:
        settings.reader = settings.reader == Language::kZh ? Language::kEn : Language::kZh;
        settings.language_chosen = true;
        break;
    case Setting::kTextSize: step_value(settings.text_size, kTextSizes, by); break;
    case Setting::kTextSpeed: step_value(settings.text_speed, kSpeeds, by); break;
    case Setting::kPinyin: step_enum(settings.pinyin, kPinyins.size(), by); break;
    case Setting::kVolume: step_value(settings.volume, kVolumes, by); break;
    case Setting::kTypeface: step_enum(settings.text.typeface, kTypefaces.size(), by); break;
    case Setting::kWeight: settings.text.bold = !settings.text.bold; break;
    case Setting::kRowSpacing: step_value(settings.text.row_spacing, kRowSpacings, by); break;
    case Setting::kContrast: settings.text.high_contrast = !settings.text.high_contrast; break;
    case Setting::kRests: step_value(settings.rests, kRests, by); break;
    case Setting::kAutoSpeed: step_value(settings.auto_speed, kAutoSpeeds, by); break;
    case Setting::kSkip: settings.skips_unread = !settings.skips_unread; break;
    case Setting::kSkipSilences: settings.skips_silences = !settings.skips_silences; break;
    case Setting::kWheel: step_enum(settings.wheel, kWheels.size(), by); break;
    case Setting::kMusic: step_loudness(settings.music, by); break;
    case Setting::kAmbience: step_loudness(settings.ambience, by); break;
    case Setting::kSounds: step_loudness(settings.sounds, by); break;
    case Setting::kBlips: step_loudness(settings.blips, by); break;
    case Setting::kMono: settings.mono = !settings.mono; break;
    case Setting::kBackground: settings.quiet_in_background = !settings.quiet_in_background; break;
    case Setting::kSpeech: step_enum(settings.speech, kSpeeches.size(), by); break;
    case Setting::kMotion: step_enum(settings.motion, kMotions.size(), by); break;
    case Setting::kFullscreen: settings.fullscreen = !settings.fullscreen; break;
    }
}

} // namespace liubai
