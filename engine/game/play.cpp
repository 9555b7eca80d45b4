#include "game/play.h"

#include "game/going_back.h"
#include "game/pace.h"
#include "game/press.h"
#include "game/saving.h"
#include "game/sounding.h"
#include "game/unsaid.h"
#include "stage/compose.h"

#include <algorithm>

namespace liubai {
namespace {

FindScene finder(const Content& content) {
    return [&content](const std::string& name) { return content.scene(name); };
}

void end_story(GameState& state) {
    state.moment = {};
    state.under_way = false;
    state.ui.screen = ScreenKind::kEnd;
    state.ui.below.clear();
    state.pace = {};
    state.ui.focus = 0;
    state.ui.veil = {0, kVeil};
    state.ui.clock = 0;
    turn_to_end_page(state, 0);
}

constexpr Millis kSlow = 4000; // a camera that takes longer is scenery: it moves only where that does

} // namespace

void change_stage(GameState& state, const Content& content, const StageStep& step, bool instant) {
    const auto* bg = std::get_if<SetBackground>(&step);
    const bool same_place = bg && is_same_place(content.look, state.stage.wanted.background, bg->name);
    const auto* camera = std::get_if<SetCamera>(&step);
    if (camera && camera->over > kSlow && !is_ambient(state)) return;
    apply(state.stage, step, content.story, instant, same_place);
}

void count_turn(GameState& state, const Line& line) {
    if (line.speaker.empty() || line.speaker == state.turn_speaker) return;
    ++state.turn;
    state.turn_speaker = line.speaker;
}

namespace {

/// What each event of the story does to the state. True: go on to the next one at once.
struct Arrive {
    GameState& state;
    const Content& content;

    [[nodiscard]] Place shown() const {
        Place place = state.reading.place;
        if (place.step > 0) --place.step;
        return place;
    }
    void rest(MomentKind kind, Millis total = 0) const { state.moment = {kind, shown(), 0, total, 0}; }

