// A save's text as a game. Only what its check vouches for comes here, but anybody can make a check: every value is
// held to its range, and what is missing or of another type has its default.

#include "save/document_internal.h"
#include "save/names_internal.h"
#include "save/saved_game.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace liubai {
namespace {

constexpr Millis kLongestFade = 60 * 60 * 1000;
constexpr float kFarthest = 100'000; ///< stage units
constexpr float kNearest = 100;      ///< zoom
constexpr std::int64_t kMostTurns = 1'000'000'000;
constexpr std::int64_t kLatest = 10'000'000'000; ///< minutes since 1970
constexpr std::size_t kMostNameBytes = 240;
constexpr std::size_t kMostWordBytes = 120;
constexpr std::size_t kMostNeighbours = 3;
constexpr std::size_t kMostCalls = 100;

const Json& at(const Json& object, const char* key) {
    static const Json kNone;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() ? kNone : *found;
}

std::string text(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

bool truth(const Json& value, bool otherwise) { return value.is_boolean() ? value.get<bool>() : otherwise; }

/// Held to least…most; `otherwise` when it is no whole number. `most` is not negative.
std::int64_t whole(const Json& value, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    if (value.is_number_unsigned()) {
        return std::max(least, static_cast<std::int64_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), most)));
    }
    return value.is_number_integer() ? std::clamp(value.get<std::int64_t>(), least, most) : otherwise;
}

/// JSON has neither infinity nor NaN.
float real(const Json& value, float otherwise, float least, float most) {
    if (!value.is_number()) return otherwise;
    return static_cast<float>(std::clamp<double>(value.get<double>(), least, most));
}

std::uint32_t step_from(const Json& value) {
    return static_cast<std::uint32_t>(whole(value, 0, 0, std::numeric_limits<std::uint32_t>::max()));
}

std::size_t size_from(const Json& value) {
    return static_cast<std::size_t>(whole(value, 0, 0, std::numeric_limits<std::int32_t>::max()));
}

std::string cut(std::string words, std::size_t most) {
    if (words.size() <= most) return words;
    while (most > 0 && (static_cast<unsigned char>(words[most]) & 0xC0) == 0x80) --most;
    words.resize(most);
    return words;
}

template <typename Names>
std::size_t index_of(const Names& names, const Json& name) {
    const auto found = std::find(names.begin(), names.end(), text(name));
    return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
}

/// The members of an object, each read by `read`; none when it is no object.
template <typename Item>
std::map<std::string, Item> map_from(const Json& object, Item (*read)(const Json&)) {
    std::map<std::string, Item> map;
    if (!object.is_object()) return map;
    for (const auto& [key, value] : object.items()) map[key] = read(value);
    return map;
}

/// The items of a list, each read by `read`; none when it is no list.
template <typename Item>
std::vector<Item> list_from(const Json& list, Item (*read)(const Json&)) {
    std::vector<Item> items;
    if (!list.is_array()) return items;
    for (const Json& item : list) items.push_back(read(item));
    return items;
}

WantedStage stage_from(const Json& json) {
    WantedStage stage;
    stage.background = text(at(json, "background"));
    stage.framing = static_cast<Framing>(index_of(kFramingNames, at(json, "framing")));
    stage.cast = list_from(at(json, "cast"), text);
    stage.moods = map_from(at(json, "moods"), text);
    stage.gazes = map_from<bool>(at(json, "gazes"), [](const Json& value) { return truth(value, false); });
    stage.sides =
        map_from<Side>(at(json, "sides"), [](const Json& v) { return static_cast<Side>(index_of(kSideNames, v)); });
    stage.speaker = text(at(json, "speaker"));
    stage.music = text(at(json, "music"));
    stage.ambience = text(at(json, "ambience"));
    stage.music_fade = whole(at(json, "music_fade"), stage.music_fade, 0, kLongestFade);
    stage.ambience_fade = whole(at(json, "ambience_fade"), stage.ambience_fade, 0, kLongestFade);
    stage.music_volume = real(at(json, "music_volume"), 1, 0, 1);
    stage.ambience_volume = real(at(json, "ambience_volume"), 1, 0, 1);
    stage.weather = text(at(json, "weather"));
    const Json& camera = at(json, "camera");
    stage.camera.x = real(at(camera, "x"), 0, -kFarthest, kFarthest);
    stage.camera.y = real(at(camera, "y"), 0, -kFarthest, kFarthest);
    stage.camera.zoom = real(at(camera, "zoom"), 1, 1, kNearest);
    return stage;
}

SaveHead head_from(const Json& json) {
    SaveHead head;
    head.story = text(at(json, "story"));
    head.name = cut(text(at(json, "name")), kMostNameBytes);
    head.saved_at = whole(at(json, "saved_at"), 0, 0, kLatest);
    head.chapter = map_from(at(json, "chapter"), text);
    head.words = map_from(at(json, "words"), text);
    for (auto& [language, words] : head.words) words = cut(std::move(words), kMostWordBytes);
    head.stage = stage_from(at(json, "stage"));
    return head;
}

std::uint64_t hash_from(const Json& value) {
    const std::string digits = text(value);
    std::uint64_t hash = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
    return hash;
}

SavedLine saved_line_from(const Json& json) {
    const bool pair = json.is_array() && json.size() == 2;
    return pair ? SavedLine{text(json[0]), hash_from(json[1])} : SavedLine{};
}

SavedPlace saved_place_from(const Json& json) {
    SavedPlace place;
    place.scene = text(at(json, "scene"));
    place.step = step_from(at(json, "step"));
    place.line = {text(at(json, "id")), hash_from(at(json, "text"))};
    place.before = list_from(at(json, "before"), saved_line_from);
    place.after = list_from(at(json, "after"), saved_line_from);
    place.before.resize(std::min(place.before.size(), kMostNeighbours));
    place.after.resize(std::min(place.after.size(), kMostNeighbours));
    return place;
}

