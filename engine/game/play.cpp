#include "game/play.h"

#include "game/going_back.h"
#include "game/pace.h"
#include "game/press.h"
#include "game/saving.h"
#include "game/sounding.h"
#include "game/unsaid.h"
#include "stage/compose.h"

#include <algorithm>
#include <charconv>

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

void change_stage(GameState& state, const Content& content, const StageStep& step, bool instant) {
    const auto* bg = std::get_if<SetBackground>(&step);
    const bool same_place = bg && is_same_place(content.look, state.stage.wanted.background, bg->name);
    const auto* camera = std::get_if<SetCamera>(&step);
    if (camera && camera->over > kSlow && !is_ambient(state)) return;
    apply(state.stage, step, content.story, instant, same_place);
}

/// Another speaker than before begins a turn.
void count_turn(GameState& state, const Line& line) {
    if (line.speaker.empty() || line.speaker == state.turn_speaker) return;
    ++state.turn;
    state.turn_speaker = line.speaker;
}

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

void begin_afresh(GameState& state, const Content& content) {
    state.reading = begin_reading(content.story, state.reading.seed);
    state.moment = {};
    state.card_leaves = {};
    state.stage = {};
    state.silences = {};
    state.turn = 0;
    state.turn_speaker.clear();
    state.sounds.clear();
    state.history = {};
    state.going_to = 0;
    state.recap = 0;
    state.pace = {};
    state.under_way = true;
    state.ui.screen = ScreenKind::kReading;
    state.ui.below.clear();
    state.ui.hidden = false;
}

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
    ui.rebinding.reset();
    state.pace = {};
}

void close_screen(GameState& state) {
    Ui& ui = state.ui;
    if (ui.below.empty()) return;
    ui.screen = ui.below.back();
    ui.below.pop_back();
    ui.field = {};
    ui.focus = 0;
    ui.on_button = false;
}

ScreenKind base_screen(const Ui& ui) { return ui.below.empty() ? ui.screen : ui.below.front(); }

bool is_motion_reduced(const GameState& state) {
    return state.settings.motion == MotionSetting::kReduced || state.surroundings.reduced_motion;
}

bool is_ambient(const GameState& state) {
    if (is_motion_reduced(state)) return false;
    return state.surroundings.accelerated || state.settings.motion == MotionSetting::kFull;
}

const Step* current_step(const GameState& state, const Content& content) {
    const Scene* scene = content.scene(state.moment.place.scene);
    if (!scene || state.moment.place.step >= scene->steps.size()) return nullptr;
    return &scene->steps[state.moment.place.step];
}

const Line* current_line(const GameState& state, const Content& content) {
    if (state.moment.kind != MomentKind::kLine) return nullptr;
    const Step* step = current_step(state, content);
    return step ? std::get_if<Line>(&step->what) : nullptr;
}

Rhythm rhythm_now(const GameState& state) { return rhythm_of(state.settings); }

std::vector<ShownText> texts_now(const GameState& state, const Content& content) {
    const Line* line = current_line(state, content);
    return line ? texts_of(state, content, *line) : std::vector<ShownText>{};
}

std::vector<ShownText> texts_of(const GameState& state, const Content& content, const Line& line) {
    auto texts = reading_texts(line, state.settings.mode, state.settings.reader);
    for (ShownText& text : texts) {
        text.text = with_variables(text.text, state.reading.variables);
        text.book = content.story.book && line.speaker.empty();
        if (state.settings.pinyin == PinyinSetting::kOff || !content.pinyin || text.language != tag(Language::kZh)) continue;
        const auto is_met = [&](const std::string& word) { // in another line: here its pinyin stays
            const auto met = state.words_met.find(word);
            return met != state.words_met.end() && met->second != line.id;
        };
        const bool all = state.settings.pinyin == PinyinSetting::kAll;
        text.text = all ? with_pinyin(text.text, *content.pinyin) : with_pinyin(text.text, *content.pinyin, is_met);
        text.annotated = true;
    }
    return texts;
}

Metrics metrics_now(const GameState& state) {
    return metrics(state.surroundings.canvas, state.surroundings.points, state.settings.text_size,
                   state.settings.text);
}

