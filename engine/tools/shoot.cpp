#include "tools/shoot.h"

#include "base/error.h"
#include "game/play.h"
#include "tools/pictures.h"
#include "tools/sample_reader.h"
#include "ui/workshop.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace liubai {
namespace {

constexpr Millis kLongEnough = 10 * 60 * 1000; // any line is typed by then

void load_wanted(OpenedStory& story, const Frame& frame) {
    for (const std::string& name : frame.wanted.scenes_now) load_scene_now(story, name);
}

struct NamedScreen {
    std::string_view name;
    ScreenKind kind;
    std::size_t tab = 0; ///< of the settings
};

constexpr std::string_view kWorkshop = "workshop";

constexpr std::array kScreens{
    NamedScreen{"title", ScreenKind::kTitle},          NamedScreen{"menu", ScreenKind::kMenu},
    NamedScreen{"settings", ScreenKind::kSettings},    NamedScreen{"settings-pace", ScreenKind::kSettings, 1},
    NamedScreen{"settings-sound", ScreenKind::kSettings, 2}, NamedScreen{"settings-screen", ScreenKind::kSettings, 3},
    NamedScreen{"settings-keys", ScreenKind::kSettings, 4},  NamedScreen{"backlog", ScreenKind::kBacklog},
    NamedScreen{"document", ScreenKind::kDocument},    NamedScreen{"save", ScreenKind::kSave},
    NamedScreen{"load", ScreenKind::kLoad},            NamedScreen{"chapters", ScreenKind::kChapters},
    NamedScreen{"end", ScreenKind::kEnd},              NamedScreen{"language", ScreenKind::kLanguage},
};

const NamedScreen& screen_named(const std::string& name) {
    const auto found = std::find_if(kScreens.begin(), kScreens.end(), [&](const NamedScreen& s) { return s.name == name; });
    if (found != kScreens.end()) return *found;
    throw Error({"没有叫“" + name + "”的画面（有 " + screen_names() + "）",
                 "there is no screen \"" + name + "\" (there are " + screen_names() + ")"});
}

/// Reads on from the story's start to where the state is, so that it has a history; at choices the first way.
void read_up_to(GameState& state, const Content& content) {
    constexpr int kMostMoments = 20000;
    const Place there = state.moment.place;
    GameState read = state;
    const auto& order = content.story.order;
    if (order.empty() || !start_at(read, content, order[0], "")) return;
    for (int i = 0; i < kMostMoments && read.moment.place != there && read.ui.screen == ScreenKind::kReading; ++i) {
        if (read.moment.kind == MomentKind::kChoice) {
            const auto* choice = std::get_if<Choice>(&current_step(read, content)->what);
            take_option(read, content, choice ? open_options(read, *choice).front() : 0);
        } else {
            step_on(read, content);
        }
    }
    if (read.moment.place == there) state = std::move(read);
}

} // namespace

std::string screen_names() {
    std::string names;
    for (const NamedScreen& screen : kScreens) names += (names.empty() ? "" : ", ") + std::string(screen.name);
    return names + ", " + std::string(kWorkshop);
}

float decode_scale(const WantedPicture& wanted, const Look& look, const Canvas& canvas, bool accelerated) {
    const float scale = wanted.scale * canvas.scale;
    const Picture* picture = look.picture(wanted.image);
    if (scale <= 1 || accelerated || !picture || picture->is_mask) return std::min(1.0f, scale);
    constexpr float kMost = 1920.0f * 1080.0f; // a tile of which a part shows would fill the memory
    return picture->size.x * picture->size.y * scale * scale <= kMost * 1.01f ? scale : 1;
}

void fetch_pictures(const OpenedStory& story, const Frame& frame, Renderer& renderer) {
    const auto fetch = [&](const WantedPicture& wanted) {
        if (renderer.has_picture(wanted.image)) return;
        const float scale = decode_scale(wanted, story.content.look, frame.canvas, renderer.is_accelerated());
        Pixels pixels = load_picture(story, wanted.image, scale);
        give_picture(renderer, story.content.look, wanted.image, std::move(pixels), scale);
    };
    for (const WantedPicture& wanted : frame.wanted.pictures_now) fetch(wanted);
    for (const WantedPicture& wanted : frame.wanted.pictures_soon) {
        if (is_small(wanted.image)) fetch(wanted);
    }
}

