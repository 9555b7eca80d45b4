#include "game/unsaid.h"

#include "game/play.h"
#include "game/sounding.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr Millis kMostLingering = 7000;
constexpr Millis kSinks = 4; // times as fast as it grew
constexpr Millis kLightOut = 800;
constexpr Millis kLightsFade = 1500; // with reduced motion, all at once
constexpr Millis kShortestTravel = 1600;
constexpr Millis kLongestTravel = 4000;

const Line* line_at(const Content& content, const Place& place) {
    const Scene* scene = content.scene(place.scene);
    if (!scene || place.step >= scene->steps.size()) return nullptr;
    return std::get_if<Line>(&scene->steps[place.step].what);
}

/// What marks a found word in the settings, which all stories share.
std::string story_prefix(const Content& content) { return in_language(content.story.title, content.story.language) + "/"; }

/// The gap of another speaker that this word fills: the last one met.
const Silence* filled_by(const GameState& state, const Content& content, const std::string& key,
                         const std::string& speaker) {
    const auto& met = state.reading.silences;
    const auto found = std::find_if(met.rbegin(), met.rend(), [&](const Silence& silence) {
        const Line* line = line_at(content, silence.line);
        return silence.key == key && line && line->speaker != speaker;
    });
    return found == met.rend() ? nullptr : &*found;
}

void hear_word(GameState& state, const Content& content, const std::string& key, const std::string& speaker) {
    if (!hear(state.reading, key)) return;
    const Silence* gap = filled_by(state, content, key, speaker);
    if (!gap) return;
    state.silences.risen = {gap->line, gap->gap, key, 0, {}};
    constexpr std::size_t kMostFound = 256;
    if (state.settings.found.size() < kMostFound) state.settings.found.insert(story_prefix(content) + key);
}

/// When each first-heard word of the page is there in full.
struct Word {
    Millis when = 0;
    std::string key;
};

std::vector<Word> words_heard(const DialogueText& lead, Millis edge) {
    std::vector<Word> words;
    for (const Span& span : lead.text.spans) {
        const auto* heard = std::get_if<Heard>(&span.kind);
        if (!heard) continue;
        Millis when = 0;
        for (std::size_t i = 0; i < lead.layout->clusters.size(); ++i) {
            if (lead.layout->clusters[i].byte_begin < span.end) when = lead.reveal.at[i] + edge;
        }
        words.push_back({std::min(when, lead.reveal.total), heard->key});
    }
    std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.when < b.when; });
    return words;
}

std::size_t gaps_before(const Dialogue& dialogue) {
    std::size_t gaps = 0;
    for (std::size_t p = 0; p < dialogue.page; ++p) gaps += gaps_of(dialogue.pages[p].texts[0]).size();
    return gaps;
}

/// Which of the page's gaps a cluster is.
std::size_t gap_number(const Layout& layout, std::size_t cluster) {
    return static_cast<std::size_t>(
        std::count_if(layout.clusters.begin(), layout.clusters.begin() + static_cast<std::ptrdiff_t>(cluster),
                      [](const Cluster& c) { return c.kind == ClusterKind::kGap; }));
}

/// The rests that ended in (from, to] by themselves.
void wait_out(GameState& state, const Dialogue& dialogue, Millis from, Millis to) {
    const DialogueText& lead = dialogue.texts[0];
    const std::vector<Unsaid> gaps = gaps_of(lead.text);
    for (const Stop& stop : lead.reveal.stops) {
        if (stop.kind != StopKind::kUnsaid || stop.end <= from || stop.end > to) continue;
        const std::size_t n = gap_number(*lead.layout, stop.cluster);
        if (n < gaps.size()) meet(state.reading, {state.moment.place, gaps_before(dialogue) + n, gaps[n].key, true});
    }
}

/// A line was read to its end.
void meet_line(Reading& reading, const Place& place, const Line& line) {
    hear(reading, line.text);
    const std::vector<Unsaid> gaps = gaps_of(line.text);
    for (std::size_t i = 0; i < gaps.size(); ++i) meet(reading, {place, i, gaps[i].key, false});
}

bool has_open_gap(const GameState& state, const Line& line) {
    const std::vector<Unsaid> gaps = gaps_of(line.text);
    const auto& heard = state.reading.heard;
    return std::any_of(gaps.begin(), gaps.end(), [&](const Unsaid& gap) {
        return gap.key.empty() || std::find(heard.begin(), heard.end(), gap.key) == heard.end();
    });
}

void fade_out(Fade& out, Millis over) {
    if (out.total == 0) out = {0, over};
}

bool has_light(const Content& content, const std::string& background) {
    const auto found = content.look.backgrounds.find(background);
    return found != content.look.backgrounds.end() && found->second.light_at.has_value();
}

void run_risen(GameState& state, Millis dt) {
    RisenLine& risen = state.silences.risen;
    if (risen.line.scene.empty()) return;
    if (risen.out.total > 0) {
        risen.out.run(dt);
        if (risen.out.done()) risen = {};
        return;
    }
    const Millis before = risen.elapsed;
    risen.elapsed += dt;
    if (before < kLightArrives && risen.elapsed >= kLightArrives) begin_sound(state, kFoundSound);
    if (risen.elapsed >= kRisenGone) risen = {};
}

