// The verbs that change what is seen and heard.
#include "script/scene_reader.h"

#include "base/decimal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace liubai {
namespace {

constexpr double kLongestSeconds = 600;

std::optional<double> as_number(const YamlNode& node) {
    return node.kind == NodeKind::kText ? plain_number(node.text) : std::nullopt;
}

std::string or_none(const std::string& name) { return name == "none" ? std::string() : name; }

} // namespace

Millis SceneReader::seconds_of(const YamlNode& key, const YamlNode& value, Millis otherwise) {
    const auto seconds = as_number(value);
    if (seconds && *seconds >= 0 && *seconds <= kLongestSeconds)
        return static_cast<Millis>(std::lround(*seconds * 1000));
    bad_value(key, value, otherwise > 0 ? fmt::format("{}", static_cast<double>(otherwise) / 1000) : "1.2");
    return otherwise;
}

Millis SceneReader::read_seconds(const Item& item, std::string_view name, Millis otherwise) {
    const YamlNode* value = attribute(item, name);
    return value ? seconds_of(value[-1], *value, otherwise) : otherwise;
}

float SceneReader::number_of(const YamlNode& key, const YamlNode& value, float otherwise) {
    const auto number = as_number(value);
    if (number && *number >= -10'000 && *number <= 10'000) return static_cast<float>(*number);
    bad_value(key, value, "0.5");
    return otherwise;
}

float SceneReader::read_volume(const Item& item) {
    const YamlNode* value = attribute(item, "volume");
    if (!value) return 1;
    const auto volume = as_number(*value);
    if (volume && *volume >= 0 && *volume <= 1) return static_cast<float>(*volume);
    bad_value(value[-1], *value, "0.5");
    return 1;
}

std::string SceneReader::read_name(const Item& item, SceneFacts::Kind kind) {
    const std::string name = or_none(item.value.text);
    note_name(kind, name, item.value.spot);
    return name;
}

std::string SceneReader::read_speaker_name(const Item& item) {
    if (!find_speaker(story_, item.value.text)) {
        findings_.add("unknown-speaker", item.value.spot,
                      {item.value.text, nearest(item.value.text, speaker_ids(story_))});
    }
    return item.value.text;
}

std::string SceneReader::read_position(const Item& item) {
    const YamlNode* value = attribute(item, "position");
    if (!value) return {};
    if (value->text == "left" || value->text == "right" || value->text == "center") return value->text;
    bad_value(value[-1], *value, "left, right, center");
    return {};
}

void SceneReader::read_bg(const Item& item) {
    SetBackground step;
    step.name = read_name(item, SceneFacts::Kind::kBackground);
    step.fade = read_seconds(item, "fade", step.fade);
    if (const YamlNode* with = attribute(item, "with")) {
        if (with->kind != NodeKind::kText) return bad_value(with[-1], *with, "dissolve, cut, paper, black");
        note_name(SceneFacts::Kind::kTransition, with->text, with->spot);
        if (with->text != "dissolve") step.with = with->text;
    }
    add_step(StageStep(std::move(step)), item.key.spot);
}

void SceneReader::read_framing(const Item& item) {
    constexpr std::array<std::string_view, 4> kNames{"two", "speaker", "none", "behind"};
    SetFraming step;
    const auto found = std::find(kNames.begin(), kNames.end(), item.value.text);
    if (found == kNames.end()) return bad_value(item.key, item.value, "two, speaker, none, behind");
    step.framing = static_cast<Framing>(found - kNames.begin());
    step.fade = read_seconds(item, "fade", step.fade);
    add_step(StageStep(step), item.key.spot);
}

void SceneReader::read_mood(const Item& item) {
    SetMood step;
    const bool read = read_by_speaker(item, "smile", [&](const std::string& who, const YamlNode& mood) {
        note_name(SceneFacts::Kind::kMood, mood.text, mood.spot);
        step.moods[who] = mood.text;
        return true;
    });
    if (read) add_step(StageStep(std::move(step)), item.key.spot);
}

void SceneReader::read_gaze(const Item& item) {
    SetGaze step;
    const bool read = read_by_speaker(item, "away, other", [&](const std::string& who, const YamlNode& where) {
        step.at_other[who] = where.text == "other";
        return where.text == "other" || where.text == "away";
    });
    if (read) add_step(StageStep(std::move(step)), item.key.spot);
}

