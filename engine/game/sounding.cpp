#include "game/sounding.h"

#include "game/play.h"
#include "text/rhythm.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kTouchUnits = 3;      // reading units from touch to touch
constexpr float kShortestTouch = 110; // milliseconds between two, however quickly is typed
constexpr float kHushed = 0.25f;      // 12 dB

std::vector<std::string> voice(const GameState& state, const Content& content, const std::string& speaker) {
    const Speaker* who = state.settings.blips.on ? find_speaker(content.story, speaker) : nullptr;
    return who ? blip_sounds(*who) : std::vector<std::string>();
}

class Soon {
public:
    Soon(const GameState& state, const Content& content) : state_(state), content_(content) {}

    void add(const Line& line) {
        for (const std::string& name : voice(state_, content_, line.speaker)) add(name);
        const bool finds = std::any_of(line.text.spans.begin(), line.text.spans.end(),
                                       [](const Span& span) { return std::holds_alternative<Heard>(span.kind); });
        if (finds) add(kFoundSound);
    }
    void add(const StageStep& step) {
        if (const auto* bed = std::get_if<SetAmbience>(&step)) add(bed->name);
        if (const auto* sound = std::get_if<PlaySound>(&step)) add(sound->name);
    }
    std::vector<std::string> take() { return std::move(names_); }

private:
    void add(const std::string& name) {
        if (!name.empty() && std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    }

    const GameState& state_;
    const Content& content_;
    std::vector<std::string> names_;
};

} // namespace

bool is_blip(const std::string& sound) { return sound.starts_with("blip_"); }

void begin_sound(GameState& state, const std::string& sound) {
    state.sounds.push_back(sound);
    state.pace.sounding.insert(sound);
}

void drop_sounds(GameState& state) {
    state.sounds.clear();
    state.pace.sounding.clear();
}

void touch_voice(GameState& state, const Content& content, const Dialogue& dialogue, Millis from, Millis to) {
    const Line* line = current_line(state, content);
    const Rhythm rhythm = rhythm_now(state);
    const auto sounds = line ? voice(state, content, line->speaker) : std::vector<std::string>();
    if (sounds.empty() || dialogue.texts.empty() || rhythm.tick <= 0 || to <= from) return;
    const float apart = std::max(kTouchUnits, kShortestTouch / rhythm.tick);
    const DialogueText& lead = dialogue.texts[0];
    const std::vector<Beat> all = beats(lead.text.text, lead.layout->clusters, rhythm);
    float read = apart / 2; // the first comes as soon after the beginning as the last before the end
    std::uint64_t touches = 0;
    bool touched = false;
    for (std::size_t i = 0; i < all.size() && lead.reveal.at[i] <= to; ++i) {
        read += all[i].units;
        const auto now = static_cast<std::uint64_t>(read / apart);
        if (now == touches) continue;
        touches = now;
        touched = touched || lead.reveal.at[i] > from;
    }
    if (!touched) return;
    const std::uint64_t seed = mixed(state.reading.seed, state.moment.place.step);
    state.sounds.push_back(sounds[mixed(seed, touches) % sounds.size()]);
}

float loudness(const Settings& settings, const Loudness& kind) {
    const float share = kind.on ? settings.volume / 100 * kind.percent / 100 : 0;
    return share * share; // half of the way sounds about half as loud
}

SoundCue cue_of(const Settings& settings, const std::string& sound) {
    return {sound, loudness(settings, is_blip(sound) ? settings.blips : settings.sounds)};
}

WantedSound wanted_sound(const GameState& state, const Dialogue& dialogue) {
    const WantedStage& wanted = state.stage.wanted;
    const Settings& settings = state.settings;
    const float hushed = rests_at_gap(state, dialogue) ? kHushed : 1;
    return {wanted.music,      wanted.ambience, wanted.music_fade, wanted.ambience_fade,
            loudness(settings, settings.music) * wanted.music_volume,
            loudness(settings, settings.ambience) * hushed * wanted.ambience_volume,
            settings.mono,
            settings.quiet_in_background && !state.surroundings.focused};
}

std::vector<std::string> sounds_soon(const GameState& state, const Content& content) {
    const Scene* scene = state.ui.screen == ScreenKind::kReading ? content.scene(state.reading.place.scene) : nullptr;
    if (!scene || state.settings.volume <= 0) return {};
    Soon soon(state, content);
    const std::size_t begin = state.reading.place.step > 0 ? state.reading.place.step - 1 : 0; // the one shown too
    const std::size_t end = std::min(scene->steps.size(), begin + kLookAhead);
    for (std::size_t i = begin; i < end; ++i) {
        const auto& what = scene->steps[i].what;
        if (const auto* line = std::get_if<Line>(&what)) soon.add(*line);
        if (const auto* step = std::get_if<StageStep>(&what)) soon.add(*step);
    }
    return soon.take();
}

} // namespace liubai
