#include "game/show_silences.h"

#include "game/play.h"
#include "game/unsaid.h"
#include "stage/lens.h"
#include "ui/gap_light.h"
#include "ui/risen_line.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

constexpr Millis kTypedLongAgo = 24 * 3600 * 1000;
constexpr Color kSun{222, 84, 48, 255};
constexpr Color kWarm{238, 128, 38, 255};  // a silence that the reader waited for
constexpr Color kCool{132, 148, 162, 255}; // one that they did not
constexpr Color kBird{44, 52, 64, 255};
constexpr Millis kLightFlies = 2600;
constexpr Rect kAnywhere{480, 170, 960, 400};  // of the stage, where a picture has no light of its own
constexpr Rect kBelowLight{-540, 70, 1080, 270}; // from the picture's light: its mountains

const Line* line_at(const SilenceScene& s, const Place& place) {
    const Scene* scene = s.content.scene(place.scene);
    if (!scene || place.step >= scene->steps.size()) return nullptr;
    return std::get_if<Line>(&scene->steps[place.step].what);
}

Dialogue left_dialogue(const SilenceScene& s, const Line& line) {
    return lay_out_dialogue(texts_of(s.state, s.content, line), s.state.silences.left.page, s.metrics, s.layouts,
                            rhythm_now(s.state));
}

StageLens lens_of(const SilenceScene& s) { return {s.metrics.stage, s.state.stage.camera.now()}; }

std::optional<Vec2> picture_light(const SilenceScene& s) {
    const auto found = s.content.look.backgrounds.find(s.state.stage.wanted.background);
    return found == s.content.look.backgrounds.end() ? std::nullopt : found->second.light_at;
}

float reveal_share(Millis now, Millis from, Millis to) { return Fade{std::clamp<Millis>(now - from, 0, to - from), to - from}.eased(); }

/// Evenly scattered without a pattern (the R2 sequence), 0…1.
Vec2 scattered(std::size_t n) {
    const auto part = [n](float step) {
        const float at = 0.5f + step * static_cast<float>(n + 1);
        return at - static_cast<float>(static_cast<int>(at));
    };
    return {part(0.7548777f), part(0.5698403f)};
}

void put_birds(std::vector<DrawItem>& items, const SilenceScene& s, const Rect& area, std::size_t count, float come,
               float alpha) {
    const ImageId bird = s.content.look.ui.bird;
    if (bird == ImageId::kNone) return;
    // Where each flies, from the middle of the area's upper edge; a sixth begins the next flight above.
    constexpr std::array<Vec2, 5> kFlight{Vec2{128, -66}, {186, -112}, {246, -78}, {300, -134}, {366, -98}};
    const Vec2 size = s.content.look.picture(bird)->size;
    const StageLens lens = lens_of(s);
    for (std::size_t i = 0; i < count; ++i) {
        const Vec2 off = kFlight[i % kFlight.size()];
        const float above = 70 * static_cast<float>(i / kFlight.size());
        const float own = std::clamp(come * 1.6f - 0.12f * static_cast<float>(i % kFlight.size()), 0.0f, 1.0f);
        const float t = own * own * (3 - 2 * own);
        const float width = 58 - 5 * static_cast<float>(i % 3);
        const float away = 1 - t;
        const Rect at{area.x + area.w / 2 + off.x - 180 * away, area.y + off.y - above + 60 * away, width,
                      width * size.y / std::max(1.0f, size.x)};
        put_picture(items, bird, lens.place(at, 0), faded(kBird, t * alpha));
    }
}

} // namespace

void put_lights(std::vector<DrawItem>& items, const SilenceScene& s) {
    const Silences& silences = s.state.silences;
    const Fade& rise = silences.lights;
    if (rise.total <= 0) return;
    const float alpha = silences.lights_out.total > 0 ? 1 - silences.lights_out.eased() : 1;
    const auto light = picture_light(s);
    const Rect area = light ? Rect{light->x + kBelowLight.x, light->y + kBelowLight.y, kBelowLight.w, kBelowLight.h} : kAnywhere;
    const auto& heard = s.state.reading.heard;
    std::vector<const Silence*> open;
    std::size_t found = 0;
    for (const Silence& silence : s.state.reading.silences) {
        const bool is_heard = !silence.key.empty() && std::find(heard.begin(), heard.end(), silence.key) != heard.end();
        if (is_heard) {
            ++found;
        } else {
            open.push_back(&silence);
        }
    }
    const StageLens lens = lens_of(s);
    const bool flies = rise.total >= kLightsRise;
    const auto last = static_cast<Millis>(open.size() > 1 ? open.size() - 1 : 1);
    for (std::size_t i = 0; i < open.size(); ++i) {
        const Millis begins = flies ? (rise.total - kLightFlies) * static_cast<Millis>(i) / last : 0;
        const float t = reveal_share(rise.elapsed, begins, flies ? begins + kLightFlies : rise.total);
        if (t <= 0) continue;
        const Vec2 part = scattered(i);
        const Vec2 to{area.x + area.w * part.x, area.y + area.h * part.y};
        const float away = flies ? 1 - t : 0;
        const float own = 46 + static_cast<float>(mixed(s.state.reading.seed, i) % 21);
        const Rect at = lens.place({to.x - 40 * away, to.y + (kStageSize.y * 0.82f - to.y) * away, own, own}, 0);
        const bool warm = open[i]->waited;
        put_point(items, s.content.look.ui, {at.x, at.y}, at.w * (warm ? 1.3f : 1), warm ? kWarm : kCool,
                  alpha * std::min(1.0f, t * 1.5f));
    }
    put_birds(items, s, area, found, rise.share(), alpha);
}

