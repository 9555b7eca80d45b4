#include "render/device.h"

#include "base/error.h"
#include "base/log.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace liubai {
namespace {

Error refused(const char* zh, const char* en) {
    const std::string reason = SDL_GetError();
    return Error({std::string(zh) + "：" + reason, std::string(en) + ": " + reason});
}

/// Loading OpenGL only to learn that the CPU would do the work costs more than the first picture may.
bool may_have_gpu() {
#ifdef __linux__
    for (const char* node : {"/dev/dri", "/dev/nvidiactl", "/dev/dxg", "/dev/mali0", "/dev/kgsl-3d0"}) {
        std::error_code ignored;
        if (std::filesystem::exists(node, ignored)) return true;
    }
    return false;
#else
    return true;
#endif
}

/// What OpenGL calls itself; empty when `renderer` does not draw with it.
std::string gl_renderer_of(const SDL_RendererInfo& info) {
    if (std::string(info.name).find("opengl") == std::string::npos) return "";
    using GetString = const unsigned char*(SDLCALL*)(unsigned);
    const auto get_string = reinterpret_cast<GetString>(SDL_GL_GetProcAddress("glGetString"));
    constexpr unsigned kGlRenderer = 0x1F01;
    const auto* name = get_string ? get_string(kGlRenderer) : nullptr;
    return name ? reinterpret_cast<const char*>(name) : "";
}

bool try_gpu(SDL_Window* window, Device& device) {
    SDL_RendererInfo info{};
    SdlRenderer gpu(SDL_CreateRenderer(
        window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC | SDL_RENDERER_TARGETTEXTURE));
    if (!gpu || SDL_GetRendererInfo(gpu.get(), &info) != 0) return false;
    if ((info.flags & SDL_RENDERER_ACCELERATED) == 0 || is_software_driver(gl_renderer_of(info))) return false;
    device.sdl = std::move(gpu);
    device.name = info.name;
    device.accelerated = true;
    return true;
}

} // namespace

bool is_software_driver(const std::string& gl_renderer) {
    std::string name = gl_renderer;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    });
    constexpr std::array kNames{"llvmpipe", "softpipe", "swrast", "software", "swiftshader", "gdi generic"};
    return std::any_of(kNames.begin(), kNames.end(),
                       [&](const char* known) { return name.find(known) != std::string::npos; });
}

Device open_device(SDL_Window* window, bool accelerated) {
    // SDL would otherwise put the software picture on the screen through a GPU texture: twice the cost on X11.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    Device device;
    if (accelerated && may_have_gpu() && try_gpu(window, device)) return device;
    device.sdl.reset(SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE));
    if (!device.sdl) throw refused("不能在窗口里作画", "cannot draw in the window");
    device.name = "software";
    return device;
}

Device open_memory_device(Vec2 pixels) {
    Device device;
    device.surface.reset(
        SDL_CreateRGBSurfaceWithFormat(0, static_cast<int>(pixels.x), static_cast<int>(pixels.y), 32, kOpaqueFormat));
    if (!device.surface) throw refused("内存不够画面用", "no memory for the picture");
    device.sdl.reset(SDL_CreateSoftwareRenderer(device.surface.get()));
    if (!device.sdl) throw refused("不能在内存里作画", "cannot draw in memory");
    device.name = "software";
    return device;
}

} // namespace liubai
