#include "app/window.h"

#include "base/error.h"

#include <algorithm>

namespace liubai {

SdlWindow open_window(const std::string& title, Vec2 size) {
    SdlWindow window(SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, static_cast<int>(size.x),
                                      static_cast<int>(size.y), SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI));
    if (!window) throw Error({std::string("打不开窗口：") + SDL_GetError(), std::string("cannot open a window: ") + SDL_GetError()});
    SDL_SetWindowMinimumSize(window.get(), 320, 240);
    SDL_StopTextInput(); // which SDL begins by itself: keys are keys until a field is there
    return window;
}

void set_icon(SDL_Window* window, Pixels picture) {
    const SdlSurface surface(SDL_CreateRGBSurfaceWithFormatFrom(picture.rgba.data(), picture.width, picture.height, 32,
                                                                picture.width * 4, SDL_PIXELFORMAT_RGBA32));
    if (surface) SDL_SetWindowIcon(window, surface.get()); // which copies it
}

Vec2 points_of(SDL_Window* window) {
    int width = 1;
    int height = 1;
    SDL_GetWindowSize(window, &width, &height);
    return {static_cast<float>(std::max(1, width)), static_cast<float>(std::max(1, height))};
}

Vec2 pixels_a_point(SDL_Window* window, Vec2 pixels) {
    const Vec2 points = points_of(window);
    return {pixels.x / points.x, pixels.y / points.y};
}

} // namespace liubai
