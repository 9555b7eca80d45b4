#include "story/reading.h"

#include <algorithm>
#include <type_traits>

namespace liubai {
namespace {

constexpr int kMaxSilentSteps = 100'000;
constexpr std::size_t kMaxCalls = 100;

void go_to(Reading& reading, Place place) {
    reading.entering = place.step == 0;
    reading.place = std::move(place);
}

/// False when the scene must be loaded first.
bool go_to_label(Reading& reading, const std::string& scene_name, const std::string& label, const FindScene& find) {
    const Scene* scene = find(scene_name);
    if (!scene) return false;
    const auto found = scene->labels.find(label);
    go_to(reading, {scene_name, label.empty() || found == scene->labels.end() ? 0 : found->second});
    return true;
}

void go_back(Reading& reading) {
    reading.place = reading.calls.back();
    reading.entering = false;
    reading.calls.pop_back();
}

void leave_scene(Reading& reading, const Story& story) {
    if (!reading.calls.empty()) return go_back(reading);
    const auto here = std::find(story.order.begin(), story.order.end(), reading.place.scene);
    const bool last = here == story.order.end() || here + 1 == story.order.end();
    go_to(reading, {last ? std::string() : *(here + 1), 0});
}

AtChoice open_options(const Choice& choice, const Reading& reading) {
    AtChoice at{&choice, {}};
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        const ChoiceOption& option = choice.options[i];
        const bool gone = option.once && reading.taken.contains(option.id);
        if (!gone && is_true(option.condition, reading.variables)) at.open.push_back(i);
    }
    return at;
}

/// Runs one step. Answers what it shows, or nothing when it was silent.
class StepRunner {
public:
    StepRunner(Reading& reading, const FindScene& find) : reading_(reading), find_(find) {}

    std::optional<Event> operator()(const Line& line) { return shown(AtLine{&line}); }
    std::optional<Event> operator()(const ParagraphEnd&) { return shown(AtParagraphEnd{}); }
    std::optional<Event> operator()(const TurnEnd&) { return shown(AtTurnEnd{}); }
    std::optional<Event> operator()(const StageStep& step) { return shown(AtStage{&step}); }
    std::optional<Event> operator()(const Pause& pause) { return shown(AtPause{pause.over}); }
    std::optional<Event> operator()(const ChapterCard& card) { return shown(AtCard{&card}); }

    std::optional<Event> operator()(const Choice& choice) {
        AtChoice at = open_options(choice, reading_);
        if (at.open.empty()) return silent();
        return at;
    }

    std::optional<Event> operator()(const Branch& branch) {
        if (is_true(branch.condition, reading_.variables)) return silent();
        reading_.place.step = branch.otherwise;
        return std::nullopt;
    }

    std::optional<Event> operator()(const Goto& step) {
        reading_.place.step = step.target;
        return std::nullopt;
    }

    std::optional<Event> operator()(const Jump& jump) {
        if (!go_to_label(reading_, jump.scene, jump.label, find_)) return NeedsScene{jump.scene};
        return std::nullopt;
    }

    std::optional<Event> operator()(const Call& call) {
        Place back{reading_.place.scene, reading_.place.step + 1};
        if (!go_to_label(reading_, call.scene, call.label, find_)) return NeedsScene{call.scene};
        // A story that calls without end forgets where it began instead of growing without end.
        if (reading_.calls.size() == kMaxCalls) reading_.calls.erase(reading_.calls.begin());
        reading_.calls.push_back(std::move(back));
        return std::nullopt;
    }

    std::optional<Event> operator()(const Return&) {
        if (reading_.calls.empty()) {
            go_to(reading_, {});
        } else {
            go_back(reading_);
        }
        return std::nullopt;
    }

    std::optional<Event> operator()(const SetVariable& step) {
        assign(step.assignment, reading_.variables);
        return silent();
    }

private:
    std::optional<Event> shown(Event event) {
        ++reading_.place.step;
        return event;
    }
    std::optional<Event> silent() {
        ++reading_.place.step;
        return std::nullopt;
    }

    Reading& reading_;
    const FindScene& find_;
};

} // namespace

