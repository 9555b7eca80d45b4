#include "app/speech_dispatcher.h"

#include "base/error.h"

#include <SDL.h>

#include <algorithm>
#include <cassert>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <utility>

namespace liubai {
namespace {

// From libspeechd.h and speechd_types.h (speech-dispatcher 0.8 to 0.12), which need not be there to build.
using Callback = void (*)(std::size_t message, std::size_t client, int event);
struct Connection { // its public part; the library makes it and owns the rest
    Callback begin;
    Callback end;
    Callback cancel;
};
constexpr int kThreaded = 1;          // SPD_MODE_THREADED: callbacks come
constexpr int kStartDaemon = 1;       // autospawn
constexpr int kTellEndAndCancel = 2 | 8; // SPD_END, SPD_CANCEL
constexpr int kText = 3;              // SPD_TEXT: gives way to a screen reader's own messages
constexpr int kEnded = 1;             // SPD_EVENT_END

// Who is told: the callbacks bring no pointer of ours.
std::mutex telling;
const SpeechDispatcher::Over* told = nullptr;

void on_event(std::size_t message, std::size_t, int event) {
    const std::lock_guard lock(telling);
    if (told) (*told)(message, event != kEnded);
}

void tell(const SpeechDispatcher::Over* over) {
    const std::lock_guard lock(telling);
    assert(!told || !over);
    told = over;
}

template <typename Function>
void find(void* object, Function*& function, const char* name) {
    function = reinterpret_cast<Function*>(SDL_LoadFunction(object, name));
    if (!function) throw Error({std::string("语音库里没有 ") + name, std::string("the speech library has no ") + name});
}

} // namespace

struct SpeechLibrary {
    void* object = nullptr;
    Connection* (*open)(const char* client, const char* name, const char* user, int mode, const void* address,
                        int autospawn, char** error) = nullptr;
    void (*close)(Connection*) = nullptr;
    int (*notify)(Connection*, int what) = nullptr;
    int (*set_language)(Connection*, const char*) = nullptr;
    int (*say)(Connection*, int priority, const char*) = nullptr;
    int (*cancel)(Connection*) = nullptr;
    Connection* connection = nullptr;
    SpeechDispatcher::Over over;

    ~SpeechLibrary() {
        if (object) SDL_UnloadObject(object);
    }
};

SpeechDispatcher::SpeechDispatcher(const std::string& library, Over over) {
    auto made = std::make_unique<SpeechLibrary>();
    made->object = SDL_LoadObject(library.c_str());
    if (!made->object) {
        const std::string why = SDL_GetError();
        throw Error({"打不开语音库：" + why, "cannot open the speech library: " + why});
    }
    find(made->object, made->open, "spd_open2");
    find(made->object, made->close, "spd_close");
    find(made->object, made->notify, "spd_set_notification_on");
    find(made->object, made->set_language, "spd_set_language");
    find(made->object, made->say, "spd_say");
    find(made->object, made->cancel, "spd_cancel");
    char* error = nullptr;
    made->connection = made->open("liubai", "main", nullptr, kThreaded, nullptr, kStartDaemon, &error);
    if (!made->connection) {
        std::string why = error ? error : "?";
        std::free(error);
        std::replace(why.begin(), why.end(), '\n', ' ');
        throw Error({"连不上 speech-dispatcher：" + why, "cannot connect to speech-dispatcher: " + why});
    }
#ifndef _WIN32
    // The library writes to a socket whose other end may be gone.
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
#endif
    made->over = std::move(over);
    tell(&made->over);
    made->connection->end = on_event;
    made->connection->cancel = on_event;
    made->notify(made->connection, kTellEndAndCancel);
    library_ = made.release();
}

SpeechDispatcher::~SpeechDispatcher() {
    if (lost_) {
        // Left as it is: the library has closed its socket, and would close whatever has that number now.
        library_->object = nullptr;
    } else {
        library_->close(library_->connection); // ends the thread of the callbacks
    }
    tell(nullptr);
    delete library_;
}

std::optional<std::size_t> SpeechDispatcher::say(const SpokenPart& part) {
    const std::string language = voice_language(part.language);
    const bool set = language.empty() || library_->set_language(library_->connection, language.c_str()) == 0;
    const int message = set ? library_->say(library_->connection, kText, part.text.c_str()) : -1;
    lost_ = message < 0;
    return lost_ ? std::nullopt : std::optional(static_cast<std::size_t>(message));
}

void SpeechDispatcher::be_silent() { library_->cancel(library_->connection); }

std::string voice_language(const std::string& tag) {
    constexpr std::size_t kScript = 4; // letters of a script's name, as in zh-Hant
    std::string out;
    for (std::size_t at = 0; at < tag.size();) {
        const std::size_t end = std::min(tag.find('-', at), tag.size());
        if (at == 0 || end - at != kScript) out += (at == 0 ? "" : "-") + tag.substr(at, end - at);
        at = end + 1;
    }
    const auto in_a_tag = [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return std::all_of(out.begin(), out.end(), in_a_tag) ? out : "";
}

} // namespace liubai
