#include "game/show.h"

#include "game/book_search.h"
#include "game/chapters.h"
#include "game/going_back.h"
#include "game/look_ahead.h"
#include "game/pace.h"
#include "game/play.h"
#include "game/press.h"
#include "game/reload.h"
#include "game/saving.h"
#include "game/slots.h"
#include "game/show_book.h"
#include "game/settings_screen.h"
#include "game/show_silences.h"
#include "game/sounding.h"
#include "game/unsaid.h"
#include "stage/compose.h"
#include "ui/stand_in.h"

#include <algorithm>
#include <utility>

namespace liubai {
namespace {

constexpr Millis kMouthStep = 110;    // a mouth keeps one shape that long
constexpr Millis kQuietAfter = 260;   // a rest longer than this closes it
constexpr Millis kAmbientStep = 33; // thirty pictures a second are enough for what moves slowly

class Show {
public:
    Show(const GameState& state, Dialogue dialogue, Layouts& layouts, const Content& content)
        : state_(state), layouts_(layouts), content_(content), metrics_(metrics_now(state)),
          dialogue_(std::move(dialogue)) {
        out_.frame.canvas = state.surroundings.canvas;
    }

    Showing show() {
        draw_stage();
        if (shows_reading() && state_.silences.lights.total > 0) put_lights(layer(LayerKind::kStage, metrics_.stage).items, silences());
        if (shows_reading() && !state_.ui.hidden) draw_dialogue();
        if (!state_.ui.hidden) draw_ui();
        want_ui_pictures();
        draw_notice();
        draw_for_author();
        want_sound();
        want_scenes();
        find_wake_up();
        return std::move(out_);
    }

private:
    [[nodiscard]] const Canvas& canvas() const { return state_.surroundings.canvas; }
    [[nodiscard]] bool still() const { return is_motion_reduced(state_); }
    [[nodiscard]] bool shows_reading() const { return base_screen(state_.ui) == ScreenKind::kReading; }
    /// Another screen lies under this one.
    [[nodiscard]] bool covers() const { return !state_.ui.below.empty(); }
    [[nodiscard]] bool types() const {
        return state_.ui.screen == ScreenKind::kReading && state_.moment.kind == MomentKind::kLine &&
               !is_typed(state_, dialogue_);
    }
    [[nodiscard]] bool blinks() const { return is_ambient(state_) || (!still() && types()); }

    Layer& layer(LayerKind kind, Rect clip) {
        Layer& made = out_.frame.layers.emplace_back();
        made.kind = kind;
        made.clip = clip;
        return made;
    }

    [[nodiscard]] SilenceScene silences() { return {state_, content_, metrics_, dialogue_, light_, layouts_}; }

    [[nodiscard]] Rect whole() const { return {0, 0, canvas().size.x, canvas().size.y}; }

    /// The stage that the title, the language question and the end are shown before.
    [[nodiscard]] Stage title_stage() const {
        Stage stage;
        stage.wanted.framing = Framing::kNone;
        const bool has_key_visual = content_.look.backgrounds.contains("screening");
        stage.wanted.background = has_key_visual ? "screening" : "";
        stage.clock = state_.ui.clock;
        return stage;
    }

    [[nodiscard]] Mouth mouth() const {
        if (!types() || still() || dialogue_.texts.empty()) return Mouth::kRest;
        const Reveal& reveal = dialogue_.texts[0].reveal;
        const auto next = std::upper_bound(reveal.at.begin(), reveal.at.end(), state_.moment.elapsed);
        if (next == reveal.at.begin()) return Mouth::kRest;
        if (state_.moment.elapsed - *std::prev(next) > kQuietAfter) return Mouth::kRest;
        if (rests_at_gap(state_, dialogue_)) return Mouth::kRest;
        const auto shape = mixed(state_.reading.seed, static_cast<std::uint64_t>(state_.moment.elapsed / kMouthStep)) % 5;
        return shape < 2 ? Mouth::kOpen : shape < 4 ? Mouth::kRound : Mouth::kRest;
    }

