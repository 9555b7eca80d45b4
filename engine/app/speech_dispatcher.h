#pragma once
// A connection to speech-dispatcher through its own library, which is opened at run time: who has none plays without a
// voice, and the program links nothing more.

#include "base/spoken.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace liubai {

/// The library's functions that are used, and the connection they act on.
struct SpeechLibrary;

/// Any call may take long (the first starts the daemon), so it has a thread of its own. At most one in the program, for
/// the library's callbacks carry no pointer of ours.
class SpeechDispatcher {
public:
    /// Told when a message was said to its end, or cut off. Called on the library's thread.
    using Over = std::function<void(std::size_t message, bool cut_off)>;

    /// Opens the library and connects. Throws Error with what is missing.
    SpeechDispatcher(const std::string& library, Over over);
    ~SpeechDispatcher();
    SpeechDispatcher(const SpeechDispatcher&) = delete;
    SpeechDispatcher& operator=(const SpeechDispatcher&) = delete;

    /// Queues the words in the voice of their language. Answers the message's number, or nothing when the connection is
    /// lost. `over` may be told of it before this returns.
    std::optional<std::size_t> say(const SpokenPart& part);
    /// Cuts off what is being said and forgets what is queued.
    void be_silent();

private:
    SpeechLibrary* library_ = nullptr;
    bool lost_ = false;
};

/// The tag as voices are listed under: without the script (zh-Hant reads as zh). "" when it is no tag.
std::string voice_language(const std::string& tag);

} // namespace liubai