Place place_from(const Json& json) { return {text(at(json, "scene")), step_from(at(json, "step"))}; }

Silence silence_from(const Json& json) {
    return {place_from(at(json, "line")), size_from(at(json, "gap")), text(at(json, "key")),
            truth(at(json, "waited"), false)};
}

Variables variables_from(const Json& json) {
    Variables variables;
    if (!json.is_object()) return variables;
    for (const auto& [name, value] : json.items()) {
        if (value.is_boolean()) variables[name] = value.get<bool>();
        if (value.is_number()) variables[name] = value.get<double>();
        if (value.is_string()) variables[name] = value.get<std::string>();
    }
    return variables;
}

Reading reading_from(const Json& json) {
    Reading reading;
    reading.place = place_from(at(json, "place"));
    reading.entering = truth(at(json, "entering"), false);
    reading.calls = list_from(at(json, "calls"), place_from);
    reading.calls.resize(std::min(reading.calls.size(), kMostCalls));
    reading.variables = variables_from(at(json, "variables"));
    for (std::string& id : list_from(at(json, "taken"), text)) reading.taken.insert(std::move(id));
    reading.heard = list_from(at(json, "heard"), text);
    reading.silences = list_from(at(json, "silences"), silence_from);
    const Json& seed = at(json, "seed");
    if (seed.is_number_unsigned()) reading.seed = seed.get<std::uint64_t>();
    return reading;
}

/// See append_run() of write_game.cpp. False when the file is damaged.
bool read_run(const Json& run, History& history) {
    const auto scene =
        static_cast<std::size_t>(whole(at(run, "scene"), -1, -1, std::numeric_limits<std::int32_t>::max()));
    const Json& lines = at(run, "lines");
    if (scene >= history.scenes.size() || !lines.is_array()) return false;
    const std::string prefix = history.scenes[scene] + "/";
    constexpr std::int64_t kMostSteps = std::numeric_limits<std::uint32_t>::max();
    std::int64_t step = -1;
    std::int64_t way = 1;
    for (const Json& item : lines) {
        if (item.is_string()) {
            const auto& id = item.get_ref<const std::string&>();
            step += way;
            way = 1;
            if (step < 0 || step > kMostSteps) return false;
            history.entries.push_back({static_cast<std::uint32_t>(scene), static_cast<std::uint32_t>(step),
                                       id.starts_with('/') ? id.substr(1) : prefix + id});
        } else if (item.is_array() && item.size() == 1 && !history.entries.empty()) {
            history.entries.back().option =
                static_cast<std::int32_t>(whole(item[0], -1, -1, std::numeric_limits<std::int32_t>::max()));
        } else {
            way = whole(item, 1, -kMostSteps, kMostSteps);
        }
    }
    return true;
}

Checkpoint checkpoint_from(const Json& json) {
    return {size_from(at(json, "entry")), reading_from(at(json, "reading")), stage_from(at(json, "stage")),
            static_cast<int>(whole(at(json, "turn"), 0, 0, kMostTurns)), text(at(json, "turn_speaker"))};
}

/// Nothing when the file is damaged.
std::optional<History> history_from(const Json& json) {
    History history;
    history.scenes = list_from(at(json, "scenes"), text);
    const Json& runs = at(json, "runs");
    if (!std::all_of(runs.begin(), runs.end(), [&](const Json& run) { return read_run(run, history); }))
        return std::nullopt;
    history.shown = size_from(at(json, "shown"));
    history.checkpoints = list_from(at(json, "checkpoints"), checkpoint_from);
    const auto by_entry = [](const Checkpoint& a, const Checkpoint& b) { return a.entry < b.entry; };
    if (history.shown > history.entries.size()) return std::nullopt;
    if (!std::is_sorted(history.checkpoints.begin(), history.checkpoints.end(), by_entry)) return std::nullopt;
    if (!history.checkpoints.empty() && history.checkpoints.back().entry > history.entries.size()) return std::nullopt;
    return history;
}

} // namespace

std::variant<SavedGame, Bilingual> saved_game_from(std::string_view bytes) {
    auto opened = open_document(bytes, Read::kAll);
    if (auto* refused = std::get_if<Bilingual>(&opened)) return *std::move(refused);
    const Json& document = std::get<Json>(opened);
    const Json& json = at(document, "game");
    std::optional<History> history = history_from(at(json, "history"));
    if (!at(document, "head").is_object() || !at(json, "place").is_object() || !history) return damaged_save();
    SavedGame game;
    game.head = head_from(at(document, "head"));
    game.place = saved_place_from(at(json, "place"));
    game.page = size_from(at(json, "page"));
    game.reading = reading_from(at(json, "reading"));
    game.calls = list_from(at(json, "calls"), saved_place_from);
    game.silences = list_from(at(json, "silences"), saved_place_from);
    game.calls.resize(game.reading.calls.size());
    game.silences.resize(game.reading.silences.size());
    game.turn = static_cast<int>(whole(at(json, "turn"), 0, 0, kMostTurns));
    game.turn_speaker = text(at(json, "turn_speaker"));
    game.history = *std::move(history);
    return game;
}

std::variant<SaveHead, Bilingual> save_head_from(std::string_view bytes) {
    auto opened = open_document(bytes, Read::kHead);
    if (auto* refused = std::get_if<Bilingual>(&opened)) return *std::move(refused);
    const Json& head = at(std::get<Json>(opened), "head");
    return head.is_object() ? std::variant<SaveHead, Bilingual>(head_from(head)) : damaged_save();
}

} // namespace liubai
