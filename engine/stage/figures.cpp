#include "stage/figures.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kHemBelow = 70;      // a figure's canvas ends this far below the stage, in the ink
constexpr Millis kBlinkEvery = 4200; // one blink in each such period, at an irregular moment of it
constexpr Millis kBlinkLasts = 130;
constexpr Millis kBreath = 4600;
constexpr float kBreathLift = 2.2f;  // figure pixels
constexpr float kLockTurn = 0.25f;   // degrees that a loose lock turns with it
constexpr float kDepth = 1;

Millis blink_start(std::uint64_t seed, const std::string& speaker, Millis period) {
    return once_in(kBlinkEvery, kBlinkLasts + 200, period, seed, speaker); // never two at once
}

Color dimmed(Color c, float light) {
    const float share = 0.88f + 0.12f * light; // the listener stands a little out of the light
    return mix({0, 0, 0, c.a}, c, share);
}

float tilt_of(const Figure& figure, const std::string& mood) {
    const auto found = figure.tilt.find(mood);
    return found == figure.tilt.end() ? 0.0f : found->second;
}

std::string known_mood(const Figure& figure, const std::string& mood) {
    if (figure.parts.contains("eyes_" + mood)) return mood;
    return figure.moods.empty() ? "neutral" : figure.moods.front();
}

/// One figure on its way into a list of items.
class Painting {
public:
    Painting(const Figure& figure, const Look& look, const StageLens& lens, const Pose& pose, float settled,
             std::vector<DrawItem>& items, ComposedStage& out)
        : figure_(figure), look_(look), lens_(lens), scale_(pose.scale), settled_(settled), items_(items), out_(out) {
        origin_ = {lens.figure_x(pose.x) - figure.size.x * pose.scale / 2,
                   kStageSize.y + kHemBelow * pose.scale - figure.size.y * pose.scale};
    }

    /// What follows is lifted (figure pixels) and turned about the figure's pivot.
    void hold(float lift, float turn) {
        lift_ = lift;
        turn_ = turn;
    }

    bool part(const std::string& name, Color tint, Blend blend = Blend::kOver) {
        const auto found = figure_.parts.find(name);
        if (found == figure_.parts.end()) return false;
        const FigurePart& p = found->second;
        ImageItem item{p.image, place(p.at), {0, 0, 1, 1}, tint, blend};
        if (turn_ != 0 && figure_.pivot) {
            const Rect pivot = place({figure_.pivot->x, figure_.pivot->y, 0, 0});
            item.turn = turn_;
            item.pivot = {pivot.x, pivot.y};
        }
        items_.emplace_back(std::move(item));
        out_.now.push_back({p.image, scale_of(p)});
        return true;
    }

    /// Every face of a figure is wanted before it shows, so that a blink or a word never waits for a file.
    void want_faces() {
        for (const auto& [name, p] : figure_.parts) out_.soon.push_back({p.image, scale_of(p)});
    }

private:
    [[nodiscard]] Rect place(const Rect& at) const {
        return lens_.place({origin_.x + at.x * scale_, origin_.y + (at.y - lift_) * scale_, at.w * scale_, at.h * scale_},
                           kDepth);
    }
    [[nodiscard]] float scale_of(const FigurePart& p) const {
        return p.at.w * settled_ / std::max(1.0f, look_.picture(p.image)->size.x);
    }

    const Figure& figure_;
    const Look& look_;
    const StageLens& lens_;
    float scale_;
    float settled_; ///< canvas units a figure pixel where a move ends: pictures are decoded for that
    Vec2 origin_;   ///< stage units
    float lift_ = 0;
    float turn_ = 0;
    std::vector<DrawItem>& items_;
    ComposedStage& out_;
};

/// At the other figure, but while a sentence rests at its silence; a story may say otherwise.
bool looks_at_other(const Stage& stage, const StageView& view, const std::string& speaker) {
    const auto told = stage.wanted.gazes.find(speaker);
    if (told != stage.wanted.gazes.end()) return told->second;
    return !(view.at_gap && speaker == stage.wanted.speaker);
}

} // namespace

