#include "stage/compose.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kHemBelow = 70;      // a figure's canvas ends this far below the stage, in the ink
constexpr Millis kBlinkEvery = 4200; // one blink in each such period, at an irregular moment of it
constexpr Millis kBlinkLasts = 130;

Millis blink_start(std::uint64_t seed, const std::string& speaker, Millis period) {
    std::uint64_t who = seed;
    for (const char c : speaker) who = mixed(who, static_cast<unsigned char>(c));
    const auto room = static_cast<std::uint64_t>(kBlinkEvery - kBlinkLasts - 200);
    return period * kBlinkEvery + static_cast<Millis>(mixed(who, static_cast<std::uint64_t>(period)) % room);
}

/// The stage's 1920×1080 placed so that it covers the area.
struct StageMap {
    Rect area;
    float scale;
    float width; ///< of the area in stage units

    explicit StageMap(const Rect& target)
        : area(target), scale(std::max(target.w / kStageSize.x, target.h / kStageSize.y)), width(target.w / scale) {}

    /// The covering rectangle: centred, a little more of the top than of the bottom is kept.
    [[nodiscard]] Rect all() const {
        const float w = kStageSize.x * scale;
        const float h = kStageSize.y * scale;
        return {area.x + (area.w - w) / 2, area.y + (area.h - h) * 0.35f, w, h};
    }
    /// The left edge of a figure's middle: the share of the stage, squeezed into what is seen of it.
    [[nodiscard]] float x(float share) const {
        const float seen = std::min(1.0f, width / kStageSize.x);
        return area.x + area.w / 2 + (share - 0.5f) * kStageSize.x * scale * (0.35f + 0.65f * seen);
    }
};

Color dimmed(Color c, float light) {
    const float share = 0.88f + 0.12f * light; // the listener stands a little out of the light
    return mix({0, 0, 0, c.a}, c, share);
}

Light blended(const Light& a, const Light& b, float t) {
    return {mix(a.strip, b.strip, t), mix(a.figures, b.figures, t), mix(a.rim, b.rim, t), mix(a.ambient, b.ambient, t),
            lerp(a.recede, b.recede, t)};
}

class Composer {
public:
    Composer(const Stage& stage, const Story& story, const Look& look, const StageView& view)
        : stage_(stage), story_(story), look_(look), view_(view), map_(view.area) {}