const Speaker* find_speaker(const Story& story, std::string_view id) {
    const auto found = std::find_if(story.cast.begin(), story.cast.end(), [&](const Speaker& s) { return s.id == id; });
    return found == story.cast.end() ? nullptr : &*found;
}

std::vector<std::string> blip_sounds(const Speaker& speaker) {
    if (speaker.blip.empty()) return {};
    const std::string name = "blip_" + speaker.blip;
    return {name + "1", name + "2", name + "3"};
}

std::string in_language(const std::map<std::string, std::string>& texts, const std::string& language) {
    const auto found = texts.find(language);
    if (found != texts.end()) return found->second;
    return texts.empty() ? "" : texts.begin()->second;
}

Reading begin_reading(const Story& story, std::uint64_t seed) {
    Reading reading;
    if (!story.order.empty()) reading.place.scene = story.order.front();
    reading.variables = story.variables;
    reading.seed = seed;
    return reading;
}

Event advance(Reading& reading, const Story& story, const FindScene& find) {
    StepRunner run(reading, find);
    for (int steps = 0; steps < kMaxSilentSteps; ++steps) {
        if (reading.place.scene.empty()) return AtEnd{};
        const Scene* scene = find(reading.place.scene);
        if (!scene) return NeedsScene{reading.place.scene};
        if (reading.entering) {
            reading.entering = false;
            return AtSceneStart{scene};
        }
        if (reading.place.step >= scene->steps.size()) {
            leave_scene(reading, story);
        } else if (auto event = std::visit(run, scene->steps[reading.place.step].what)) {
            return *std::move(event);
        }
    }
    go_to(reading, {});
    return AtEnd{};
}

void choose(Reading& reading, const Choice& choice, std::size_t option) {
    const ChoiceOption& taken = choice.options.at(option);
    if (taken.once) reading.taken.insert(taken.id);
    reading.place.step = taken.target;
}

void hear(Reading& reading, const RichText& text) {
    for (const Span& span : text.spans) {
        if (const auto* heard = std::get_if<Heard>(&span.kind)) hear(reading, heard->key);
    }
}

bool hear(Reading& reading, const std::string& key) {
    const bool known = std::find(reading.heard.begin(), reading.heard.end(), key) != reading.heard.end();
    if (!known) reading.heard.push_back(key);
    return !known;
}

void meet(Reading& reading, const Silence& silence) {
    const auto known = std::find_if(reading.silences.begin(), reading.silences.end(), [&](const Silence& other) {
        return other.line == silence.line && other.gap == silence.gap;
    });
    if (known == reading.silences.end()) {
        reading.silences.push_back(silence);
    } else {
        known->waited |= silence.waited;
    }
}

std::vector<Unsaid> gaps_of(const RichText& text) {
    std::vector<Unsaid> gaps;
    for (const Cue& cue : text.cues) {
        if (const auto* gap = std::get_if<Unsaid>(&cue.kind)) gaps.push_back(*gap);
    }
    return gaps;
}

RichText with_variables(const RichText& text, const Variables& variables) {
    RichText out = text;
    for (std::size_t open = out.text.find("${"); open != std::string::npos;) {
        const std::size_t close = out.text.find('}', open);
        if (close == std::string::npos) break;
        const auto found = variables.find(out.text.substr(open + 2, close - open - 2));
        if (found == variables.end()) {
            open = out.text.find("${", open + 2);
            continue;
        }
        const std::string value = to_string(found->second);
        const std::size_t old_end = close + 1;
        const auto moved = [&](std::size_t at) {
            if (at >= old_end) return at - (old_end - open) + value.size();
            return at > open ? open : at;
        };
        out.text.replace(open, old_end - open, value);
        for (Cue& cue : out.cues) cue.at = moved(cue.at);
        for (Span& span : out.spans) {
            span.begin = moved(span.begin);
            span.end = moved(span.end);
        }
        open = out.text.find("${", open + value.size());
    }
    return out;
}

const RichText* text_in(const Line& line, const std::string& language) {
    if (const auto found = line.others.find(language); found != line.others.end()) return &found->second;
    if (line.language == language) return &line.text;
    const std::size_t dash = language.rfind('-');
    return dash == std::string::npos ? nullptr : text_in(line, language.substr(0, dash));
}

} // namespace liubai