void run_left(LeftLine& left, Millis dt) {
    if (left.line.scene.empty()) return;
    left.words.run(dt);
    left.travel.run(dt);
    left.out.run(dt);
    const bool dark = !left.has_light || (left.travel.total > 0 && left.travel.done()) ||
                      (left.out.total > 0 && left.out.done());
    if (dark && left.words.done()) left = {};
}

} // namespace

Millis lingered(const GameState& state) { return state.silences.lingering; }

void linger(GameState& state, Millis busy, Millis at_silence) {
    Millis& lingering = state.silences.lingering;
    lingering = std::max<Millis>(0, lingering - kSinks * busy);
    lingering = std::min(kMostLingering, lingering + at_silence);
}

void run_silences(GameState& state, Millis dt) {
    Silences& s = state.silences;
    run_left(s.left, dt);
    run_risen(state, dt);
    s.lights.run(dt);
    s.lights_out.run(dt);
    if (s.lights_out.total > 0 && s.lights_out.done()) s.lights = s.lights_out = {};
}

void type_silences(GameState& state, const Content& content, const Dialogue& dialogue, Millis from, Millis to,
                   bool waited, Millis dt) {
    const Line* line = current_line(state, content);
    if (!line || dialogue.texts.empty()) return;
    if (waited) wait_out(state, dialogue, from, to);
    Millis now = from;
    for (const Word& word : words_heard(dialogue.texts[0], rhythm_now(state).edge)) {
        if (word.when < from || word.when > to) continue;
        if (waited) run_silences(state, word.when - now);
        now = word.when;
        hear_word(state, content, word.key, line->speaker);
    }
    if (waited) run_silences(state, from + dt - now);
    const auto& clusters = dialogue.texts[0].layout->clusters;
    const bool has_gap = std::any_of(clusters.begin(), clusters.end(),
                                     [](const Cluster& cluster) { return cluster.kind == ClusterKind::kGap; });
    if (waited) linger(state, has_gap ? to - from : dt, has_gap ? dt - (to - from) : 0);
}

void leave_line(GameState& state, const Line& line) {
    meet_line(state.reading, state.moment.place, line);
    if (state.seen.insert(line.id).second) state.newly_seen.push_back("s " + line.id);
}

void pass_silences(GameState& state, const Content& content, const Place& place) {
    for (const std::string& name : content.story.order) {
        const Scene* scene = content.scene(name);
        const bool here = name == place.scene;
        const std::size_t end = !scene ? 0 : here ? std::min(place.step, scene->steps.size()) : scene->steps.size();
        for (std::size_t i = 0; i < end; ++i) {
            if (const auto* line = std::get_if<Line>(&scene->steps[i].what)) meet_line(state.reading, {name, i}, *line);
        }
        if (here) return;
    }
}

void raise_lights(GameState& state, bool at_once) {
    const Millis over = is_motion_reduced(state) ? kLightsFade : kLightsRise;
    state.silences.lights = {at_once ? over : 0, over};
    state.silences.lights_out = {};
}

void end_lights(GameState& state) {
    if (state.silences.lights.total > 0) fade_out(state.silences.lights_out, kLightOut);
}

void rest_after(GameState& state, const Content& content, const Moment& left, const std::string& background) {
    Silences& s = state.silences;
    const MomentKind now = state.moment.kind;
    if (left.kind == MomentKind::kLine && !s.risen.line.scene.empty()) fade_out(s.risen.out, kLightOut);
    const bool picture_changed = state.stage.wanted.background != background;
    const bool wordless = now == MomentKind::kPause || now == MomentKind::kCard || now == MomentKind::kMissingScene;
    const Line* line = left.kind == MomentKind::kLine ? line_at(content, left.place) : nullptr;
    if (line && (wordless || (picture_changed && now == MomentKind::kLine))) {
        s.left = {};
        s.left.line = left.place;
        s.left.page = left.page;
        s.left.has_light = has_open_gap(state, *line);
    }
    if (s.left.line.scene.empty()) return;
    const bool travels = s.left.travel.total > 0;
    if (picture_changed && (travels || is_motion_reduced(state))) {
        fade_out(s.left.out, kLightOut);
    } else if (picture_changed && has_light(content, state.stage.wanted.background) && s.left.out.total == 0) {
        s.left.travel = {0, std::clamp(state.stage.background.total, kShortestTravel, kLongestTravel)};
    } else if (!wordless && !travels) {
        fade_out(s.left.out, kLightOut);
    }
}

std::vector<std::string> found_keys(const GameState& state, const Content& content) {
    const std::string prefix = story_prefix(content);
    std::vector<std::string> keys;
    for (const std::string& found : state.settings.found) {
        if (found.starts_with(prefix)) keys.push_back(found.substr(prefix.size()));
    }
    return keys;
}

} // namespace liubai
