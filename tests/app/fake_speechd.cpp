#include "fake_speechd.h"

#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

namespace {

using Callback = void (*)(std::size_t message, std::size_t client, int event);
struct Connection { // as in libspeechd.h
    Callback begin = nullptr;
    Callback end = nullptr;
    Callback cancel = nullptr;
    Callback pause = nullptr;
    Callback resume = nullptr;
    void* mark = nullptr;
};

std::mutex mutex;
std::condition_variable changed;
fake_speechd::Behaviour behaviour;
std::vector<std::string> asked;
Connection connection;
int messages = 0;
bool is_lost = false;

void note(const std::string& call) {
    const std::lock_guard lock(mutex);
    asked.push_back(call);
    changed.notify_all();
}

bool hangs() {
    const std::lock_guard lock(mutex);
    return behaviour.hangs;
}

void call_back(std::size_t message, bool cut_off) {
    constexpr int kEnd = 1;
    constexpr int kCancel = 3;
    std::thread([=] { (cut_off ? connection.cancel : connection.end)(message, 1, cut_off ? kCancel : kEnd); }).join();
}

} // namespace

namespace fake_speechd {

void begin(const Behaviour& wanted) {
    const std::lock_guard lock(mutex);
    behaviour = wanted;
    asked.clear();
    messages = 0;
    is_lost = false;
    changed.notify_all();
}

std::vector<std::string> calls() {
    const std::lock_guard lock(mutex);
    return asked;
}

bool wait_for_calls(std::size_t count) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, std::chrono::seconds(10), [&] { return asked.size() >= count; });
}

void end_message(std::size_t message, bool cut_off) { call_back(message, cut_off); }

void lose_connection() {
    const std::lock_guard lock(mutex);
    is_lost = true;
}

} // namespace fake_speechd

extern "C" {

Connection* spd_open2(const char* client, const char*, const char*, int, const void*, int, char** error) {
    note(std::string("open ") + client);
    while (hangs()) std::this_thread::sleep_for(std::chrono::hours(1));
    const std::lock_guard lock(mutex);
    is_lost = false;
    if (!behaviour.refuses) return &connection;
    *error = strdup("no daemon here");
    return nullptr;
}

void spd_close(Connection*) { note("close"); }

int spd_set_notification_on(Connection*, int what) {
    note("notify " + std::to_string(what));
    return 0;
}

int spd_set_language(Connection*, const char* language) {
    const std::lock_guard lock(mutex);
    if (is_lost) return -1;
    asked.push_back(std::string("language ") + language);
    changed.notify_all();
    return 0;
}

int spd_say(Connection*, int, const char* text) {
    int message = 0;
    {
        const std::lock_guard lock(mutex);
        if (behaviour.is_mute) return -1;
        message = ++messages;
        asked.push_back("say " + std::to_string(message) + " " + text);
    }
    if (behaviour.ends_at_once) call_back(static_cast<std::size_t>(message), false);
    changed.notify_all();
    return message;
}

int spd_cancel(Connection*) {
    note("cancel");
    return 0;
}

}
