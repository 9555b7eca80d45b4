#include "app/file_watch.h"

#include "files/native_path.h"

#include <utility>

#ifdef __linux__
#include <array>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>
#else
#include <chrono>
#include <filesystem>
#include <map>
#endif

namespace liubai {

#ifdef __linux__

FileWatch::FileWatch(const std::string& folder, std::function<void()> changed)
    : folder_(folder), changed_(std::move(changed)), wake_(eventfd(0, EFD_CLOEXEC)), thread_([this] { run(); }) {}

FileWatch::~FileWatch() {
    stop_ = true;
    if (wake_ >= 0) eventfd_write(wake_, 1);
    thread_.join();
    if (wake_ >= 0) close(wake_);
}

void FileWatch::run() {
    const int events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (events < 0 || wake_ < 0) return;
    // An editor may write in place, or beside the file and rename.
    inotify_add_watch(events, native_path(folder_).c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
    constexpr int kLeftAlone = 120; // milliseconds
    bool is_changed = false;
    while (!stop_) {
        std::array<pollfd, 2> ready{pollfd{events, POLLIN, 0}, pollfd{wake_, POLLIN, 0}};
        const int came = poll(ready.data(), ready.size(), is_changed ? kLeftAlone : -1);
        if (stop_ || came < 0) break;
        if (came == 0) {
            is_changed = false;
            changed_();
        }
        std::array<char, 4096> ignored{};
        while (read(events, ignored.data(), ignored.size()) > 0) is_changed = true;
    }
    close(events);
}

#else

FileWatch::FileWatch(const std::string& folder, std::function<void()> changed)
    : folder_(folder), changed_(std::move(changed)), thread_([this] { run(); }) {}

FileWatch::~FileWatch() {
    stop_ = true;
    thread_.join();
}

void FileWatch::run() {
    namespace fs = std::filesystem;
    const auto look = [&] {
        std::map<fs::path, fs::file_time_type> files;
        std::error_code error;
        for (fs::directory_iterator it(native_path(folder_), error); !error && it != fs::directory_iterator(); it.increment(error))
            files[it->path()] = fs::last_write_time(it->path(), error);
        return files;
    };
    auto known = look();
    for (int tenth = 0; !stop_; ++tenth) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        if (tenth % 10 != 9) continue;
        auto now = look();
        if (now == known) continue;
        known = std::move(now);
        changed_();
    }
}

#endif

} // namespace liubai
