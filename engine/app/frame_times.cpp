#include "app/frame_times.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <map>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace liubai {
namespace {

constexpr double kWorthNoting = 4; // milliseconds
constexpr std::size_t kShown = 12;

double wall_ms() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

long thread_page_faults() {
#ifdef __linux__
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    return usage.ru_minflt;
#else
    return 0;
#endif
}

} // namespace

double thread_cpu_ms() {
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1000 + static_cast<double>(t.tv_nsec) / 1e6;
#else
    return 0;
#endif
}

void FrameTimes::begin() { begun_ = {wall_ms(), thread_cpu_ms(), thread_page_faults(), ""}; }

void FrameTimes::end(const std::string& where, const std::string& missing, double worker_ms) {
    const double now = wall_ms();
    until_ = where;
    const Work frame{now - begun_.wall, thread_cpu_ms() - begun_.cpu, thread_page_faults() - begun_.faults, where};
    if (std::max(frame.wall, frame.cpu) > kWorthNoting) frames_.push_back(frame);
    if (!missing.empty()) {
        if (wait_begun_.where.empty()) wait_begun_ = {begun_.wall, worker_ms, 0, where + "  for " + missing};
        return;
    }
    // The first picture of all is the start's: bench/start.sh measures that.
    if (!std::exchange(has_shown_, true)) wait_begun_ = {};
    if (wait_begun_.where.empty()) return;
    waits_.push_back({now - wait_begun_.wall, worker_ms - wait_begun_.cpu, 0, wait_begun_.where});
    wait_begun_ = {};
}

void FrameTimes::print_first(const char* what, const std::vector<Work>& all) {
    for (std::size_t i = 0; i < std::min(all.size(), kShown); ++i) {
        std::printf("  %6.1f ms wall, %6.1f ms CPU, %5ld page faults %s  %s\n", all[i].wall, all[i].cpu, all[i].faults, what, all[i].where.c_str());
    }
}

void FrameTimes::print() const {
    std::vector<Work> frames = frames_;
    std::vector<Work> waits = waits_;
    std::sort(frames.begin(), frames.end(), [](const Work& a, const Work& b) { return a.cpu > b.cpu; });
    std::sort(waits.begin(), waits.end(), [](const Work& a, const Work& b) { return a.wall > b.wall; });
    print_first("of a frame", frames);
    print_first("of the worker in a wait", waits);
    std::map<std::string, double> slowest; // of each place
    for (const Work& frame : frames) slowest[frame.where] = std::max(slowest[frame.where], frame.cpu);
    for (const auto& [place, cpu] : slowest) std::printf("place %s %.1f\n", place.c_str(), cpu);
    std::printf("waits %zu\nlongest_wait %.1f\nuntil %s\n", waits.size(), waits.empty() ? 0 : waits[0].wall, until_.c_str());
}

} // namespace liubai