    void draw_stage() {
        Rect area = metrics_.stage;
        Stage stage = state_.stage;
        if (!shows_reading()) {
            stage = title_stage();
            area = whole();
        }
        StageView view;
        view.area = area;
        view.form = canvas().form;
        view.mouth = mouth();
        view.at_gap = rests_at_gap(state_, dialogue_);
        view.blinks = blinks();
        view.ambient = is_ambient(state_);
        if (shows_reading()) view.lingers = lingered(state_);
        view.seed = state_.reading.seed;
        ComposedStage composed = compose(stage, content_.story, content_.look, view);
        light_ = composed.light;
        stage_moves_ = composed.moves;
        stage_changes_ = composed.next_change;
        for (StageGroup& group : composed.groups) {
            Layer& made = layer(LayerKind::kStage, area);
            made.alpha = group.alpha;
            made.mask = group.mask;
            made.items = std::move(group.items);
        }
        if (!composed.stand_ins.empty()) {
            Layer& seals = layer(LayerKind::kStage, area);
            for (const StandIn& seal : composed.stand_ins) {
                const Speaker& speaker = *find_speaker(content_.story, seal.speaker);
                put_stand_in(seals.items, layouts_, content_.look.ui, seal, speaker, light_, tag(state_.settings.reader));
            }
        }
        auto& wanted = out_.frame.wanted;
        wanted.pictures_now = std::move(composed.now);
        wanted.pictures_soon = std::move(composed.soon);
        out_.frame.paper = shows_reading() && canvas().form == Form::kTall ? light_.strip : Color{0, 0, 0, 255};
    }

    void draw_dialogue() {
        Layer& made = layer(LayerKind::kDialogue, whole());
        const float bottom = metrics_.stage.y + metrics_.stage.h;
        const bool book_page = !dialogue_.texts.empty() && dialogue_.block.y < metrics_.highest;
        const float above = metrics_.column.y - metrics_.wash_top;
        const float top = book_page ? dialogue_.block.y - above : metrics_.wash_top;
        const Rect wash{0, top, canvas().size.x, bottom - top};
        const bool has_strip = metrics_.choice.high_contrast && !dialogue_.texts.empty() && !covers(); // in its place
        if (content_.look.ui.wash != ImageId::kNone && !has_strip) {
            put_picture(made.items, content_.look.ui.wash, wash, light_.strip);
        } else if (!has_strip) {
            put_gradient(made.items, wash, faded(light_.strip, 0), light_.strip);
        }
        if (bottom < canvas().size.y) put_fill(made.items, {0, bottom, canvas().size.x, canvas().size.y - bottom}, light_.strip);
        const Line* line = current_line(state_, content_);
        if (!covers()) put_left_words(made.items, silences());
        if (!line || dialogue_.texts.empty() || covers()) return; // no words behind the menu's
        DialogueView view;
        view.speaker = find_speaker(content_.story, line->speaker);
        view.spoken = line->language;
        view.reader = state_.settings.reader;
        view.elapsed = state_.moment.elapsed;
        view.waits = state_.moment.elapsed >= line_limit(state_, dialogue_);
        view.remembered = found_keys(state_, content_);
        constexpr Millis kMarkBreath = 3200;
        if (is_ambient(state_)) {
            const auto share = static_cast<float>(state_.stage.clock % kMarkBreath) / static_cast<float>(kMarkBreath);
            view.mark = 0.7f + 0.3f * wave(share);
        }
        mark_breathes_ = view.waits && is_ambient(state_);
        if (state_.recap > 0 && state_.recap == state_.history.shown) {
            const auto said = said_before(state_, content_);
            put_recap(made.items, screen_context(state_, content_, layouts_, metrics_), said, dialogue_.block.y);
        }
        if (!state_.ui.peeks) {
            put_dialogue(made.items, dialogue_, view, metrics_, content_.look.ui, layouts_, rhythm_now(state_));
            return;
        }
        const Dialogue other = peeked_dialogue(state_, content_, layouts_);
        view.elapsed = kNever;
        view.waits = false;
        put_dialogue(made.items, other, view, metrics_, content_.look.ui, layouts_, rhythm_now(state_));
    }

