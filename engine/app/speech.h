#pragma once
// Says lines aloud. Nothing here waits: what does has a thread of its own, which begins with the first words.

#include "base/frame.h"
#include "base/millis.h"

#include <functional>
#include <memory>
#include <string>

namespace liubai {

class SpeakingThread;

class Speech {
public:
    /// `wake` is called on another thread whenever take_done() has become true. `library` is speech-dispatcher's, opened
    /// when something is first to be said.
    explicit Speech(std::function<void()> wake, std::string library = "libspeechd.so.2");
    ~Speech();

    /// Says the parts one after another, each in the voice of its language; no parts = be silent. Where there is no
    /// voice (the log says once why) nothing is heard, but the time of a reading passes, so that who waits for the end
    /// still waits long enough, and not for ever.
    void speak(const SpeakRequest& request);
    /// True once when all that was asked for was said; never for what was interrupted.
    bool take_done();

private:
    std::function<void()> wake_;
    std::string library_;
    std::unique_ptr<SpeakingThread> thread_;
};

/// How long a voice would take, ms: a quarter of a second for a Han character, 70 ms for any other; a pause 0.6 s.
Millis speaking_time(const SpokenPart& part);

} // namespace liubai
