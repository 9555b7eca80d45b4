#pragma once
// The one background thread (a browser has none: there the loop lends a moment): turns files into scenes, pixels and sound. It touches no SDL video and no game state; results
// wait in a queue until the main thread takes them.

#include "app/keeping.h"
#include "audio/mixer.h"
#include "render/picture.h"
#include "tools/opened_story.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace liubai {

struct PictureJob {
    ImageId image = ImageId::kNone;
    float scale = 1; ///< to decode at
    bool in_memory = false; ///< it becomes a texture of the software renderer's
};
struct SceneJob {
    std::string name;
};
struct SoundJob {
    SoundNeed need;
};
/// What a reader keeps; carried out in the order asked for, and before the program ends.
struct KeepJob {
    Request request;
};
/// What earlier sessions remember.
struct SeenJob {};
using Job = std::variant<PictureJob, SceneJob, SoundJob, KeepJob, SeenJob>;

struct DecodedPicture {
    ImageId image = ImageId::kNone;
    float scale = 1;
    Pixels pixels; ///< 1×1 and transparent when the file cannot be decoded
};
struct SceneResult {
    std::string name;
    LoadedScene scene;
    std::string failure; ///< not empty: the scene cannot be read
};
struct SoundResult {
    SoundNeed need;
    Blob file;       ///< this or
    Samples samples; ///< that, as `need` says; empty when it cannot be had
};
/// For update(), of a KeepJob or a SeenJob.
using KeepResult = std::optional<InputEvent>;
using JobResult = std::variant<DecodedPicture, SceneResult, SoundResult, KeepResult>;

class Worker {
public:
    /// Keeps: `story`, of which it reads only the folders, the story's index and the look's table of pictures, all of
    /// them unchanging. `wake` is called on the worker's thread after each result.
    Worker(const OpenedStory& story, Keeping keeping, std::function<void()> wake);
    ~Worker();

    /// Queues a job; an urgent one goes before all others. A job already queued is only moved forward.
    void ask(const Job& job, bool urgent);
    /// At most `most` of what is finished, oldest first.
    std::vector<JobResult> take(std::size_t most);
    [[nodiscard]] bool has_results();
    /// Where there are no threads: carries out a job, if one is queued that has its files.
    void work_here();
    /// Waits until at least one result is there (it is not taken).
    void wait();
    /// CPU time of the finished jobs, milliseconds.
    [[nodiscard]] double cpu_ms() const { return cpu_ms_; }

private:
    void run();
    JobResult carry_out(const Job& job) const;

    const OpenedStory* story_;
    Keeping keeping_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    std::deque<JobResult> results_;
    std::deque<Job> postponed_; ///< until another part of the story is here
    std::size_t parts_ = 0;     ///< of the story that were here
    bool stop_ = false;
    bool busy_ = false;
    std::atomic<double> cpu_ms_ = 0;
    std::thread thread_;
};

} // namespace liubai
