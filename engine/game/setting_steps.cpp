#include "game/setting_steps.h"

#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::array<float, 4> kSpeeds{0.5f, 1, 2, 0};
constexpr std::array<float, 6> kVolumes{0, 20, 40, 60, 80, 100};

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

const Bilingual& speed_name(float speed) {
    constexpr std::array<const Bilingual*, 4> kNames{&strings::kSlow, &strings::kNormal, &strings::kFast,
                                                     &strings::kInstant};
    return *kNames[speed <= 0 ? 3 : nearest_of(std::array<float, 3>{0.5f, 1, 2}, speed)];
}

const Bilingual& motion_name(MotionSetting motion) {
    constexpr std::array<const Bilingual*, 3> kNames{&strings::kMotionAuto, &strings::kMotionFull,
                                                     &strings::kMotionReduced};
    return *kNames[static_cast<std::size_t>(motion)];
}

} // namespace

const Bilingual& speech_name(SpeechSetting speech) {
    constexpr std::array<const Bilingual*, 3> kNames{&strings::kSpeechOff, &strings::kSpeechVoice,
                                                     &strings::kSpeechClipboard};
    return *kNames[static_cast<std::size_t>(speech)];
}

std::vector<SettingRow> setting_rows(const Settings& settings, const Story& story) {
    const Language reader = settings.reader;
    std::vector<SettingRow> rows;
    const auto row = [&](Setting setting, const Bilingual& label, const std::string& value) {
        rows.push_back({label.in(reader), value, static_cast<std::size_t>(setting)});
    };
    if (story.languages.size() != 1) {
        row(Setting::kMode, strings::kReadingMode, mode_name(settings.mode).in(reader));
        row(Setting::kLanguage, strings::kInterface, reader == Language::kZh ? "中文" : "English");
    }
    row(Setting::kTextSize, strings::kTextSize, percent(settings.text_size));
    row(Setting::kTextSpeed, strings::kTextSpeed, speed_name(settings.text_speed).in(reader));
    const auto& languages = story.languages;
    if (std::find(languages.begin(), languages.end(), tag(Language::kZh)) != languages.end())
        row(Setting::kPinyin, strings::kPinyin, on_off(settings.pinyin == PinyinSetting::kAll).in(reader));
    row(Setting::kVolume, strings::kVolume, percent(settings.volume));
    row(Setting::kBlips, strings::kBlips, on_off(settings.blips.on).in(reader));
    row(Setting::kMotion, strings::kMotion, motion_name(settings.motion).in(reader));
    row(Setting::kFullscreen, strings::kFullscreen, on_off(settings.fullscreen).in(reader));
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
    case Setting::kPinyin: step_enum(settings.pinyin, 3, by); break;
    case Setting::kVolume: step_value(settings.volume, kVolumes, by); break;
    case Setting::kBlips: settings.blips.on = !settings.blips.on; break;
    case Setting::kMotion: step_enum(settings.motion, 3, by); break;
    case Setting::kFullscreen: settings.fullscreen = !settings.fullscreen; break;
    }
}

} // namespace liubai