    bool operator()(const AtStage& e) const {
        // Under a card that has not begun to leave, the picture changes unseen; a camera only sets out.
        const bool unseen = state.card_leaves.elapsed == 0 && state.card_leaves.total > 0;
        const bool instant = unseen && !std::holds_alternative<SetCamera>(*e.step);
        change_stage(state, content, *e.step, instant || is_motion_reduced(state));
        if (const auto* sound = std::get_if<PlaySound>(e.step)) begin_sound(state, sound->name);
        if (std::holds_alternative<RaiseSilences>(*e.step)) raise_lights(state, false);
        return true;
    }
    bool operator()(const AtParagraphEnd&) const { return true; }
    bool operator()(const AtTurnEnd&) const {
        state.turn_speaker.clear();
        return true;
    }
    bool operator()(const AtSceneStart& e) const {
        enter_scene(state.stage, *e.scene, content.story);
        end_lights(state);
        if (state.reached.insert(e.scene->name).second) state.newly_seen.push_back("r " + e.scene->name);
        note_checkpoint(state, state.reading);
        return true;
    }
    bool operator()(const AtLine& e) const {
        rest(MomentKind::kLine);
        Reading before = state.reading;
        before.place = shown();
        note_far_checkpoint(state, before);
        note_passed(state, state.moment.place, e.line->id);
        note_change(state);
        begin_line(state.stage, *e.line, content.story, is_motion_reduced(state));
        count_turn(state, *e.line);
        return false;
    }
    bool operator()(const AtPause& e) const {
        rest(MomentKind::kPause, e.over);
        return e.over <= 0;
    }
    bool operator()(const AtCard&) const {
        rest(MomentKind::kCard, kCardLasts - kCardFade);
        return false;
    }
    bool operator()(const AtChoice& e) const {
        // The reading stays on the choice until an option is taken.
        state.moment = {MomentKind::kChoice, state.reading.place, 0, 0, 0};
        note_far_checkpoint(state, state.reading);
        note_passed(state, state.moment.place, e.choice->id);
        note_change(state);
        state.ui.focus = 0;
        return false;
    }
    bool operator()(const NeedsScene& e) const {
        if (content.scenes.contains(e.scene)) {
            end_story(state); // it was tried and cannot be had
            return false;
        }
        state.moment = {MomentKind::kMissingScene, {e.scene, 0}, 0, 0, 0};
        return false;
    }
    bool operator()(const AtEnd&) const {
        end_story(state);
        return false;
    }
};

/// Mid-line faces whose moment lies in (from, to]. Those at a page's very beginning turn as the page does.
void turn_faces(GameState& state, const Content& content, const Dialogue& dialogue, Millis from, Millis to) {
    const Line* line = current_line(state, content);
    if (!line || dialogue.texts.empty()) return;
    const DialogueText& lead = dialogue.texts[0];
    for (const Cue& cue : lead.text.cues) {
        const auto* face = std::get_if<FaceCue>(&cue.kind);
        if (!face) continue;
        Millis when = lead.reveal.total;
        for (std::size_t i = 0; i < lead.layout->clusters.size(); ++i) {
            if (lead.layout->clusters[i].byte_begin < cue.at) continue;
            when = lead.reveal.at[i];
            break;
        }
        if (when > from && when <= to)
            set_mood(state.stage, face->speaker.empty() ? line->speaker : face->speaker, face->mood,
                     is_motion_reduced(state));
    }
}

void turn_page(GameState& state, Layouts& layouts, const Content& content) {
    ++state.moment.page;
    state.moment.elapsed = 0;
    state.moment.waits = 0;
    state.moment.rested = 0;
    state.moment.is_said = false;
    constexpr Millis kBefore = -1;
    turn_faces(state, content, dialogue_now(state, content, layouts), kBefore, 0);
}

/// What shows for a while over any screen.
void run_ui(GameState& state, Millis dt) {
    Ui& ui = state.ui;
    ui.veil.run(dt);
    ui.notice.left = std::max<Millis>(0, ui.notice.left - dt);
}

/// Time on the title and at the end, whose pages turn by themselves unless motion is reduced.
void pass_on_screen(GameState& state, Layouts& layouts, const Content& content, Millis dt) {
    Ui& ui = state.ui;
    ui.clock += dt;
    if (ui.screen != ScreenKind::kEnd || is_motion_reduced(state)) return;
    const std::size_t pages = end_pages(state, content, layouts);
    ui.page_clock += dt;
    while (ui.page_clock >= kEndPageLasts && ui.page + 1 < pages) {
        ui.page_clock -= kEndPageLasts;
        ++ui.page;
    }
}

} // namespace

void tell(GameState& state, const Bilingual& text) { state.ui.notice = {text, kNoticeLasts}; }

void open_screen(GameState& state, ScreenKind screen) {
    Ui& ui = state.ui;
    if (ui.screen == screen) return;
    ui.below.push_back(ui.screen);
    ui.screen = screen;
    ui.focus = 0;
    ui.on_button = false;
    ui.hidden = false;
    ui.peeks = false;
    ui.field = {};
    ui.scroll = 0;
    ui.picked = 0;
    ui.book = {};
    ui.question = SlotQuestion::kNone;
    ui.rebinding.reset();
    state.pace = {};
}

void close_screen(GameState& state) {
    Ui& ui = state.ui;
    if (ui.below.empty()) return;
    ui.screen = ui.below.back();
    ui.below.pop_back();
    ui.field = {};
    ui.question = SlotQuestion::kNone;
    ui.focus = 0;
    ui.on_button = false;
}

void turn_to_end_page(GameState& state, std::size_t page) {
    state.ui.page = page;
    state.ui.page_clock = 0;
}

void show_typed(GameState& state, Layouts& layouts, const Content& content, std::size_t page) {
    const Line* line = current_line(state, content);
    if (!line) return;
    state.moment.page = page;
    const Dialogue dialogue = dialogue_now(state, content, layouts);
    state.moment.page = dialogue.page;
    state.moment.waits = count_waits(dialogue);
    state.moment.elapsed = line_limit(state, dialogue);
    state.moment.rested = 0;
    constexpr Millis kBefore = -1;
    turn_faces(state, content, dialogue, kBefore, state.moment.elapsed);
    if (!dialogue.has_more()) hear(state.reading, line->text);
    settle(state.stage);
}

namespace {

/// The Han words of a line were read.
void meet_words(GameState& state, const Content& content, const Line& line) {
    const RichText* words = content.pinyin ? text_in(line, tag(Language::kZh)) : nullptr;
    if (!words || state.settings.pinyin == PinyinSetting::kOff) return;
    for (const std::string& word : words_of(*words, *content.pinyin)) {
        if (state.words_met.try_emplace(word, line.id).second) state.newly_seen.push_back("w " + word + " " + line.id);
    }
}

} // namespace

void step_on(GameState& state, const Content& content) {
    const Moment left = state.moment;
    const std::string background = state.stage.wanted.background;
    if (const Line* line = current_line(state, content)) {
        leave_line(state, *line);
        meet_words(state, content, *line);
    }
    if (state.moment.kind == MomentKind::kCard) {
        state.card = state.moment.place;
        state.card_leaves = {0, is_motion_reduced(state) ? 0 : kCardFade};
        settle(state.stage);
    }
    const FindScene find = finder(content);
    // A hostile scene may chain staging steps without end; a moment's worth of them is enough.
    constexpr int kMostEvents = 100000;
    for (int i = 0; i < kMostEvents; ++i) {
        const Event event = advance(state.reading, content.story, find);
        if (std::visit(Arrive{state, content}, event)) continue;
        rest_after(state, content, left, background);
        return;
    }
    end_story(state);
}

void advance_by_reader(GameState& state, Layouts& layouts, const Content& content) {
    switch (state.moment.kind) {
    case MomentKind::kLine: {
        const Dialogue dialogue = dialogue_now(state, content, layouts);
        if (is_typed(state, dialogue) && dialogue.has_more()) {
            turn_page(state, layouts, content);
            return;
        }
        if (is_typed(state, dialogue)) {
            // Over lines that were gone back from: nothing is typed twice.
            const bool was_shown = state.history.shown < state.history.entries.size();
            step_on(state, content);
            if (was_shown) show_typed(state, layouts, content, 0);
            return;
        }
        const Millis limit = line_limit(state, dialogue);
        const Millis before = state.moment.elapsed;
        if (before >= limit) {
            ++state.moment.waits;
            state.moment.rested = 0;
            return;
        }
        Millis target = after_click(dialogue.texts[0].reveal, before);
        if (target >= dialogue.texts[0].reveal.total) target = limit;
        state.moment.elapsed = std::min(std::max(before, target), limit);
        turn_faces(state, content, dialogue, before, state.moment.elapsed);
        type_silences(state, content, dialogue, before, state.moment.elapsed, false, 0);
        return;
    }
    case MomentKind::kPause:
    case MomentKind::kCard: step_on(state, content); return;
    case MomentKind::kNone:
    case MomentKind::kChoice:
    case MomentKind::kMissingScene: return;
    }
}

void take_option(GameState& state, const Content& content, std::size_t option) {
    if (state.moment.kind != MomentKind::kChoice) return;
    const Step* step = current_step(state, content);
    const auto* choice = step ? std::get_if<Choice>(&step->what) : nullptr;
    if (!choice || option >= choice->options.size()) return;
    if (state.history.shown > 0) {
        Passed& passed = state.history.entries[state.history.shown - 1];
        // Another way than before: what was kept for going forward does not follow any more.
        if (passed.option != static_cast<std::int32_t>(option)) forget_forward(state);
        passed.option = static_cast<std::int32_t>(option);
    }
    choose(state.reading, *choice, option);
    step_on(state, content);
}

Dialogue pass(GameState& state, Layouts& layouts, const Content& content, Millis dt) {
    while (dt > 0) {
        Moment& moment = state.moment;
        const bool reading = state.ui.screen == ScreenKind::kReading;
        const bool timed = reading && (moment.kind == MomentKind::kPause || moment.kind == MomentKind::kCard);
        Dialogue dialogue = reading ? dialogue_now(state, content, layouts) : Dialogue{};
        const Millis due = reading ? pace_due(state, content, dialogue) : kNever;
        Millis slice = std::min(dt, due);
        if (timed) slice = std::min(slice, std::max<Millis>(1, moment.total - moment.elapsed));
        slice = std::min(slice, press_due(state));
        dt -= slice;
        run_ui(state, slice);
        run_autosave(state, slice);
        run_press(state, dialogue, slice);
        if (!reading) {
            pass_on_screen(state, layouts, content, slice);
            continue;
        }
        state.pace.clock += slice;
        state.card_leaves.run(slice);
        run(state.stage, slice);
        if (moment.kind == MomentKind::kLine) {
            const Millis before = moment.elapsed;
            moment.elapsed = std::max(before, std::min(before + slice, line_limit(state, dialogue)));
            moment.rested += slice - (moment.elapsed - before);
            turn_faces(state, content, dialogue, before, moment.elapsed);
            touch_voice(state, content, dialogue, before, moment.elapsed);
            type_silences(state, content, dialogue, before, moment.elapsed, true, slice);
        } else {
            run_silences(state, slice);
            const bool silent = moment.kind == MomentKind::kPause && moment.total >= kSilentPause;
            linger(state, silent ? 0 : slice, silent ? slice : 0);
            moment.elapsed += slice;
        }
        if (slice == due) {
            run_pace(state, layouts, content, dialogue);
        } else if (timed && moment.elapsed >= moment.total) {
            step_on(state, content);
        }
    }
    return dialogue_now(state, content, layouts);
}

} // namespace liubai
