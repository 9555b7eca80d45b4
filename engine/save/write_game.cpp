// A game as a save's text. read_game.cpp is the way back.

#include "base/hash.h"
#include "save/document_internal.h"
#include "save/file_internal.h"
#include "save/names_internal.h"

#include <algorithm>
#include <cassert>

namespace liubai {
namespace {

Json json_of(const WantedStage& stage) {
    Json sides = Json::object();
    for (const auto& [speaker, side] : stage.sides) sides[speaker] = kSideNames[static_cast<std::size_t>(side)];
    return {{"background", stage.background},
            {"framing", kFramingNames[static_cast<std::size_t>(stage.framing)]},
            {"cast", stage.cast},
            {"moods", stage.moods},
            {"gazes", stage.gazes},
            {"sides", std::move(sides)},
            {"speaker", stage.speaker},
            {"music", stage.music},
            {"ambience", stage.ambience},
            {"music_fade", stage.music_fade},
            {"ambience_fade", stage.ambience_fade},
            {"music_volume", stage.music_volume},
            {"ambience_volume", stage.ambience_volume},
            {"weather", stage.weather},
            {"camera", {{"x", stage.camera.x}, {"y", stage.camera.y}, {"zoom", stage.camera.zoom}}}};
}

Json json_of(const SaveHead& head) {
    return {{"story", head.story},     {"name", head.name},   {"saved_at", head.saved_at},
            {"chapter", head.chapter}, {"words", head.words}, {"stage", json_of(head.stage)}};
}

Json json_of(const std::vector<SavedLine>& lines) {
    Json list = Json::array();
    for (const SavedLine& line : lines) list.push_back(Json::array({line.id, hex16(line.text)}));
    return list;
}

Json json_of(const SavedPlace& place) {
    return {{"scene", place.scene},
            {"step", place.step},
            {"id", place.line.id},
            {"text", hex16(place.line.text)},
            {"before", json_of(place.before)},
            {"after", json_of(place.after)}};
}

Json json_of(const std::vector<SavedPlace>& places) {
    Json list = Json::array();
    for (const SavedPlace& place : places) list.push_back(json_of(place));
    return list;
}

Json json_of(const Place& place) { return {{"scene", place.scene}, {"step", place.step}}; }

Json json_of(const Reading& reading) {
    Json variables = Json::object();
    for (const auto& [name, value] : reading.variables) {
        std::visit([&, &key = name](const auto& of_type) { variables[key] = of_type; }, value);
    }
    Json calls = Json::array();
    for (const Place& place : reading.calls) calls.push_back(json_of(place));
    Json silences = Json::array();
    for (const Silence& silence : reading.silences) {
        silences.push_back(
            {{"line", json_of(silence.line)}, {"gap", silence.gap}, {"key", silence.key}, {"waited", silence.waited}});
    }
    return {{"place", json_of(reading.place)},   {"entering", reading.entering}, {"calls", std::move(calls)},
            {"variables", std::move(variables)}, {"taken", reading.taken},       {"heard", reading.heard},
            {"silences", std::move(silences)},   {"seed", reading.seed}};
}

/// Every second one is left out until they are few enough; the first stays.
std::string checkpoints_text(const History& history, std::size_t first_entry) {
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    for (const Checkpoint* checkpoint : kept_checkpoints(history)) {
        texts.push_back(dumped({{"entry", checkpoint->entry - first_entry},
                                {"reading", json_of(checkpoint->reading)},
                                {"stage", json_of(checkpoint->stage)},
                                {"turn", checkpoint->turn},
                                {"turn_speaker", checkpoint->turn_speaker}}));
        bytes += texts.back().size();
    }
    std::size_t every = 1;
    for (; bytes > kMostCheckpointBytes && every < texts.size(); every *= 2) {
        bytes = 0;
        for (std::size_t i = 0; i < texts.size(); i += every * 2) bytes += texts[i].size();
    }
    std::string out = "[";
    for (std::size_t i = 0; i < texts.size(); i += every) out += (i > 0 ? "," : "") + texts[i];
    return out + "]";
}

bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

/// Lines of one scene: ids, which leave out the scene's name that nearly all begin with (others begin with `/`); a
/// number when a line is not one step after the one before it, but so many; [option] after a choice.
void append_run(std::string& out, const History& history, std::size_t from, std::size_t to) {
    const std::string prefix = history.scenes[history.entries[from].scene] + "/";
    std::int64_t previous = -1;
    for (std::size_t i = from; i < to; ++i) {
        const Passed& entry = history.entries[i];
        if (i > from) out += ',';
        if (entry.step - previous != 1) out += std::to_string(entry.step - previous) + ",";
        previous = entry.step;
        const bool within = entry.id.starts_with(prefix) && !entry.id.substr(prefix.size()).starts_with('/');
        const std::string id = within ? entry.id.substr(prefix.size()) : "/" + entry.id;
        if (std::all_of(id.begin(), id.end(), is_plain)) {
            out.append("\"").append(id).append("\"");
        } else {
            out += dumped(id);
        }
        if (entry.option >= 0) out += ",[" + std::to_string(entry.option) + "]";
    }
}

/// Written piece by piece: of everything in a save only this grows with every line read.
std::string history_text(const History& history) {
    const std::size_t first = first_kept_entry(history);
    std::string out = R"({"scenes":)" + dumped(history.scenes) + R"(,"shown":)" +
                      std::to_string(std::max(history.shown, first) - first) + R"(,"runs":[)";
    for (std::size_t i = first; i < history.entries.size();) {
        const std::uint32_t scene = history.entries[i].scene;
        assert(scene < history.scenes.size());
        std::size_t end = i + 1;
        while (end < history.entries.size() && history.entries[end].scene == scene) ++end;
        out += (i > first ? "," : "") + (R"({"scene":)" + std::to_string(scene)) + R"(,"lines":[)";
        append_run(out, history, i, end);
        out += "]}";
        i = end;
    }
    return out + R"(],"checkpoints":)" + checkpoints_text(history, first) + "}";
}

} // namespace

std::string to_text(const SavedGame& game) {
    std::string rest = dumped({{"place", json_of(game.place)},
                               {"page", game.page},
                               {"reading", json_of(game.reading)},
                               {"calls", json_of(game.calls)},
                               {"silences", json_of(game.silences)},
                               {"turn", game.turn},
                               {"turn_speaker", game.turn_speaker}});
    rest.pop_back();
    return sealed(R"("head":)" + dumped(json_of(game.head)) + R"(,"game":)" + rest + R"(,"history":)" +
                  history_text(game.history) + "}");
}

std::string to_text(const SaveHead& head) { return sealed(R"("head":)" + dumped(json_of(head))); }

} // namespace liubai
