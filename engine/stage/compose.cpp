#include "stage/compose.h"

#include "stage/figures.h"
#include "stage/lens.h"
#include "stage/scenery.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr Millis kShakeBeat = 70;
constexpr float kShakeReach = 15; // stage units
constexpr float kSealSide = 380;  // of who has no figure, at scale 1
constexpr float kSealMiddle = 430;

const Background* find_background(const Look& look, const std::string& name) {
    const auto found = look.backgrounds.find(name);
    return found == look.backgrounds.end() ? nullptr : &found->second;
}

Light blended(const Light& a, const Light& b, float t) {
    return {mix(a.strip, b.strip, t), mix(a.figures, b.figures, t), mix(a.rim, b.rim, t), mix(a.ambient, b.ambient, t),
            lerp(a.recede, b.recede, t)};
}

/// The colour that a change of background passes through, or nothing.
std::optional<Color> between(const std::string& transition) {
    if (transition == "paper") return Color{245, 236, 217, 255};
    if (transition == "black") return Color{0, 0, 0, 255};
    return std::nullopt;
}

/// The shot with what a shake adds to it: irregular, dying away, and near enough that no edge shows.
Viewpoint shaken(Viewpoint shot, const Fade& shake, std::uint64_t seed) {
    if (shake.done()) return shot;
    const float force = (1 - shake.share()) * (1 - shake.share());
    const Millis beat = shake.elapsed / kShakeBeat;
    const float within = static_cast<float>(shake.elapsed % kShakeBeat) / kShakeBeat;
    const auto way = [&](std::uint64_t axis, Millis n) {
        return static_cast<float>(mixed(seed + axis, static_cast<std::uint64_t>(n)) % 2001) / 1000 - 1;
    };
    shot.zoom = std::max(shot.zoom, 1 + 2.2f * kShakeReach / kStageSize.y * (1 - shake.share()));
    shot.x += lerp(way(1, beat), way(1, beat + 1), within) * kShakeReach * force;
    shot.y += lerp(way(2, beat), way(2, beat + 1), within) * kShakeReach * force;
    return shot;
}

class Composer {
public:
    Composer(const Stage& stage, const Story& story, const Look& look, const StageView& view)
        : stage_(stage), story_(story), look_(look), view_(view),
          lens_(view.area, shaken(stage.camera.now(), stage.shake, view.seed)) {
        settled_ = std::max(1.0f, stage.camera.to.zoom);
    }

    ComposedStage compose() {
        const float t = stage_.background.eased();
        const auto middle = between(stage_.transition);
        const Background* old_place = find_background(look_, stage_.old_background);
        const Background* place = find_background(look_, stage_.wanted.background);
        out_.light = blended(old_place ? old_place->light : Light{}, place ? place->light : Light{}, t);

        const StageLens old_lens = stage_.same_place ? lens_ : StageLens(view_.area, stage_.old_view);
        const bool shows_old = t < 1 && (!middle || t < 0.5f);
        const bool shows_new = !middle || t >= 0.5f;
        if (shows_old) scenery(stage_.old_background, old_lens);
        if (shows_new) {
            if (t < 1 && !middle) arrive(t);
            scenery(stage_.wanted.background, lens_);
        }
        figures();
        front(shows_old && !shows_new ? old_place : place, t);
        if (middle && t < 1) veil(faded(*middle, t < 0.5f ? t * 2 : 2 - t * 2));
        if (!stage_.flash.done()) veil(faded({255, 255, 255, 255}, 0.85f * (1 - stage_.flash.eased())));
        return std::move(out_);
    }

private:
    /// What follows belongs together; a group that is all there goes on with the one before it.
    std::vector<DrawItem>& group(float alpha) {
        const bool joins = !out_.groups.empty() && alpha >= 1 && out_.groups.back().alpha >= 1 &&
                           out_.groups.back().mask.picture == ImageId::kNone;
        if (!joins) out_.groups.push_back({alpha, {}, {}});
        return out_.groups.back().items;
    }

    /// The group of a background that comes over the old one.
    void arrive(float t) {
        const auto found = look_.masks.find(stage_.transition);
        if (found == look_.masks.end()) {
            out_.groups.push_back({t, {}, {}});
            return;
        }
        out_.groups.push_back({1, {found->second, lens_.all(), t}, {}});
        out_.now.push_back({found->second, lens_.all().w / std::max(1.0f, look_.picture(found->second)->size.x)});
    }

    void scenery(const std::string& name, const StageLens& lens) {
        if (out_.groups.empty()) group(1);
        std::vector<DrawItem>& items = out_.groups.back().items;
        Scenery scenery(look_, view_, lens, stage_.clock, settled_, out_);
        scenery.place(name, items);
    }

