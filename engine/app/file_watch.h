#pragma once
// Tells when an author saves a file of the story.

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace liubai {

/// Watches one folder, without what lies in folders below it. Costs nothing while nothing changes where the system tells
/// of changes (Linux); elsewhere it looks once a second.
class FileWatch {
public:
    /// `changed` is called on another thread, when files were written, renamed or removed and then left alone for a
    /// moment. A folder that cannot be watched is never reported.
    FileWatch(const std::string& folder, std::function<void()> changed);
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

private:
    void run();

    std::string folder_;
    std::function<void()> changed_;
    std::atomic<bool> stop_ = false;
    [[maybe_unused]] int wake_ = -1; ///< Linux: written to when the thread is to end
    std::thread thread_;
};

} // namespace liubai
