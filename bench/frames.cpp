// Times pictures of the story at 1920×1080 in the software renderer: a frame of a line being typed against two blends of
// the whole screen, and our own work of a frame of moving scenery (drawing calls apart). One process, CPU time, the
// median of all frames that differ from the one before. bench/frames.sh builds and runs it.

#include "game/game.h"
#include "render/device.h"
#include "render/renderer.h"
#include "tools/opened_story.h"
#include "tools/shoot.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

using namespace liubai;

namespace {

constexpr Vec2 kScreen{1920, 1080};
constexpr Millis kFrame = 33;

double cpu_ms() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1000 + static_cast<double>(t.tv_nsec) / 1e6;
}

template <typename Work>
double timed(const Work& work) {
    const double start = cpu_ms();
    work();
    return cpu_ms() - start;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// Two translucent pictures of the screen's size, one after the other, as SDL blends them.
double two_blends() {
    const Device device = open_memory_device(kScreen);
    SDL_Renderer* renderer = device.sdl.get();
    const int width = static_cast<int>(kScreen.x);
    const int height = static_cast<int>(kScreen.y);
    const SdlTexture texture(SDL_CreateTexture(renderer, kAlphaFormat, SDL_TEXTUREACCESS_STATIC, width, height));
    const std::vector<std::uint32_t> grey(static_cast<std::size_t>(width * height), 0x80808080u);
    SDL_UpdateTexture(texture.get(), nullptr, grey.data(), width * 4);
    SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_BLEND);
    std::vector<double> times;
    for (int i = 0; i < 41; ++i) {
        times.push_back(timed([&] {
            for (int n = 0; n < 2; ++n) SDL_RenderCopy(renderer, texture.get(), nullptr, nullptr);
            SDL_RenderPresent(renderer);
        }));
    }
    return median(times);
}

struct Costs {
    std::vector<double> update;
    std::vector<double> draw;
};

/// Frames of the first `lines` lines of a scene, each from its first letter to its last.
Costs play(OpenedStory& story, Layouts& layouts, Renderer& renderer, const std::string& scene, const char* motion,
           int lines) {
    Settings settings;
    settings.language_chosen = true;
    set_setting(settings, "motion", motion);
    GameState state = new_game(story.content, settings, 1);
    const InputEvent resized = Resized{kScreen, 1, false, false};
    update(state, layouts, story.content, {&resized, 1}, 0);
    load_scene_now(story, scene);
    if (!start_at(state, story.content, scene, "")) return {};
    Costs costs;
    Frame last;
    for (int line = 0; line < lines; ++line) {
        const InputEvent advance = ActionGiven{Action::kAdvance};
        for (Millis t = 0; t < 3000; t += kFrame) {
            Frame frame;
            const double own = timed([&] { frame = update(state, layouts, story.content, {}, kFrame); });
            fetch_pictures(story, frame, renderer);
            if (same_picture(frame, last)) continue; // the game draws nothing then
            costs.update.push_back(own);
            costs.draw.push_back(timed([&] { renderer.draw(frame); }));
            last = std::move(frame);
        }
        while (state.moment.kind != MomentKind::kLine) update(state, layouts, story.content, {}, kFrame);
        update(state, layouts, story.content, {&advance, 1}, 0);
        update(state, layouts, story.content, {&advance, 1}, 0);
    }
    return costs;
}

} // namespace

int main() {
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    Layouts layouts(*story->fonts);
    Renderer renderer(kScreen, *story->fonts);
    const double blends = two_blends();
    Costs typing;
    Costs moving;
    for (const std::string& scene : story->content.story.order) {
        const Costs still = play(*story, layouts, renderer, scene, "auto", 2);
        typing.update.insert(typing.update.end(), still.update.begin(), still.update.end());
        typing.draw.insert(typing.draw.end(), still.draw.begin(), still.draw.end());
        const Costs full = play(*story, layouts, renderer, scene, "full", 1);
        moving.update.insert(moving.update.end(), full.update.begin(), full.update.end());
        moving.draw.insert(moving.draw.end(), full.draw.begin(), full.draw.end());
    }
    const double frame = median(typing.update) + median(typing.draw);
    const double own = median(moving.update);
    fmt::print("two full-screen blends       {:.2f} ms\n", blends);
    fmt::print("a typing frame               {:.2f} ms = {:.2f} times (limit 1.5)\n", frame, frame / blends);
    fmt::print("  of it our own work         {:.2f} ms\n", median(typing.update));
    fmt::print("a frame of moving scenery    {:.2f} ms of our own work (limit 2), {:.2f} ms of drawing\n", own,
               median(moving.draw));
    return frame <= blends * 1.5 && own <= 2 ? 0 : 1;
}
