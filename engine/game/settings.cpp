#include "game/settings.h"

#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <optional>

namespace liubai {
namespace {

constexpr std::array<std::pair<std::string_view, ReadingMode>, 4> kModes{{
    {"both", ReadingMode::kBothVoices},
    {"mine", ReadingMode::kMine},
    {"two", ReadingMode::kTwoAlways},
    {"spoken", ReadingMode::kAsSpoken},
}};

constexpr std::array<std::pair<std::string_view, MotionSetting>, 3> kMotions{{
    {"auto", MotionSetting::kAuto},
    {"full", MotionSetting::kFull},
    {"reduced", MotionSetting::kReduced},
}};

constexpr std::array<std::pair<std::string_view, PinyinSetting>, 3> kPinyins{{
    {"off", PinyinSetting::kOff},
    {"all", PinyinSetting::kAll},
    {"new", PinyinSetting::kNew},
}};

constexpr std::array<std::pair<std::string_view, WheelSetting>, 3> kWheels{{
    {"lines", WheelSetting::kLines},
    {"backlog", WheelSetting::kBacklog},
    {"nothing", WheelSetting::kNothing},
}};

constexpr std::array<std::pair<std::string_view, SpeechSetting>, 3> kSpeeches{{
    {"off", SpeechSetting::kOff},
    {"voice", SpeechSetting::kVoice},
    {"clipboard", SpeechSetting::kClipboard},
}};

constexpr std::array<std::pair<std::string_view, Family>, 3> kTypefaces{{
    {"serif", Family::kSerif},
    {"sans", Family::kSans},
    {"readable", Family::kReadable},
}};

/// Sets `to` to what the name stands for.
template <typename Table, typename T>
bool take_named(const Table& table, std::string_view name, T& to) {
    for (const auto& [known, value] : table) {
        if (known != name) continue;
        to = value;
        return true;
    }
    return false;
}

template <typename Table, typename T>
std::string_view name_in(const Table& table, T value) {
    for (const auto& [name, known] : table) {
        if (known == value) return name;
    }
    return {};
}

std::optional<float> number(std::string_view text, float least, float most) {
    const auto value = float_from(text);
    return value && *value >= least && *value <= most ? value : std::nullopt;
}

std::optional<bool> choice(std::string_view text, std::string_view yes, std::string_view no) {
    if (text == yes) return true;
    if (text == no) return false;
    return std::nullopt;
}

constexpr std::string_view kEscaped = ",%\n\r";
constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr std::size_t kMostFound = 256;
constexpr std::size_t kLongestFound = 256; // bytes

std::string to_text(const std::set<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += ',';
        for (const char c : word) {
            if (kEscaped.find(c) == std::string_view::npos) {
                out += c;
            } else {
                out += {'%', kHex[static_cast<unsigned char>(c) >> 4], kHex[static_cast<unsigned char>(c) & 15]};
            }
        }
    }
    return out;
}

std::set<std::string> words_from(std::string_view text) {
    std::set<std::string> words;
    while (!text.empty() && words.size() < kMostFound) {
        const std::size_t end = std::min(text.find(','), text.size());
        std::string word;
        for (std::size_t i = 0; i < end; ++i) {
            const bool escaped = text[i] == '%' && i + 2 < end && kHex.find(text[i + 1]) < 16 && kHex.find(text[i + 2]) < 16;
            word += escaped ? static_cast<char>(kHex.find(text[i + 1]) << 4 | kHex.find(text[i + 2])) : text[i];
            if (escaped) i += 2;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!word.empty() && word.size() <= kLongestFound) words.insert(std::move(word));
    }
    return words;
}

Loudness* loudness_named(Settings& settings, std::string_view key) {
    if (key == "music") return &settings.music;
    if (key == "ambience") return &settings.ambience;
    if (key == "sounds") return &settings.sounds;
    if (key == "blips") return &settings.blips;
    return nullptr;
}

template <typename T, typename U>
bool take(const std::optional<T>& from, U& to) {
    if (from) to = *from;
    return from.has_value();
}

} // namespace