ScreenContext screen_context(const GameState& state, const Content& content, Layouts& layouts, const Metrics& metrics) {
    const Ui& ui = state.ui;
    ScreenContext c{content.story,         content.look,        state.surroundings.canvas, metrics, layouts,
                    state.settings.reader, state.settings.mode, ui.focus,                  !ui.by_pointer || ui.on_button};
    if (!is_motion_reduced(state)) c.shown_for = ui.screen == ScreenKind::kEnd ? ui.page_clock : ui.clock;
    constexpr Millis kBreath = 6400;
    if (is_ambient(state))
        c.breath = 0.5f + 0.5f * wave(static_cast<float>(ui.clock % kBreath) / static_cast<float>(kBreath));
    return c;
}

std::size_t end_pages(const GameState& state, const Content& content, Layouts& layouts) {
    const Metrics metrics = metrics_now(state);
    return count_end_pages(screen_context(state, content, layouts, metrics));
}

void turn_to_end_page(GameState& state, std::size_t page) {
    state.ui.page = page;
    state.ui.page_clock = 0;
}

Dialogue dialogue_now(const GameState& state, const Content& content, Layouts& layouts) {
    const auto texts = texts_now(state, content);
    if (texts.empty()) return {};
    return lay_out_dialogue(texts, state.moment.page, metrics_now(state), layouts, rhythm_now(state));
}

Dialogue peeked_dialogue(const GameState& state, const Content& content, Layouts& layouts) {
    const Line* line = current_line(state, content);
    if (!line) return {};
    const bool sees_mine = state.settings.mode == ReadingMode::kMine;
    const Language mine = state.settings.reader;
    Language other = mine == Language::kZh ? Language::kEn : Language::kZh;
    // Where both languages stand already, the one that is spoken shows alone, and large.
    if (!sees_mine) other = line->language == tag(mine) ? other : line->language == tag(other) ? other : mine;
    GameState seen;
    seen.settings = state.settings;
    seen.settings.mode = ReadingMode::kMine;
    seen.settings.reader = other;
    seen.reading.variables = state.reading.variables;
    return lay_out_dialogue(texts_of(seen, content, *line), state.moment.page, metrics_now(state), layouts,
                            rhythm_now(state));
}

bool can_continue(const GameState& state) {
    if (state.under_way) return true;
    if (!state.saving.listed) return false;
    return std::any_of(state.saving.listed->begin(), state.saving.listed->end(), [](const ListedSave& save) {
        return save.slot == kAutoSlot && save.message.en.empty();
    });
}

Millis line_limit(const GameState& state, const Dialogue& dialogue) {
    if (dialogue.texts.empty()) return 0;
    int waits = 0;
    for (const Stop& stop : dialogue.texts[0].reveal.stops) {
        if (stop.kind == StopKind::kWait && waits++ == state.moment.waits) return stop.begin;
    }
    Millis total = 0;
    for (const DialogueText& text : dialogue.texts) total = std::max(total, text.reveal.total);
    return total;
}

bool rests_at_gap(const GameState& state, const Dialogue& dialogue) {
    if (state.moment.kind != MomentKind::kLine || dialogue.texts.empty()) return false;
    const Millis now = state.moment.elapsed;
    const auto& stops = dialogue.texts[0].reveal.stops;
    return std::any_of(stops.begin(), stops.end(), [&](const Stop& stop) {
        return stop.kind == StopKind::kUnsaid && now >= stop.begin && now < stop.end;
    });
}

int count_waits(const Dialogue& dialogue) {
    if (dialogue.texts.empty()) return 0;
    const auto& stops = dialogue.texts[0].reveal.stops;
    return static_cast<int>(
        std::count_if(stops.begin(), stops.end(), [](const Stop& stop) { return stop.kind == StopKind::kWait; }));
}

