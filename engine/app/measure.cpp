#include "app/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace liubai {
namespace {

constexpr double kWorthNoting = 4; // milliseconds
constexpr std::size_t kShown = 12;

double wall_ms() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
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

void Measure::begin() { begun_ = {wall_ms(), thread_cpu_ms(), ""}; }

void Measure::end(const std::string& where, const std::string& missing, double worker_ms) {
    const double now = wall_ms();
    until_ = where;
    const Work frame{now - begun_.wall, thread_cpu_ms() - begun_.cpu, where};
    if (std::max(frame.wall, frame.cpu) > kWorthNoting) frames_.push_back(frame);
    if (!missing.empty()) {
        if (wait_begun_.where.empty()) wait_begun_ = {begun_.wall, worker_ms, where + "  for " + missing};
        return;
    }
    if (wait_begun_.where.empty()) return;
    waits_.push_back({now - wait_begun_.wall, worker_ms - wait_begun_.cpu, wait_begun_.where});
    wait_begun_ = {};
}

void Measure::print_slowest(const char* what, std::vector<Work> all) {
    const auto by_cpu = [](const Work& a, const Work& b) { return a.cpu > b.cpu; };
    const auto by_wall = [](const Work& a, const Work& b) { return a.wall > b.wall; };
    const bool waits = std::string(what) == "wait";
    waits ? std::sort(all.begin(), all.end(), by_wall) : std::sort(all.begin(), all.end(), by_cpu);
    for (std::size_t i = 0; i < std::min(all.size(), kShown); ++i) {
        std::printf("  %s  %6.1f ms wall, %6.1f ms CPU%s  %s\n", what, all[i].wall, all[i].cpu, waits ? " of the worker" : "",
                    all[i].where.c_str());
    }
}

void Measure::print() const {
    print_slowest("frame", frames_);
    print_slowest("wait", waits_);
    Work most;
    for (const Work& frame : frames_) most = {std::max(most.wall, frame.wall), std::max(most.cpu, frame.cpu), ""};
    Work longest;
    for (const Work& wait : waits_) longest = {std::max(longest.wall, wait.wall), longest.cpu + wait.wall, ""};
    std::printf("frame_cpu %.1f\nframe_wall %.1f\nwaits %zu\nlongest_wait %.1f\nwaited %.1f\nuntil %s\n", most.cpu, most.wall,
                waits_.size(), longest.wall, longest.cpu, until_.c_str());
}

} // namespace liubai