void draw_figure(const std::string& speaker, const Stage& stage, const Story& story, const Look& look,
                 const StageView& view, const StageLens& lens, std::vector<DrawItem>& items, ComposedStage& out) {
    const Speaker* who = find_speaker(story, speaker);
    const auto found = who ? look.figures.find(who->figure) : look.figures.end();
    if (found == look.figures.end()) return;
    const Figure& figure = found->second;
    const FigureMotion& motion = stage.figures.at(speaker);
    Pose pose = motion.now();
    if (view.form == Form::kTall) pose.x = 0.5f;

    const std::string mood = known_mood(figure, mood_of(stage, speaker));
    // Turning costs a software renderer dear: at rest a head takes its tilt at once.
    const float turned = view.ambient ? motion.face.eased() : 1.0f;
    const float tilt = lerp(tilt_of(figure, known_mood(figure, motion.old_mood)), tilt_of(figure, mood), turned);
    float breath = 0;
    if (view.ambient) {
        const auto start = static_cast<Millis>(mixed(view.seed, hash32(speaker)) % kBreath); // nobody breathes in step
        const Millis in_breath = (stage.clock + start) % kBreath;
        breath = 0.5f + 0.5f * wave(static_cast<float>(in_breath) / kBreath);
        out.moves = true;
    }
    const float settled = motion.to.scale * lens.scale(kDepth);
    Painting painting(figure, look, lens, pose, settled, items, out);

    const Color light = dimmed(out.light.figures, pose.light);
    const bool blink = view.blinks && is_blinking(view.seed, speaker, stage.clock);
    const bool talks = speaker == stage.wanted.speaker && view.mouth != Mouth::kRest;
    const char* talking = view.mouth == Mouth::kOpen ? "mouth_open" : "mouth_o";
    const float lift = kBreathLift * breath;
    const auto head = [&] { painting.hold(lift, tilt); };
    const auto body = [&] { painting.hold(lift * 0.5f, 0); };

    painting.hold(0, 0);
    painting.part("body", light);
    head();
    painting.part("head", light);
    const std::string away = "eyes_" + mood + "_away";
    if (blink) {
        painting.part("blink_" + mood, light);
    } else if (looks_at_other(stage, view, speaker) || !painting.part(away, light)) {
        painting.part("eyes_" + mood, light);
    }
    painting.part(talks ? talking : "mouth_" + mood, light);
    painting.hold(lift, tilt + kLockTurn * breath);
    painting.part("hair", light);
    body();
    painting.part("scarf", light);

    const float recede = out.light.recede * (1 - pose.light);
    const Color shade = faded(out.light.ambient, recede);
    const Color rim = faded(out.light.rim, lerp(0.4f, 0.9f, pose.light));
    painting.hold(0, 0);
    if (recede > 0) painting.part("mask_body", shade);
    painting.part("rim_body", rim, Blend::kAdd);
    const bool whole = !figure.parts.contains("mask_head");
    if (whole && recede > 0) painting.part("mask", shade);
    if (whole) painting.part("rim", rim, Blend::kAdd);
    head();
    if (recede > 0) painting.part("mask_head", shade);
    painting.part("rim_head", rim, Blend::kAdd);
    painting.want_faces();
}

bool is_blinking(std::uint64_t seed, const std::string& speaker, Millis clock) {
    const Millis start = blink_start(seed, speaker, clock / kBlinkEvery);
    return clock >= start && clock < start + kBlinkLasts;
}

Millis next_blink_change(std::uint64_t seed, const std::string& speaker, Millis clock) {
    for (Millis period = clock / kBlinkEvery;; ++period) {
        const Millis start = blink_start(seed, speaker, period);
        if (clock < start) return start;
        if (clock < start + kBlinkLasts) return start + kBlinkLasts;
    }
}

} // namespace liubai
