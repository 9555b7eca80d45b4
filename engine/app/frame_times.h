#pragma once
// What `play --measure` notes for the benchmark of a playthrough: the slowest frames of the main thread, and how long the
// picture waited for the worker.

#include <cstdint>
#include <string>
#include <vector>

namespace liubai {

/// CPU time of the calling thread so far, milliseconds; 0 where the system does not tell.
double thread_cpu_ms();

class FrameTimes {
public:
    /// A tick begins: what follows until `end` is a frame's work.
    void begin();
    /// It ends, at `where` in the story. `missing`: the picture waits for these, "" = it does not; `worker_ms`: the
    /// worker's CPU time so far.
    void end(const std::string& where, const std::string& missing, double worker_ms);
    /// The slowest first, each on an indented row; then rows for bench/playthrough.sh: a name and a number, and the slowest of
    /// each place.
    void print() const;

private:
    struct Work {
        double wall = 0; ///< milliseconds
        double cpu = 0;  ///< milliseconds: of this thread in a frame, of the worker in a wait
        long faults = 0; ///< pages first touched by this thread
        std::string where;
    };
    static void print_first(const char* what, const std::vector<Work>& all);

    std::string until_;
    bool has_shown_ = false;
    Work begun_;
    Work wait_begun_; ///< `where` not empty: it waits
    std::vector<Work> frames_;
    std::vector<Work> waits_;
};

} // namespace liubai
