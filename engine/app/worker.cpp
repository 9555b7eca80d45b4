#include "app/worker.h"

#include "app/browser.h"
#include "app/frame_times.h"
#include "app/large_blocks.h"
#include "audio/sound_header.h"
#include "base/error.h"
#include "base/log.h"
#include "tools/pictures.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace liubai {
namespace {

constexpr std::size_t kMostUntaken = 1;

bool is_same(const Job& a, const Job& b) {
    if (const auto* p = std::get_if<PictureJob>(&a)) {
        const auto* q = std::get_if<PictureJob>(&b);
        return q && p->image == q->image;
    }
    if (const auto* p = std::get_if<SoundJob>(&a)) {
        const auto* q = std::get_if<SoundJob>(&b);
        return q && p->need == q->need;
    }
    if (const auto* p = std::get_if<SceneJob>(&a)) {
        const auto* q = std::get_if<SceneJob>(&b);
        return q && p->name == q->name;
    }
    if (const auto* p = std::get_if<KeepJob>(&a)) { // a newer autosave takes the place of one not begun
        const auto* q = std::get_if<KeepJob>(&b);
        const auto* save = std::get_if<SaveRequest>(&p->request);
        const auto* other = q ? std::get_if<SaveRequest>(&q->request) : nullptr;
        return save && other && save->slot == other->slot;
    }
    return false;
}

bool is_kept(const Job& job) { return std::holds_alternative<KeepJob>(job); }

} // namespace

Worker::Worker(const OpenedStory& story, Keeping keeping, std::function<void()> wake)
    : story_(&story), keeping_(std::move(keeping)), wake_(std::move(wake)) {
    if (kHasThreads) thread_ = std::thread([this] { run(); });
}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
        std::erase_if(jobs_, [](const Job& job) { return !is_kept(job); });
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Worker::ask(const Job& job, bool urgent) {
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(jobs_, [&](const Job& queued) { return is_same(queued, job); });
        if (urgent) {
            jobs_.push_front(job);
        } else {
            jobs_.push_back(job);
        }
    }
    changed_.notify_all();
}

std::vector<JobResult> Worker::take(std::size_t most) {
    const std::lock_guard lock(mutex_);
    std::vector<JobResult> out;
    while (!results_.empty() && out.size() < most) {
        out.push_back(std::move(results_.front()));
        results_.pop_front();
    }
    changed_.notify_all();
    return out;
}

bool Worker::has_results() {
    const std::lock_guard lock(mutex_);
    return !results_.empty();
}

void Worker::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !results_.empty() || (jobs_.empty() && !busy_); });
}

void Worker::work_here() {
    if (kHasThreads) return;
    const std::size_t parts = story_->project.parts();
    if (parts != parts_) jobs_.insert(jobs_.begin(), postponed_.begin(), postponed_.end());
    if (parts != parts_) postponed_.clear();
    parts_ = parts;
    if (jobs_.empty()) return;
    const Job job = jobs_.front();
    jobs_.pop_front();
    try {
        results_.push_back(carry_out(job));
    } catch (const StillOnItsWay&) {
        postponed_.push_back(job);
    }
}

void Worker::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        // Decoded pictures that nobody took yet would add to the peak of memory.
        changed_.wait(lock, [&] { return stop_ || (!jobs_.empty() && results_.size() < kMostUntaken); });
        if (jobs_.empty()) return;
        const Job job = jobs_.front();
        jobs_.pop_front();
        busy_ = true;
        lock.unlock();
        JobResult result = carry_out(job);
        cpu_ms_ = thread_cpu_ms();
        lock.lock();
        busy_ = false;
        results_.push_back(std::move(result));
        changed_.notify_all();
        wake_();
    }
}

JobResult Worker::carry_out(const Job& job) const {
    if (const auto* scene = std::get_if<SceneJob>(&job)) {
        try {
            return SceneResult{scene->name, read_scene(*story_, scene->name), ""};
        } catch (const std::exception& e) {
            return SceneResult{scene->name, {}, e.what()};
        }
    }
    if (const auto* sound = std::get_if<SoundJob>(&job)) {
        SoundResult result{sound->need, {}, {}};
        try {
            result.file = read_sound(*story_, sound->need.name);
            if (sound->need.decoded) {
                result.samples = decode_sound(result.file);
            } else {
                check_sound_header(result.file);
            }
        } catch (const StillOnItsWay&) {
            throw;
        } catch (const std::exception& e) {
            log_warning(std::string("a sound is left out: ") + e.what());
        }
        return result;
    }
    if (const auto* keep = std::get_if<KeepJob>(&job)) return keeping_.carry_out(keep->request);
    if (std::holds_alternative<SeenJob>(job)) return KeepResult(keeping_.read_seen());
    const auto& picture = std::get<PictureJob>(job);
    try {
        DecodedPicture decoded{picture.image, picture.scale, load_picture(*story_, picture.image, picture.scale)};
        if (picture.in_memory) make_block_ready(decoded.pixels.rgba.size());
        return decoded;
    } catch (const StillOnItsWay&) {
        throw;
    } catch (const std::exception& e) {
        log_warning(std::string("a picture is left out: ") + e.what());
        return DecodedPicture{picture.image, picture.scale, {1, 1, {0, 0, 0, 0}, false}};
    }
}

} // namespace liubai
