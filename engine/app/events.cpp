#include "app/events.h"

#include <SDL.h>

#include <array>
#include <memory>
#include <utility>

namespace liubai {
namespace {

Key key_from(SDL_Keycode code) {
    if (code >= SDLK_a && code <= SDLK_z) return static_cast<Key>(static_cast<int>(Key::kA) + (code - SDLK_a));
    if (code >= SDLK_F1 && code <= SDLK_F12) return static_cast<Key>(static_cast<int>(Key::kF1) + (code - SDLK_F1));
    switch (code) {
    case SDLK_SPACE: return Key::kSpace;
    case SDLK_RETURN:
    case SDLK_KP_ENTER: return Key::kEnter;
    case SDLK_ESCAPE:
    case SDLK_AC_BACK: return Key::kEscape;
    case SDLK_TAB: return Key::kTab;
    case SDLK_BACKSPACE: return Key::kBackspace;
    case SDLK_DELETE: return Key::kDelete;
    case SDLK_UP: return Key::kUp;
    case SDLK_DOWN: return Key::kDown;
    case SDLK_LEFT: return Key::kLeft;
    case SDLK_RIGHT: return Key::kRight;
    case SDLK_PAGEUP: return Key::kPageUp;
    case SDLK_PAGEDOWN: return Key::kPageDown;
    case SDLK_HOME: return Key::kHome;
    case SDLK_END: return Key::kEnd;
    case SDLK_LCTRL:
    case SDLK_RCTRL: return Key::kControl;
    case SDLK_LSHIFT:
    case SDLK_RSHIFT: return Key::kShift;
    case SDLK_LALT:
    case SDLK_RALT: return Key::kAlt;
    case SDLK_APPLICATION:
    case SDLK_MENU: return Key::kMenu;
    default: return Key::kNone;
    }
}

std::optional<PointerButton> button_from(std::uint8_t button) {
    switch (button) {
    case SDL_BUTTON_LEFT: return PointerButton::kLeft;
    case SDL_BUTTON_MIDDLE: return PointerButton::kMiddle;
    case SDL_BUTTON_RIGHT: return PointerButton::kRight;
    default: return std::nullopt;
    }
}

std::optional<PadButton> pad_button_from(std::uint8_t button) {
    constexpr std::array kButtons{
        std::pair{SDL_CONTROLLER_BUTTON_A, PadButton::kA},
        std::pair{SDL_CONTROLLER_BUTTON_B, PadButton::kB},
        std::pair{SDL_CONTROLLER_BUTTON_X, PadButton::kX},
        std::pair{SDL_CONTROLLER_BUTTON_Y, PadButton::kY},
        std::pair{SDL_CONTROLLER_BUTTON_BACK, PadButton::kBack},
        std::pair{SDL_CONTROLLER_BUTTON_GUIDE, PadButton::kGuide},
        std::pair{SDL_CONTROLLER_BUTTON_START, PadButton::kStart},
        std::pair{SDL_CONTROLLER_BUTTON_LEFTSTICK, PadButton::kLeftStick},
        std::pair{SDL_CONTROLLER_BUTTON_RIGHTSTICK, PadButton::kRightStick},
        std::pair{SDL_CONTROLLER_BUTTON_LEFTSHOULDER, PadButton::kLeftShoulder},
        std::pair{SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, PadButton::kRightShoulder},
        std::pair{SDL_CONTROLLER_BUTTON_DPAD_UP, PadButton::kUp},
        std::pair{SDL_CONTROLLER_BUTTON_DPAD_DOWN, PadButton::kDown},
        std::pair{SDL_CONTROLLER_BUTTON_DPAD_LEFT, PadButton::kLeft},
        std::pair{SDL_CONTROLLER_BUTTON_DPAD_RIGHT, PadButton::kRight},
    };
    for (const auto& [sdl, ours] : kButtons) {
        if (button == sdl) return ours;
    }
    return std::nullopt;
}

PadKind pad_kind(SDL_GameControllerType type) {
    switch (type) {
    case SDL_CONTROLLER_TYPE_XBOX360:
    case SDL_CONTROLLER_TYPE_XBOXONE: return PadKind::kXbox;
    case SDL_CONTROLLER_TYPE_PS3:
    case SDL_CONTROLLER_TYPE_PS4:
    case SDL_CONTROLLER_TYPE_PS5: return PadKind::kPlayStation;
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO: return PadKind::kNintendo;
    default: return PadKind::kUnknown;
    }
}

KeyDown key_down(const SDL_KeyboardEvent& e) {
    KeyDown key;
    key.key = key_from(e.keysym.sym);
    key.shift = (e.keysym.mod & KMOD_SHIFT) != 0;
    key.control = (e.keysym.mod & (KMOD_CTRL | KMOD_GUI)) != 0;
    key.alt = (e.keysym.mod & KMOD_ALT) != 0;
    key.repeat = e.repeat != 0;
    return key;
}

} // namespace

std::optional<InputEvent> input_from(const SDL_Event& event, const Canvas& canvas, Vec2 pixels, Vec2 size) {
    const auto point = [&](int x, int y) {
        return to_canvas(canvas, {static_cast<float>(x) * pixels.x, static_cast<float>(y) * pixels.y});
    };
    const auto finger = [&](const SDL_TouchFingerEvent& e) { return to_canvas(canvas, {e.x * size.x, e.y * size.y}); };
    switch (event.type) {
    case SDL_MOUSEMOTION: return PointerMoved{point(event.motion.x, event.motion.y)};
    case SDL_MOUSEBUTTONDOWN:
        if (const auto button = button_from(event.button.button)) return PointerDown{point(event.button.x, event.button.y), *button};
        return std::nullopt;
    case SDL_MOUSEBUTTONUP:
        if (const auto button = button_from(event.button.button)) return PointerUp{point(event.button.x, event.button.y), *button};
        return std::nullopt;
    case SDL_MOUSEWHEEL: return Wheel{point(event.wheel.mouseX, event.wheel.mouseY), event.wheel.preciseY};
    case SDL_FINGERDOWN: return TouchDown{event.tfinger.fingerId, finger(event.tfinger)};
    case SDL_FINGERMOTION: return TouchMoved{event.tfinger.fingerId, finger(event.tfinger)};
    case SDL_FINGERUP: return TouchUp{event.tfinger.fingerId, finger(event.tfinger)};
    case SDL_KEYDOWN: return key_down(event.key);
    case SDL_KEYUP: return KeyUp{key_from(event.key.keysym.sym)};
    case SDL_CONTROLLERBUTTONDOWN:
        if (const auto button = pad_button_from(event.cbutton.button)) return PadDown{*button};
        return std::nullopt;
    case SDL_CONTROLLERBUTTONUP:
        if (const auto button = pad_button_from(event.cbutton.button)) return PadUp{*button};
        return std::nullopt;
    case SDL_CONTROLLERDEVICEADDED: return PadChanged{true, pad_kind(SDL_GameControllerTypeForIndex(event.cdevice.which))};
    case SDL_CONTROLLERDEVICEREMOVED: return PadChanged{false, PadKind::kUnknown};
    case SDL_TEXTINPUT: return TextTyped{event.text.text};
    case SDL_TEXTEDITING: return Composition{event.edit.text, event.edit.start, event.edit.length};
    case SDL_TEXTEDITING_EXT: { // of more than 31 bytes; its text is ours to free
        const std::unique_ptr<char, void (*)(void*)> text(event.editExt.text, SDL_free);
        return Composition{text ? text.get() : "", event.editExt.start, event.editExt.length};
    }
    case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED) return FocusChanged{true};
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) return FocusChanged{false};
        return std::nullopt;
    default: return std::nullopt;
    }
}

SDL_Rect in_window(Rect at, const Canvas& canvas, Vec2 pixels) {
    const auto point = [&](float origin, float units, float a_point) {
        return static_cast<int>((origin + units * canvas.scale) / a_point);
    };
    return {point(canvas.origin.x, at.x, pixels.x), point(canvas.origin.y, at.y, pixels.y), point(0, at.w, pixels.x) + 1,
            point(0, at.h, pixels.y) + 1};
}

} // namespace liubai
