#include "game/present.h"

#include "game/pace.h"
#include "game/saving.h"
#include "stage/motion.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {

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
    finish_texts(state, content, line, texts);
    return texts;
}

void finish_texts(const GameState& state, const Content& content, const Line& line, std::vector<ShownText>& texts) {
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
    if (is_skipping(state)) {
        c.runs = strings::kSkipping.in(state.settings.reader);
    } else if (state.pace.automatic) {
        c.runs = strings::kAutomatic.in(state.settings.reader);
    }
    constexpr Millis kBreath = 6400;
    if (is_ambient(state))
        c.breath = 0.5f + 0.5f * wave(static_cast<float>(ui.clock % kBreath) / static_cast<float>(kBreath));
    return c;
}

std::size_t end_pages(const GameState& state, const Content& content, Layouts& layouts) {
    const Metrics metrics = metrics_now(state);
    return count_end_pages(screen_context(state, content, layouts, metrics));
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

} // namespace liubai