bool SceneReader::read_by_speaker(const Item& item, const std::string& wanted,
                                  const std::function<bool(const std::string&, const YamlNode&)>& take) {
    if (item.value.kind != NodeKind::kMap) {
        bad_value(item.key, item.value, "{B: " + wanted.substr(0, wanted.find(',')) + "}");
        return false;
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i + 1 < item.value.items.size(); i += 2) {
        const YamlNode& who = item.value.items[i];
        const YamlNode& value = item.value.items[i + 1];
        if (!find_speaker(story_, who.text)) {
            findings_.add("unknown-speaker", who.spot, {who.text, nearest(who.text, speaker_ids(story_))});
        } else if (!seen.insert(who.text).second) {
            findings_.add("duplicate-key", who.spot, {who.text});
        } else if (value.kind != NodeKind::kText || !take(who.text, value)) {
            bad_value(who, value, wanted);
        }
    }
    return true;
}

void SceneReader::read_show(const Item& item) {
    ShowFigure step;
    step.speaker = read_speaker_name(item);
    step.position = read_position(item);
    step.fade = read_seconds(item, "fade", step.fade);
    add_step(StageStep(std::move(step)), item.key.spot);
}

void SceneReader::read_hide(const Item& item) {
    HideFigure step;
    step.speaker = read_speaker_name(item);
    step.fade = read_seconds(item, "fade", step.fade);
    add_step(StageStep(std::move(step)), item.key.spot);
}

void SceneReader::read_move(const Item& item) {
    MoveFigure step;
    step.speaker = read_speaker_name(item);
    step.position = read_position(item);
    step.over = read_seconds(item, "over", step.over);
    if (step.position.empty() && !attribute(item, "position"))
        findings_.add("missing-part", item.key.spot, {"move", "position"});
    add_step(StageStep(std::move(step)), item.key.spot);
}

void SceneReader::read_camera(const Item& item) {
    SetCamera step;
    step.zoom = number_of(item.key, item.value, step.zoom);
    if (step.zoom < 1) findings_.add("small-zoom", item.value.spot, {item.value.text});
    step.zoom = std::max(1.0F, step.zoom);
    if (const YamlNode* x = attribute(item, "x")) step.x = number_of(x[-1], *x, 0);
    if (const YamlNode* y = attribute(item, "y")) step.y = number_of(y[-1], *y, 0);
    step.over = read_seconds(item, "over", step.over);
    add_step(StageStep(step), item.key.spot);
}

void SceneReader::read_music(const Item& item) {
    SetMusic step;
    step.name = read_name(item, SceneFacts::Kind::kMusic);
    step.fade = read_seconds(item, "fade", step.fade);
    step.volume = read_volume(item);
    add_step(StageStep(std::move(step)), item.key.spot);
}

void SceneReader::read_ambience(const Item& item) {
    SetAmbience step;
    step.name = read_name(item, SceneFacts::Kind::kAmbience);
    step.fade = read_seconds(item, "fade", step.fade);
    step.volume = read_volume(item);
    add_step(StageStep(std::move(step)), item.key.spot);
}

void SceneReader::read_sound(const Item& item) {
    add_step(StageStep(PlaySound{read_name(item, SceneFacts::Kind::kSound)}), item.key.spot);
}

void SceneReader::read_shake(const Item& item) {
    Shake step;
    if (item.value.kind == NodeKind::kText) step.over = seconds_of(item.key, item.value, step.over);
    add_step(StageStep(step), item.key.spot);
}

void SceneReader::read_flash(const Item& item) {
    Flash step;
    if (item.value.kind == NodeKind::kText) step.over = seconds_of(item.key, item.value, step.over);
    add_step(StageStep(step), item.key.spot);
}

void SceneReader::read_weather(const Item& item) {
    add_step(StageStep(SetWeather{read_name(item, SceneFacts::Kind::kWeather)}), item.key.spot);
}

void SceneReader::read_silences(const Item& item) {
    if (item.value.text != "rise") return bad_value(item.key, item.value, "rise");
    add_step(StageStep(RaiseSilences{}), item.key.spot);
}

void SceneReader::read_pause(const Item& item) {
    Pause step;
    if (item.value.text == "beat") {
        step.over = 400;
    } else if (item.value.text == "breath") {
        step.over = 900;
    } else if (item.value.text == "silence") {
        step.over = 2200;
    } else if (const auto seconds = as_number(item.value); seconds && *seconds >= 0 && *seconds <= kLongestSeconds) {
        step.over = static_cast<Millis>(std::lround(*seconds * 1000));
    } else {
        return bad_value(item.key, item.value, "beat, breath, silence, 1.5");
    }
    add_step(step, item.key.spot);
}

} // namespace liubai
