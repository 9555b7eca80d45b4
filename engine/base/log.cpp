#include "base/log.h"

#include <cstdio>
#include <mutex>
#include <utility>

namespace liubai {
namespace {

// The only process-wide state of the engine: tests must be able to see a warning wherever it was logged.
std::mutex mutex;
std::vector<std::string> warnings;

void write(const char* level, std::string_view text) {
    std::fprintf(stderr, "liubai: %s%.*s\n", level, static_cast<int>(text.size()), text.data());
}

} // namespace

void log_info(std::string_view text) { write("", text); }

void log_warning(std::string_view text) {
    const std::lock_guard lock(mutex);
    constexpr std::size_t kKept = 1000;
    if (warnings.size() < kKept) warnings.emplace_back(text);
    write("warning: ", text);
}

std::vector<std::string> take_warnings() {
    const std::lock_guard lock(mutex);
    return std::exchange(warnings, {});
}

} // namespace liubai
