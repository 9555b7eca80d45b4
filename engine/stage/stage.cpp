#include "stage/stage.h"

#include <algorithm>
#include <optional>

namespace liubai {
namespace {

// ../art direction: figures at x≈400 and x≈1530 of 1920, at 0.8; alone and larger nearer to the middle.
constexpr float kLeftX = 400.0f / 1920;
constexpr float kRightX = 1530.0f / 1920;
constexpr float kTwoScale = 0.80f;
constexpr float kAloneLeftX = 450.0f / 1920;
constexpr float kAloneRightX = 1470.0f / 1920;
constexpr float kAloneScale = 0.86f;
constexpr Millis kLightFade = 420;
constexpr Millis kFaceFade = 360;
constexpr Millis kWeatherFade = 2500;

bool is_here(const WantedStage& wanted, const std::string& speaker) {
    return std::find(wanted.cast.begin(), wanted.cast.end(), speaker) != wanted.cast.end();
}

Side side_of(const WantedStage& wanted, const std::string& speaker) {
    const auto found = wanted.sides.find(speaker);
    return found == wanted.sides.end() ? Side::kLeft : found->second;
}

Pose wanted_pose(const WantedStage& wanted, const std::string& speaker) {
    const bool speaks = wanted.speaker == speaker;
    const bool alone = wanted.framing == Framing::kSpeaker;
    const Side side = side_of(wanted, speaker);
    Pose pose;
    pose.scale = alone ? kAloneScale : kTwoScale;
    switch (side) {
    case Side::kLeft: pose.x = alone ? kAloneLeftX : kLeftX; break;
    case Side::kRight: pose.x = alone ? kAloneRightX : kRightX; break;
    case Side::kCenter: pose.x = 0.5f; break;
    }
    const bool seen = wanted.framing == Framing::kTwo || (alone && speaks);
    pose.alpha = seen && is_here(wanted, speaker) ? 1.0f : 0.0f;
    pose.light = speaks ? 1.0f : 0.0f;
    return pose;
}

/// Sends every figure to where it is wanted now.
void aim(Stage& stage, Millis over) {
    for (const std::string& speaker : stage.wanted.cast) stage.figures.try_emplace(speaker);
    for (auto& [speaker, motion] : stage.figures) {
        Pose to = wanted_pose(stage.wanted, speaker);
        if (to == motion.to) continue;
        Pose from = motion.now();
        const bool appears = from.alpha <= 0;
        const bool leaves = to.alpha <= 0;
        // A figure fades in where it will stand and fades out where it stood: it never slides in from elsewhere.
        if (appears) from = {to.x, to.scale, 0, to.light};
        if (leaves) to = {from.x, from.scale, 0, from.light};
        if (to == motion.to) continue;
        motion.from = from;
        motion.to = to;
        motion.fade = {0, over};
    }
}

/// True when a chapter card comes before anybody speaks.
bool opens_with_card(const Scene& scene) {
    for (const Step& step : scene.steps) {
        if (std::holds_alternative<ChapterCard>(step.what)) return true;
        if (std::holds_alternative<Line>(step.what) || std::holds_alternative<Choice>(step.what)) return false;
    }
    return false;
}

std::optional<Side> side_named(const std::string& name) {
    if (name == "left") return Side::kLeft;
    if (name == "right") return Side::kRight;
    if (name == "center" || name == "centre") return Side::kCenter;
    return std::nullopt;
}

void enter(Stage& stage, const std::string& speaker, const Story& story) {
    if (is_here(stage.wanted, speaker)) return;
    stage.wanted.cast.push_back(speaker);
    const Speaker* who = find_speaker(story, speaker);
    stage.wanted.sides.try_emplace(speaker, who ? who->side : Side::kLeft);
}

/// A speaker is there. Who has no figure is a seal, and one seal stands on a side: the last one who spoke.
void enter_to_speak(Stage& stage, const std::string& speaker, const Story& story) {
    const Speaker* who = find_speaker(story, speaker);
    if (!who) return;
    enter(stage, speaker, story);
    if (!who->figure.empty()) return;
    const Side side = side_of(stage.wanted, speaker);
    std::erase_if(stage.wanted.cast, [&](const std::string& other) {
        const Speaker* them = find_speaker(story, other);
        return other != speaker && them && them->figure.empty() && side_of(stage.wanted, other) == side;
    });
}

struct Apply {
    Stage& stage;
    const Story& story;
    bool instant;
    bool same_place;

    [[nodiscard]] Millis time(Millis fade) const { return instant ? 0 : fade; }

