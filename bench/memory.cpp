// Whether memory grows with reading: the shipped story is read to its end again and again, first through update() alone,
// then drawn and heard with all its pictures and sounds. What the heap holds after the last time is held against what it
// held after an early one. bench/memory.sh builds and runs it.

#include "audio/mixer.h"
#include "game/game.h"
#include "game/play.h"
#include "render/renderer.h"
#include "tools/opened_story.h"
#include "tools/pictures.h"
#include "tools/shoot.h"

#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <malloc.h>
#include <string>

using namespace liubai;

namespace {

constexpr std::size_t kPictureBytes = 44u << 20; // as the player keeps

double held_mb() {
    malloc_trim(0);
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / (1 << 20);
}

/// Reads the story from its beginning to its end, every line typed at once.
void read_through(GameState& state, Layouts& layouts, OpenedStory& story, const std::function<void(const Frame&)>& see) {
    begin_story(state, story.content);
    const InputEvent space = KeyDown{Key::kSpace};
    constexpr int kEnough = 20000;
    for (int i = 0; i < kEnough && state.ui.screen != ScreenKind::kEnd; ++i) {
        const Frame frame = update(state, layouts, story.content, {&space, 1}, 400);
        for (const std::string& name : frame.wanted.scenes_now) load_scene_now(story, name);
        see(frame);
    }
}

/// The growth in MB from the `early`-th reading to the last.
double growth(int readings, int early, const std::function<void()>& read) {
    double before = 0;
    for (int i = 1; i <= readings; ++i) {
        read();
        if (i == early) before = held_mb();
    }
    return held_mb() - before;
}

} // namespace

int main(int argc, char** argv) {
    const int many = argc > 1 ? std::atoi(argv[1]) : 1000;
    const int few = argc > 2 ? std::atoi(argv[2]) : 50;
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    Layouts layouts(*story->fonts);
    Settings settings;
    settings.language_chosen = true;
    settings.text_speed = 0;
    GameState state = new_game(story->content, settings, 1);
    const InputEvent window = Resized{{1280, 720}, 1, false, false};
    update(state, layouts, story->content, {&window, 1}, 0);

    const double alone = growth(many, many / 10, [&] { read_through(state, layouts, *story, [](const Frame&) {}); });
    fmt::print("update() alone, {} readings         {:+.2f} MB since reading {} (limit +0.50)\n", many, alone, many / 10);

    Renderer renderer({1280, 720}, *story->fonts);
    Mixer mixer;
    const auto draw_and_play = [&](const Frame& frame) {
        fetch_pictures(*story, frame, renderer);
        renderer.draw(frame);
        renderer.trim_pictures(kPictureBytes);
        mixer.hear(frame.sound, frame.cues, 400);
        mixer.expect(sounds_soon(state, story->content));
        for (const SoundNeed& need : mixer.take_needs()) {
            Blob file = read_sound(*story, need.name);
            if (need.decoded) {
                mixer.put(need.name, decode_sound(file));
            } else {
                mixer.put(need.name, std::move(file));
            }
        }
    };
    const double drawn = growth(few, few / 5, [&] { read_through(state, layouts, *story, draw_and_play); });
    fmt::print("drawn and heard, {} readings          {:+.2f} MB since reading {} (limit +2.00)\n", few, drawn, few / 5);
    return alone <= 0.5 && drawn <= 2 ? 0 : 1;
}
