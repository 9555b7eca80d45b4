#include "game/saving.h"

#include "base/utf8.h"
#include "game/going_back.h"
#include "game/play.h"
#include "ui/strings.h"

#include <algorithm>
#include <sstream>

namespace liubai {
namespace {

constexpr Millis kAutosaveAfter = 1000;
constexpr std::int64_t kLongAway = 60; // minutes: after that a reader is told again what was said last
constexpr std::size_t kMostWords = 120; // bytes
constexpr std::size_t kMostSeen = 1000000;

/// The step whose line or choice a save names: the present one, or the last one before a pause or a card.
std::optional<Place> place_to_save(const GameState& state, const Content& content) {
    const Moment& moment = state.moment;
    if (moment.kind == MomentKind::kLine || moment.kind == MomentKind::kChoice) return moment.place;
    if (state.history.shown == 0) return std::nullopt;
    const Passed& last = state.history.entries[state.history.shown - 1];
    const std::string& name = state.history.scenes[last.scene];
    const Scene* scene = content.scene(name);
    if (!scene) return std::nullopt;
    const std::size_t step = step_of(last, *scene);
    if (step >= scene->steps.size()) return std::nullopt;
    return Place{name, step};
}

std::string beginning(std::string words) {
    if (words.size() <= kMostWords) return words;
    std::size_t end = 0;
    for (std::size_t at = 0; at < kMostWords - 3;) {
        end = at;
        next_code_point(words, at);
    }
    return words.substr(0, end) + "…";
}

std::map<std::string, std::string> words_at(const Step& step, const Variables& variables) {
    std::map<std::string, std::string> words;
    const auto add = [&](const std::string& language, const RichText& text) {
        words[language] = beginning(plain(with_variables(text, variables), "  "));
    };
    if (const auto* line = std::get_if<Line>(&step.what)) {
        add(line->language, line->text);
        for (const auto& [language, text] : line->others) add(language, text);
    }
    if (const auto* choice = std::get_if<Choice>(&step.what)) {
        add(choice->language, choice->prompt);
        for (const auto& [language, text] : choice->others) add(language, text);
    }
    return words;
}

/// How the step of a place is found again; its number alone where its scene is not loaded.
template <typename Describe>
SavedPlace described(const Place& place, const Content& content, const Describe& describe) {
    if (const Scene* scene = content.scene(place.scene)) return describe(*scene, place.step);
    SavedPlace saved;
    saved.scene = place.scene;
    saved.step = static_cast<std::uint32_t>(place.step);
    return saved;
}

bool exists(const Content& content, const std::string& scene) {
    const auto& order = content.story.order;
    return content.scenes.contains(scene) || std::find(order.begin(), order.end(), scene) != order.end();
}

void tell_how(GameState& state, FoundBy by) {
    switch (by) {
    case FoundBy::kId: return;
    case FoundBy::kText: tell(state, strings::kFoundByText); return;
    case FoundBy::kNeighbours: tell(state, strings::kFoundByNeighbours); return;
    case FoundBy::kSceneStart: tell(state, strings::kFoundSceneStart); return;
    }
}

void add_seen(std::string& out, const std::vector<std::string>& rows) {
    for (const std::string& row : rows) out += row + "\n";
}

} // namespace

std::optional<SavedGame> saved_game(const GameState& state, const Content& content, const std::string& name) {
    if (!state.under_way) return std::nullopt;
    const auto place = place_to_save(state, content);
    const Scene* scene = place ? content.scene(place->scene) : nullptr;
    if (!scene) return std::nullopt;
    SavedGame game;
    game.head.story = story_key(content.story);
    game.head.name = name;
    game.head.saved_at = state.saving.minutes;
    game.head.chapter = scene->title;
    game.head.words = words_at(scene->steps[place->step], state.reading.variables);
    game.head.stage = state.stage.wanted;
    game.place = saved_place(*scene, place->step);
    game.page = state.moment.page;
    game.reading = state.reading;
    game.reading.place = *place;
    for (const Place& call : state.reading.calls) game.calls.push_back(described(call, content, saved_return));
    for (const Silence& silence : state.reading.silences)
        game.silences.push_back(described(silence.line, content, saved_place));
    game.turn = state.turn;
    game.turn_speaker = state.turn_speaker;
    game.history = state.history;
    game.history.entries.resize(state.history.shown);
    std::erase_if(game.history.checkpoints, [&](const Checkpoint& c) { return c.entry >= state.history.shown; });
    return game;
}

void note_change(GameState& state) {
    state.saving.is_changed = true;
    state.saving.unsaved = 0;
}

void run_autosave(GameState& state, Millis dt) {
    if (state.saving.is_changed) state.saving.unsaved = std::min(kAutosaveAfter, state.saving.unsaved + dt);
}

Millis autosave_due(const GameState& state) {
    return state.saving.is_changed ? kAutosaveAfter - state.saving.unsaved : kNever;
}

void write_what_is_due(GameState& state, const Content& content, bool at_once, std::vector<Request>& requests) {
    if (!state.saving.is_changed || (!at_once && state.saving.unsaved < kAutosaveAfter)) return;
    if (const auto game = saved_game(state, content, "")) requests.emplace_back(SaveRequest{kAutoSlot, to_text(*game)});
    if (!state.newly_seen.empty()) {
        std::string rows;
        add_seen(rows, state.newly_seen);
        requests.emplace_back(KeepSeenRequest{std::move(rows)});
    }
    state.newly_seen.clear();
    state.saving.is_changed = false;
    state.saving.unsaved = 0;
}

bool save_into(const GameState& state, const Content& content, const std::string& slot, const std::string& name,
               std::vector<Request>& requests) {
    const auto game = saved_game(state, content, name);
    if (game) requests.emplace_back(SaveRequest{slot, to_text(*game)});
    return game.has_value();
}

void take_list(GameState& state, const SaveListed& list) {
    std::vector<ListedSave> saves;
    for (const SaveSlot& slot : list.slots) {
        ListedSave save{slot.slot, {}, slot.message};
        if (save.message.en.empty()) {
            auto head = save_head_from(slot.head);
            if (auto* read = std::get_if<SaveHead>(&head)) {
                save.head = std::move(*read);
            } else {
                save.message = std::get<Bilingual>(head);
            }
        }
        saves.push_back(std::move(save));
    }
    state.saving.listed = std::move(saves);
}

void take_save(GameState& state, Layouts& layouts, const Content& content, const SaveLoaded& loaded) {
    if (loaded.text.empty()) return tell(state, loaded.message);
    auto read = saved_game_from(loaded.text);
    if (const auto* why = std::get_if<Bilingual>(&read)) return tell(state, *why);
    auto& game = std::get<SavedGame>(read);
    if (game.head.story != story_key(content.story)) return tell(state, strings::kOtherStory);
    if (!exists(content, game.place.scene)) return tell(state, strings::kSceneGone);
    std::erase_if(game.reading.calls, [&](const Place& call) { return !exists(content, call.scene); });
    std::erase_if(game.calls, [&](const SavedPlace& call) { return !exists(content, call.scene); });
    state.saving.waiting = std::move(game);
    resume_loading(state, layouts, content);
    if (!loaded.message.en.empty()) tell(state, loaded.message);
}

void take_seen(GameState& state, const SeenLoaded& seen) {
    std::istringstream rows(seen.text);
    for (std::string row; std::getline(rows, row) && state.seen.size() < kMostSeen;) {
        if (row.size() < 3 || row[1] != ' ') continue;
        const std::string rest = row.substr(2);
        if (row[0] == 's') state.seen.insert(rest);
        if (row[0] == 'r') state.reached.insert(rest);
        const std::size_t blank = rest.find(' ');
        if (row[0] == 'w' && blank != std::string::npos)
            state.words_met.try_emplace(rest.substr(0, blank), rest.substr(blank + 1));
    }
}

void restore(GameState& state, Layouts& layouts, const Content& content, SavedGame game) {
    const Scene* scene = content.scene(game.place.scene);
    if (!scene) return tell(state, strings::kSceneGone);
    const bool was_away = game.head.saved_at > 0 && state.saving.minutes > game.head.saved_at + kLongAway;
    relocate(game, [&](const std::string& name) { return content.scene(name); });
    fit_variables(game, content.story.variables);
    const FoundPlace found = find_place(game.place, *scene);
    const Millis clock = state.stage.clock;
    if (found.by == FoundBy::kSceneStart) {
        const bool any = start_at(state, content, game.place.scene, "");
        state.reading.variables = game.reading.variables;
        if (any) show_typed(state, layouts, content, 0);
        tell_how(state, found.by);
        return;
    }
    begin_afresh(state, content);
    state.reading = std::move(game.reading);
    state.reading.place = {game.place.scene, found.step};
    state.reading.entering = false;
    state.stage = stage_at(game.head.stage, clock);
    state.turn = game.turn;
    state.turn_speaker = game.turn_speaker;
    state.history = std::move(game.history);
    state.history.shown = state.history.entries.empty() ? 0 : state.history.entries.size() - 1;
    step_on(state, content);
    settle(state.stage);
    if (state.moment.kind == MomentKind::kLine) show_typed(state, layouts, content, game.page);
    if (was_away) state.recap = state.history.shown;
    tell_how(state, found.by);
}

std::vector<RecapLine> said_before(const GameState& state, const Content& content) {
    std::vector<RecapLine> lines;
    const Scene* scene = content.scene(state.moment.place.scene);
    const Line* present = current_line(state, content);
    if (!scene || !present) return lines;
    for (std::size_t i = state.moment.place.step; i-- > 0;) {
        const auto& what = scene->steps[i].what;
        if (std::holds_alternative<ParagraphEnd>(what) || std::holds_alternative<TurnEnd>(what) ||
            std::holds_alternative<Choice>(what) || std::holds_alternative<ChapterCard>(what))
            break;
        const auto* line = std::get_if<Line>(&what);
        if (!line) continue;
        if (line->speaker != present->speaker) break;
        for (const ShownText& text : texts_of(state, content, *line)) {
            if (text.large) lines.insert(lines.begin(), {text.text, text.language});
        }
    }
    return lines;
}

std::vector<std::string> scenes_waited_for(const GameState& state, const Content& content) {
    std::vector<std::string> names;
    if (!state.saving.waiting) return names;
    const auto need = [&](const std::string& name) {
        const bool known = content.scenes.contains(name) || std::find(names.begin(), names.end(), name) != names.end();
        if (!known && exists(content, name)) names.push_back(name);
    };
    // Silences are looked up where their lines are, and calls return into their scenes.
    need(state.saving.waiting->place.scene);
    for (const SavedPlace& call : state.saving.waiting->calls) need(call.scene);
    for (const SavedPlace& line : state.saving.waiting->silences) need(line.scene);
    return names;
}

void resume_loading(GameState& state, Layouts& layouts, const Content& content) {
    if (!state.saving.waiting || !scenes_waited_for(state, content).empty()) return;
    SavedGame game = *std::move(state.saving.waiting);
    state.saving.waiting.reset();
    restore(state, layouts, content, std::move(game));
}

} // namespace liubai