GameState play_log(OpenedStory& story, Layouts& layouts, const ReplayLog& log,
                   const std::function<void(const Frame&)>& see) {
    GameState state = new_game(story.content, settings_from(log.settings), log.seed);
    load_pinyin_for(story, state.settings);
    if (!log.scene.empty()) {
        load_scenes_to(story, log.scene);
        if (!start_at(state, story.content, log.scene, log.line)) {
            throw Error({"记录从一个不存在的地方开始", "the log starts at a place that the story does not have"});
        }
    }
    for (const Tick& tick : log.ticks) {
        const Frame frame = update(state, layouts, story.content, tick.inputs, tick.dt);
        see(frame);
        load_pinyin(story, frame.wanted.pinyin);
        load_wanted(story, frame);
    }
    return state;
}

Shot take_shot(OpenedStory& story, Layouts& layouts, const ShootOptions& options) {
    Shot shot;
    if (options.screen == kWorkshop) {
        const Canvas canvas = canvas_for(options.size);
        const Metrics sizes = metrics(canvas, options.points, 100);
        shot.frame = workshop_screen({story.content.story, story.content.look, canvas, sizes, layouts}, first_workshop_view(true)).frame;
        return shot;
    }
    const NamedScreen screen = options.screen.empty() ? NamedScreen{"", ScreenKind::kReading} : screen_named(options.screen);
    const bool book = screen.kind == ScreenKind::kBacklog || screen.kind == ScreenKind::kDocument;
    const bool kept = screen.kind == ScreenKind::kSave || screen.kind == ScreenKind::kLoad || screen.kind == ScreenKind::kChapters;
    const bool is_base = screen.kind == ScreenKind::kTitle || screen.kind == ScreenKind::kEnd || screen.kind == ScreenKind::kLanguage;
    const InputEvent resized = Resized{options.size, options.points, false, false};
    Settings settings = options.settings;
    settings.language_chosen = true;
    if (options.log) {
        shot.state = play_log(story, layouts, *options.log, [](const Frame&) {});
    } else {
        load_pinyin_for(story, settings);
        shot.state = new_game(story.content, settings, 1);
        update(shot.state, layouts, story.content, {&resized, 1}, 0);
        const bool reading = !is_base && screen.kind != ScreenKind::kChapters;
        const auto& order = story.content.story.order;
        const std::string scene = options.scene.empty() && !order.empty() ? order[0] : options.scene;
        if (reading) {
            load_scenes_to(story, scene);
            if (!start_at(shot.state, story.content, scene, options.line)) {
                const std::string place = options.line.empty() ? scene : scene + ":" + options.line;
                throw Error({"故事里没有“" + place + "”", "the story has no place \"" + place + "\""});
            }
            if (book) read_up_to(shot.state, story.content);
        }
    }
    if (!options.screen.empty()) {
        update(shot.state, layouts, story.content, {}, kLongEnough); // the line under a menu is typed
        if (kept) keep_like_a_reader(story, shot.state);
        if (is_base) {
            shot.state.ui.screen = screen.kind;
        } else {
            open_screen(shot.state, screen.kind);
        }
        shot.state.ui.picked = screen.tab;
        shot.state.ui.by_pointer = true;
        shot.state.ui.clock = 0;
        turn_to_end_page(shot.state, 0);
    }
    const Millis wait = options.seconds ? static_cast<Millis>(std::llround(*options.seconds * 1000)) : kLongEnough;
    shot.frame = update(shot.state, layouts, story.content, {&resized, 1}, wait);
    return shot;
}

Pixels render_shot(const OpenedStory& story, const Frame& frame, Vec2 size) {
    Renderer renderer(size, *story.fonts);
    fetch_pictures(story, frame, renderer);
    renderer.draw(frame);
    return renderer.read_back();
}

} // namespace liubai
