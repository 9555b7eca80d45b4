#include "base/error.h"
#include "files/folder.h"
#include "files/native_path.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#ifdef _WIN32
#include <io.h>
#include <process.h>
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace liubai {
namespace {

namespace fs = std::filesystem;

#ifdef _WIN32
int open_new(const fs::path& path) {
    return ::_wopen(path.c_str(), _O_WRONLY | _O_CREAT | _O_TRUNC | _O_BINARY, _S_IREAD | _S_IWRITE);
}
int open_end(const fs::path& path) {
    return ::_wopen(path.c_str(), _O_WRONLY | _O_CREAT | _O_APPEND | _O_BINARY, _S_IREAD | _S_IWRITE);
}
long long write_some(int file, std::string_view text) {
    return ::_write(file, text.data(), static_cast<unsigned>(std::min<std::size_t>(text.size(), 1u << 30)));
}
bool sync_file(int file) { return ::_commit(file) == 0; }
bool close_file(int file) { return ::_close(file) == 0; }
/// `to` is the old file or the new one at any time, and the new one when this returns without an error.
std::error_code put_in_place(const fs::path& from, const fs::path& to) {
    // Another program, such as a virus scanner, may hold the file for a moment.
    for (const DWORD wait : {1u, 10u, 20u, 40u, 0u}) {
        if (::MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) return {};
        const DWORD failure = ::GetLastError();
        const bool held = failure == ERROR_SHARING_VIOLATION || failure == ERROR_ACCESS_DENIED;
        if (!held || wait == 0) return {static_cast<int>(failure), std::system_category()};
        ::Sleep(wait);
    }
    return {};
}
int process_id() { return ::_getpid(); }
#else
int open_new(const fs::path& path) { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666); }
int open_end(const fs::path& path) { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666); }
long long write_some(int file, std::string_view text) { return ::write(file, text.data(), text.size()); }
bool sync_file(int file) { return ::fsync(file) == 0; }
bool close_file(int file) { return ::close(file) == 0; }
/// So that the new name is there after a power cut; not every file system can.
void sync_folder(const fs::path& folder) {
    const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return;
    ::fsync(handle);
    ::close(handle);
}
/// `to` is the old file or the new one at any time, and the new one when this returns without an error.
std::error_code put_in_place(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (!error) sync_folder(to.parent_path());
    return error;
}
int process_id() { return static_cast<int>(::getpid()); }
#endif

/// 0, or the errno of what failed.
int write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const long long written = write_some(file, text);
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

/// 0, or the errno of what failed.
int write_and_sync(const fs::path& path, std::string_view text) {
    const int file = open_new(path);
    if (file < 0) return errno;
    int failure = write_all(file, text);
    if (failure == 0 && !sync_file(file)) failure = errno;
    if (!close_file(file) && failure == 0) failure = errno;
    return failure;
}

[[noreturn]] void cannot_write(const std::string& path, int failure) {
    const std::string reason = std::strerror(failure);
    throw Error({"写不了文件 " + path + "：" + reason, "cannot write the file " + path + ": " + reason});
}

} // namespace

void append_to_file(const std::string& path, std::string_view text) {
    const fs::path target = native_path(path);
    std::error_code ignored;
    fs::create_directories(target.parent_path(), ignored);
    const int file = open_end(target);
    int failure = file < 0 ? errno : write_all(file, text);
    if (file >= 0 && !close_file(file) && failure == 0) failure = errno;
    if (failure != 0) cannot_write(path, failure);
}

void write_file(const std::string& path, std::string_view text) {
    const fs::path target = native_path(path);
    const fs::path part = native_path(path + ".part" + std::to_string(process_id()));
    int failure = write_and_sync(part, text);
    std::error_code error;
    if (failure == 0) {
        const fs::file_status before = fs::status(target, error);
        if (fs::is_regular_file(before)) fs::permissions(part, before.permissions(), error);
        error = put_in_place(part, target);
        if (error) failure = error.default_error_condition().value(); // an errno on every system
    }
    if (failure != 0) {
        fs::remove(part, error);
        cannot_write(path, failure);
    }
}

} // namespace liubai
