#include "script/speaker_key.h"

#include "script/source.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

constexpr std::string_view kWideOpen = "（";
constexpr std::string_view kWideClose = "）";
constexpr std::string_view kWideComma = "，";
constexpr std::string_view kWideColon = "：";
constexpr std::array<std::string_view, 4> kSpaces{" ", "\t", "\xE3\x80\x80", "\xC2\xA0"};

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view space : kSpaces) {
            if (text.substr(at).starts_with(space)) {
                at += space.size();
                found = true;
            }
        }
    }
    return at;
}

std::size_t offset_in(std::string_view whole, std::string_view part) {
    return static_cast<std::size_t>(part.data() - whole.data());
}

} // namespace

std::optional<SpeakerKey> parse_speaker_key(std::string_view key) {
    SpeakerKey out;
    std::size_t open = std::min(key.find('('), key.find(kWideOpen));
    if (open == std::string_view::npos) {
        const std::string_view id = trimmed(key);
        if (id.empty() || id.find(')') != std::string_view::npos || id.find(kWideClose) != std::string_view::npos)
            return std::nullopt;
        out.id = id;
        return out;
    }
    out.id = trimmed(key.substr(0, open));
    const std::size_t inside_at = open + (key[open] == '(' ? 1 : kWideOpen.size());
    std::string_view inside = trimmed(key.substr(inside_at));
    const bool wide_close = inside.ends_with(kWideClose);
    if (out.id.empty() || (!wide_close && !inside.ends_with(')'))) return std::nullopt;
    inside.remove_suffix(wide_close ? kWideClose.size() : 1);
    if (inside.find('(') != std::string_view::npos || inside.find(')') != std::string_view::npos) return std::nullopt;
    const std::size_t comma = std::min(inside.find(','), inside.find(kWideComma));
    const std::string_view mood = trimmed(inside.substr(0, comma));
    out.mood = mood;
    out.mood_at = offset_in(key, mood);
    if (comma != std::string_view::npos) {
        const std::string_view position =
            trimmed(inside.substr(comma + (inside[comma] == ',' ? 1 : kWideComma.size())));
        out.position = position;
        out.position_at = offset_in(key, position);
        if (position.empty()) return std::nullopt;
    }
    if (mood.empty() && out.position.empty()) return std::nullopt;
    out.tidy = tidy_key(out) == key;
    return out;
}

std::string tidy_key(const SpeakerKey& key) {
    if (key.mood.empty() && key.position.empty()) return key.id;
    std::string out = key.id + " (" + key.mood;
    if (!key.position.empty()) out += ", " + key.position;
    return out + ")";
}

std::optional<ColonSplit> split_at_colon(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (text[i] == '(' || rest.starts_with(kWideOpen)) {
            ++depth;
        } else if (text[i] == ')' || rest.starts_with(kWideClose)) {
            --depth;
        } else if (depth <= 0 && (text[i] == ':' || rest.starts_with(kWideColon))) {
            const bool wide = text[i] != ':';
            const std::size_t behind = i + (wide ? kWideColon.size() : 1);
            return ColonSplit{text.substr(0, i), i, skip_spaces(text, behind), wide};
        }
    }
    return std::nullopt;
}

} // namespace liubai
