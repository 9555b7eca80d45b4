#include "app/browser.h"

#include <SDL.h>

#include <algorithm>
#include <utility>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif

namespace liubai {

#ifdef __EMSCRIPTEN__

namespace {

using Step = std::function<std::optional<int>()>;

void call(void* given) {
    const auto* step = static_cast<Step*>(given);
    const std::optional<int> code = (*step)();
    if (!code) return;
    emscripten_cancel_main_loop();
    delete step;
    EM_ASM({ Module.onEnd($0); }, *code);
}

} // namespace

int run_steps(Step step) {
    constexpr int kWithEachFrame = 0;
    constexpr bool kReturns = false;
    emscripten_set_main_loop_arg(call, new Step(std::move(step)), kWithEachFrame, kReturns);
    return 0;
}

bool wait_for_event(SDL_Event& event, Millis) { return SDL_PollEvent(&event) == 1; }

void keep_changed_files() { EM_ASM({ Module.keepFiles(); }); }

#else

int run_steps(std::function<std::optional<int>()> step) {
    while (true) {
        if (const auto code = step()) return *code;
    }
}

bool wait_for_event(SDL_Event& event, Millis longest) {
    if (longest >= kNever) return SDL_WaitEvent(&event) == 1;
    constexpr Millis kAtOnce = 60000;
    return SDL_WaitEventTimeout(&event, static_cast<int>(std::min(longest, kAtOnce))) == 1;
}

void keep_changed_files() {}

#endif

} // namespace liubai
