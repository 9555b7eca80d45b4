#include "app/window_place.h"

#include "app/world.h"

#include <SDL.h>

#include <map>
#include <sstream>
#include <string>

namespace liubai {
namespace {

struct WindowPlace {
    SDL_Rect at{};
    bool maximised = false;
};

/// By the display's name.
using Places = std::map<std::string, WindowPlace>;

constexpr const char* kFile = "window";
constexpr std::size_t kMostPlaces = 32;

/// "x y width height maximised display's name", a row each; rows that are not so are passed over.
Places places_from(const std::string& text) {
    Places places;
    std::istringstream rows(text);
    for (std::string row; std::getline(rows, row) && places.size() < kMostPlaces;) {
        std::istringstream words(row);
        WindowPlace place;
        std::string name;
        words >> place.at.x >> place.at.y >> place.at.w >> place.at.h >> place.maximised >> std::ws;
        if (std::getline(words, name) && place.at.w >= 320 && place.at.h >= 240) places[name] = place;
    }
    return places;
}

std::string to_text(const Places& places) {
    std::ostringstream out;
    for (const auto& [name, p] : places)
        out << p.at.x << ' ' << p.at.y << ' ' << p.at.w << ' ' << p.at.h << ' ' << p.maximised << ' ' << name << '\n';
    return out.str();
}

std::string display_of(SDL_Window* window) {
    const char* name = SDL_GetDisplayName(SDL_GetWindowDisplayIndex(window));
    return name ? name : "display";
}

/// A good part of the title bar lies on some display.
bool can_be_seen(const SDL_Rect& at) {
    const SDL_Rect bar{at.x, at.y, at.w, 40};
    for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
        SDL_Rect bounds{};
        SDL_Rect seen{};
        if (SDL_GetDisplayUsableBounds(i, &bounds) == 0 && SDL_IntersectRect(&bar, &bounds, &seen) && seen.w >= 120 && seen.h >= 20)
            return true;
    }
    return false;
}

} // namespace

void restore_window_place(SDL_Window* window) {
    const Places places = places_from(read_kept(kFile));
    const auto found = places.find(display_of(window));
    if (found == places.end()) return;
    const WindowPlace& place = found->second;
    SDL_SetWindowSize(window, place.at.w, place.at.h);
    if (can_be_seen(place.at)) SDL_SetWindowPosition(window, place.at.x, place.at.y);
    if (place.maximised) SDL_MaximizeWindow(window);
}

void keep_window_place(SDL_Window* window) {
    const std::uint32_t flags = SDL_GetWindowFlags(window);
    if ((flags & (SDL_WINDOW_FULLSCREEN | SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_MINIMIZED)) != 0) return;
    Places places = places_from(read_kept(kFile));
    WindowPlace& place = places[display_of(window)];
    place.maximised = (flags & SDL_WINDOW_MAXIMIZED) != 0;
    // What it has when it is no longer maximised is what it had before.
    if (!place.maximised || place.at.w == 0) {
        SDL_GetWindowPosition(window, &place.at.x, &place.at.y);
        SDL_GetWindowSize(window, &place.at.w, &place.at.h);
    }
    keep(kFile, to_text(places));
}

} // namespace liubai