    void figures() {
        const bool tall = view_.form == Form::kTall;
        for (const bool speaking : {false, true}) { // the speaker stands in front
            for (const auto& [speaker, motion] : stage_.figures) {
                const bool speaks = speaker == stage_.wanted.speaker;
                if (speaks != speaking || (tall && !speaks)) continue;
                const float alpha = motion.now().alpha;
                const Speaker* who = find_speaker(story_, speaker);
                if (who && !look_.figures.contains(who->figure)) {
                    stand_in(speaker, motion.now(), tall);
                } else if (alpha > 0) draw_figure(speaker, stage_, story_, look_, view_, lens_, group(alpha), out_);
            }
        }
    }

    void stand_in(const std::string& speaker, const Pose& pose, bool tall) {
        if (pose.alpha <= 0) return;
        const float side = kSealSide * pose.scale;
        const Vec2 middle{lens_.figure_x(tall ? 0.5f : pose.x), kSealMiddle};
        StandIn made{speaker, lens_.place({middle.x - side / 2, middle.y - side / 2, side, side}, 1), pose.alpha, pose.light};
        const Millis next = next_blink_of_seal(view_.seed, speaker, stage_.clock);
        if (view_.blinks && pose.light < 1) {
            made.light -= (1 - pose.light) * blink_of_seal(view_.seed, speaker, stage_.clock);
            if (next == 0) out_.moves = true;
            if (next > 0) out_.next_change = std::min(out_.next_change, next);
        }
        out_.stand_ins.push_back(std::move(made));
    }

    /// What is nearer than the figures, and the weather.
    void front(const Background* place, float t) {
        Scenery scenery(look_, view_, lens_, stage_.clock, settled_, out_);
        const auto lay = [&](const std::vector<SceneryLayer>& layers, bool before, float alpha) {
            std::vector<DrawItem> items;
            scenery.layers(layers, before, items);
            if (items.empty() || alpha <= 0) return;
            std::vector<DrawItem>& to = group(alpha);
            to.insert(to.end(), items.begin(), items.end());
        };
        if (place) lay(place->layers, true, t);
        const float come = stage_.weather.eased();
        for (const bool now : {false, true}) {
            const auto found = look_.weathers.find(now ? stage_.wanted.weather : stage_.old_weather);
            if (found == look_.weathers.end()) continue;
            for (const bool before : {false, true}) lay(found->second, before, now ? come : 1 - come);
        }
    }

    void veil(Color color) { group(1).emplace_back(FillItem{view_.area, color, color}); }

    const Stage& stage_;
    const Story& story_;
    const Look& look_;
    const StageView& view_;
    StageLens lens_;
    float settled_ = 1;
    ComposedStage out_;
};

} // namespace

bool is_same_place(const Look& look, const std::string& a, const std::string& b) {
    const Background* one = find_background(look, a);
    const Background* other = find_background(look, b);
    return one && other && one->image == other->image && one->image != ImageId::kNone;
}

ComposedStage compose(const Stage& stage, const Story& story, const Look& look, const StageView& view) {
    return Composer(stage, story, look, view).compose();
}

void want_stage(const Stage& stage, const Story& story, const Look& look, StageView view, std::vector<WantedPicture>& wanted) {
    view.lingers = 1; // what waits for a lingering reader too
    const ComposedStage composed = compose(stage, story, look, view);
    wanted.insert(wanted.end(), composed.now.begin(), composed.now.end());
    if (const auto mask = look.masks.find(stage.transition); mask != look.masks.end()) {
        const StageLens lens(view.area, {});
        wanted.push_back({mask->second, lens.all().w / std::max(1.0f, look.picture(mask->second)->size.x)});
    }
    wanted.insert(wanted.end(), composed.soon.begin(), composed.soon.end());
}

std::vector<DrawItem> flat_items(const Look& look, const std::string& name, Vec2 size) {
    StageView view;
    const float scale = std::max(kStageSize.x / size.x, kStageSize.y / size.y);
    view.area = {0, 0, kStageSize.x / scale, kStageSize.y / scale};
    const StageLens lens(view.area, {});
    ComposedStage out;
    std::vector<DrawItem> items;
    Scenery scenery(look, view, lens, 0, 1, out);
    scenery.background(name, items);
    const Vec2 origin{std::get<ImageItem>(items.front()).to.x, std::get<ImageItem>(items.front()).to.y};
    if (const Background* place = find_background(look, name)) scenery.layers(place->layers, false, items);
    for (DrawItem& item : items) {
        Rect& to = std::get<ImageItem>(item).to;
        to = {to.x - origin.x, to.y - origin.y, to.w, to.h};
    }
    return items;
}

} // namespace liubai
