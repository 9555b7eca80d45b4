// Speech in a browser: the page speaks, with the voices that it has.
#ifdef __EMSCRIPTEN__
#include "app/speech.h"

#include <emscripten.h>

#include <utility>

namespace liubai {

class SpeakingThread {
public:
    explicit SpeakingThread(std::function<void()> wake) : wake_(std::move(wake)) { told = this; }
    ~SpeakingThread() { told = nullptr; }
    SpeakingThread(const SpeakingThread&) = delete;
    SpeakingThread& operator=(const SpeakingThread&) = delete;

    void speak(const SpeakRequest& request) {
        done_ = false;
        if (request.interrupt || request.parts.empty()) EM_ASM({ Module.beSilent(); });
        for (const SpokenPart& part : request.parts) {
            const auto time = static_cast<double>(speaking_time(part));
            EM_ASM({ Module.say(UTF8ToString($0), UTF8ToString($1), $2); }, part.text.c_str(), part.language.c_str(), time);
        }
    }
    void end() {
        done_ = true;
        wake_();
    }
    bool take_done() { return std::exchange(done_, false); }

    static SpeakingThread* told; ///< by the page

private:
    std::function<void()> wake_;
    bool done_ = false;
};

SpeakingThread* SpeakingThread::told = nullptr;

Speech::Speech(std::function<void()> wake, std::string library) : wake_(std::move(wake)), library_(std::move(library)) {}
Speech::~Speech() = default;

void Speech::speak(const SpeakRequest& request) {
    if (!thread_ && request.parts.empty()) return;
    if (!thread_) thread_ = std::make_unique<SpeakingThread>(wake_);
    thread_->speak(request);
}

bool Speech::take_done() { return thread_ && thread_->take_done(); }

} // namespace liubai

/// The page has said all that it was given.
extern "C" EMSCRIPTEN_KEEPALIVE void liubai_has_spoken() {
    if (liubai::SpeakingThread::told) liubai::SpeakingThread::told->end();
}
#endif