    void draw_ui() {
        const ScreenContext c = screen_context(state_, content_, layouts_, metrics_);
        if (shows_reading()) draw_marks(c);
        if (shows_reading()) draw_card(c);
        Layer& made = layer(LayerKind::kUi, whole());
        switch (state_.ui.screen) {
        case ScreenKind::kReading: break;
        case ScreenKind::kLanguage: out_.buttons = put_language_screen(made.items, c); break;
        case ScreenKind::kTitle: out_.buttons = put_title_screen(made.items, c, can_continue(state_), !state_.reached.empty()); break;
        case ScreenKind::kMenu: {
            const Scene* scene = content_.scene(state_.moment.place.scene);
            out_.buttons = put_menu_screen(made.items, c, scene ? scene->title : content_.story.title);
            break;
        }
        case ScreenKind::kSettings:
            out_.buttons = put_settings_screen(made.items, c, settings_view(state_, content_));
            break;
        case ScreenKind::kEnd: out_.buttons = put_end_screen(made.items, c, state_.ui.page); break;
        case ScreenKind::kBacklog:
        case ScreenKind::kDocument: draw_book(); break;
        case ScreenKind::kSave:
        case ScreenKind::kLoad: show_slots(state_, content_, c, out_); break;
        case ScreenKind::kChapters: show_chapters(state_, content_, c, out_); break;
        }
        std::vector<DrawItem>& top = out_.frame.layers.back().items; // a screen may have added layers
        if (!state_.ui.veil.done()) put_fill(top, whole(), faded({0, 0, 0, 255}, 1 - state_.ui.veil.eased()));
    }

    void draw_for_author() {
        const Ui& ui = state_.ui;
        if (ui.findings.empty() && !ui.panel) return;
        Items& items = layer(LayerKind::kUi, whole()).items;
        const ScreenContext c = screen_context(state_, content_, layouts_, metrics_);
        if (ui.panel) put_author_panel(items, c, panel_rows(state_, content_));
        if (!ui.findings.empty()) put_findings(items, c, ui.findings);
    }

    void draw_notice() {
        const Notice& notice = state_.ui.notice;
        if (notice.left <= 0) return;
        const float alpha = still() ? 1 : Fade{std::min(notice.left, kNoticeFade), kNoticeFade}.eased();
        put_notice(layer(LayerKind::kUi, whole()).items, screen_context(state_, content_, layouts_, metrics_),
                   notice.text.in(state_.settings.reader), alpha, !state_.ui.below.empty());
    }

    /// The film's edge with its marks, and a choice.
    void draw_marks(const ScreenContext& c) {
        Layer& made = layer(LayerKind::kUi, whole());
        if (state_.moment.kind == MomentKind::kChoice) draw_choice(made.items, c);
        put_left_light(made.items, silences());
        if (state_.ui.screen == ScreenKind::kReading) put_risen(made.items, silences());
        const Scene* scene = content_.scene(state_.moment.place.scene);
        auto marks = put_edge(made.items, c, state_.turn, state_.turn_speaker,
                              scene ? scene->title : std::map<std::string, std::string>{});
        if (state_.moment.kind == MomentKind::kCard) return; // which lies over them
        out_.buttons.insert(out_.buttons.end(), marks.begin(), marks.end());
    }

    void want_ui_pictures() {
        const UiPictures& ui = content_.look.ui;
        Wanted& wanted = out_.frame.wanted;
        const auto want = [&](ImageId id, bool now) {
            if (id != ImageId::kNone) (now ? wanted.pictures_now : wanted.pictures_soon).push_back({id, ui_scale(id)});
        };
        for (const ImageId id : {ui.seal, ui.glow, ui.drop, ui.bird, ui.stroke}) want(id, true);
        const bool has_card = state_.moment.kind == MomentKind::kCard || !state_.card_leaves.done();
        const bool on_paper = covers() || state_.ui.screen == ScreenKind::kLanguage || (shows_reading() && has_card);
        want(ui.wash, shows_reading() || on_paper);
        want(ui.paper, on_paper);
        // What a card bleeds in with.
        if (const auto bleed = content_.look.masks.find("ink"); bleed != content_.look.masks.end()) want(bleed->second, false);
    }

