// The shipped story, played through the real loader, update() and layouts, without a window.
#include "game/dump.h"
#include "game/game.h"
#include "tools/read.h"
#include "tools/shoot.h"

#include <catch2/catch.hpp>

#include <random>
#include <sstream>

using namespace liubai;

namespace {

std::unique_ptr<OpenedStory> shipped() { return open_story(LIUBAI_ROOT, LIUBAI_ROOT); }

Settings chinese_reader() {
    Settings settings;
    settings.language_chosen = true;
    return settings;
}

const InputEvent kWindow = Resized{{1280, 720}, 1, false, false};
const InputEvent kSpace = KeyDown{Key::kSpace};

void load_wanted(OpenedStory& story, const Frame& frame, std::vector<InputEvent>& next) {
    for (const std::string& name : frame.wanted.scenes_now) {
        load_scene_now(story, name);
        next.push_back(Loaded{story.content.version});
    }
}

/// Plays from the title to the end; `dt_of` gives the length of each tick, `see` gets each frame.
GameState play_through(OpenedStory& story, Layouts& layouts, const std::function<Millis(int)>& dt_of,
                       const std::function<void(const GameState&, const Frame&, const Tick&)>& see) {
    GameState state = new_game(story.content, chinese_reader(), 1);
    std::vector<InputEvent> inputs{kWindow};
    constexpr int kEnough = 20000;
    for (int i = 0; i < kEnough && state.ui.screen != ScreenKind::kEnd; ++i) {
        const Tick tick{inputs, dt_of(i)};
        const Frame frame = update(state, layouts, story.content, tick.inputs, tick.dt);
        see(state, frame, tick);
        inputs = {kSpace};
        load_wanted(story, frame, inputs);
    }
    return state;
}

} // namespace

TEST_CASE("Space alone leads from the title to the end, through every line once", "[tools]") {
    const auto story = shipped();
    Layouts layouts(*story->fonts);
    const GameState end = play_through(*story, layouts, [](int) { return 700; }, [](const auto&...) {});
    CHECK(end.ui.screen == ScreenKind::kEnd);
    CHECK(end.turn == 20);
    CHECK(end.seen.size() == end.history.entries.size());
    CHECK(end.history.shown == end.history.entries.size());
    CHECK(end.reached.size() == story->content.story.order.size());
    CHECK(end.reading.heard.size() == 5);
    CHECK(story->findings.empty());
}

TEST_CASE("update(a + b) leaves the state that update(a) and update(b) leave, over a whole playthrough", "[tools]") {
    const auto story = shipped();
    Layouts layouts(*story->fonts);
    std::mt19937 random(20);
    GameState pieces = new_game(story->content, chinese_reader(), 1);
    const auto dt = [&](int) { return static_cast<Millis>(random() % 1500); };
    int compared = 0;
    play_through(*story, layouts, dt, [&](const GameState& whole, const Frame&, const Tick& tick) {
        Millis left = tick.dt;
        std::span<const InputEvent> inputs = tick.inputs;
        do {
            const Millis piece = left == 0 ? 0 : static_cast<Millis>(random() % static_cast<unsigned>(left + 1));
            update(pieces, layouts, story->content, inputs, piece);
            inputs = {};
            left -= piece;
        } while (left > 0);
        REQUIRE(whole == pieces);
        ++compared;
    });
    CHECK(compared > 400);
}

TEST_CASE("a cache of layouts that is emptied at random changes no frame", "[tools]") {
    const auto story = shipped();
    Layouts kept(*story->fonts);
    Layouts emptied(*story->fonts);
    GameState again = new_game(story->content, chinese_reader(), 1);
    std::mt19937 random(7);
    int frames = 0;
    play_through(*story, kept, [](int i) { return (i * 37) % 900; }, [&](const GameState&, const Frame& frame, const Tick& tick) {
        if (frames++ > 120) return;
        if (random() % 3 == 0) emptied.clear();
        REQUIRE(to_text(update(again, emptied, story->content, tick.inputs, tick.dt)) == to_text(frame));
    });
}

TEST_CASE("a recorded log replays to identical frames", "[tools]") {
    ReplayLog log;
    log.settings = "language=en\nmode=two\n";
    log.seed = 99;
    std::vector<std::uint64_t> recorded;
    {
        const auto story = shipped();
        Layouts layouts(*story->fonts);
        GameState state = new_game(story->content, settings_from(log.settings), log.seed);
        std::mt19937 random(3);
        std::vector<InputEvent> inputs{kWindow};
        for (int i = 0; i < 200; ++i) {
            log.ticks.push_back({inputs, static_cast<Millis>(random() % 300)});
            const Frame frame = update(state, layouts, story->content, inputs, log.ticks.back().dt);
            recorded.push_back(fingerprint(frame));
            inputs.clear();
            load_wanted(*story, frame, inputs);
            if (random() % 4 == 0) inputs.push_back(kSpace);
            if (random() % 40 == 0) inputs.push_back(KeyDown{Key::kT});
            if (random() % 50 == 0) inputs.push_back(Resized{{390, 844}, 3, true, false});
            if (random() % 50 == 0) inputs.push_back(PointerDown{{900, 400}, PointerButton::kLeft});
        }
        log.content_hash = hash_scripts(*story);
    }
    const auto parsed = replay_from(to_text(log));
    REQUIRE(std::holds_alternative<ReplayLog>(parsed));
    const auto story = shipped();
    CHECK(hash_scripts(*story) == log.content_hash);
    Layouts layouts(*story->fonts);
    std::vector<std::uint64_t> replayed;
    play_log(*story, layouts, std::get<ReplayLog>(parsed), [&](const Frame& f) { replayed.push_back(fingerprint(f)); });
    CHECK(replayed == recorded);
}

TEST_CASE("a click completes a line only up to its next silence, and rests there", "[tools]") {
    const auto story = shipped();
    Layouts layouts(*story->fonts);
    GameState state = new_game(story->content, chinese_reader(), 1);
    load_scene_now(*story, "rain");
    const Scene* rain = story->content.scene("rain");
    const Line* last = nullptr;
    for (const Step& step : rain->steps) {
        if (const auto* line = std::get_if<Line>(&step.what)) last = line;
    }
    REQUIRE(last != nullptr);
    REQUIRE(last->text.text.find(kGapUtf8) != std::string::npos);
    update(state, layouts, story->content, {&kWindow, 1}, 0);
    REQUIRE(start_at(state, story->content, "rain", last->id));
    const Line* shown = current_line(state, story->content);
    REQUIRE(shown == last);
    std::vector<Millis> stations;
    for (int click = 0; click < 5 && current_line(state, story->content) == last; ++click) {
        update(state, layouts, story->content, {&kSpace, 1}, 0);
        stations.push_back(state.moment.elapsed);
    }
    REQUIRE(stations.size() == 4); // to the silence, over its rest, to the end, on to the next line
    CHECK(stations[0] < stations[1]);
    CHECK(stations[1] < stations[2]);
}

TEST_CASE("the text of a reading holds every word of the transcript's speakers", "[tools]") {
    const auto story = shipped();
    Settings settings;
    settings.mode = ReadingMode::kAsSpoken;
    std::ostringstream out;
    read_story(*story, settings, out);
    const std::string text = out.str();
    CHECK(text.find("研究者：完全同意——技术与叙事，其实都在做同一件事") != std::string::npos);
    CHECK(text.find("very （  ） vibe, you know?") != std::string::npos);
    CHECK(text.find("Until next time. 🎬💫") != std::string::npos);
    CHECK(text.find("（完）") != std::string::npos);
}
