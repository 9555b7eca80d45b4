#include "game/going_back.h"

#include "game/play.h"
#include "game/saving.h"

#include <algorithm>
#include <utility>

namespace liubai {
namespace {

constexpr std::size_t kFar = 128;      // entries between two checkpoints: what one step back runs through at most
constexpr int kMostMoments = 100000; // pauses and cards between two lines of a hostile story

const Checkpoint* last_before(const History& history, std::size_t entry) {
    const auto next = std::upper_bound(history.checkpoints.begin(), history.checkpoints.end(), entry,
                                       [](std::size_t e, const Checkpoint& c) { return e < c.entry; });
    return next == history.checkpoints.begin() ? nullptr : &*std::prev(next);
}

void forget_from(History& history, std::size_t entry) {
    history.entries.resize(std::min(history.entries.size(), entry));
    while (!history.checkpoints.empty() && history.checkpoints.back().entry > entry) history.checkpoints.pop_back();
}

enum class Ran : std::uint8_t { kThere, kNeedsScene, kLost };

/// Runs on until `count` entries are noted, as the reader went then.
Ran run_on(GameState& state, const Content& content, std::size_t count, const Passed* then) {
    for (int i = 0; state.history.shown < count; ++i) {
        if (i > kMostMoments) return Ran::kLost;
        if (state.moment.kind == MomentKind::kChoice) {
            const Passed& asked = then[state.history.shown - 1];
            const Passed& now = state.history.entries.back();
            if (asked.id != now.id || asked.option < 0) return Ran::kLost;
            take_option(state, content, static_cast<std::size_t>(asked.option));
            if (state.moment.kind == MomentKind::kChoice && state.history.shown < count) return Ran::kLost;
        } else {
            step_on(state, content);
        }
        if (state.moment.kind == MomentKind::kMissingScene) return Ran::kNeedsScene;
        if (state.ui.screen == ScreenKind::kEnd) return Ran::kLost;
    }
    return Ran::kThere;
}

/// Gaps that were waited for stay so.
void keep_waited(Reading& reading, const Reading& before) {
    for (const Silence& silence : before.silences) {
        const bool met = std::any_of(reading.silences.begin(), reading.silences.end(), [&](const Silence& s) {
            return s.line == silence.line && s.gap == silence.gap;
        });
        if (met && silence.waited) meet(reading, silence);
    }
}

/// What was run again takes the place of what stood there; what lay behind it stays if it still follows.
void splice(History& old, History&& again, std::size_t from, std::size_t shown) {
    const bool follows = !again.entries.empty() && again.entries.back().id == old.entries[shown - 1].id;
    std::vector<Checkpoint> later;
    for (Checkpoint& checkpoint : old.checkpoints) {
        if (follows && checkpoint.entry >= shown) later.push_back(std::move(checkpoint));
    }
    std::erase_if(old.checkpoints, [&](const Checkpoint& c) { return c.entry > from; });
    for (std::size_t i = 0; i < again.entries.size(); ++i) {
        Passed& entry = again.entries[i];
        const Passed& before = old.entries[from + i];
        if (entry.id == before.id) entry.option = before.option; // a choice that is asked again may be taken again
        old.entries[from + i] = std::move(entry);
    }
    for (Checkpoint& checkpoint : again.checkpoints) {
        checkpoint.entry += from;
        if (checkpoint.entry > from && checkpoint.entry < shown) old.checkpoints.push_back(std::move(checkpoint));
    }
    for (Checkpoint& checkpoint : later) old.checkpoints.push_back(std::move(checkpoint));
    old.scenes = std::move(again.scenes);
    old.shown = shown;
    if (!follows) forget_from(old, shown);
}

/// True when the reading rests on the entry now.
bool run_to(GameState& state, const Content& content, std::size_t shown) {
    History history = std::exchange(state.history, {});
    std::set<std::string> seen = std::exchange(state.seen, {}); // large, and the same afterwards
    const Checkpoint* from = last_before(history, shown - 1);
    Ran ran = Ran::kLost;
    GameState again = state;
    if (from != nullptr) {
        again.history.scenes = history.scenes;
        again.reading = from->reading;
        again.moment = {};
        again.card_leaves = {};
        again.stage = stage_at(from->stage, state.stage.clock);
        again.silences = {};
        again.turn = from->turn;
        again.turn_speaker = from->turn_speaker;
        again.under_way = true;
        again.ui.screen = ScreenKind::kReading;
        again.ui.below.clear();
        again.pace = {};
        ran = run_on(again, content, shown - from->entry, history.entries.data() + from->entry);
    }
    if (ran == Ran::kThere) {
        settle(again.stage);
        again.silences.left = {};
        again.silences.risen = {};
        again.silences.lights.finish();
        again.card_leaves = {};
        again.sounds = std::move(state.sounds);
        again.pace.sounding.clear(); // what was run through is not heard
        again.newly_seen = std::move(state.newly_seen);
        again.going_to = 0;
        keep_waited(again.reading, state.reading);
        splice(history, std::move(again.history), from->entry, shown);
        state = std::move(again);
    } else {
        state.going_to = ran == Ran::kNeedsScene ? shown : 0;
    }
    state.history = std::move(history);
    state.seen = std::move(seen);
    return ran == Ran::kThere;
}

void go_to(GameState& state, Layouts& layouts, const Content& content, std::size_t shown) {
    if (shown == 0 || shown > state.history.entries.size()) return;
    if (!run_to(state, content, shown)) return;
    show_typed(state, layouts, content, kLastPage);
    note_change(state);
}

/// The reading rests on the last entry shown, not on a pause or a card behind it.
bool is_at_entry(const GameState& state) {
    return state.ui.screen == ScreenKind::kReading &&
           (state.moment.kind == MomentKind::kLine || state.moment.kind == MomentKind::kChoice);
}

} // namespace

void note_passed(GameState& state, const Place& place, const std::string& id) {
    History& history = state.history;
    const std::uint32_t scene = scene_index(history, place.scene);
    const auto step = static_cast<std::uint32_t>(place.step);
    if (history.shown < history.entries.size()) {
        Passed& next = history.entries[history.shown];
        if (next.scene == scene && next.id == id) {
            next.step = step;
            ++history.shown;
            return;
        }
        forget_from(history, history.shown);
    }
    history.entries.push_back({scene, step, id, -1});
    ++history.shown;
}

void note_checkpoint(GameState& state, const Reading& reading) {
    auto& all = state.history.checkpoints;
    const std::size_t entry = state.history.shown;
    const auto next = std::lower_bound(all.begin(), all.end(), entry,
                                       [](const Checkpoint& c, std::size_t e) { return c.entry < e; });
    Checkpoint made{entry, reading, state.stage.wanted, state.turn, state.turn_speaker};
    if (next != all.end() && next->entry == entry) {
        *next = std::move(made);
    } else {
        all.insert(next, std::move(made));
    }
}

void note_far_checkpoint(GameState& state, const Reading& before_line) {
    const Checkpoint* last = last_before(state.history, state.history.shown);
    if (last == nullptr || state.history.shown >= last->entry + kFar) note_checkpoint(state, before_line);
}

void forget_forward(GameState& state) { forget_from(state.history, state.history.shown); }

void go_back(GameState& state, Layouts& layouts, const Content& content) {
    if (state.history.shown == 0 || state.going_to > 0) return;
    state.pace = {};
    if (is_at_entry(state) && state.moment.page > 0) {
        show_typed(state, layouts, content, state.moment.page - 1);
        return;
    }
    go_to(state, layouts, content, is_at_entry(state) ? state.history.shown - 1 : state.history.shown);
}

void go_forward(GameState& state, Layouts& layouts, const Content& content) {
    History& history = state.history;
    const Dialogue dialogue = dialogue_now(state, content, layouts);
    const bool in_story = state.ui.screen == ScreenKind::kReading && history.shown < history.entries.size();
    if (state.moment.kind == MomentKind::kLine && dialogue.has_more() && in_story) {
        show_typed(state, layouts, content, state.moment.page + 1);
        return;
    }
    if (!in_story) return;
    state.pace = {};
    const std::size_t before = history.shown;
    for (int i = 0; state.history.shown == before && i < kMostMoments; ++i) {
        if (state.moment.kind == MomentKind::kChoice) {
            const std::int32_t option = before == 0 ? -1 : state.history.entries[before - 1].option;
            if (option < 0) return;
            take_option(state, content, static_cast<std::size_t>(option));
            if (state.moment.kind == MomentKind::kChoice && state.history.shown == before) return;
        } else {
            step_on(state, content);
        }
        if (state.moment.kind == MomentKind::kMissingScene || state.ui.screen != ScreenKind::kReading) return;
    }
    settle(state.stage);
    state.card_leaves = {};
    show_typed(state, layouts, content, 0);
}

void go_to_entry(GameState& state, Layouts& layouts, const Content& content, std::size_t entry) {
    state.pace = {};
    go_to(state, layouts, content, entry + 1);
}

void resume_going(GameState& state, Layouts& layouts, const Content& content) {
    if (state.going_to > 0) go_to(state, layouts, content, std::exchange(state.going_to, 0));
}

std::string scene_waited_for(const GameState& state, const Content& content) {
    if (state.going_to == 0) return "";
    const Checkpoint* from = last_before(state.history, state.going_to - 1);
    std::vector<std::string> names;
    if (from != nullptr) names.push_back(from->reading.place.scene);
    for (std::size_t i = from != nullptr ? from->entry : 0; i < state.going_to && i < state.history.entries.size(); ++i)
        names.push_back(state.history.scenes[state.history.entries[i].scene]);
    const auto missing = std::find_if(names.begin(), names.end(),
                                      [&](const std::string& name) { return !content.scenes.contains(name); });
    return missing == names.end() ? "" : *missing;
}

} // namespace liubai
