#include "app/world.h"

#include "app/browser.h"
#include "base/error.h"
#include "base/log.h"
#include "files/folder.h"
#include "files/native_path.h"

#include <SDL.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <vector>

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace liubai {
namespace {

namespace fs = std::filesystem;

bool holds_stock(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "fonts", ignored) && fs::is_directory(folder / "assets", ignored);
}

fs::path program_folder() {
    const std::unique_ptr<char, void (*)(void*)> base(SDL_GetBasePath(), SDL_free);
    return base ? native_path(base.get()) : fs::path(".");
}

/// SDL's folder for a reader's files; it makes the folder.
std::string preference_folder() {
    const std::unique_ptr<char, void (*)(void*)> path(SDL_GetPrefPath("", "liubai"), SDL_free);
    return path ? path.get() : "";
}

Error no_display(const std::string& why) {
    return Error({"没有可用的显示器，打不开窗口（" + why + "）。请在桌面环境里运行，或者在终端里读：liubai read --interactive。",
                  "there is no display to open a window on (" + why +
                      "). Run it in a desktop session, or read in the terminal with: liubai read --interactive"});
}

} // namespace

namespace {
int sessions = 0; ///< a player inside the workshop has the workshop's
}

VideoSession::VideoSession() {
    if (sessions > 0) {
        ++sessions;
        return;
    }
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_IME_SUPPORT_EXTENDED_TEXT, "1");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "Liubai");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) throw no_display(SDL_GetError());
    // With no display library SDL falls back to a driver that draws into nothing: the game would run, unseen.
    const char* asked = SDL_getenv("SDL_VIDEODRIVER");
    const std::string driver = SDL_GetCurrentVideoDriver() ? SDL_GetCurrentVideoDriver() : "";
    const bool unseen = driver == "offscreen" || driver == "dummy";
    if (unseen && (asked == nullptr || driver != asked)) {
        SDL_Quit();
        throw no_display("SDL: " + driver);
    }
    if (SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) != 0) log_info(std::string("no gamepads: ") + SDL_GetError());
    sessions = 1;
}

VideoSession::~VideoSession() {
    if (--sessions == 0) SDL_Quit();
}

namespace {

fs::path program_file() {
#ifdef _WIN32
    std::wstring path(32768, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return path;
#elif defined(__EMSCRIPTEN__)
    return "/story"; // where the page puts its parts
#else
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored);
#endif
}

} // namespace

std::string packed_story() {
    static const std::string story = [] {
        const std::string program = utf8_path(program_file());
        return Folder::is_packed(program) ? program : std::string();
    }();
    return story;
}

namespace {
#ifdef _WIN32
[[maybe_unused]] constexpr const char* kOwnRuntime = "liubai-windows-x86_64.exe";
#else
[[maybe_unused]] constexpr const char* kOwnRuntime = "liubai-linux-x86_64";
#endif
} // namespace

std::string runtime_named(const std::string& name) {
    std::vector<fs::path> places{program_folder()};
    if (packed_story().empty()) places.push_back(native_path(stock_folder()));
    for (const fs::path& place : places) {
        std::error_code ignored;
        const fs::path file = place / "runtimes" / native_path(name);
        if (fs::exists(file, ignored)) return utf8_path(file.lexically_normal());
    }
#ifndef LIUBAI_SOURCE_DIR
    // In an author's kit the program is the runtime of its own system.
    if (name == kOwnRuntime && packed_story().empty()) return utf8_path(program_file());
#endif
    return "";
}

std::string stock_folder() {
    if (!packed_story().empty()) return packed_story();
    const fs::path program = program_folder();
    std::vector<fs::path> folders{program, program / "../share/liubai", program / ".."};
#ifdef LIUBAI_SOURCE_DIR
    folders.emplace_back(LIUBAI_SOURCE_DIR);
#endif
    for (const fs::path& folder : folders) {
        if (holds_stock(folder)) return utf8_path(folder.lexically_normal());
    }
    throw Error({"找不到自带的 fonts 和 assets 文件夹。请把它们放在程序旁边。",
                 "the folders fonts and assets that come with the program are missing. Put them beside it."});
}

std::string default_project() {
    if (!packed_story().empty()) return packed_story();
    std::error_code ignored;
    if (fs::is_directory("scenes", ignored)) return ".";
    const std::string stock = stock_folder();
    return fs::is_directory(native_path(stock) / "scenes", ignored) ? stock : "";
}

std::string project_here() {
    if (!packed_story().empty()) return packed_story();
    std::error_code ignored;
    if (fs::is_directory("scenes", ignored)) return ".";
    if (fs::exists("project.yaml", ignored)) return "..";
    for (const auto& entry : fs::directory_iterator(".", ignored)) {
        if (entry.path().extension() == ".yaml") return ".";
    }
    throw Error({"这个文件夹里没有故事。请写出项目文件夹或场景文件。",
                 "there is no story in this folder. Name a project folder or a scene file."});
}

std::string folder_of_scripts(const std::string& project) {
    const fs::path path = native_path(project);
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) return utf8_path(path.has_parent_path() ? path.parent_path() : fs::path("."));
    return utf8_path(fs::is_directory(path / "scenes", ignored) ? path / "scenes" : path);
}

Language system_language() {
    const std::unique_ptr<SDL_Locale, void (*)(void*)> locales(SDL_GetPreferredLocales(), SDL_free);
    if (!locales || locales.get()->language == nullptr) return Language::kEn;
    return std::string(locales.get()->language) == "zh" ? Language::kZh : Language::kEn;
}

int terminal_width() {
#ifndef _WIN32
    winsize size{};
    if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) return size.ws_col;
#endif
    return 0;
}

std::string story_folder(const std::string& story_key) {
    const std::string folder = preference_folder();
    return folder.empty() ? "" : folder + "stories/" + story_key + "/";
}

std::string screenshot_path() {
    const fs::path folder = native_path(preference_folder()) / "pictures";
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    for (int n = 1;; ++n) {
        const fs::path path = folder / ("liubai-" + std::to_string(n) + ".png");
        if (!fs::exists(path, ignored)) return utf8_path(path);
    }
}

std::int64_t local_minutes() {
    const std::time_t now = std::time(nullptr);
    const std::tm* local = std::localtime(&now); // only the main thread asks
    if (local == nullptr) return 0;
    std::tm as_if_utc = *local;
    as_if_utc.tm_isdst = 0;
#ifdef _WIN32
    return _mkgmtime(&as_if_utc) / 60;
#else
    return timegm(&as_if_utc) / 60;
#endif
}

std::string read_kept(const std::string& name) {
    try {
        const std::string folder = preference_folder();
        if (folder.empty()) return "";
        const Folder kept = Folder::open_directory(folder);
        if (!kept.has(name)) return "";
        return std::string(kept.read(name, 1u << 16).text());
    } catch (const Error& e) {
        log_warning(name + " is not read: " + e.what());
        return "";
    }
}

void keep(const std::string& name, const std::string& text) {
    try {
        write_file(preference_folder() + name, text);
        keep_changed_files();
    } catch (const Error& e) {
        log_warning(name + " is not kept: " + e.what());
    }
}

} // namespace liubai