    void operator()(const SetBackground& s) const {
        if (s.name == stage.wanted.background) return;
        stage.old_background = stage.wanted.background;
        stage.old_view = stage.camera.now();
        stage.wanted.background = s.name;
        stage.background = {0, s.with == "cut" ? 0 : time(s.fade)};
        stage.transition = s.with;
        stage.same_place = same_place;
        if (same_place) return;
        stage.wanted.camera = {};
        stage.camera = {};
    }
    void operator()(const SetFraming& s) const {
        stage.wanted.framing = s.framing;
        aim(stage, time(s.fade));
    }
    void operator()(const SetMood& s) const {
        for (const auto& [who, mood] : s.moods) set_mood(stage, who, mood, instant);
    }
    void operator()(const SetGaze& s) const {
        for (const auto& [who, at_other] : s.at_other) stage.wanted.gazes[who] = at_other;
    }
    void operator()(const ShowFigure& s) const {
        enter(stage, s.speaker, story);
        if (const auto side = side_named(s.position)) stage.wanted.sides[s.speaker] = *side;
        aim(stage, time(s.fade));
    }
    void operator()(const HideFigure& s) const {
        std::erase(stage.wanted.cast, s.speaker);
        aim(stage, time(s.fade));
    }
    void operator()(const MoveFigure& s) const {
        if (const auto side = side_named(s.position)) stage.wanted.sides[s.speaker] = *side;
        aim(stage, time(s.over));
    }
    void operator()(const SetMusic& s) const {
        stage.wanted.music = s.name;
        stage.wanted.music_fade = s.fade;
        stage.wanted.music_volume = s.volume;
    }
    void operator()(const SetAmbience& s) const {
        stage.wanted.ambience = s.name;
        stage.wanted.ambience_fade = s.fade;
        stage.wanted.ambience_volume = s.volume;
    }
    void operator()(const SetWeather& s) const {
        if (s.name == stage.wanted.weather) return;
        stage.old_weather = stage.wanted.weather;
        stage.wanted.weather = s.name;
        stage.weather = {0, time(kWeatherFade)};
    }
    void operator()(const Flash& s) const { stage.flash = {0, time(s.over)}; }
    void operator()(const SetCamera& s) const {
        stage.wanted.camera = {s.x, s.y, s.zoom};
        stage.camera = {stage.camera.now(), stage.wanted.camera, {0, time(s.over)}};
    }
    void operator()(const Shake& s) const { stage.shake = {0, time(s.over)}; }
    void operator()(const PlaySound&) const {}
    void operator()(const RaiseSilences&) const {} // a cue of the frame
};

} // namespace

Pose FigureMotion::now() const {
    const float t = fade.eased();
    return {lerp(from.x, to.x, t), lerp(from.scale, to.scale, t), lerp(from.alpha, to.alpha, t),
            lerp(from.light, to.light, t)};
}

Viewpoint CameraMotion::now() const {
    const float t = fade.eased();
    return {lerp(from.x, to.x, t), lerp(from.y, to.y, t), lerp(from.zoom, to.zoom, t)};
}

void enter_scene(Stage& stage, const Scene& scene, const Story& story) {
    stage.wanted.moods.clear();
    stage.wanted.gazes.clear();
    stage.wanted.speaker.clear();
    stage.wanted.cast.clear();
    for (const Step& step : scene.steps) {
        const auto* line = std::get_if<Line>(&step.what);
        if (!line || line->speaker.empty()) continue;
        const Speaker* who = find_speaker(story, line->speaker);
        const bool is_free = std::none_of(stage.wanted.cast.begin(), stage.wanted.cast.end(), [&](const std::string& other) {
            return who && side_of(stage.wanted, other) == who->side;
        });
        if (who && (is_free || !who->figure.empty())) enter(stage, line->speaker, story);
    }
    if (!opens_with_card(scene)) aim(stage, kLightFade);
}

void apply(Stage& stage, const StageStep& step, const Story& story, bool instant, bool same_place) {
    std::visit(Apply{stage, story, instant, same_place}, step);
}

void begin_line(Stage& stage, const Line& line, const Story& story, bool instant) {
    if (!line.speaker.empty()) {
        enter_to_speak(stage, line.speaker, story);
        if (!line.mood.empty()) set_mood(stage, line.speaker, line.mood, instant);
        if (const auto side = side_named(line.position)) stage.wanted.sides[line.speaker] = *side;
    }
    stage.wanted.speaker = line.speaker;
    aim(stage, instant ? 0 : kLightFade);
}

void set_mood(Stage& stage, const std::string& speaker, const std::string& mood, bool instant) {
    std::string& wanted = stage.wanted.moods[speaker];
    if (wanted == mood) return;
    FigureMotion& motion = stage.figures[speaker];
    motion.old_mood = wanted;
    motion.face = {0, instant ? 0 : kFaceFade};
    wanted = mood;
}

void run(Stage& stage, Millis dt) {
    stage.clock += dt;
    stage.background.run(dt);
    stage.flash.run(dt);
    stage.camera.fade.run(dt);
    stage.weather.run(dt);
    stage.shake.run(dt);
    for (auto& [speaker, motion] : stage.figures) {
        motion.fade.run(dt);
        motion.face.run(dt);
    }
}

void settle(Stage& stage) {
    aim(stage, 0);
    stage.background.finish();
    stage.flash.finish();
    stage.shake.finish();
    stage.weather.finish();
    for (auto& [speaker, motion] : stage.figures) {
        motion.fade.finish();
        motion.face.finish();
    }
}

Stage stage_at(const WantedStage& wanted, Millis clock) {
    Stage stage;
    stage.wanted = wanted;
    stage.clock = clock;
    stage.camera = {wanted.camera, wanted.camera, {}};
    aim(stage, 0);
    return stage;
}

bool is_moving(const Stage& stage) {
    const Fade* fades[] = {&stage.background, &stage.flash, &stage.shake, &stage.weather, &stage.camera.fade};
    if (std::any_of(std::begin(fades), std::end(fades), [](const Fade* fade) { return !fade->done(); })) return true;
    return std::any_of(stage.figures.begin(), stage.figures.end(),
                       [](const auto& entry) { return !entry.second.fade.done() || !entry.second.face.done(); });
}

std::string mood_of(const Stage& stage, const std::string& speaker) {
    const auto found = stage.wanted.moods.find(speaker);
    return found == stage.wanted.moods.end() ? "" : found->second;
}

} // namespace liubai