bool set_setting(Settings& settings, std::string_view key, std::string_view value) {
    if (key == "language") {
        const auto zh = choice(value, "zh", "en");
        if (!zh) return false;
        settings.reader = *zh ? Language::kZh : Language::kEn;
        settings.language_chosen = true;
        return true;
    }
    if (key == "mode") return take_named(kModes, value, settings.mode);
    if (key == "text_speed") return take(number(value, 0, 4), settings.text_speed);
    if (key == "rests") return take(number(value, 0, 2), settings.rests);
    if (key == "text_size") return take(number(value, 80, 200), settings.text_size);
    if (key == "typeface") return take_named(kTypefaces, value, settings.text.typeface);
    if (key == "weight") return take(choice(value, "bold", "regular"), settings.text.bold);
    if (key == "row_spacing") return take(number(value, 100, 160), settings.text.row_spacing);
    if (key == "contrast") return take(choice(value, "high", "normal"), settings.text.high_contrast);
    if (key == "volume") return take(number(value, 0, 100), settings.volume);
    if (Loudness* loudness = loudness_named(settings, key))
        return take(choice(value, "on", "off"), loudness->on) || take(number(value, 0, 100), loudness->percent);
    if (key == "auto_speed") return take(number(value, 0.25f, 4), settings.auto_speed);
    if (key == "skip") return take(choice(value, "all", "read"), settings.skips_unread);
    if (key == "skip_silences") return take(choice(value, "on", "off"), settings.skips_silences);
    if (key == "wheel") return take_named(kWheels, value, settings.wheel);
    if (key == "speech") return take_named(kSpeeches, value, settings.speech);
    if (key == "mono") return take(choice(value, "on", "off"), settings.mono);
    if (key == "background") return take(choice(value, "quiet", "sound"), settings.quiet_in_background);
    if (key == "pinyin") return take_named(kPinyins, value, settings.pinyin);
    if (key == "motion") return take_named(kMotions, value, settings.motion);
    if (key == "fullscreen") return take(choice(value, "on", "off"), settings.fullscreen);
    if (key == "keys") {
        settings.bindings = bindings_from(value);
        return true;
    }
    if (key == "found") {
        settings.found = words_from(value);
        return true;
    }
    return false;
}

std::string to_text(const Settings& settings) {
    std::string out;
    if (settings.language_chosen) out += std::string("language=") + tag(settings.reader) + "\n";
    out += "mode=" + std::string(name_in(kModes, settings.mode)) + "\n";
    out += "text_speed=" + shortest(settings.text_speed) + "\n";
    out += "rests=" + shortest(settings.rests) + "\n";
    out += "text_size=" + shortest(settings.text_size) + "\n";
    out += "typeface=" + std::string(name_in(kTypefaces, settings.text.typeface)) + "\n";
    out += std::string("weight=") + (settings.text.bold ? "bold" : "regular") + "\n";
    out += "row_spacing=" + shortest(settings.text.row_spacing) + "\n";
    out += std::string("contrast=") + (settings.text.high_contrast ? "high" : "normal") + "\n";
    out += "volume=" + shortest(settings.volume) + "\n";
    const auto on_off = [&](std::string_view key, bool on) { out += std::string(key) + (on ? "=on\n" : "=off\n"); };
    const auto loudness = [&](std::string_view key, const Loudness& value) {
        out += std::string(key) + "=" + shortest(value.percent) + "\n";
        on_off(key, value.on);
    };
    loudness("music", settings.music);
    loudness("ambience", settings.ambience);
    loudness("sounds", settings.sounds);
    loudness("blips", settings.blips);
    on_off("mono", settings.mono);
    out += std::string("background=") + (settings.quiet_in_background ? "quiet" : "sound") + "\n";
    out += "auto_speed=" + shortest(settings.auto_speed) + "\n";
    out += std::string("skip=") + (settings.skips_unread ? "all" : "read") + "\n";
    on_off("skip_silences", settings.skips_silences);
    out += "wheel=" + std::string(name_in(kWheels, settings.wheel)) + "\n";
    out += "speech=" + std::string(name_in(kSpeeches, settings.speech)) + "\n";
    out += "pinyin=" + std::string(name_in(kPinyins, settings.pinyin)) + "\n";
    if (settings.bindings != default_bindings()) out += "keys=" + to_text(settings.bindings) + "\n";
    out += "motion=" + std::string(name_in(kMotions, settings.motion)) + "\n";
    on_off("fullscreen", settings.fullscreen);
    if (!settings.found.empty()) out += "found=" + to_text(settings.found) + "\n";
    return out;
}

Settings settings_from(std::string_view text) {
    Settings settings;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos) set_setting(settings, line.substr(0, equals), line.substr(equals + 1));
    }
    return settings;
}

Rhythm rhythm_of(const Settings& settings) {
    Rhythm rhythm;
    rhythm.tick = settings.text_speed <= 0 ? 0 : rhythm.tick / settings.text_speed;
    rhythm.rests = settings.rests;
    if (settings.text_speed <= 0) rhythm.edge = 0;
    return rhythm;
}

} // namespace liubai
