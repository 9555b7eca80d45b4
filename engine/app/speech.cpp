#include "app/speech.h"

#include "app/speech_dispatcher.h"
#include "base/error.h"
#include "base/log.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace liubai {
namespace {

using Ms = std::chrono::milliseconds;

constexpr Ms kFarewell{500}; // that the end of the program waits for a voice which does not answer

} // namespace

class SpeakingThread {
public:
    SpeakingThread(std::function<void()> wake, std::string library)
        : wake_(std::move(wake)), library_(std::move(library)), thread_([this] { run(); }) {}

    void speak(const SpeakRequest& request) {
        {
            const std::lock_guard lock(mutex_);
            if (request.interrupt || request.parts.empty()) {
                parts_.clear();
                ++turn_;
            }
            parts_.insert(parts_.end(), request.parts.begin(), request.parts.end());
            done_ = false;
        }
        changed_.notify_all();
    }

    bool take_done() {
        const std::lock_guard lock(mutex_);
        return std::exchange(done_, false);
    }

    /// False when the thread hangs in the library: it cannot be ended, and nothing of it may go.
    bool leave() {
        std::unique_lock lock(mutex_);
        leaving_ = true;
        changed_.notify_all();
        const bool left = changed_.wait_for(lock, kFarewell, [&] { return left_; });
        lock.unlock();
        if (left) {
            thread_.join();
        } else {
            thread_.detach();
        }
        return left;
    }

private:
    void run() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [&] { return leaving_ || !parts_.empty(); });
            if (leaving_) break;
            const SpokenPart part = std::move(parts_.front());
            parts_.pop_front();
            say(part, lock);
        }
        lock.unlock();
        dispatcher_.reset();
        SDL_TLSCleanup(); // SDL keeps an error's text for each thread
        lock.lock();
        left_ = true;
        changed_.notify_all();
    }

    /// Says one part, to its end or until it is interrupted. The lock is held on entry and on return.
    void say(const SpokenPart& part, std::unique_lock<std::mutex>& lock) {
        const unsigned turn = turn_;
        const auto interrupted = [&] { return leaving_ || turn_ != turn; };
        over_.clear();
        lock.unlock();
        const std::optional<std::size_t> message = part.text.empty() ? std::nullopt : begin(part);
        lock.lock();
        const Ms time{speaking_time(part)};
        if (message) {
            const auto over = [&] { return interrupted() || has_ended(*message); };
            // A daemon that dies tells of no end. No voice is slower than this.
            constexpr Ms kSlack{5000};
            if (!changed_.wait_for(lock, time * 4 + kSlack, over)) log_info("a voice did not say that it ended");
        } else {
            changed_.wait_for(lock, time, interrupted);
        }
        if (interrupted()) {
            lock.unlock();
            if (message) dispatcher_->be_silent();
            lock.lock();
        } else if (parts_.empty()) {
            done_ = true;
            wake_();
        }
    }

    /// Nothing where there is no voice. A connection that once served is made anew when it is lost.
    std::optional<std::size_t> begin(const SpokenPart& part) {
        while (!voiceless_) {
            const bool is_new = !dispatcher_;
            try {
                if (is_new) dispatcher_.emplace(library_, [this](std::size_t m, bool cut_off) { hear_end(m, cut_off); });
            } catch (const Error& e) {
                lose_voice(e.what());
                break;
            }
            if (const auto message = dispatcher_->say(part)) return message;
            dispatcher_.reset();
            if (is_new) lose_voice("speech-dispatcher takes no words");
        }
        return std::nullopt;
    }

    void lose_voice(const std::string& why) {
        voiceless_ = true;
        log_warning("nothing is said aloud: " + why);
    }

    /// On the library's thread.
    void hear_end(std::size_t message, bool cut_off) {
        {
            const std::lock_guard lock(mutex_);
            over_.push_back({message, cut_off});
        }
        changed_.notify_all();
    }

    bool has_ended(std::size_t message) {
        const auto end = std::find_if(over_.begin(), over_.end(), [&](const End& e) { return e.message == message; });
        if (end == over_.end()) return false;
        if (end->cut_off) parts_.clear(); // not by us: a screen reader speaks, or its key for silence was pressed
        return true;
    }

    struct End {
        std::size_t message = 0;
        bool cut_off = false;
    };

    std::function<void()> wake_;
    std::string library_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<SpokenPart> parts_; ///< not yet begun
    std::vector<End> over_;
    unsigned turn_ = 0; ///< grows with each interruption
    bool done_ = false;
    bool leaving_ = false;
    bool left_ = false;
    std::optional<SpeechDispatcher> dispatcher_; ///< the thread's own, as is
    bool voiceless_ = false;
    std::thread thread_; ///< last: it uses the others
};

Speech::Speech(std::function<void()> wake, std::string library) : wake_(std::move(wake)), library_(std::move(library)) {}

Speech::~Speech() {
    if (thread_ && !thread_->leave()) static_cast<void>(thread_.release());
}

void Speech::speak(const SpeakRequest& request) {
    if (!thread_ && request.parts.empty()) return;
    if (!thread_) thread_ = std::make_unique<SpeakingThread>(wake_, library_);
    thread_->speak(request);
}

bool Speech::take_done() { return thread_ && thread_->take_done(); }

} // namespace liubai