    ComposedStage compose() {
        group(1);
        backgrounds();
        const bool tall = view_.form == Form::kTall;
        for (const bool speaking : {false, true}) { // the speaker stands in front
            for (const auto& [speaker, motion] : stage_.figures) {
                const bool speaks = speaker == stage_.wanted.speaker;
                if (speaks != speaking || (tall && !speaks)) continue;
                figure(speaker, motion.now());
            }
        }
        if (!stage_.flash.done()) {
            const Color white = faded({255, 255, 255, 255}, 0.85f * (1 - stage_.flash.eased()));
            group(1);
            items().emplace_back(FillItem{view_.area, white, white});
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] std::vector<DrawItem>& items() { return out_.groups.back().items; }

    /// What follows belongs together; a group that is all there goes on with the one before it.
    void group(float alpha) {
        const bool joins = !out_.groups.empty() && alpha >= 1 && out_.groups.back().alpha >= 1;
        if (!joins) out_.groups.push_back({alpha, {}});
    }

    void backgrounds() {
        const float t = stage_.background.eased();
        const Light old_light = light_of(stage_.old_background);
        const Light new_light = light_of(stage_.wanted.background);
        out_.light = blended(old_light, new_light, t);
        if (t < 1) background(stage_.old_background, 1);
        background(stage_.wanted.background, t);
    }

    Light light_of(const std::string& name) const {
        const auto found = look_.backgrounds.find(name);
        return found == look_.backgrounds.end() ? Light{} : found->second.light;
    }

    void background(const std::string& name, float alpha) {
        if (alpha <= 0) return;
        const auto found = look_.backgrounds.find(name);
        const ImageId image = found == look_.backgrounds.end() ? ImageId::kNone : found->second.image;
        if (image == ImageId::kNone) {
            const Color plain = faded(parse_color(name).value_or(Color{10, 11, 14, 255}), alpha);
            items().emplace_back(FillItem{view_.area, plain, plain});
            return;
        }
        const Vec2 size = look_.picture(image)->size;
        const Rect all = map_.all();
        const float scale = std::max(all.w / size.x, all.h / size.y); // an author's picture of another shape is cropped
        const Rect to{all.x + (all.w - size.x * scale) / 2, all.y + (all.h - size.y * scale) / 2, size.x * scale,
                      size.y * scale};
        items().emplace_back(ImageItem{image, to, {0, 0, 1, 1}, faded({255, 255, 255, 255}, alpha), Blend::kOver});
        out_.now.push_back({image, scale});
    }

    void figure(const std::string& speaker, const Pose& pose) {
        const Speaker* who = find_speaker(story_, speaker);
        if (!who || pose.alpha <= 0) return;
        const auto found = look_.figures.find(who->figure);
        if (found == look_.figures.end()) return;
        const Figure& figure = found->second;
        const float scale = pose.scale * map_.scale;
        settled_ = stage_.figures.at(speaker).to.scale * map_.scale; // a picture is decoded for where a move ends
        const bool tall = view_.form == Form::kTall;
        const float middle = tall ? view_.area.x + view_.area.w / 2 : map_.x(pose.x);
        const float bottom = view_.area.y + view_.area.h + kHemBelow * scale;
        const Vec2 origin{middle - figure.size.x * scale / 2, bottom - figure.size.y * scale};

        const std::string mood = mood_of_figure(figure, speaker);
        group(pose.alpha);
        const Color light = dimmed(out_.light.figures, pose.light);
        const bool blink = view_.blinks && is_blinking(view_.seed, speaker, stage_.clock);
        const bool talks = speaker == stage_.wanted.speaker && view_.mouth != Mouth::kRest;
        const char* talking = view_.mouth == Mouth::kOpen ? "mouth_open" : "mouth_o";
        part(figure, "body", origin, scale, light, Blend::kOver);
        part(figure, "head", origin, scale, light, Blend::kOver);
        part(figure, (blink ? "blink_" : "eyes_") + mood, origin, scale, light, Blend::kOver);
        part(figure, talks ? talking : "mouth_" + mood, origin, scale, light, Blend::kOver);
        part(figure, "scarf", origin, scale, light, Blend::kOver);
        const float recede = out_.light.recede * (1 - pose.light);
        if (recede > 0) part(figure, "mask", origin, scale, faded(out_.light.ambient, recede), Blend::kOver);
        part(figure, "rim", origin, scale, faded(out_.light.rim, lerp(0.4f, 0.9f, pose.light)), Blend::kAdd);
        // Every face of a figure is wanted before it shows, so that a blink or a word never waits for a file.
        for (const auto& [name, p] : figure.parts) out_.soon.push_back({p.image, scale_of(p, settled_)});
    }

    std::string mood_of_figure(const Figure& figure, const std::string& speaker) const {
        const std::string mood = mood_of(stage_, speaker);
        if (figure.parts.contains("eyes_" + mood)) return mood;
        return figure.moods.empty() ? "neutral" : figure.moods.front();
    }

    float scale_of(const FigurePart& p, float scale) const {
        return p.at.w * scale / std::max(1.0f, look_.picture(p.image)->size.x);
    }

    void part(const Figure& figure, const std::string& name, Vec2 origin, float scale, Color tint, Blend blend) {
        const auto found = figure.parts.find(name);
        if (found == figure.parts.end()) return;
        const FigurePart& p = found->second;
        const Rect to{origin.x + p.at.x * scale, origin.y + p.at.y * scale, p.at.w * scale, p.at.h * scale};
        items().emplace_back(ImageItem{p.image, to, {0, 0, 1, 1}, tint, blend});
        out_.now.push_back({p.image, scale_of(p, settled_)});
    }

    const Stage& stage_;
    const Story& story_;
    const Look& look_;
    const StageView& view_;
    StageMap map_;
    float settled_ = 1;
    ComposedStage out_;
};

} // namespace

ComposedStage compose(const Stage& stage, const Story& story, const Look& look, const StageView& view) {
    return Composer(stage, story, look, view).compose();
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