void put_left_words(std::vector<DrawItem>& items, const SilenceScene& s) {
    const LeftLine& left = s.state.silences.left;
    const Line* line = line_at(s, left.line);
    if (!line || left.words.done()) return;
    DialogueView view;
    view.speaker = find_speaker(s.content.story, line->speaker);
    view.spoken = line->language;
    view.reader = s.state.settings.reader;
    view.elapsed = kTypedLongAgo;
    view.alpha = 1 - left.words.eased();
    view.is_left = true;
    put_dialogue(items, left_dialogue(s, *line), view, s.metrics, s.content.look.ui, s.layouts, rhythm_now(s.state));
}

void put_left_light(std::vector<DrawItem>& items, const SilenceScene& s) {
    const LeftLine& left = s.state.silences.left;
    const Line* line = left.has_light ? line_at(s, left.line) : nullptr;
    if (!line) return;
    const UiPictures& ui = s.content.look.ui;
    const Dialogue dialogue = left_dialogue(s, *line);
    const float alpha = left.out.total > 0 ? 1 - left.out.eased() : 1;
    const auto target = left.travel.total > 0 ? picture_light(s) : std::nullopt;
    for (const Rect& gap : gap_rects(large_text(dialogue))) {
        if (!target) {
            put_lamp(items, ui, gap, 1, alpha);
            continue;
        }
        // It gathers to a point, rises, reddens, and is gone in the picture's own light.
        const float way = left.travel.share();
        const float gathered = reveal_share(left.travel.elapsed, 0, left.travel.total / 3);
        const float up = reveal_share(left.travel.elapsed, left.travel.total / 6, left.travel.total * 9 / 10);
        const Rect to = lens_of(s).place({target->x, target->y, 230, 230}, 0);
        const Vec2 at = on_the_way(gap.center(), {to.x, to.y}, up);
        const Rect lamp{at.x - gap.w / 2, at.y - gap.h / 2, gap.w, gap.h};
        if (gathered < 1) put_lamp(items, ui, lamp, 1 - gathered, alpha * (1 - gathered));
        const float goes = way > 0.82f ? (1 - way) / 0.18f : 1;
        put_flying_light(items, ui, gap.center(), {to.x, to.y}, up, lerp(s.metrics.text * 2.4f, to.w, up),
                         mix(theme::kLight, kSun, up), alpha * gathered * goes);
    }
}

void put_risen(std::vector<DrawItem>& items, const SilenceScene& s) {
    const RisenLine& risen = s.state.silences.risen;
    const Line* line = line_at(s, risen.line);
    if (!line) return;
    const Millis now = risen.elapsed;
    RisenView view;
    view.key = risen.key;
    view.shade = s.light.strip;
    view.there = reveal_share(now, 0, kRisen);
    view.closed = reveal_share(now, kLightArrives, kWhole);
    view.moves = !is_motion_reduced(s.state);
    view.alpha = 1 - reveal_share(now, kRisenGoes, kRisenGone);
    if (risen.out.total > 0) view.alpha *= 1 - risen.out.eased();
    if (view.moves && risen.out.total == 0 && !s.dialogue.texts.empty()) {
        view.way = reveal_share(now, kLightLeaves, kLightArrives);
        view.from = heard_rect(large_text(s.dialogue), risen.key);
    }
    put_risen_line(items, texts_of(s.state, s.content, *line), view, s.metrics, s.content.look.ui, s.layouts);
}

Millis silences_change(const GameState& state, const Dialogue& dialogue) {
    const Silences& s = state.silences;
    const auto runs = [](const Fade& fade) { return fade.total > 0 && !fade.done(); };
    if (is_gap_opening(dialogue, state.moment.elapsed)) return kAnimationStep;
    if (runs(s.lights) || runs(s.lights_out)) return kAnimationStep;
    if (!s.left.line.scene.empty() && (!s.left.words.done() || runs(s.left.travel) || runs(s.left.out))) return kAnimationStep;
    if (s.risen.line.scene.empty()) return kNever;
    const bool stands = s.risen.out.total == 0 && s.risen.elapsed >= kWhole && s.risen.elapsed < kRisenGoes;
    return stands ? kRisenGoes - s.risen.elapsed : kAnimationStep;
}

} // namespace liubai