    /// Units a pixel of an interface picture: wash, paper and masks span the canvas, the others are small.
    [[nodiscard]] float ui_scale(ImageId id) const {
        const float width = std::max(1.0f, content_.look.picture(id)->size.x);
        const UiPictures& ui = content_.look.ui;
        const bool small = id == ui.seal || id == ui.glow || id == ui.drop || id == ui.bird || id == ui.stroke;
        return small ? 1.0f : canvas().size.x / width;
    }

    /// The chapter card, which bleeds in over what was and away from what comes.
    void draw_card(ScreenContext c) {
        const bool rests = state_.moment.kind == MomentKind::kCard;
        const Place& place = rests ? state_.moment.place : state_.card;
        const Scene* scene = content_.scene(place.scene);
        const bool is_there = scene && place.step < scene->steps.size() && (rests || !state_.card_leaves.done());
        const auto* card = is_there ? std::get_if<ChapterCard>(&scene->steps[place.step].what) : nullptr;
        if (!card) return;
        const float came = Fade{std::min(state_.moment.elapsed, kCardFade), kCardFade}.eased();
        const float there = still() ? 1.0f : rests ? came : 1 - state_.card_leaves.eased();
        if (rests && state_.stage.wanted.background.empty()) // nobody stands in a place that is not there yet
            put_fill(layer(LayerKind::kUi, whole()).items, whole(), {0, 0, 0, 255});
        Layer& made = layer(LayerKind::kUi, whole());
        if (const auto bleed = content_.look.masks.find("ink"); bleed != content_.look.masks.end()) {
            made.mask = {bleed->second, whole(), there};
            out_.frame.wanted.pictures_now.push_back({bleed->second, ui_scale(bleed->second)});
        } else {
            made.alpha = there;
        }
        c.shown_for = still() || !rests ? kNever : state_.moment.elapsed;
        put_chapter_card(made.items, c, *card);
    }

    void draw_book() {
        BookShowing book = show_book(state_, layouts_, content_);
        layer(LayerKind::kUi, whole()).items = std::move(book.sheet);
        layer(LayerKind::kUi, book.view).items = std::move(book.rows);
        if (!book.keyboard.empty()) layer(LayerKind::kUi, whole()).items = std::move(book.keyboard);
        out_.buttons = std::move(book.buttons);
        out_.caret = book.caret;
    }

    void draw_choice(Items& items, const ScreenContext& c) {
        const Step* step = current_step(state_, content_);
        const auto* choice = step ? std::get_if<Choice>(&step->what) : nullptr;
        if (!choice) return;
        out_.buttons = put_choice(items, c, *choice, open_options(state_, *choice), state_.reading.variables);
    }

    void want_sound() {
        for (const std::string& sound : state_.sounds) out_.frame.cues.push_back(cue_of(state_.settings, sound));
        if (shows_reading()) out_.frame.sound = wanted_sound(state_, dialogue_);
    }

    void want_scenes() {
        Wanted& wanted = out_.frame.wanted;
        const auto soon = [&](const std::string& name) {
            if (!content_.scenes.contains(name)) wanted.scenes_soon.push_back(name);
        };
        const auto now = [&](const std::string& name) {
            if (!name.empty() && !content_.scenes.contains(name)) wanted.scenes_now.push_back(name);
        };
        if (state_.moment.kind == MomentKind::kMissingScene) now(state_.moment.place.scene);
        for (const std::string& name : scenes_waited_for(state_, content_)) now(name);
        wanted.pinyin = state_.settings.pinyin != PinyinSetting::kOff || state_.ui.book.search.open;
        now(scene_waited_for(state_, content_));
        now(state_.starting);
        // What was read in another session is looked up there: silences, the backlog.
        for (const std::string& name : state_.history.scenes) soon(name);
        const auto& order = content_.story.order;
        if (!shows_reading() && !order.empty()) soon(order[0]);
        if (const std::string next = scene_after(content_.story, state_.reading.place.scene); !next.empty()) soon(next);
        // A reader who begins finds the first scene's there.
        const Stage stage = shows_reading() ? state_.stage : Stage{};
        const Place from = shows_reading() || order.empty() ? state_.reading.place : Place{order[0], 0};
        if (shows_reading() || !order.empty()) want_stages_ahead(stage, from, state_, content_, metrics_.stage, wanted.pictures_soon);
    }