bool is_typed(const GameState& state, const Dialogue& dialogue) {
    if (dialogue.texts.empty()) return true;
    return state.moment.elapsed >= line_limit(state, dialogue) && state.moment.waits >= count_waits(dialogue);
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

std::vector<std::size_t> open_options(const GameState& state, const Choice& choice) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        const ChoiceOption& option = choice.options[i];
        if (!is_true(option.condition, state.reading.variables)) continue;
        if (option.once && state.reading.taken.contains(option.id)) continue;
        open.push_back(i);
    }
    return open;
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

void begin_story(GameState& state, const Content& content) {
    begin_afresh(state, content);
    state.ui.veil = {0, kVeil};
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

namespace {

/// The turns of the conversation that lie before a place, as if it had been clicked through.
void count_turns(GameState& state, const Content& content, const Place& place) {
    const auto count_in = [&](const Scene& scene, std::size_t end) {
        for (std::size_t i = 0; i < end; ++i) {
            const auto& what = scene.steps[i].what;
            if (std::holds_alternative<TurnEnd>(what)) state.turn_speaker.clear();
            if (const auto* line = std::get_if<Line>(&what)) count_turn(state, *line);
        }
    };
    for (const std::string& name : content.story.order) {
        const Scene* scene = content.scene(name);
        if (name == place.scene && scene) count_in(*scene, std::min(place.step, scene->steps.size()));
        if (name == place.scene) return;
        if (scene) count_in(*scene, scene->steps.size());
    }
}

} // namespace

bool start_at(GameState& state, const Content& content, const std::string& scene_name, const std::string& wanted) {
    const std::string name = scene_name.empty() && !content.story.order.empty() ? content.story.order[0] : scene_name;
    const Scene* scene = content.scene(name);
    if (!scene) return false;
    int number = 0;
    const auto parsed = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    const bool by_number = !wanted.empty() && parsed.ec == std::errc() && parsed.ptr == wanted.data() + wanted.size();
    std::size_t target = scene->steps.size();
    for (std::size_t i = 0; i < scene->steps.size(); ++i) {
        const auto& what = scene->steps[i].what;
        const auto* line = std::get_if<Line>(&what);
        const bool shows = std::holds_alternative<Pause>(what) || std::holds_alternative<ChapterCard>(what) ||
                           std::holds_alternative<StageStep>(what);
        if (by_number && shows && scene->steps[i].file_line == number) {
            target = i;
            break;
        }
        if (!line && !std::holds_alternative<Choice>(what)) continue;
        const bool first = target == scene->steps.size();
        if (by_number        ? first || scene->steps[i].file_line <= number
            : wanted.empty() ? first
                             : line && line->id == wanted) {
            target = i;
        }
    }
    if (target == scene->steps.size()) return false;

    begin_afresh(state, content);
    pass_silences(state, content, {name, target});
    count_turns(state, content, {name, target});
    state.reading.place = {name, target};
    state.reading.entering = false;
    state.ui.veil = {};
    enter_scene(state.stage, *scene, content.story);
    for (std::size_t i = 0; i < target; ++i) { // what stands before it, without time and without branching
        const auto& what = scene->steps[i].what;
        if (const auto* stage_step = std::get_if<StageStep>(&what))
            change_stage(state, content, *stage_step, true);
        if (const auto* raised = std::get_if<StageStep>(&what); raised && std::holds_alternative<RaiseSilences>(*raised))
            raise_lights(state, true);
        if (const auto* line = std::get_if<Line>(&what)) begin_line(state.stage, *line, content.story, true);
        if (const auto* set = std::get_if<SetVariable>(&what)) assign(set->assignment, state.reading.variables);
    }
    note_checkpoint(state, state.reading); // going back ends here
    const bool is_line = std::holds_alternative<Line>(scene->steps[target].what);
    if (!is_line) settle(state.stage); // a change of the stage is seen from its beginning
    step_on(state, content);
    if (is_line) settle(state.stage);
    return true;
}

GameState new_game(const Content& content, const Settings& settings, std::uint64_t seed) {
    GameState state;
    state.settings = settings;
    state.reading = begin_reading(content.story, seed);
    const bool one_language = content.story.languages.size() == 1;
    state.ui.screen = settings.language_chosen || one_language ? ScreenKind::kTitle : ScreenKind::kLanguage;
    return state;
}

} // namespace liubai
