#include "app/arguments.h"

#include <array>
#include <charconv>
#include <string_view>

namespace liubai {

std::pair<std::string, std::string> place_from(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return {text, ""};
    return {text.substr(0, colon), text.substr(colon + 1)};
}

Vec2 size_from(const std::string& text) {
    int width = 0;
    int height = 0;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    const bool has_x = first.ec == std::errc() && first.ptr != end && *first.ptr == 'x';
    const auto second = has_x ? std::from_chars(first.ptr + 1, end, height) : first;
    if (!has_x || second.ec != std::errc() || second.ptr != end || width < 64 || height < 64 || width > 8192 || height > 8192) {
        throw WrongUsage{{"--size 要写成 1280x720 这样（64 到 8192）", "--size is written like 1280x720 (64 to 8192)"}};
    }
    return {static_cast<float>(width), static_cast<float>(height)};
}

std::string setting_names(const char* between) {
    constexpr std::array kNames{
        "language=zh|en", "mode=both|mine|two|spoken", "text_size=80…200", "typeface=serif|sans|readable",
        "weight=regular|bold", "row_spacing=100…160", "contrast=normal|high", "pinyin=off|all|new", "text_speed=0…4",
        "rests=0…2", "auto_speed=0.25…4", "skip=read|all", "skip_silences=on|off", "wheel=lines|backlog|nothing",
        "volume=0…100", "music=0…100|on|off", "ambience=0…100|on|off", "sounds=0…100|on|off", "blips=0…100|on|off",
        "mono=on|off", "background=quiet|sound", "speech=off|voice|clipboard", "motion=auto|full|reduced",
        "fullscreen=on|off", "keys=space:advance,…",
    };
    std::string all;
    for (const char* name : kNames) all += (all.empty() ? "" : between) + std::string(name);
    return all;
}

Settings settings_with(const std::vector<std::string>& sets, Settings settings) {
    for (const std::string& set : sets) {
        const std::size_t equals = set.find('=');
        const bool known = equals != std::string::npos &&
                           set_setting(settings, std::string_view(set).substr(0, equals), std::string_view(set).substr(equals + 1));
        if (known) continue;
        throw WrongUsage{{"不认识的设置“" + set + "”。有 " + setting_names("、"),
                          "unknown setting \"" + set + "\". There are " + setting_names(", ")}};
    }
    return settings;
}

std::string lines_of(const std::vector<std::string>& sets) {
    settings_with(sets);
    std::string out;
    for (const std::string& set : sets) out += set + "\n";
    return out;
}

} // namespace liubai