    /// Without a graphics card thirty pictures a second are enough, and half the work.
    void wake_within(Millis ms) {
        const Millis least = state_.surroundings.accelerated ? 1 : 2 * kAnimationStep;
        out_.frame.wake_after = std::min(out_.frame.wake_after, std::max(least, ms));
    }

    void wake_for_screen() {
        const Ui& ui = state_.ui;
        if (still()) return;
        if (ui.screen == ScreenKind::kTitle) {
            if (ui.clock < kTitleAppears) wake_within(kAnimationStep);
            if (is_ambient(state_)) wake_within(kAmbientStep);
        }
        if (ui.screen != ScreenKind::kEnd) return;
        const bool last = ui.page + 1 >= end_pages(state_, content_, layouts_);
        const Millis leaves = kEndPageLasts - kEndPageFade;
        const bool comes = ui.page_clock < 2 * kEndPageFade;
        if (comes || (!last && ui.page_clock >= leaves)) {
            wake_within(kAnimationStep);
        } else if (!last) {
            wake_within(leaves - ui.page_clock);
        }
    }

    void find_wake_up() {
        if (!state_.ui.veil.done()) wake_within(kAnimationStep);
        const Millis notice = state_.ui.notice.left;
        if (notice > 0) wake_within(still() || notice <= kNoticeFade ? std::min(notice, kAnimationStep) : notice - kNoticeFade);
        wake_within(autosave_due(state_));
        wake_within(press_due(state_));
        if (is_searching(state_)) wake_within(kAnimationStep);
        if (covers() && shows_reading()) return; // it stands still under them
        if (stage_moves_) wake_within(kAmbientStep);
        if (stage_changes_ != kNever) wake_within(stage_changes_);
        if (state_.ui.screen != ScreenKind::kReading) {
            wake_for_screen();
            return;
        }
        wake_within(pace_due(state_, content_, dialogue_));
        if (is_moving(state_.stage)) wake_within(kAnimationStep);
        if (mark_breathes_) wake_within(kAmbientStep);
        const Moment& moment = state_.moment;
        if (moment.kind == MomentKind::kPause) wake_within(moment.total - moment.elapsed);
        if (moment.kind == MomentKind::kCard || !state_.card_leaves.done()) wake_within(kAnimationStep);
        if (const Millis next = silences_change(state_, dialogue_); next != kNever) wake_within(next);
        if (moment.kind == MomentKind::kLine) {
            const Millis limit = line_limit(state_, dialogue_);
            for (const DialogueText& text : dialogue_.texts) {
                const Millis next = next_change(text.reveal, moment.elapsed, rhythm_now(state_));
                if (moment.elapsed < limit && next != kNever) wake_within(next - moment.elapsed);
            }
            if (moment.elapsed < limit) wake_within(limit - moment.elapsed);
        }
        if (!blinks()) return;
        for (const auto& [speaker, motion] : state_.stage.figures) {
            if (motion.to.alpha <= 0) continue;
            wake_within(next_blink_change(state_.reading.seed, speaker, state_.stage.clock) - state_.stage.clock);
        }
    }

    const GameState& state_;
    Layouts& layouts_;
    const Content& content_;
    Metrics metrics_;
    Dialogue dialogue_;
    Light light_;
    bool stage_moves_ = false;
    bool mark_breathes_ = false;
    Millis stage_changes_ = kNever;
    Showing out_;
};

} // namespace

Showing show(const GameState& state, Dialogue dialogue, Layouts& layouts, const Content& content) {
    return Show(state, std::move(dialogue), layouts, content).show();
}

} // namespace liubai
